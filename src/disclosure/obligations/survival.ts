import { Temporal } from 'temporal-polyfill';
import { SURVIVING, type Survival, type Surviving } from '../rules/lasting-terms';
import { yearsOf } from '../rules/survival';

/** What lives on after the end of an agreement, and until when; null is without an end. */
export interface Survives {
  readonly what: Surviving;
  readonly years: number | null;
  /** In milliseconds since 1970, UTC. */
  readonly until: number | null;
}

/** Years of the calendar of UTC; where the day is none in that year, a leap day, its last of the month. */
export const yearsAfter = (at: number, years: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').add({ years }).epochMilliseconds;

/** Until when each of them lives on. @param ended when the agreement was over; null while it is not */
export const survivalAfter = (said: Survival | undefined, ended: number | null): Survives[] =>
  SURVIVING.map((what) => {
    const years = yearsOf(said, what);
    return { what, years, until: years === null || ended === null ? null : yearsAfter(ended, years) };
  });
