import type { Instant } from './agreement';

const DAY = 86_400_000;
const padded = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** The date of a day since 1970, in the Gregorian calendar: years that begin in March have their odd day at the end. */
function dateOf(day: number): string {
  const days = day + 719_468;
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const march = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  return `${year + era * 400 + (month <= 2 ? 1 : 0)}-${padded(month)}-${padded(date)}`;
}

/** An instant in ISO 8601, UTC. Rules have no clock, and so no dates of the platform. */
export function iso(at: Instant): string {
  const day = Math.floor(at / DAY);
  const rest = at - day * DAY;
  const part = (unit: number, of: number) => padded(Math.floor(rest / unit) % of);
  return `${dateOf(day)}T${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1000, 60)}.${padded(rest % 1000, 3)}Z`;
}
