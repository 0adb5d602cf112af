import type { EntityManager } from 'typeorm';
import type { Caller, World } from '../../cast';
import { asked, combinations, type Filter, filtersOf, type Known } from './by-hand';
import { manyItems } from './many-items';
import { own, pages, received } from './whole-lists';

let world: World;
beforeAll(async () => {
  world = await manyItems();
}, 300_000);
afterAll(() => world.close());

/** Asks a few at a time. */
async function each<T>(all: readonly T[], ask: (one: T) => Promise<void>): Promise<void> {
  for (let n = 0; n < all.length; n += 3) await Promise.all(all.slice(n, n + 3).map(ask));
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

/** What the database is asked for: labels as tokens, and the text. */
function tokens(filters: readonly Filter[]): [string[], string | null] {
  const { text = null, ...labels } = asked(filters);
  const upper = ({ name, value }: { name: string; value: string }) =>
    ['cve', 'reference'].includes(name) ? value.toUpperCase() : value;
  return [Object.entries(labels).map(([name, value]) => `${name}:${upper({ name, value })}`), text];
}
const withoutRanges = (filters: Filter[][]) =>
  filters.filter(([one]) => !/^(released|created|updated)/.test(one!.name));

/** After how many entries the index of the words takes over: never, at once, and soon. */
const LOOKS = [1000, 1, 5];

/** The ids of a list in both orders, as it is sifted and as the index finds it. */
const LISTS = (list: string) => `
  SELECT newest, look, ARRAY(SELECT ${list}) AS ids
  FROM unnest(ARRAY[true, false]) AS newest CROSS JOIN unnest(ARRAY[${LOOKS.join()}]) AS look`;
interface List {
  newest: boolean;
  look: number;
  ids: string[];
}

/** Expects to find this, newest first, in either order and whether by sifting or by the index. @returns how much that is, in both orders */
function finding(expected: readonly string[], lists: readonly List[]): number {
  expect(lists).toHaveLength(2 * LOOKS.length);
  const oldest = expected.toReversed();
  for (const { newest, ids } of lists) expect(ids).toEqual(newest ? expected : oldest);
  return 2 * expected.length;
}
const left = (whole: readonly Known[], filters: readonly Filter[]) =>
  whole.filter((item) => filters.every(({ leaves }) => leaves(item)));

const as = (viewer: string, work: (manager: EntityManager) => Promise<void>) =>
  world.owner.transaction(async (manager) => {
    await manager.query("SELECT set_config('app.viewer_org', $1, true)", [viewer]);
    await work(manager);
  });

it('the database finds for every reader, under up to three filters, what one finds by hand, by the index as by sifting', async () => {
  const filters = withoutRanges(filtersOf('received', await received(world.withKey('cncert'))));
  const lists = LISTS(
    "seq FROM app.shared_list($1, 'advisory', NULL, newest, NULL, NULL, $2, $3, 200, look)",
  );
  let found = 0;
  for (const reader of ['cncert', 'corvia', 'pkcert', 'dunmere'] as const) {
    const whole = await received(world.withKey(reader));
    await as(world.organizations[reader], async (manager) => {
      const ask = (combination: readonly Filter[]) =>
        manager.query<List[]>(lists, [world.clock.now(), ...tokens(combination)]);
      const places = (await ask([])).find(({ newest }) => newest)!.ids;
      expect(places).toHaveLength(whole.length);
      const placeOf = new Map(whole.map((item, nth) => [item, places[nth]!]));
      for (const combination of combinations(filters)) {
        const expected = left(whole, combination).map((item) => placeOf.get(item)!);
        found += finding(expected, await ask(combination));
      }
    });
  }
  expect(found).toBeGreaterThan(300);
}, 240_000);

it('so it does among own items', async () => {
  const whole = await own(world.as('pkcert-analyst'));
  const lists = LISTS(
    `item_id FROM app.own_list('advisory', NULL, NULL, newest, '-infinity', 'infinity', '-infinity', 'infinity', $1, $2, 200, look)
     WITH ORDINALITY AS l(item_id, version_id, n) ORDER BY n`,
  );
  let found = 0;
  await as(world.organizations.pkcert, async (manager) => {
    for (const combination of combinations(withoutRanges(filtersOf('own', whole))))
      found += finding(
        ids(left(whole, combination)),
        await manager.query<List[]>(lists, tokens(combination)),
      );
  });
  expect(found).toBeGreaterThan(150);
}, 240_000);
