import { buildMessage, ValidateBy, type ValidationArguments } from 'class-validator';
import { INFORMATION_TYPES } from '../disclosure';

const MOST_COUNTRIES = 250;

const check = (
  name: string,
  validate: (value: unknown, of?: ValidationArguments) => boolean,
  message: string,
) =>
  ValidateBy({
    name,
    validator: { validate, defaultMessage: buildMessage((each) => `${each}$property ${message}`) },
  });

const isListOf = (value: unknown, most: number, holds: (one: unknown) => boolean): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= most &&
  new Set(value).size === value.length &&
  value.every(holds);

export const IsAnyOrTypes = () =>
  check(
    'isAnyOrTypes',
    (value) =>
      value === 'any' ||
      isListOf(value, INFORMATION_TYPES.length, (one) => INFORMATION_TYPES.some((type) => type === one)),
    `must be 'any' or a list, not empty, each once, of ${INFORMATION_TYPES.join(', ')}`,
  );

export const IsCountries = () =>
  check(
    'isCountries',
    (value) =>
      value === 'abroad' ||
      isListOf(value, MOST_COUNTRIES, (one) => typeof one === 'string' && /^[A-Z]{2}$/.test(one)),
    "must be 'abroad' or a list, not empty, of country codes of two letters, each once",
  );

/** A day of the calendar that exists, as ISO 8601 writes it. */
export const IsDay = () =>
  check(
    'isDay',
    (value) => {
      // Laws are older than what instants are accepted for.
      if (typeof value !== 'string' || !/^(1[89]|2[01])\d\d-\d\d-\d\d$/.test(value)) return false;
      const day = new Date(`${value}T00:00:00Z`);
      return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
    },
    'must be a day, as 2024-07-01',
  );

/** Said as true or false of what is sent, and left out of what is received: nobody else's release is one's own to bar. */
export const SaysPublic = () =>
  check(
    'saysPublic',
    (value, of) =>
      (of?.object as { direction?: unknown }).direction === 'receiving'
        ? value === undefined
        : typeof value === 'boolean',
    'must be true or false where the direction is sending, and left out where it is receiving',
  );
