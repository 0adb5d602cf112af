import type { EntityManager } from 'typeorm';
import type { Caller, World } from '../../cast';
import { asked, combinations, type Filter, filtersOf } from './by-hand';
import { manyItems } from './many-items';
import { own, pages, received } from './whole-lists';

let world: World;
beforeAll(async () => {
  world = await manyItems();
}, 120_000);
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

/** Expects the index to find what sifting finds. @returns how much that is */
function agreeing(lists: readonly List[]): number {
  expect(lists).toHaveLength(2 * LOOKS.length);
  const sifted = lists.filter(({ look }) => look === LOOKS[0]);
  for (const { newest, ids } of lists)
    expect(ids).toEqual(sifted.find((list) => list.newest === newest)?.ids);
  return sifted.flatMap(({ ids }) => ids).length;
}

const as = (viewer: string, work: (manager: EntityManager) => Promise<void>) =>
  world.owner.transaction(async (manager) => {
    await manager.query("SELECT set_config('app.viewer_org', $1, true)", [viewer]);
    await work(manager);
  });

it('what is rare is found by the index as it is found by sifting, for every reader', async () => {
  const { cncert, corvia, pkcert, dunmere } = world.organizations;
  const filters = withoutRanges(filtersOf('received', await received(world.withKey('cncert'))));
  const lists = LISTS(
    "seq FROM app.shared_list($1, 'advisory', NULL, newest, NULL, NULL, $2, $3, 200, look)",
  );
  let found = 0;
  for (const team of [cncert, corvia, pkcert, dunmere])
    await as(team, async (manager) => {
      for (const combination of combinations(filters))
        found += agreeing(await manager.query<List[]>(lists, [world.clock.now(), ...tokens(combination)]));
    });
  expect(found).toBeGreaterThan(300);
}, 240_000);

it('so is what is rare among own items', async () => {
  const filters = withoutRanges(filtersOf('own', await own(world.as('pkcert-analyst'))));
  const lists = LISTS(
    `item_id FROM app.own_list('advisory', NULL, NULL, newest, '-infinity', 'infinity', '-infinity', 'infinity', $1, $2, 200, look)
     WITH ORDINALITY AS l(item_id, version_id, n) ORDER BY n`,
  );
  let found = 0;
  await as(world.organizations.pkcert, async (manager) => {
    for (const combination of combinations(filters))
      found += agreeing(await manager.query<List[]>(lists, tokens(combination)));
  });
  expect(found).toBeGreaterThan(150);
}, 240_000);
