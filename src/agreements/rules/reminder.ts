const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const REMINDER_KINDS = [
  'acknowledgement',
  'consent',
  'consent_granted',
  'consent_response',
  'contact',
  'contact_round',
  'duty_officer',
  'expiry',
  'meeting',
  'obligation',
  'request',
  'request_word',
  'response',
  'review',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** How long before something is due it is reminded of; durations after ISO 8601, a day is of 24 hours. */
const SPANS = {
  P90D: 90 * DAY,
  P30D: 30 * DAY,
  P14D: 14 * DAY,
  P7D: 7 * DAY,
  P3D: 3 * DAY,
  P2D: 2 * DAY,
  P1D: DAY,
  PT1H: HOUR,
} as const;
type Span = keyof typeof SPANS;
export const REMINDER_STEPS = [...(Object.keys(SPANS) as Span[]), 'overdue'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

interface Plan {
  /** The longest first. */
  readonly before: readonly [Span, ...Span[]];
  /** Whether it goes on once it is due: what is over then is reminded of no more. */
  readonly overdue: boolean;
  /** For whom, besides liaison officers. */
  readonly roles: readonly ('duty-officer' | 'releaser')[];
}

/** The one table of what is reminded of, how long before and for whom; decision 0038 has it in words. */
export const REMINDERS: Readonly<Record<ReminderKind, Plan>> = {
  acknowledgement: { before: ['PT1H'], overdue: false, roles: ['duty-officer'] },
  consent: { before: ['P14D', 'P3D'], overdue: false, roles: ['releaser'] },
  consent_granted: { before: ['P14D', 'P3D'], overdue: false, roles: ['releaser'] },
  consent_response: { before: ['P1D', 'PT1H'], overdue: true, roles: ['duty-officer', 'releaser'] },
  contact: { before: ['P30D', 'P7D'], overdue: true, roles: [] },
  contact_round: { before: ['P7D', 'P1D'], overdue: true, roles: [] },
  duty_officer: { before: ['P30D', 'P7D'], overdue: false, roles: ['duty-officer'] },
  expiry: { before: ['P90D', 'P30D', 'P7D'], overdue: false, roles: [] },
  meeting: { before: ['P30D', 'P7D'], overdue: true, roles: [] },
  obligation: { before: ['P7D', 'P1D'], overdue: false, roles: ['duty-officer'] },
  request: { before: ['P2D', 'P1D'], overdue: false, roles: ['duty-officer', 'releaser'] },
  request_word: { before: ['P1D', 'PT1H'], overdue: true, roles: ['duty-officer', 'releaser'] },
  response: { before: ['P1D', 'PT1H'], overdue: true, roles: ['duty-officer', 'releaser'] },
  review: { before: ['P7D', 'P1D'], overdue: true, roles: ['duty-officer'] },
};

/** How long before it is due something is reminded of first, in milliseconds. */
export const longestBefore = (kind: ReminderKind): number => SPANS[REMINDERS[kind].before[0]];

/** The kinds that somebody with these roles is reminded of. */
export const kindsFor = (roles: readonly string[]): ReminderKind[] =>
  REMINDER_KINDS.filter((kind) => ['liaison', ...REMINDERS[kind].roles].some((role) => roles.includes(role)));

/**
 * Where a reminder stands at an instant: the shortest time before that has come, overdue from the very instant on, or
 * null where nothing is to be reminded of. It follows from the dates alone, whoever looks and whether a job ran or not.
 */
export function reminderStepAt(kind: ReminderKind, dueAt: number, at: number): ReminderStep | null {
  const { before, overdue } = REMINDERS[kind];
  if (at >= dueAt) return overdue ? 'overdue' : null;
  return before.findLast((span) => dueAt - SPANS[span] <= at) ?? null;
}

/** What is known of meetings under an agreement, in milliseconds since 1970. */
export interface Meetings {
  /** Since when it is in force, without a gap. */
  readonly since: number;
  readonly days: number;
  /** When the last one that is done ended. */
  readonly last: number | null;
  /** When planned ones begin and end that nobody called off. */
  readonly planned: readonly { readonly startsAt: number; readonly endsAt: number }[];
}

/** When the next meeting is due: so many days of 24 hours after the last, or after the entry into force. */
export const meetingDue = ({ since, days, last }: Meetings): number =>
  Math.max(since, last ?? since) + days * DAY;

/** Whether nobody need be reminded of it, since one is planned to begin until then and is not over yet. */
export const isMeetingPlanned = (meetings: Meetings, at: number): boolean =>
  meetings.planned.some(({ startsAt, endsAt }) => startsAt <= meetingDue(meetings) && endsAt > at);

/** A contact as far as it falls due. */
export interface DueContact {
  readonly enteredAt: number;
  readonly verifiedAt: number | null;
  /** When its verification lapses for everybody. */
  readonly lapsesAt: number | null;
}

/** When a contact is to be verified again, and under which agreement, of those that say how often, the earliest. */
export function contactDueAt(
  { enteredAt, verifiedAt, lapsesAt }: DueContact,
  terms: readonly { readonly agreement: string; readonly days: number }[],
  at: number,
): { due: number; agreement: string | null } {
  if (verifiedAt === null || lapsesAt === null) return { due: enteredAt, agreement: null };
  const lapse = { due: lapsesAt, agreement: null as string | null };
  // What has lapsed counts for nobody, whatever an agreement says.
  if (lapsesAt <= at) return lapse;
  return terms
    .map(({ agreement, days }) => ({ due: verifiedAt + days * DAY, agreement }))
    .reduce((first, one) => (one.due < first.due ? one : first), lapse);
}
