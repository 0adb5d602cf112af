import type { Me, Screen } from '../../screen/screen';
import type { Reminder } from '../../reminders/reminder';
import { ApiRefused } from '../../web-api/refused';

type Role = Me['roles'][number];

/** Something that waits for the reader, in a sentence, with where it is done. */
export interface Need {
  readonly sentence: string;
  readonly href: string;
  /** What somebody called it. */
  readonly title?: string | undefined;
  readonly tlp?: string | null | undefined;
  /** When it is too late, or when something ends. */
  readonly due?: string | null | undefined;
  /** Since when it waits. */
  readonly since?: string | null | undefined;
  /** What it is put away by. */
  readonly reminder?: Pick<Reminder, 'kind' | 'subject'>;
  /** What cannot wait comes first: 0 now, 1 today, 2 soon, 3 when there is time. */
  readonly rank: 0 | 1 | 2 | 3;
}

/** A kind of things that may wait, and for whom. */
export interface Source {
  readonly roles: readonly Role[];
  /** @throws ApiRefused, which is shown beside what could be had */
  readonly ask: (screen: Screen) => Promise<readonly Need[]>;
}

/** What waits, and what could not be had. */
export interface Needs {
  readonly needs: readonly Need[];
  readonly refused: readonly ApiRefused[];
}

/** How many of one kind are shown; the page behind them has all. */
export const SHOWN = 10;
const DAY = 86_400_000;

/** Whether an instant has come or comes within so many days. */
export const isWithin = ({ me }: Screen, instant: string | null | undefined, days: number): boolean =>
  typeof instant === 'string' && Date.parse(instant) - Date.parse(me?.at ?? '') <= days * DAY;

const before = (one: Need, other: Need): number =>
  one.rank - other.rank ||
  (one.due ?? '9').localeCompare(other.due ?? '9') ||
  (one.since ?? '').localeCompare(other.since ?? '');

/** A refusal that leaves the rest of the page standing. @throws what does not */
export function shownBeside(reason: unknown): ApiRefused {
  if (reason instanceof ApiRefused && reason.status !== 401 && !reason.leadsElsewhere) return reason;
  throw reason;
}

/** Asks the sources for the reader's roles, all at once. One that fails leaves the others standing. */
export async function ask(screen: Screen, sources: readonly Source[]): Promise<Needs> {
  const roles = screen.me?.roles ?? [];
  const asked = sources.filter((source) => source.roles.some((role) => roles.includes(role)));
  const answers = await Promise.allSettled(asked.map((source) => source.ask(screen)));
  const refused: ApiRefused[] = [];
  const needs: Need[] = [];
  for (const answer of answers)
    if (answer.status === 'fulfilled') needs.push(...answer.value.slice(0, SHOWN));
    else refused.push(shownBeside(answer.reason));
  return { needs: needs.toSorted(before), refused };
}
