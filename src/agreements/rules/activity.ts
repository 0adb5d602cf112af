export const ACTIVITY_KINDS = [
  'meeting',
  'training',
  'drill',
  'visit',
  'joint_research',
  'awareness',
  'policy_exchange',
  'assistance_requested',
  'assistance_given',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const ACTIVITY_STATES = ['planned', 'under_way', 'over', 'done', 'cancelled'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

const DAY = 86_400_000;
/** An activity lasts two years at most; as hours, a day is as long in every time zone. */
export const LONGEST_DAYS = 732;

/** Instants in milliseconds since 1970. */
export interface Planned {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly outcome: 'done' | 'cancelled' | null;
}

/** How an activity stands at an instant; `over` is what nobody has recorded as done or called off yet. */
export function activityStateAt(at: number, { startsAt, endsAt, outcome }: Planned): ActivityState {
  if (outcome !== null) return outcome;
  if (at < startsAt) return 'planned';
  return at < endsAt ? 'under_way' : 'over';
}

/** What is wrong with when an activity takes place; null if nothing is. */
export function intervalFault(
  startsAt: number,
  endsAt: number,
): { rule: 'order' | 'longest'; message: string } | null {
  if (endsAt <= startsAt) return { rule: 'order', message: 'ends_at must come after starts_at' };
  if (endsAt - startsAt <= LONGEST_DAYS * DAY) return null;
  return { rule: 'longest', message: `ends_at must be at most ${LONGEST_DAYS} days after starts_at` };
}

/** What keeps somebody from recording an outcome. */
export type OutcomeRefusal = 'activity/over' | 'activity/not-organizer' | 'activity/not-yet';

/** Whether an outcome may be recorded: by an organizer, once, and done only when it is over. */
export function mayRecord(
  at: number,
  activity: Planned & { readonly part: 'organizer' | 'participant' },
  outcome: 'done' | 'cancelled',
): OutcomeRefusal | null {
  if (activity.part !== 'organizer') return 'activity/not-organizer';
  if (activity.outcome !== null) return 'activity/over';
  return outcome === 'done' && at < activity.endsAt ? 'activity/not-yet' : null;
}
