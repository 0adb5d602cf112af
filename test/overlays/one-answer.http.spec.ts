import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { OverlayRestriction } from '../../src/disclosure';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { EARLIER, INSTANTS, LATER, originatorOf, type Places, randomWorld } from '../cases/random-world';
import { restriction } from '../cases/random-overlays';
import { readableTo } from '../disclosure/readable-to';
import { Witnesses } from '../disclosure/witnesses';
import { createDataSource } from '../../src/platform/data-source';
import { comesToCount } from './overlay-work';

const RUNS = Number(process.env.FC_RUNS ?? 24);

const EVERYTHING: OverlayRestriction[] = [
  {
    ...{ clause: '§ 1', direction: 'sending', informationTypes: 'any' },
    ...{ leastTlp: null, countries: 'abroad', public: true },
  },
];

/** Laws come and go one after the other while partners pull: what is told and withheld adds up in their feeds. */
describe('one answer while national law changes', () => {
  let world: World;
  let witnesses: Witnesses;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeEach(() => faults.mockClear());
  // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
  afterEach(() => expect(faults).not.toHaveBeenCalled());
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    witnesses = new Witnesses(world);
  });
  afterAll(() => world.close());

  it('decide(), visible(), row-level security, feed, list and documents agree after every version that comes to count', async () => {
    const app = await createDataSource(world.appUrl, { entities: [] }).initialize();
    const readable = readableTo(app);
    const callers = {
      pkcert: world.withKey('pkcert'),
      cncert: world.withKey('cncert'),
      banking: world.withKey('banking'),
      corvia: world.withKey('corvia'),
      itu: world.withKey('itu'),
      nobody: world.anonymous(),
    };
    const had = { granted: 0, public: 0, lost: 0, back: 0 };
    const versions = ({ originator, partners }: Places) =>
      fc.array(
        fc.record({
          organization: fc.constantFrom(originator, originator, originator, ...partners),
          restrictions: fc.array(restriction, { maxLength: 2 }),
          /** Whether somebody pulls before the next version. */
          pulled: fc.boolean(),
        }),
        { minLength: 2, maxLength: 5 },
      );
    const agree = fc.asyncProperty(
      fc
        .constantFrom(...witnesses.places)
        .chain((places) => fc.tuple(randomWorld([places], fc.constantFrom(...EARLIER)), versions(places))),
      fc.constantFrom(...LATER),
      async ([random, laws], begins) => {
        await emptyWorld(world.owner);
        await witnesses.given.world({ ...random, overlays: [] });
        // In the end the originator's law withholds nothing, everything, and nothing again.
        const ending = [[], EVERYTHING, []].map((restrictions) => ({
          ...{ organization: originatorOf(random), restrictions, pulled: true },
        }));
        let before = new Map<string, string[]>();
        for (const [index, { pulled, ...law }] of [
          { ...laws[0]!, pulled: true },
          ...laws,
          ...ending,
        ].entries()) {
          const at = Math.min(begins + index * 60_000, INSTANTS.at(-1)! + index);
          world.clock.set(new Date(at).toISOString());
          if (index > 0) await comesToCount(world, law, at);
          if (!pulled) continue;
          const now = new Map<string, string[]>();
          for (const [name, caller] of Object.entries(callers)) {
            const reader = name === 'nobody' ? PUBLIC_TEAM : world.organizations[name as 'cncert'];
            if (reader === originatorOf(random)) continue;
            const lines = await witnesses.visible(reader, at);
            expect(lines).toEqual(await witnesses.decided(reader, at));
            had.granted += lines.filter((line) => line.includes(' grant ')).length;
            had.public += lines.filter((line) => line.includes(' public ')).length;
            const seen = lines.map((line) => line.split(' ')[1]!).sort();
            now.set(name, seen);
            expect(await readable(reader, at)).toEqual(seen);
            const parts = await witnesses.partsDecided(reader, at);
            expect(await witnesses.overHttp(caller)).toEqual({ feed: seen, list: seen, read: seen, parts });
            const former = before.get(name) ?? [];
            had.lost += former.filter((one) => !seen.includes(one)).length;
            if (index > 1) had.back += seen.filter((one) => !former.includes(one)).length;
          }
          before = now;
        }
      },
    );
    try {
      // Laws that withhold nothing, and never let anything go again, would prove nothing: some times more are looked at.
      for (let rounds = 0; rounds < 20 && Object.values(had).includes(0); rounds += 1)
        await fc.assert(agree, { numRuns: Math.ceil(RUNS / 4), endOnFailure: true });
    } finally {
      await app.destroy();
    }
    expect(Object.entries(had).filter(([, n]) => n === 0)).toEqual([]);
  }, 240_000);
});
