import { Temporal } from 'temporal-polyfill';
import {
  type Severity,
  SEVERITIES,
  type WithinTime,
  WORKING_DAYS,
  type WorkingHours,
} from '../rules/vocabulary';

const MINUTE = 60_000;
/** What takes longer than ten years of the calendar is due when they are over. */
const LONGEST_DAYS = 3660;

/** Working time of a day as a half-open interval of instants; null on days on which nobody works. */
function spanOf(date: Temporal.PlainDate, { zone, days, from, until, holidays }: WorkingHours) {
  if (!days.includes(WORKING_DAYS[date.dayOfWeek - 1]!) || holidays?.includes(date.toString())) return null;
  // A wall clock time that a change of daylight saving skips or repeats is the one that its zone says: after the gap, the first of two.
  const instantAt = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  const end = until === '24:00' ? instantAt(date.add({ days: 1 }), '00:00') : instantAt(date, until);
  return { begin: instantAt(date, from), end };
}

/** When so much working time is over that runs from an instant on; at the end of a day rather than at the beginning of the next. */
function afterWorking(time: number, at: number, hours: WorkingHours): number {
  let date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.zone).toPlainDate();
  let left = time;
  for (let day = 0; day < LONGEST_DAYS; day += 1, date = date.add({ days: 1 })) {
    const span = spanOf(date, hours);
    if (span === null) continue;
    const begin = Math.max(span.begin, at);
    const there = span.end - begin;
    if (there <= 0) continue;
    if (left <= there) return begin + left;
    left -= there;
  }
  return date.toZonedDateTime(hours.zone).epochMilliseconds;
}

/** The time for a severity, in milliseconds; for one that is not known the shortest of all. */
function timeFor({ minutes, by_severity: others = {} }: WithinTime, severity: Severity | null): number {
  const shortest = () => Math.min(minutes, ...SEVERITIES.flatMap((one) => others[one] ?? []));
  return (severity === null ? shortest() : (others[severity] ?? minutes)) * MINUTE;
}

/**
 * The instant at which something is due that may take so long, from an instant on. Minutes are of elapsed time, also
 * on days on which the clock is changed.
 * @param at milliseconds since 1970, UTC
 */
export function dueWithin(within: WithinTime, severity: Severity | null, at: number): number {
  const time = timeFor(within, severity);
  return within.working_hours ? afterWorking(time, at, within.working_hours) : at + time;
}
