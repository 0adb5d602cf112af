import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { buildMessage, IsInt, Max, Min, ValidateBy, ValidateIf } from 'class-validator';

const check = (name: string, validate: (value: unknown) => boolean, message: string) =>
  ValidateBy({
    name,
    validator: { validate, defaultMessage: buildMessage((each) => `${each}$property ${message}`) },
  });

/** A property that may be left out; null is not leaving it out. */
export const IfGiven = () => ValidateIf((_body, value) => value !== undefined);

/**
 * Text, kept in Unicode's composed form (NFC). Its length is counted in code points, as the database counts, and
 * after composition, which can lengthen it.
 * @param min 0 where the text may be empty; otherwise it may not be blank either
 */
export const Text = (min: 0 | 1 | 3, max: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.normalize('NFC') : value,
    ),
    check(
      'text',
      (value) => {
        if (typeof value !== 'string') return false;
        const length = [...value].length;
        return length >= min && length <= max && (min === 0 || /\S/.test(value));
      },
      `must be text of ${min} to ${max} characters${min ? ', and not blank' : ''}`,
    ),
  );

/** Text on one line, as titles are. */
export const Line = (max: number) =>
  applyDecorators(
    Text(1, max),
    check(
      'line',
      (value) => typeof value === 'string' && !/\p{Cc}/u.test(value),
      'must be one line without control characters',
    ),
  );

/** An object, and no list: nothing else can be checked property by property. */
export const IsPlainObject = () =>
  check(
    'plainObject',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object',
  );

/** The number of a version, which the database keeps in four bytes. */
export const IsVersionNumber = () => applyDecorators(IsInt(), Min(1), Max(2_147_483_647));
