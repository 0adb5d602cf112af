import { applyDecorators } from '@nestjs/common';
import { buildMessage, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { Text } from '../platform/text';

export { Text };

const check = (name: string, validate: (value: unknown) => boolean, message: string) =>
  ValidateBy({
    name,
    validator: { validate, defaultMessage: buildMessage((each) => `${each}$property ${message}`) },
  });

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
