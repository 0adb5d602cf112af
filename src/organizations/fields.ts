import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  buildMessage,
  IsArray,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateBy,
} from 'class-validator';
import { isTimeZone, languageTag } from './rules/tags';
import { isPlainLine, isPlainText, lengthOf } from './rules/text';

type Given = { value: unknown };

const check = (name: string, validate: (value: unknown) => boolean, message: string) =>
  ValidateBy({
    name,
    validator: { validate, defaultMessage: buildMessage((each) => `${each}$property ${message}`) },
  });

const holds = (value: unknown, longest: number, plain: (text: string) => boolean): boolean =>
  typeof value === 'string' && lengthOf(value) <= longest && /\S/.test(value) && plain(value);

/** Unicode's composed form, and one kind of line end. */
const composed = ({ value }: Given) =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n') : value;

/** A line of 1 to `longest` characters, without control characters and without such as turn the direction. */
export const Line = (longest: number) =>
  applyDecorators(
    Transform(composed),
    check(
      'line',
      (value) => holds(value, longest, isPlainLine),
      `must be one line of 1 to ${longest} characters, not blank and without control characters`,
    ),
  );

/** A line that may be left out. */
export const OptionalLine = (longest: number, description: string, example?: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: String, minLength: 1, maxLength: longest, description, example }),
    IsOptional(),
    Line(longest),
  );

/** A text of several lines that may be left out. */
export const OptionalText = (longest: number, description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: String, minLength: 1, maxLength: longest, description }),
    IsOptional(),
    Transform(composed),
    check(
      'text',
      (value) => holds(value, longest, isPlainText),
      `must be text of 1 to ${longest} characters, not blank and without control characters`,
    ),
  );

export const IsTimeZone = () =>
  check(
    'time-zone',
    (value) => typeof value === 'string' && isTimeZone(value),
    'must be a name of the IANA time zone database, as Asia/Karachi',
  );

const canonicalTag = (tag: unknown) => (typeof tag === 'string' ? (languageTag(tag) ?? tag) : tag);

/** At most ten languages, each once, in canonical spelling. */
export const OptionalLanguages = () =>
  applyDecorators(
    ApiPropertyOptional({
      type: [String],
      maxItems: 10,
      uniqueItems: true,
      example: ['en', 'ur'],
      description: 'Language tags (BCP 47), the preferred first',
    }),
    IsOptional(),
    Transform(({ value }: Given) => (Array.isArray(value) ? value.map(canonicalTag) : value)),
    IsArray(),
    ArrayMaxSize(10),
    ArrayUnique(),
    ValidateBy({
      name: 'language',
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.every((tag) => typeof tag === 'string' && languageTag(tag) !== undefined),
        defaultMessage: () => '$property must hold language tags, as en, ur or zh-Hans',
      },
    }),
  );

/** The version that the caller has read and builds on; 0 where there was none yet. */
export const IsBase = () => applyDecorators(IsInt(), Min(0), Max(2_147_483_647));
