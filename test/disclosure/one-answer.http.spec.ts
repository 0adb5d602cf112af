import fc from 'fast-check';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { randomHow } from '../cases/random-how';
import { EARLIER, LATER, originatorOf, randomWorld } from '../cases/random-world';
import { appointOfficers } from './appoint-officers';
import { OFFICERS, Witnesses } from './witnesses';

const RUNS = Number(process.env.FC_RUNS ?? 24);

describe('one answer over HTTP', () => {
  let world: World;
  let witnesses: Witnesses;
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    witnesses = new Witnesses(world);
    await appointOfficers(world, witnesses);
  });
  afterAll(() => world.close());

  it('feed, list, documents and what is shared by name offer over HTTP what visible() says, as time goes on', async () => {
    const callers = {
      pkcert: world.withKey('pkcert'),
      cncert: world.withKey('cncert'),
      banking: world.withKey('banking'),
      corvia: world.withKey('corvia'),
      itu: world.withKey('itu'),
      nobody: world.anonymous(),
    };
    let [byName, told] = [0, 0];
    const agree = fc.asyncProperty(
      // A release is never in the future when somebody pulls; everything else may be.
      randomWorld(witnesses.places, fc.constantFrom(...EARLIER)),
      fc.uniqueArray(fc.constantFrom(...LATER), { minLength: 2, maxLength: 3 }),
      randomHow,
      async (random, instants, { purpose }) => {
        const how = { channel: 'rest', purpose } as const;
        await emptyWorld(world.owner);
        await witnesses.given.world(random);
        for (const at of instants.toSorted((a, b) => a - b)) {
          world.clock.set(new Date(at).toISOString());
          for (const [name, caller] of Object.entries(callers)) {
            const reader = name === 'nobody' ? PUBLIC_TEAM : world.organizations[name as 'cncert'];
            if (reader === originatorOf(random)) continue;
            const lines = await witnesses.visible(reader, at, null, how);
            const seen = lines.map((line) => line.split(' ')[1]).sort();
            const parts = await witnesses.partsDecided(reader, at, how);
            told += parts.length;
            const offered = await witnesses.overHttp(caller, purpose);
            expect(offered).toEqual({ feed: seen, list: seen, read: seen, parts });
          }
          for (const [n, { person, of }] of witnesses.officers.entries()) {
            if (of === originatorOf(random)) continue;
            const ofTeam = new Set(await witnesses.visible(of, at, null, how));
            const hers = (await witnesses.visible(of, at, person, how)).filter((line) => !ofTeam.has(line));
            const named = hers.map((line) => line.split(' ')[1]).sort();
            byName += named.length;
            const offered = await witnesses.namedOverHttp(world.as(OFFICERS[n]!), purpose);
            expect(offered).toEqual({ named, read: named });
          }
        }
      },
    );
    // What goes to somebody by name is rare: some times more of them have to be looked at.
    for (let rounds = 0; rounds < 40 && (byName === 0 || told === 0); rounds += 1)
      await fc.assert(agree, { numRuns: Math.ceil(RUNS / 3), endOnFailure: true });
    expect(byName).toBeGreaterThan(0);
    expect(told).toBeGreaterThan(0);
  }, 240_000);
});
