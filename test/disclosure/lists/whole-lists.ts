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
