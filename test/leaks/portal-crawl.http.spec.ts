import fc from 'fast-check';
import { PassThrough } from 'node:stream';
import { emptyWorld } from '../cases/empty-world';
import { EARLIER, LATER, randomWorld } from '../cases/random-world';
import { type Asker, everyone, isTurnOf, startWorld, type World } from '../cast';
import { Witnesses } from '../disclosure/witnesses';
import { browse, type Browser, type Seen } from '../portal/browse';
import { kindOf, linksIn } from '../portal/places';
import { readRoutes } from '../portal/screen-routes';
import { allowed, canariesOf, type Hidden, hidden, idOf, wordsOf } from './hidden';

/** How many addresses of a kind somebody opens whom they were shown, and whom they were not. */
const LED_TO = 6;
const FOREIGN = 4;

let world: World;
let witnesses: Witnesses;
let routes: string[];
let lines = '';
beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (chunk: Buffer) => (lines += chunk.toString()));
  world = await startWorld({ log, settings: { logLevel: 'info' } });
  witnesses = new Witnesses(world);
  routes = readRoutes(world.app);
});
afterAll(() => world.close());

/** Everybody with a browser, and somebody who is not signed in. Systems have none. */
const people = everyone.filter(({ person, organization }) => person || organization === 'public');

/** Somebody at a browser, with all that she was led to. */
interface Walk {
  asker: Asker;
  browser: Browser;
  opened: Map<string, Seen>;
}

/** Opens what a home page leads to, and what that leads to. */
async function walk(asker: Asker): Promise<Walk> {
  const browser = await browse(world, asker.person);
  const opened = new Map<string, Seen>();
  const times = new Map<string, number>();
  const ahead = ['/portal'];
  for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
    const kind = kindOf(routes, address);
    const before = times.get(kind ?? '') ?? 0;
    if (kind === undefined || opened.has(address) || before >= LED_TO) continue;
    // Colleagues share what is of the same kind between them.
    if (before > 0 && !isTurnOf(asker, before)) {
      times.set(kind, before + 1);
      continue;
    }
    times.set(kind, before + 1);
    const seen = await browser.get(address);
    opened.set(address, seen);
    ahead.push(...linksIn(seen.text), ...(seen.location?.startsWith('/portal') ? [seen.location] : []));
  }
  return { asker, browser, opened };
}

/** What others were led to, some of each kind. */
function foreign(walks: readonly Walk[], mine: Walk): string[] {
  const others = walks
    .filter(({ asker }) => asker.organization !== mine.asker.organization)
    .flatMap(({ opened }) => [...opened.keys()]);
  const byKind = Map.groupBy(new Set(others), (address) => kindOf(routes, address));
  return [...byKind.values()]
    .flatMap((addresses) => addresses.filter((address) => !mine.opened.has(address)).slice(0, FOREIGN))
    .filter((_, nth) => isTurnOf(mine.asker, nth));
}

/** @returns what is in an answer that this asker may not come across; of what was asked for nothing was learnt */
function leaksIn(asker: Asker, address: string, seen: Seen, found: Hidden, may: Set<string>): string[] {
  const canaries = canariesOf(found);
  const brought = wordsOf({ text: address, headers: {} });
  const words = [...wordsOf(seen)].filter((word) => canaries.has(word) && !brought.has(word));
  const laws = found.overlays.filter(({ organization }) => organization !== idOf(world, asker));
  return [
    ...(seen.status >= 500 ? [String(seen.status)] : []),
    ...words.filter((word) => !may.has(word)),
    ...laws.map(({ law }) => law).filter((law) => seen.text.includes(law)),
  ].map((what) => `${asker.name} ${address} ${what}`);
}

test('no byte of any page, of any part of one or of any file of the portal tells anybody what the decision refuses', async () => {
  let [seen, asked] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      randomWorld(witnesses.places.slice(0, 1), fc.constantFrom(...EARLIER)),
      fc.constantFrom(...LATER),
      async (random, at) => {
        await emptyWorld(world.owner);
        await witnesses.given.world(random);
        world.clock.set(new Date(at).toISOString());
        const shared = await witnesses.decided(world.organizations.cncert, at);
        fc.pre(shared.length > 0 && shared.length < random.items.length);
        for (const team of ['cncert', 'corvia'] as const)
          expect((await world.withKey(team).get('/api/v1/feed')).status).toBe(200);
        lines = '';
        const found = await hidden(world);
        const walks: Walk[] = [];
        for (const asker of people) walks.push(await walk(asker));
        const leaks: string[] = [];
        for (const mine of walks) {
          const { asker, browser, opened } = mine;
          for (const address of foreign(walks, mine)) opened.set(address, await browser.get(address));
          const may = await allowed(witnesses, world, asker, found, at);
          for (const [address, page] of opened) {
            leaks.push(...leaksIn(asker, address, page, found, may));
            if (asker.organization !== 'pkcert')
              seen += [...wordsOf(page)].filter((word) => may.has(word)).length;
          }
          asked += opened.size;
        }
        expect(leaks).toEqual([]);
        for (const word of canariesOf({ ...found, requests: [] })) expect(lines).not.toContain(word);
        for (const { law } of found.overlays) expect(lines).not.toContain(law);
      },
    ),
    { numRuns: 1, seed: 20261130, endOnFailure: true },
  );
  // Pages on which nobody finds anything would prove nothing.
  expect(asked).toBeGreaterThan(people.length);
  expect(seen).toBeGreaterThan(0);
}, 300_000);
