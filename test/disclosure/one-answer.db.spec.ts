import fc from 'fast-check';
import { createDataSource } from '../../src/platform/data-source';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { randomHow } from '../cases/random-how';
import { INSTANTS, originatorOf, randomWorld, START } from '../cases/random-world';
import { readableTo } from './readable-to';
import { Witnesses } from './witnesses';

const RUNS = Number(process.env.FC_RUNS ?? 24);

describe('one question has one answer', () => {
  let world: World;
  let witnesses: Witnesses;
  let readers: ReturnType<Witnesses['readers']>;
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    witnesses = new Witnesses(world);
    const { pkcert, cncert, corvia, dunmere, itu, banking, energy } = world.organizations;
    readers = witnesses.readers([pkcert, cncert, corvia, dunmere, itu, banking, energy, PUBLIC_TEAM]);
  });
  afterAll(() => world.close());

  it('decide(), visible() and row-level security, for itself, agree on every item, version, basis and grant, for every reader and named person at every boundary, however it is asked', async () => {
    const app = await createDataSource(world.appUrl, { entities: [] }).initialize();
    const readable = readableTo(app);
    let [granted, byName, transformed] = [0, 0, 0];
    const agree = fc.asyncProperty(
      randomWorld(witnesses.places),
      fc.uniqueArray(fc.constantFrom(...INSTANTS), { minLength: 3, maxLength: 5 }),
      randomHow,
      async (random, instants, how) => {
        await emptyWorld(world.owner);
        await witnesses.given.world(random);
        for (const at of instants)
          for (const { of: reader, person } of readers) {
            const seen = await witnesses.visible(reader, at, person, how);
            granted += seen.filter((line) => line.includes(' grant ')).length;
            transformed += seen.filter((line) => /:(pseudonym|sectors|issuer|drop)/.test(line)).length;
            expect(seen).toEqual(await witnesses.decided(reader, at, person, how));
            expect(await witnesses.visibleOneByOne(reader, at, person, how)).toEqual({
              byItem: seen,
              byOwner: seen,
            });
            if (person !== null)
              byName += seen.length - (await witnesses.visible(reader, at, null, how)).length;
            if (reader === originatorOf(random)) continue;
            // A public item is the public's, whichever basis visible() cites first.
            const readableNow = await readable(reader, at, person, how);
            expect(readableNow).toEqual(seen.map((line) => line.split(' ')[1]).sort());
          }
      },
    );
    try {
      // Worlds in which nothing is ever granted would prove nothing: some times more of them have to be looked at.
      for (let rounds = 0; rounds < 20 && (granted <= RUNS / 4 || byName * transformed === 0); rounds += 1)
        await fc.assert(agree, { numRuns: RUNS });
    } finally {
      await app.destroy();
    }
    expect(granted).toBeGreaterThan(RUNS / 4);
    expect(transformed).toBeGreaterThan(0);
    expect(byName).toBeGreaterThan(0);
  }, 240_000);

  it('admits nothing that was released in a gap between two terms, and loses nothing that the former admitted', async () => {
    const { pkcert, cncert } = world.organizations;
    const hour = (n: number) => START + n * 3_600_000;
    const terms = (entered: number, expires: number | null) => ({
      approved: null,
      signed: [START, START],
      entered,
      expires,
      grants: [
        {
          from: pkcert,
          to: cncert,
          types: [['threat_report', 'GREEN']] as [string, 'GREEN'][],
          categories: 'any' as const,
          sectors: 'any' as const,
          reachBack: 'none' as const,
        },
      ],
    });
    const released = (at: number) => ({
      owner: pkcert,
      versions: [
        {
          tlp: 'GREEN' as const,
          type: 'threat_report',
          categories: ['fraud/phishing'],
          sectors: ['banking'],
          audience: 'any' as const,
          exclude: [],
          embargo: null,
          released: at,
          public: false,
        },
      ],
      withdrawn: null,
    });
    await emptyWorld(world.owner);
    const [during, gap, after] = await witnesses.given.world({
      agreements: [
        {
          parties: [pkcert, cncert],
          authority: null,
          terms: [terms(hour(0), hour(2)), terms(hour(4), null)],
          ended: null,
          suspended: [],
        },
      ],
      items: [released(hour(1)), released(hour(3)), released(hour(5))],
      stops: [],
    });
    const seen = async (at: number) => {
      const items = (await witnesses.visible(cncert, at)).map((line) => line.split(' ')[0]).sort();
      expect((await witnesses.decided(cncert, at)).map((line) => line.split(' ')[0]).sort()).toEqual(items);
      return items;
    };
    expect(await seen(hour(1))).toEqual([during]);
    expect(await seen(hour(3))).toEqual([]);
    expect(await seen(hour(6))).toEqual([during, after].sort());
    expect(await seen(hour(6))).not.toContain(gap);
  });
});
