import fc from 'fast-check';
import { PassThrough } from 'node:stream';
import { emptyWorld } from '../cases/empty-world';
import { LATER, EARLIER, randomWorld } from '../cases/random-world';
import { everyone, isTurnOf, startWorld, type World } from '../cast';
import { inventoryOf, type Route } from '../house/inventory';
import { Witnesses } from '../disclosure/witnesses';
import { allowed, canariesOf, type Hidden, hidden, idOf, wordsOf } from './hidden';

const RUNS = Math.ceil(Number(process.env.FC_RUNS ?? 24) / 24);
/** Lists of items: every shape that could bring up what is not on the plain list. */
const SHAPES = [
  'limit=200',
  'scope=own&limit=200',
  'text={canary}',
  'text=Summary&limit=200',
  'reference={reference}',
  'originator=pkcert&limit=200&fields=title',
  'tlp=GREEN&sort=-released_to_you&limit=200',
  'released_to_you_from=2026-01-01T00:00:00Z&limit=200',
  'purpose=research&limit=200',
];

let world: World;
let witnesses: Witnesses;
let routes: Route[];
let lines = '';
beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (chunk: Buffer) => (lines += chunk.toString()));
  world = await startWorld({ log, settings: { logLevel: 'info' } });
  witnesses = new Witnesses(world);
  // Terms of random worlds are written without their hash, so they are given to nobody; confidences.http.spec.ts asks for
  // those of an agreement that people drafted.
  routes = inventoryOf(world).filter(({ method, path }) => method === 'get' && !path.endsWith('/canonical'));
});
afterAll(() => world.close());

/** Everything that a route can be asked with here. */
function askings({ path }: Route, found: Hidden, short: string): string[] {
  if (path.includes('/decisions/'))
    return found.ids.advisories.flatMap((item) =>
      [
        `item=${item}`,
        `item=${item}&team=cncert`,
        `item=${item}&team=corvia&at=${world.clock.now().toISOString()}`,
      ].map((query) => `${path}?${query}`),
    );
  const word = (
    [
      'advisories',
      'incidents',
      'logs',
      'pauses',
      'information-requests',
      'consent-requests',
      'obligations',
      'obligation-notices',
    ] as const
  ).find((one) => path.includes(one));
  const named = path.includes('{id}') ? (word ? found.ids[word] : found.ids.advisories.slice(0, 2)) : [''];
  const paths = named.flatMap((id) =>
    (path.includes('{reference}') ? found.ids.references : ['']).map((reference) =>
      path
        .replace('{id}', id)
        .replace('{reference}', reference)
        .replace('{handle}', 'pkcert')
        .replace('{fingerprint}', 'AB'.repeat(20)),
    ),
  );
  if (path.endsWith('/entries')) return paths.map((one) => `${one}?format=jsonl`);
  if (!/(advisories|incidents)$/.test(path)) return paths;
  return SHAPES.map((shape) =>
    `${path}?${shape}`.replace('{canary}', found.versions[0]?.id ?? 'none').replace('{reference}', short),
  );
}

/** Asks everything of everybody. @returns how often others than the owner came across something, and what was a leak */
async function crawl(found: Hidden, at: number): Promise<{ seen: number; leaks: string[] }> {
  const canaries = canariesOf(found);
  const [short] = await world.owner.query<{ reference: string }[]>(
    'SELECT reference FROM item_reference LIMIT 1',
  );
  const leaks: string[] = [];
  let seen = 0;
  for (const asker of everyone) {
    const may = await allowed(witnesses, world, asker, found, at);
    let turn = 0;
    for (const route of routes)
      for (const path of askings(route, found, short?.reference ?? 'PK-0000-0000-0')) {
        if (/\{id\}|\/decisions\//.test(route.path) && !isTurnOf(asker, turn++)) continue;
        const answer = await asker.ask(world).get(path);
        if (answer.status >= 500) leaks.push(`${asker.name} ${path} ${answer.status}`);
        for (const { law, organization } of found.overlays)
          if (organization !== idOf(world, asker) && (answer.text ?? '').includes(law))
            leaks.push(`${asker.name} ${path} ${law}`);
        for (const word of wordsOf(answer))
          if (canaries.has(word) && !may.has(word)) leaks.push(`${asker.name} ${path} ${word}`);
          else if (canaries.has(word) && asker.organization !== 'pkcert') seen += 1;
      }
  }
  return { seen, leaks };
}

test('no byte of any answer to anybody holds a word of what the decision refuses, and no line of the log holds any', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      randomWorld(witnesses.places.slice(0, 1), fc.constantFrom(...EARLIER)),
      fc.constantFrom(...LATER),
      async (random, at) => {
        await emptyWorld(world.owner);
        await witnesses.given.world(random);
        world.clock.set(new Date(at).toISOString());
        // A world in which nothing is shared, or everything, would prove nothing.
        const shared = await witnesses.decided(world.organizations.cncert, at);
        fc.pre(shared.length > 0 && shared.length < random.items.length);
        // What is shared has to have identifiers before anybody can try those of others.
        for (const team of ['cncert', 'corvia'] as const)
          expect((await world.withKey(team).get('/api/v1/feed')).status).toBe(200);
        lines = '';
        const found = await hidden(world);
        const result = await crawl(found, at);
        expect(result.leaks).toEqual([]);
        // What was asked for by an id is noted by that id; of what it is about nothing is.
        for (const word of canariesOf({ ...found, requests: [] })) expect(lines).not.toContain(word);
        for (const { law } of found.overlays) expect(lines).not.toContain(law);
        seen += result.seen;
      },
    ),
    { numRuns: RUNS, seed: 20261125, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(0);
}, 300_000);
