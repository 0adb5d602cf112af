import type { EntityManager } from 'typeorm';
import type { World } from '../../cast';
import { asked, combinations, type Filter, filtersOf } from './by-hand';
import { manyItems } from './many-items';
import { own, received } from './whole-lists';

let world: World;
beforeAll(async () => {
  world = await manyItems();
}, 120_000);
afterAll(() => world.close());

/** What the database is asked for: labels as tokens, and the text. */
function tokens(filters: readonly Filter[]): [string[], string | null] {
  const { text = null, ...labels } = asked(filters);
  const upper = ({ name, value }: { name: string; value: string }) =>
    ['cve', 'reference'].includes(name) ? value.toUpperCase() : value;
  return [Object.entries(labels).map(([name, value]) => `${name}:${upper({ name, value })}`), text];
}
const withoutRanges = (filters: Filter[][]) =>
  filters.filter(([one]) => !/^(released|created|updated)/.test(one!.name));

/** After how many entries the index of the words takes over. */
const LOOKS = [1, 5];

const as = (viewer: string, work: (manager: EntityManager) => Promise<void>) =>
  world.owner.transaction(async (manager) => {
    await manager.query("SELECT set_config('app.viewer_org', $1, true)", [viewer]);
    await work(manager);
  });

it('what is rare is found by the index as it is found by sifting, for every reader', async () => {
  const { cncert, corvia, pkcert, dunmere } = world.organizations;
  const filters = withoutRanges(filtersOf('received', await received(world.withKey('cncert'))));
  let found = 0;
  for (const team of [cncert, corvia, pkcert, dunmere])
    await as(team, async (manager) => {
      for (const combination of combinations(filters))
        for (const newest of [true, false]) {
          const list = (look: number) =>
            manager.query<{ seq: string }[]>(
              `SELECT seq FROM app.shared_list($1, 'advisory', NULL, $2, NULL, NULL, $3, $4, 200, $5)`,
              [world.clock.now(), newest, ...tokens(combination), look],
            );
          const sifted = await list(1000);
          found += sifted.length;
          for (const look of LOOKS) expect(await list(look)).toEqual(sifted);
        }
    });
  expect(found).toBeGreaterThan(300);
}, 240_000);

it('so is what is rare among own items', async () => {
  const filters = withoutRanges(filtersOf('own', await own(world.as('pkcert-analyst'))));
  let found = 0;
  await as(world.organizations.pkcert, async (manager) => {
    for (const combination of combinations(filters))
      for (const newest of [true, false]) {
        const list = (look: number) =>
          manager.query<object[]>(
            `SELECT * FROM app.own_list('advisory', NULL, NULL, $1, '-infinity', 'infinity', '-infinity', 'infinity', $2, $3, 200, $4)`,
            [newest, ...tokens(combination), look],
          );
        const sifted = await list(1000);
        found += sifted.length;
        for (const look of LOOKS) expect(await list(look)).toEqual(sifted);
      }
  });
  expect(found).toBeGreaterThan(150);
}, 240_000);
