import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { buildMessage, ValidateBy } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Milliseconds since 1970 of an instant with a zone (RFC 3339), finer fractions cut off; a bare date is its
 * beginning in UTC. Undefined for anything else: days that do not exist, and years before 1990 or after 2199.
 */
export function instantOf(text: unknown): number | undefined {
  if (typeof text !== 'string' || !(DATE.test(text) || INSTANT.test(text))) return undefined;
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  const millis = Date.parse(text);
  return millis >= EARLIEST && millis < LATEST ? millis : undefined;
}

/** An instant of the input that is there. @throws Error for text that did not pass IsInstant */
export function millisOf(text: string): number {
  const millis = instantOf(text);
  if (millis === undefined) throw new Error('This text did not pass IsInstant.');
  return millis;
}

/** A property that holds an instant with a zone, or a date. */
export const IsInstant = () =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value) => instantOf(value) !== undefined,
      defaultMessage: buildMessage(
        (each) => `${each}$property must be an instant with a zone, as 2026-03-01T09:00:00Z`,
      ),
    },
  });

/** For properties of answers. */
export const ApiInstant = (nullable = false) =>
  applyDecorators(ApiProperty({ type: String, format: 'date-time', nullable }));
