import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';

/** As many parts as a version may have. */
const MOST = 200;

/** A list of parts that may be left out, but not given as null. */
export const IsPartList = (part: () => Class, whenLeftOut: string) =>
  applyDecorators(
    ApiPropertyOptional({
      type: () => [part()],
      maxItems: MOST,
      description: `Parts with handling of their own, in their order. Left out: ${whenLeftOut}`,
    }),
    ValidateIf((_body, value) => value !== undefined),
    IsArray(),
    ArrayMaxSize(MOST),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(part),
  );
