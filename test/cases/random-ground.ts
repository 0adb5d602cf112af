import fc from 'fast-check';
import type { GivenOfficer, Moment } from './given-world';

/** Ids that a random world is made of. */
export interface Places {
  originator: string;
  partners: string[];
  authority: string;
  /** Who may be named and verified. */
  officers: GivenOfficer[];
  /** Of partners. */
  constituents: Record<string, string[]>;
}

export const HOUR = 3_600_000;
export const START = Date.parse('2026-06-01T00:00:00Z');
/** Few instants, so that boundaries meet; each also one millisecond before and after. */
export const INSTANTS: Moment[] = Array.from({ length: 8 }, (_, n) => START + n * HOUR).flatMap((t) => [
  t - 1,
  t,
  t + 1,
]);

/** The first half, in which everything is released, and the second, in which it is asked for. */
export const EARLIER = INSTANTS.slice(0, INSTANTS.length / 2);
export const LATER = INSTANTS.slice(INSTANTS.length / 2);

export const moment = fc.constantFrom(...INSTANTS);
export const early = fc.constantFrom(...INSTANTS.slice(0, 5));
/** `freq` times as often a value as none; below one, more often none. */
export const maybe = <T>(value: fc.Arbitrary<T>, freq = 4) =>
  fc.oneof({ weight: Math.round(freq * 4), arbitrary: value }, { weight: 4, arbitrary: fc.constant(null) });
export const likely = <T>(value: fc.Arbitrary<T>) => maybe(value, 24);
export const types = ['vulnerability_published', 'incident_summary', 'threat_report'];
/** Of which types alone something is suspended; mostly of all. */
export const suspendedTypes = maybe(
  fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 2 }),
  1,
);
export const countries = ['PK', 'CN', 'XC'];
export const some = (values: string[], minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 2 });
