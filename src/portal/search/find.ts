import { looksLikeReference } from '../frame/reference';
import type { MessageKey } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import { tried } from '../web-api/refused';

/** One thing that was found, as the web API gave it to the reader. */
export interface Hit {
  readonly path: string;
  readonly text: string;
  readonly also: string;
  readonly tlp?: string | null | undefined;
}

/** What was found of one sort. */
export interface Group {
  readonly name: MessageKey;
  readonly hits: readonly Hit[];
  readonly more: boolean;
}

/** How many of each sort are shown. */
const MOST = 10;

type Items = { items: unknown[]; next: string | null };
type Asked = Promise<{ data?: Items; error?: unknown; response: Response }>;

/** What a list of the web API has for the reader; nothing where it refuses her. */
async function group<Row>(name: MessageKey, asked: unknown, hit: (row: Row) => Hit): Promise<Group> {
  const { data } = await tried(asked as Asked);
  return { name, hits: ((data?.items ?? []) as Row[]).map(hit), more: (data?.next ?? null) !== null };
}

interface Item {
  id: string;
  title: string;
  reference: string;
  tlp?: string | null;
  handling?: { tlp: string | null };
}

const itemAt =
  (place: string) =>
  ({ id, title, reference, tlp, handling }: Item): Hit => ({
    ...{ path: `${place}/${id}`, text: title, also: reference },
    tlp: tlp ?? handling?.tlp,
  });
const ADVISORIES = '/portal/advisories';
const CASES = '/portal/incidents/cases';

/** Everything that has these words, of every sort that the web API lists for the reader. */
export function findWords({ api }: Screen, text: string): Promise<Group[]> {
  const limit = MOST;
  const own = { params: { query: { scope: 'own' as const, text, limit } } };
  const received = { params: { query: { scope: 'received' as const, text, limit } } };
  const words = { params: { query: { text, limit } } };
  return Promise.all([
    group('search.ownAdvisories', api.GET('/api/v1/advisories', own), itemAt(ADVISORIES)),
    group('search.sharedAdvisories', api.GET('/api/v1/advisories', received), itemAt(ADVISORIES)),
    group('search.ownIncidents', api.GET('/api/v1/incidents', own), itemAt(CASES)),
    group('search.sharedIncidents', api.GET('/api/v1/incidents', received), itemAt(CASES)),
    group<{ id: string; title: string; reporter: string }>(
      'search.reports',
      api.GET('/api/v1/reports', words),
      ({ id, title, reporter }) => ({ path: `/portal/incidents/reports/${id}`, text: title, also: reporter }),
    ),
    group<{ reference: string; title: string }>(
      'search.agreements',
      api.GET('/api/v1/agreements', words),
      ({ reference, title }) => ({
        ...{ path: `/portal/agreements/${encodeURIComponent(reference)}`, text: title, also: reference },
      }),
    ),
    group<{ handle: string; name: string }>(
      'search.organizations',
      api.GET('/api/v1/organizations', words),
      ({ handle, name }) => ({ path: `/portal/organizations/${handle}`, text: name, also: handle }),
    ),
  ]);
}

/**
 * Where a short reference leads: the page of its item. Undefined for what is no reference.
 * @returns `nothing` for what the reader may not see, whether it is there or not
 */
export async function findReference(
  { api }: Screen,
  typed: string,
): Promise<{ path: string } | 'nothing' | 'mistyped' | undefined> {
  if (!looksLikeReference(typed)) return undefined;
  const params = { path: { id: typed.trim() } };
  const advisory = await tried(api.GET('/api/v1/advisories/{id}', { params }));
  if (advisory.data) return { path: `${ADVISORIES}/${advisory.data.id}` };
  if (advisory.refused?.status === 422) return 'mistyped';
  const incident = await tried(api.GET('/api/v1/incidents/{id}', { params }));
  return incident.data ? { path: `${CASES}/${incident.data.id}` } : 'nothing';
}
