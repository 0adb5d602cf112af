import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { buildMessage, ValidateBy } from 'class-validator';
import { instantOf as zonedInstantOf } from '../platform/instant';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Milliseconds since 1970 of an instant with a zone, or of a bare date: its beginning in UTC. Undefined for anything else. */
export const instantOf = (text: unknown): number | undefined =>
  zonedInstantOf(typeof text === 'string' && DATE.test(text) ? `${text}T00:00:00Z` : text);

/** An instant of the input that is there. @throws Error for text that did not pass IsInstantOrDate */
export function millisOf(text: string): number {
  const millis = instantOf(text);
  if (millis === undefined) throw new Error('This text did not pass IsInstantOrDate.');
  return millis;
}

/** A property that holds an instant with a zone, or a date. */
export const IsInstantOrDate = () =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value) => instantOf(value) !== undefined,
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be an instant with its zone from 1990 to 2199, as 2026-03-01T09:00:00Z, or a date`,
      ),
    },
  });

/** For properties of answers. */
export const ApiInstant = (nullable = false) =>
  applyDecorators(ApiProperty({ type: String, format: 'date-time', nullable }));
