import { buildMessage, ValidateBy } from 'class-validator';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Milliseconds since 1970 of the instant that RFC 3339 text with a zone names; finer fractions are cut off.
 * Undefined for anything else: other forms of ISO 8601 (weeks, ordinal days), days that do not exist, and years
 * before 1990 or after 2199.
 */
export function instantOf(text: unknown): number | undefined {
  const day = typeof text === 'string' ? INSTANT.exec(text)?.[1] : undefined;
  if (day === undefined) return undefined;
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  const millis = Date.parse(text as string);
  return millis >= EARLIEST && millis < LATEST ? millis : undefined;
}

/** The same of text that passed IsInstant. @throws Error for text that did not */
export function millisOf(text: string): number {
  const millis = instantOf(text);
  if (millis === undefined) throw new Error('This text did not pass IsInstant.');
  return millis;
}

/** A property that holds an instant with its zone; all instants of the API are checked here. */
export const IsInstant = () =>
  ValidateBy({
    name: 'instant',
    validator: {
      validate: (value) => instantOf(value) !== undefined,
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be an instant with its zone from 1990 to 2199, as 2026-03-01T09:00:00Z`,
      ),
    },
  });
