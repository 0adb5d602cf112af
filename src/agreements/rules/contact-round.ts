const DAY = 86_400_000;
/** A round is due soon in its last days. */
export const DUE_SOON_DAYS = 7;
/** How long an organization has to answer unless it is said. */
export const USUAL_DAYS = 30;
/** At most; as hours, a day is as long in every time zone. */
export const LONGEST_DAYS = 366;

export const ROUND_STATES = ['open', 'due-soon', 'overdue', 'answered'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ANSWERS = ['confirmed', 'corrected', 'open'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Instants of a contact in milliseconds since 1970: when what it says came in, and when that was verified last. */
export interface AskedContact {
  readonly enteredAt: number;
  readonly verifiedAt: number | null;
}

/** What became of a contact since a round was asked. One that was corrected is open until somebody verifies it, and said to be. */
export function answerOf({ enteredAt, verifiedAt }: AskedContact, askedAt: number): Answer {
  if (verifiedAt !== null && verifiedAt >= askedAt) return 'confirmed';
  return enteredAt >= askedAt ? 'corrected' : 'open';
}

/** When the last contact was confirmed; null while one is not, and where there are none to confirm. */
export function answeredAt(contacts: readonly AskedContact[], askedAt: number): number | null {
  if (contacts.length === 0 || contacts.some((one) => answerOf(one, askedAt) !== 'confirmed')) return null;
  return Math.max(...contacts.map(({ verifiedAt }) => verifiedAt ?? askedAt));
}

/** How a round stands: from its due instant on it is overdue, whoever looks and whether a job ran or not. */
export function roundStateAt(
  at: number,
  { askedAt, dueAt }: { askedAt: number; dueAt: number },
  contacts: readonly AskedContact[],
): RoundState {
  if (answeredAt(contacts, askedAt) !== null) return 'answered';
  if (at >= dueAt) return 'overdue';
  return at >= dueAt - DUE_SOON_DAYS * DAY ? 'due-soon' : 'open';
}

/** When a round that is asked at an instant is due, unless it is said. */
export const usualDue = (at: number): number => at + USUAL_DAYS * DAY;

/** What is wrong with when a round shall be due; null if nothing is. */
export function dueFault(at: number, dueAt: number): { rule: 'future' | 'longest'; message: string } | null {
  if (dueAt <= at) return { rule: 'future', message: 'due_at must lie in the future' };
  if (dueAt <= at + LONGEST_DAYS * DAY) return null;
  return { rule: 'longest', message: `due_at must be at most ${LONGEST_DAYS} days ahead` };
}

/** The instant at which a contact is due again under terms with an interval; from entering where it was never verified. */
export const contactDue = ({ enteredAt, verifiedAt }: AskedContact, days: number): number =>
  (verifiedAt ?? enteredAt) + (verifiedAt === null ? 0 : days * DAY);
