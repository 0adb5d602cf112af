import type { Caller, World } from '../../cast';
import { asked, combinations, type Filter, filtersOf, type Known } from './by-hand';
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

/** Asks for choices of filters: each alone in both orders, several at once in one or the other. */
async function sameAsByHand(
  caller: Caller,
  choices: readonly Filter[][],
  whole: readonly Known[],
  [base, time]: [Record<string, string>, string],
): Promise<number> {
  let found = 0;
  await each([...choices.entries()], async ([turn, filters]) => {
    const expected = ids(whole.filter((item) => filters.every(({ leaves }) => leaves(item))));
    found += expected.length;
    const query = { ...base, ...asked(filters) };
    const [newest, oldest] = filters.length === 1 ? [true, true] : [turn % 2 === 0, turn % 2 === 1];
    if (newest) expect([query, ids(await pages(caller, query, 4))]).toEqual([query, expected]);
    if (oldest)
      expect([query, ids(await pages(caller, { ...query, sort: time }, 5))]).toEqual([
        query,
        expected.reverse(),
      ]);
  });
  return found;
}

describe.each([...READERS.entries()].map(([turn, [name, caller]]) => [name, turn, caller] as const))(
  'what is shared with %s',
  (_, turn, caller) => {
    it('is, under up to three filters, in both orders and over all pages, what one finds by hand', async () => {
      const whole = await received(caller());
      expect(whole.length).toBeGreaterThan(10);
      const choices = combinations(filtersOf('received', whole), [turn, 2 * READERS.length]);
      const found = await sameAsByHand(caller(), choices, whole, [{}, 'released_to_you']);
      expect(found).toBeGreaterThan(100);
    }, 240_000);
  },
);

it('own items are, under up to three filters, in both orders and over all pages, what one finds by hand', async () => {
  const caller = world.as('pkcert-analyst');
  const whole = await own(caller);
  expect(whole).toHaveLength(20);
  const choices = combinations(filtersOf('own', whole), [0, 3]);
  const found = await sameAsByHand(caller, choices, whole, [{ scope: 'own' }, 'created']);
  expect(found).toBeGreaterThan(100);
}, 240_000);
