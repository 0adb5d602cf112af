import fc from 'fast-check';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { randomHow } from '../cases/random-how';
import { EARLIER, LATER, originatorOf, randomWorld } from '../cases/random-world';
import { Witnesses } from './witnesses';

const RUNS = Number(process.env.FC_RUNS ?? 24);

describe('one answer over HTTP', () => {
  let world: World;
  let witnesses: Witnesses;
  beforeAll(async () => {
    world = await startWorld();
    witnesses = new Witnesses(world);
  });
  afterAll(() => world.close());

  it('feed, list and documents offer over HTTP what visible() says, as time goes on', async () => {
    const callers = {
      pkcert: world.withKey('pkcert'),
      cncert: world.withKey('cncert'),
      banking: world.withKey('banking'),
      corvia: world.withKey('corvia'),
      itu: world.withKey('itu'),
      nobody: world.anonymous(),
    };
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        // A release is never in the future when somebody pulls; everything else may be.
        randomWorld(witnesses.places, fc.constantFrom(...EARLIER)),
        fc.uniqueArray(fc.constantFrom(...LATER), { minLength: 2, maxLength: 3 }),
        randomHow,
        async (random, instants, { purpose }) => {
          await emptyWorld(world.owner);
          await witnesses.given.world(random);
          for (const at of instants.toSorted((a, b) => a - b)) {
            world.clock.set(new Date(at).toISOString());
            for (const [name, caller] of Object.entries(callers)) {
              const reader = name === 'nobody' ? PUBLIC_TEAM : world.organizations[name as 'cncert'];
              if (reader === originatorOf(random)) continue;
              const how = { channel: 'rest', purpose } as const;
              const lines = await witnesses.visible(reader, at, how);
              const seen = lines.map((line) => line.split(' ')[1]).sort();
              const parts = await witnesses.partsDecided(reader, at, how);
              told += parts.length;
              expect(await witnesses.overHttp(caller, purpose)).toEqual({
                ...{ feed: seen, list: seen, read: seen },
                parts,
              });
            }
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 3), endOnFailure: true },
    );
    expect(told).toBeGreaterThan(0);
  }, 120_000);
});
