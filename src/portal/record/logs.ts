import type { components, paths } from '../../../docs/openapi';
import { looksLikeId, looksLikeReference } from '../frame/reference';
import type { Screen } from '../screen/screen';
import { given, tried } from '../web-api/refused';

type Schemas = components['schemas'];
export type Log = Schemas['Log'];
export type Entry = Schemas['LogEntry'];
export type EntryPage = Schemas['LogEntryPage'];
export type Kind = Schemas['EntryKind'];
export type Filters = NonNullable<paths['/api/v1/logs/{id}/pages']['get']['parameters']['query']>;

export const logsOf = async ({ api }: Screen): Promise<Log[]> => (await given(api.GET('/api/v1/logs'))).items;

export const pageOf = ({ api }: Screen, id: string, query: Filters): Promise<EntryPage> =>
  given(api.GET('/api/v1/logs/{id}/pages', { params: { path: { id }, query } }));

/** The id of an item by what somebody typed: its id, or its reference. Undefined for what the reader may not see. */
export async function itemId({ api }: Screen, typed: string): Promise<string | undefined> {
  if (looksLikeId(typed)) return typed.toLowerCase();
  if (!looksLikeReference(typed)) return undefined;
  const params = { path: { id: typed } };
  const { data: advisory } = await tried(api.GET('/api/v1/advisories/{id}', { params }));
  if (advisory) return advisory.id;
  const { data: incident } = await tried(api.GET('/api/v1/incidents/{id}', { params }));
  return incident?.id;
}

/** How many pages of one log are looked at for one screen; then the reader is asked to go on. */
const PAGES = 10;

/** What was found in one log, and where to go on if it was not looked through to its beginning. */
export interface Found {
  readonly log: Log;
  readonly entries: Entry[];
  readonly lookedBackTo: string | null;
}

/** The entries of a log that filters leave, as far as one screen looks. */
export async function found(screen: Screen, log: Log, filters: Filters): Promise<Found> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const page = await pageOf(screen, log.id, { ...filters, limit: 200, ...(cursor ? { cursor } : {}) });
    entries.push(...page.items);
    if (page.next === null) return { log, entries, lookedBackTo: null };
    cursor = page.next;
    if (pages === PAGES - 1) return { log, entries, lookedBackTo: page.looked_back_to };
  }
  return { log, entries, lookedBackTo: null };
}

/**
 * The same in several logs, one after the other, the house log first: that its reading is written down in it is then not
 * among what is found, whatever else happens at the same time, and one screen never takes all connections.
 */
export async function foundInAll(screen: Screen, logs: readonly Log[], filters: Filters): Promise<Found[]> {
  const all: Found[] = [];
  for (const log of logs.toSorted((one, other) => one.kind.localeCompare(other.kind)))
    all.push(await found(screen, log, filters));
  return all;
}
