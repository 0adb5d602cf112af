import { pauseInWords } from '../../call-and-stop/pauses-now';
import { pathOfItem } from '../../frame/item-path';
import type { Screen } from '../../screen/screen';
import { type ApiRefused, given } from '../../web-api/refused';
import { shownBeside } from '../needs/need';

const A_PAGE = 50;
/** How many changes are shown; the lists behind them have all. */
const SHOWN = 25;

/** Something that has changed for the reader. */
export interface Change {
  readonly at: string;
  readonly sentence: string;
  readonly href: string;
  readonly title?: string | undefined;
  readonly tlp?: string | null | undefined;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** When each item came in that is counted in the picture. */
  readonly received: readonly string[];
  /** Whether more came in than were asked for. */
  readonly more: boolean;
  readonly refused: readonly ApiRefused[];
}

interface Found {
  readonly changes: readonly Change[];
  readonly received?: readonly string[];
  readonly more?: boolean;
}

async function received(screen: Screen, from: string, kind: 'advisories' | 'incidents'): Promise<Found> {
  const params = { query: { scope: 'received', released_to_you_from: from, limit: A_PAGE } } as const;
  const page = await (kind === 'advisories'
    ? given(screen.api.GET('/api/v1/advisories', { params }))
    : given(screen.api.GET('/api/v1/incidents', { params })));
  if (page.scope !== 'received') return { changes: [] };
  return {
    changes: page.items.map(({ id, title, tlp, originator, released_to_you }) => ({
      ...{
        at: released_to_you,
        title,
        tlp,
        href: pathOfItem(kind === 'incidents' ? 'incident' : 'advisory', id),
      },
      sentence: screen.t(`home.received_${kind}`, { originator }),
    })),
    received: page.items.map(({ released_to_you }) => released_to_you),
    more: page.next !== null,
  };
}

async function ownItems({ api, t }: Screen, from: string): Promise<Found> {
  const query = { scope: 'own', limit: A_PAGE } as const;
  const [advisories, incidents] = await Promise.all([
    given(api.GET('/api/v1/advisories', { params: { query: { ...query, created_from: from } } })),
    given(api.GET('/api/v1/incidents', { params: { query: { ...query, updated_from: from } } })),
  ]);
  const written = advisories.scope === 'own' ? advisories.items : [];
  const changed = incidents.scope === 'own' ? incidents.items : [];
  return {
    changes: [
      ...written.map(({ id, title, handling, created_at }) => ({
        ...{ at: created_at, title, tlp: handling.tlp, href: `/portal/advisories/${id}` },
        sentence: t('home.written'),
      })),
      ...changed.map(({ id, title, tlp, changed_at }) => ({
        ...{ at: changed_at, title, tlp, href: `/portal/incidents/cases/${id}` },
        sentence: t('home.caseChanged'),
      })),
    ],
  };
}

async function reports({ api, t }: Screen, from: string): Promise<Found> {
  const { items } = await given(api.GET('/api/v1/reports', { params: { query: { limit: A_PAGE } } }));
  return {
    changes: items
      .filter(({ filed_at }) => filed_at >= from)
      .map(({ id, reporter, title, filed_at }) => ({
        ...{ at: filed_at, title, href: `/portal/incidents/reports/${id}` },
        sentence: t('home.reportFiled', { reporter }),
      })),
  };
}

async function pauses(screen: Screen, from: string): Promise<Found> {
  const { items } = await given(screen.api.GET('/api/v1/pauses', { params: { query: { limit: A_PAGE } } }));
  return {
    changes: items
      .filter(({ since }) => since >= from)
      .map((pause) => ({
        ...{ at: pause.since, href: `/portal/agreements/pauses/${pause.id}` },
        sentence: pauseInWords(screen, pause),
      })),
  };
}

/** What has changed since an instant, the newest first. What cannot be had leaves the rest standing. */
export async function loadChanges(screen: Screen, from: string): Promise<Changes> {
  const answers = await Promise.allSettled([
    received(screen, from, 'advisories'),
    received(screen, from, 'incidents'),
    ownItems(screen, from),
    reports(screen, from),
    pauses(screen, from),
  ]);
  const found: Found[] = [];
  const refused: ApiRefused[] = [];
  for (const answer of answers)
    if (answer.status === 'fulfilled') found.push(answer.value);
    else refused.push(shownBeside(answer.reason));
  return {
    changes: found
      .flatMap(({ changes }) => changes)
      .toSorted((one, other) => other.at.localeCompare(one.at))
      .slice(0, SHOWN),
    received: found.flatMap(({ received = [] }) => received),
    more: found.some(({ more }) => more),
    refused,
  };
}
