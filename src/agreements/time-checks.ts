import { buildMessage, ValidateBy, type ValidationArguments } from 'class-validator';

const check = (
  name: string,
  validate: (value: unknown, whole: Readonly<Record<string, unknown>>) => boolean,
  message: string,
) =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown, args?: ValidationArguments) =>
        validate(value, (args?.object ?? {}) as Readonly<Record<string, unknown>>),
      defaultMessage: buildMessage((each) => `${each}$property ${message}`),
    },
  });

/** An object that says something. */
export const IsFilled = () =>
  check(
    'isFilled',
    (value) =>
      typeof value === 'object' && value !== null && Object.values(value).some((one) => one !== undefined),
    'must not be empty',
  );

// No offsets as +05:00, which know no daylight saving, and no abbreviations, which mean several places.
const ZONE = /^(UTC|[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_+-]+){1,2})$/;
function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 60 || !ZONE.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
export const IsTimeZone = () =>
  check('isTimeZone', isTimeZone, 'must be a zone of the IANA time zone database, as Asia/Karachi');

export const LONGEST_YEARS = 100;
/** Whole years, or without an end. */
export const IsYears = () =>
  check(
    'isYears',
    (value) =>
      value === 'indefinite' ||
      (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= LONGEST_YEARS),
    `must be whole years from 1 to ${LONGEST_YEARS}, or indefinite`,
  );

/** A time of the day after that of another field. */
export const IsLaterTime = (field: string) =>
  check(
    'isLaterTime',
    (value, whole) =>
      typeof value === 'string' &&
      /^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/.test(value) &&
      typeof whole[field] === 'string' &&
      value > whole[field],
    `must be a time of the day after ${field}, as 17:00, or 24:00`,
  );

/** Dates of the calendar, as `2026-03-23`. */
const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
export const AreDates = () =>
  check(
    'areDates',
    (value) => Array.isArray(value) && value.every(isDate),
    'must be dates of the calendar, as 2026-03-23',
  );

/** Days, where another field has not the value that takes none. */
export const IsDaysOf = (field: string, none: string) =>
  check(
    'isDays',
    (value, whole) =>
      whole[field] !== none && Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 36_500,
    `must be a whole number from 1 to 36500, and is not for ${field}=${none}`,
  );
