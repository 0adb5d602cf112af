import type { Agreement, Instant } from './agreement';
import { type Standing, standing } from './standing';

const DAY = 86_400_000;

/** Days of notice that the terms in force ask for; null where they name none, or none are in force. */
export function noticeDays(
  agreement: Agreement,
  at: Instant,
  now: Standing = standing(agreement, at),
): number | null {
  return agreement.terms.find(({ number }) => number === now.inForce?.number)?.noticeDays ?? null;
}

/** When the period of a notice that is given at an instant is over; null where the terms name none. */
export function noticeEnds(agreement: Agreement, givenAt: Instant, at: Instant): Instant | null {
  const days = noticeDays(agreement, at);
  return days === null ? null : givenAt + days * DAY;
}
