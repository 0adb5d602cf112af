import type { Instant, Interval, TermsFacts } from './question';

/**
 * When terms are in force: from the latest of entry into force and every required approval and signature, until the
 * earliest of expiry, the next terms version and the end. Null when one of them is missing: never in force.
 */
export function termsInForce(terms: TermsFacts): Interval | null {
  if (terms.entered === null || !terms.required.some(({ kind }) => kind === 'signed')) return null;
  let from: Instant = terms.entered;
  for (const { party, kind } of terms.required) {
    const fact = terms.counted.find((counted) => counted.party === party && counted.kind === kind);
    if (!fact) return null;
    from = Math.max(from, fact.from);
  }
  const ends = [terms.expiresAt, terms.followedAt, terms.endedAt].filter((end) => end !== null);
  return { from, until: ends.length ? Math.min(...ends) : null };
}

/** Whether an instant lies in a half-open interval. */
export const within = (at: Instant, { from, until }: Interval): boolean =>
  at >= from && (until === null || at < until);
