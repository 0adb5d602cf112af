import type { Screen } from '../../screen/screen';

export const PERIODS = ['visit', 'day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const DAY = 86_400_000;
const DAYS = { day: 1, week: 7, month: 31 } as const;
/** Who comes back within so long has not been away. */
const AWAY = 30 * 60_000;

/** When a reader was at this browser before, and when she was last seen: instants and nothing else. */
export interface Visits {
  readonly person: string;
  readonly before: string | undefined;
  readonly last: string;
}

/** Reads the cookie that keeps the visits; somebody else's, at a browser that people share, counts for nothing. */
export function visitsFrom(cookie: string | undefined, person: string, now: string): Visits {
  const [of, before = '', last = ''] = (cookie ?? '').split('|');
  const isInstant = (text: string) => !Number.isNaN(Date.parse(text)) && text <= now;
  if (of !== person || !isInstant(last)) return { person, before: undefined, last: now };
  const away = Date.parse(now) - Date.parse(last) > AWAY;
  return { person, before: away ? last : isInstant(before) ? before : undefined, last: now };
}

export const visitsCookie = ({ person, before, last }: Visits): string =>
  [person, before ?? '', last].join('|');

/** Since when changes are shown: the last visit where one is known, but never longer than a month. */
export function since(screen: Screen, visits: Visits): { period: Period; from: string } {
  const now = Date.parse(screen.me?.at ?? '');
  const wanted = PERIODS.find((period) => period === screen.query.since) ?? 'visit';
  const back = (days: number) => new Date(now - days * DAY).toISOString();
  const oldest = back(DAYS.month);
  if (wanted !== 'visit') return { period: wanted, from: back(DAYS[wanted]) };
  if (visits.before === undefined) return { period: 'week', from: back(DAYS.week) };
  return { period: 'visit', from: visits.before > oldest ? visits.before : oldest };
}
