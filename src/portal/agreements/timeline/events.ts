import type { components } from '../../../../docs/openapi';
import type { Agreement } from '../agreement';

type Fact = components['schemas']['FactView'];
type Pause = components['schemas']['PauseView'];

const FACTS = [
  'submitted',
  'approved',
  'signed',
  'rejected',
  'withdrawn',
  'notified',
  'corrected',
  'correction_confirmed',
  'entered_into_force',
  'notice_given',
  'ended',
] as const;
export type EventKind = (typeof FACTS)[number] | Pause['kind'] | 'resumed' | 'out_of_force' | 'superseded';

/** Something that happened, or will, in the life of an agreement. */
export interface TimelineEvent {
  readonly kind: EventKind;
  /** When it takes effect. */
  readonly at: string;
  readonly terms: number | null;
  /** From where it is known: a fact, or the beginning or end of a pause. */
  readonly fact?: Fact;
  readonly pause?: Pause;
}

/** An interval between two events; without an end it goes on. */
export interface TimelineSpan {
  readonly from: string;
  readonly until: string | null;
  /** Number of the terms that are in force. */
  readonly terms?: number;
  readonly pause?: Pause;
}

export interface Timeline {
  readonly events: readonly TimelineEvent[];
  readonly force: readonly TimelineSpan[];
  readonly paused: readonly TimelineSpan[];
  /** The instant at which it is looked at. */
  readonly now: string;
}

const known = (kind: string): kind is (typeof FACTS)[number] => (FACTS as readonly string[]).includes(kind);

function pauseEvents(pause: Pause): TimelineEvent[] {
  const begun: TimelineEvent = { kind: pause.kind, at: pause.since, terms: null, pause };
  return pause.until === null ? [begun] : [begun, { kind: 'resumed', at: pause.until, terms: null, pause }];
}

/** A fact when it takes effect. A notice is given when it is recorded; what takes effect later is the end. */
function factEvents(fact: Fact, endsAt: string | null): TimelineEvent[] {
  const { kind, terms_version: terms, effective_at: at, recorded_at: recorded } = fact;
  if (!known(kind)) return [];
  if (kind !== 'notice_given') return [{ kind, at, terms, fact }];
  const given: TimelineEvent = { kind, at: recorded, terms, fact };
  return at === endsAt ? [given, { kind: 'ended', at, terms, fact }] : [given];
}

/** When versions of terms cease to be in force for another reason than those that the facts tell. */
function lapses(
  force: readonly TimelineSpan[],
  told: readonly TimelineEvent[],
  endsAt: string | null,
): TimelineEvent[] {
  const explained = [
    ...told.map(({ kind, at }) => (kind === 'ended' ? at : '')),
    ...force.map(({ from }) => from),
  ];
  return force.flatMap(({ until, terms = null }): TimelineEvent[] =>
    until === null || explained.includes(until)
      ? []
      : [
          until === endsAt
            ? { kind: 'superseded', at: until, terms: null }
            : { kind: 'out_of_force', at: until, terms },
        ],
  );
}

/** The facts and pauses of an agreement in the order in which they take effect; what is recorded together stays so. */
export function timelineOf({ facts, pauses, terms, state }: Agreement): Timeline {
  const told = [...facts.flatMap((fact) => factEvents(fact, state.ends_at)), ...pauses.flatMap(pauseEvents)];
  const force = terms.flatMap(({ number, in_force_from: from, in_force_until: until }): TimelineSpan[] =>
    from === null ? [] : [{ from, until, terms: number }],
  );
  const paused = pauses.map((pause): TimelineSpan => ({ from: pause.since, until: pause.until, pause }));
  const events = [...told, ...lapses(force, told, state.ends_at)].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
  return { events, force, paused, now: state.at };
}

/** Where an instant stands among the events: each has a place of its own, and now has one, too. */
export function places({ events, now }: Timeline): {
  placeOf: (instant: string) => number;
  now: number;
  count: number;
} {
  const instants = events.map(({ at }) => at);
  const before = instants.filter((at) => at <= now).length;
  const placeOf = (instant: string): number => {
    const index = instants.findLastIndex((at) => at <= instant);
    return index < before ? index : index + 1;
  };
  return { placeOf, now: before, count: events.length + 1 };
}
