import type { Caller, World } from '../../cast';
import { asked, combinations, filtersOf } from './by-hand';
import { manyItems } from './many-items';
import { own, pages, received } from './whole-lists';

let world: World;
beforeAll(async () => {
  world = await manyItems();
}, 120_000);
afterAll(() => world.close());

/** Asks a few at a time. */
async function each<T>(all: readonly T[], ask: (one: T) => Promise<void>): Promise<void> {
  for (let n = 0; n < all.length; n += 6) await Promise.all(all.slice(n, n + 6).map(ask));
}

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

const READERS: [string, () => Caller][] = [
  ['CNCERT/CC', () => world.withKey('cncert')],
  ['Corvia CERT', () => world.withKey('corvia')],
  ['PKCERT', () => world.as('pkcert-analyst')],
];

describe.each(READERS)('what is shared with %s', (_, caller) => {
  it('is, under up to three filters, in both orders and over all pages, what one finds by hand', async () => {
    const whole = await received(caller());
    expect(whole.length).toBeGreaterThan(10);
    let found = 0;
    await each(combinations(filtersOf('received', whole)), async (filters) => {
      const expected = whole.filter((item) => filters.every(({ leaves }) => leaves(item)));
      found += expected.length;
      const query = asked(filters);
      expect([query, ids(await pages(caller(), query, 4))]).toEqual([query, ids(expected)]);
      const oldest = await pages(caller(), { ...query, sort: 'released_to_you' }, 5);
      expect([query, ids(oldest)]).toEqual([query, ids(expected).reverse()]);
    });
    expect(found).toBeGreaterThan(150);
  }, 240_000);
});

it('own items are, under up to three filters, in both orders and over all pages, what one finds by hand', async () => {
  const caller = world.as('pkcert-analyst');
  const whole = await own(caller);
  expect(whole).toHaveLength(20);
  let found = 0;
  await each(combinations(filtersOf('own', whole)), async (filters) => {
    const expected = whole.filter((item) => filters.every(({ leaves }) => leaves(item)));
    found += expected.length;
    const query = { scope: 'own', ...asked(filters) };
    expect([query, ids(await pages(caller, query, 3))]).toEqual([query, ids(expected)]);
    const oldest = await pages(caller, { ...query, sort: 'created' }, 4);
    expect([query, ids(oldest)]).toEqual([query, ids(expected).reverse()]);
  });
  expect(found).toBeGreaterThan(150);
}, 240_000);
