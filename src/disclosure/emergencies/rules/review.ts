/** Within which what one person released alone is reviewed by another. */
const REVIEWED_WITHIN = 24 * 3_600_000;

interface Instant {
  getTime(): number;
}

/** When the review is due, in milliseconds since 1970: from this instant on it is overdue. */
export const dueOf = (released: Instant): number => released.getTime() + REVIEWED_WITHIN;

interface Emergency {
  dueAt: Instant;
  verdict: 'confirmed' | 'withdrawn' | null;
  reviewedAt: Instant | null;
  withdrawnAt: Instant | null;
}

export const EMERGENCY_STATES = ['open', 'overdue', 'confirmed', 'withdrawn'] as const;
export type EmergencyState = (typeof EMERGENCY_STATES)[number];

/** What became of it; an item that was withdrawn without a review is withdrawn all the same. */
export function stateOf({ dueAt, verdict, withdrawnAt }: Emergency, at: Instant): EmergencyState {
  if (verdict !== null) return verdict;
  if (withdrawnAt !== null) return 'withdrawn';
  return at.getTime() < dueAt.getTime() ? 'open' : 'overdue';
}

/** Whether it was reviewed too late, or is still to be. */
export function isLate({ dueAt, reviewedAt, withdrawnAt }: Emergency, at: Instant): boolean {
  return (reviewedAt ?? withdrawnAt ?? at).getTime() >= dueAt.getTime();
}

/** Why a person may not review; null where she may. A withdrawal an author may do, too. */
export function reviewRefusal(
  emergency: Emergency & { releasedBy: string; authors: readonly string[] },
  person: string,
  verdict: 'confirmed' | 'withdrawn',
): { code: 'reviewed' | 'second-person' | 'author'; detail: string } | null {
  if (emergency.verdict !== null) return { code: 'reviewed', detail: 'It is reviewed already.' };
  if (emergency.releasedBy === person)
    return { code: 'second-person', detail: 'You released it alone. Another person has to review it.' };
  if (verdict === 'confirmed' && emergency.authors.includes(person))
    return {
      code: 'author',
      detail: 'You are an author of this version. Somebody else has to confirm its release.',
    };
  return null;
}
