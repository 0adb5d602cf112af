import { looksLikeId, looksLikeReference } from '../frame/reference';
import type { Screen } from '../screen/screen';
import { given, tried } from '../web-api/refused';

/** An own item as the screen names it. */
export interface Named {
  readonly id: string;
  readonly kind: 'advisory' | 'incident';
  readonly reference: string;
  readonly title: string;
  readonly tlp: string | null;
}

const MOST = 10;
type Own = Omit<Named, 'kind' | 'tlp'> & { tlp?: string | null; handling?: { tlp: string | null } };

/** The reader's own items that have all these words. */
async function withWords({ api }: Screen, text: string): Promise<Named[]> {
  const params = { query: { scope: 'own' as const, text, limit: MOST } };
  const [advisories, incidents] = await Promise.all([
    given(api.GET('/api/v1/advisories', { params })),
    given(api.GET('/api/v1/incidents', { params })),
  ]);
  const named = (kind: Named['kind'], items: unknown): Named[] =>
    (items as Own[]).map(({ id, reference, title, tlp, handling }) => ({
      ...{ id, kind, reference, title },
      tlp: handling?.tlp ?? tlp ?? null,
    }));
  return [...named('advisory', advisories.items), ...named('incident', incidents.items)];
}

/** What was typed may be an id or a reference, which is passed on as it is, or words of titles. */
export async function findItems(screen: Screen, typed: string): Promise<string | Named[]> {
  if (looksLikeId(typed) || looksLikeReference(typed)) return typed;
  return /[\p{L}\p{N}]/u.test(typed) ? withWords(screen, typed.slice(0, 200)) : [];
}

/** An own item by its id, with the marking of one of its versions; undefined where the reader may not read it. */
export async function ownItem(
  { api }: Screen,
  { item, type, version }: { item: string; type: Named['kind']; version: number },
): Promise<Named | undefined> {
  const params = { path: { id: item } };
  const { data } =
    type === 'advisory'
      ? await tried(api.GET('/api/v1/advisories/{id}', { params }))
      : await tried(api.GET('/api/v1/incidents/{id}', { params }));
  if (!data || !('versions' in data)) return undefined;
  const { id, reference, title, versions } = data;
  const said = versions.find((one) => one.version === version);
  return { id, kind: type, reference, title: said?.title ?? title, tlp: said?.handling.tlp ?? null };
}
