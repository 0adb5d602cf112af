import type { Caller } from '../../cast';
import type { Known } from './by-hand';

const PATH = '/api/v1/advisories';
type Page = { items: Known[]; next: string | null };

/** Every page of a list, one after the other. */
export async function pages(caller: Caller, query: Record<string, string>, limit: number): Promise<Known[]> {
  const items: Known[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const asked = { ...query, limit: String(limit), ...(cursor ? { cursor } : {}) };
    const { status, body } = (await caller.get(PATH).query(asked)) as { status: number; body: Page };
    expect([query, status]).toEqual([query, 200]);
    // No page is short but the last, and a page that links on has something to link to.
    if (body.next !== null) expect([query, body.items.length]).toEqual([query, limit]);
    items.push(...body.items);
    cursor = body.next;
    expect(items.length).toBeLessThanOrEqual(60);
  }
  return items;
}

/** The whole list, newest first, with what the documents behind it say. */
export async function received(caller: Caller): Promise<Known[]> {
  const whole = await pages(caller, {}, 200);
  const known: Known[] = [];
  for (const item of whole) {
    const { body } = (await caller.get(`${PATH}/${item.id}`)) as { body: Known };
    known.push({ ...body, released_to_you: item.released_to_you });
  }
  return known;
}

/** The same of own items, with what their latest versions say. */
export async function own(caller: Caller): Promise<Known[]> {
  const whole = await pages(caller, { scope: 'own' }, 200);
  const known: Known[] = [];
  for (const { id } of whole) {
    const { body } = (await caller.get(`${PATH}/${id}`)) as {
      body: { reference: string; created_at: string; versions: (Known & { handling: object })[] };
    };
    const latest = body.versions.at(-1)!;
    const { reference, created_at } = body;
    known.push({ ...latest, ...latest.handling, id, reference, created_at, changed_at: latest.created_at });
  }
  return known;
}
