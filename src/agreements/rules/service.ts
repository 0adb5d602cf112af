import { medianOf } from './report';

/** Something that one side promised the other to do in time; instants in milliseconds since 1970, UTC. */
export interface Timed {
  /** Whether it is the viewer's team that owes it. */
  readonly ours: boolean;
  readonly began: number;
  readonly due: number;
  /** When it was done, if it was. */
  readonly done: number | null;
  /** When it is over, done or not; infinite where nothing ends it. */
  readonly over: number;
}

/** How one side has kept its time. Each of `count` is one of the four that follow. */
export interface ServiceSums {
  readonly count: number;
  readonly met: number;
  /** Done after it was due, or not done although it was. */
  readonly late: number;
  readonly running: number;
  /** Over or waived before it was due. */
  readonly stopped: number;
  /** Of what was done, from when it began, in hours to a tenth; null where nothing was. */
  readonly median_hours: number | null;
  readonly longest_hours: number | null;
}

const HOUR = 3_600_000;
type Outcome = 'met' | 'late' | 'running' | 'stopped';

/** As the clocks of requests have it, without telling what is late in one way from what is in another. */
function outcomeAt({ due, done, over }: Timed, at: number): Outcome {
  if (done !== null && done <= at) return done < due ? 'met' : 'late';
  if (over <= at) return over <= due ? 'stopped' : 'late';
  return at < due ? 'running' : 'late';
}

const toTenth = (hours: number): number => Math.round(hours * 10) / 10;

/** Sums of what is promised by one side, as they stand at an instant. */
export function serviceSums(all: readonly Timed[], at: number): ServiceSums {
  const outcomes = all.map((one) => outcomeAt(one, at));
  const count = (wanted: Outcome) => outcomes.filter((one) => one === wanted).length;
  const hours = all.flatMap(({ began, done }) => (done === null || done > at ? [] : [(done - began) / HOUR]));
  return {
    ...{ count: all.length, met: count('met'), late: count('late') },
    ...{ running: count('running'), stopped: count('stopped') },
    median_hours: medianOf(hours),
    longest_hours: hours.length === 0 ? null : toTenth(hours.reduce((most, one) => Math.max(most, one))),
  };
}

/** What of one kind is owed and not done yet. */
export interface OwedSums {
  readonly kind: string;
  readonly open: number;
  readonly overdue: number;
  readonly paused: number;
  /** When the next of what is not overdue is due, in milliseconds; null where nothing has a date. */
  readonly nextDue: number | null;
}

/** What of promises is owed at an instant, as one kind; null where nothing is. */
export function owedSums(kind: string, all: readonly Timed[], at: number): OwedSums | null {
  const live = all.filter(({ done, over }) => !(done !== null && done <= at) && over > at);
  if (live.length === 0) return null;
  const coming = live.flatMap(({ due }) => (due > at ? [due] : []));
  return {
    ...{ kind, open: live.length, overdue: live.length - coming.length, paused: 0 },
    nextDue: coming.length === 0 ? null : coming.reduce((first, one) => Math.min(first, one)),
  };
}
