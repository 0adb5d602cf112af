import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';
import { IfGiven } from './if-given';

/** A filter by words that a person types. @param where what they are looked for in, as "title and reference" */
export const SearchWords = (where: string) =>
  applyDecorators(
    ApiPropertyOptional({
      maxLength: 200,
      description: `Words that are all in ${where}, in any case and order`,
    }),
    IfGiven(),
    MaxLength(200),
    Matches(/[\p{L}\p{N}]/u, { message: 'text must have a word' }),
  );

/** SQL: whether a text contains all words of a parameter, which is null where nothing is looked for. */
export const containsWords = (parameter: string, text: string): string =>
  `(${parameter}::text IS NULL OR NOT EXISTS (
    SELECT FROM regexp_split_to_table(lower(${parameter}::text), '\\s+') word WHERE position(word IN lower(${text})) = 0))`;
