import fc from 'fast-check';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { houseLog, startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { INSTANTS, randomWorld } from '../cases/random-world';
import { asByOtherRules, rebuild, rebuildCutOff, traces } from './rebuilding';
import { Witnesses } from './witnesses';

const RUNS = Number(process.env.FC_RUNS ?? 12);

/** Whatever another version of the rules has left there. */
describe('rebuilding entitlements', () => {
  let world: World;
  let witnesses: Witnesses;
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    witnesses = new Witnesses(world);
  });
  afterAll(() => world.close());
  const disagreements = async () => {
    const found: string[] = [];
    for (const reader of [...Object.values(world.organizations), PUBLIC_TEAM])
      for (const at of INSTANTS.filter((_, n) => n % 2 === 1)) {
        const [seen, decided] = [await witnesses.visible(reader, at), await witnesses.decided(reader, at)];
        if (JSON.stringify(seen) !== JSON.stringify(decided)) found.push(`${reader} ${at}`);
      }
    return found;
  };

  it('makes visible() agree with decide() for every reader, cut off at each chunk or not, and once is enough', async () => {
    const had = { missing: 0, planted: 0, cut: 0, wrong: 0 };
    await fc.assert(
      fc.asyncProperty(randomWorld(witnesses.places), fc.boolean(), async (random, cutOff) => {
        await emptyWorld(world.owner);
        await witnesses.given.world(random);
        const { missing, planted } = await asByOtherRules(world);
        had.missing += missing;
        had.planted += planted;
        had.wrong += (await disagreements()).length;
        if (cutOff) had.cut += await rebuildCutOff(world);
        else await rebuild(world, { size: 2 });
        expect(await disagreements()).toEqual([]);
        const stale = 'SELECT FROM entitlement WHERE rules_version <> app.rules_version()';
        expect(await world.owner.query(stale)).toEqual([]);
        const before = await traces(world);
        expect(await rebuild(world)).toEqual([]);
        expect(await traces(world)).toEqual(before);
      }),
      { numRuns: RUNS },
    );
    expect(Object.values(had).every((n) => n > 0)).toBe(true);
  });

  it('says as a dry run what it would do, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomWorld(witnesses.places),
        fc.integer({ min: 1, max: 3 }),
        async (random, size) => {
          await emptyWorld(world.owner);
          await witnesses.given.world(random);
          await asByOtherRules(world);
          const before = await traces(world);
          const told = await rebuild(world, { dryRun: true, size });
          expect(await traces(world)).toEqual(before);
          expect(await rebuild(world, { size })).toEqual(told);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('begins anew when the rules change on the way; what was done by the former counts in the house log', async () => {
    const [random] = fc.sample(randomWorld(witnesses.places.slice(0, 1)), { numRuns: 1, seed: 7 });
    await emptyWorld(world.owner);
    await witnesses.given.world(random!);
    await asByOtherRules(world);
    await expect(
      rebuild(world, {
        size: 1,
        progress: () => {
          throw new Error('cut off');
        },
      }),
    ).rejects.toThrow('cut off');
    await world.owner.query('UPDATE entitlement_rebuild SET rules_version = rules_version - 1');
    const [anew] = await rebuild(world);
    expect(anew!.versions).toBe(anew!.of);
    const { kind, shared } = (await houseLog(world, 'pkcert')).at(-1)!;
    expect([kind, shared.versions]).toEqual(['entitlements/rebuilt', anew!.of + 1]);
    expect(await disagreements()).toEqual([]);
  });

  it('is refused where the database has other rules than the program', async () => {
    const [{ source }] = await world.owner.query<[{ source: string }]>(
      `SELECT pg_get_functiondef('app.rules_version()'::regprocedure) AS source`,
    );
    await world.owner.query(source.replace(/SELECT \d+/, 'SELECT 99'));
    await expect(rebuild(world)).rejects.toThrow('version 99 of the rules');
    await world.owner.query(source);
  });

  it('by two commands at once does each chunk once', async () => {
    const [random] = fc.sample(randomWorld(witnesses.places.slice(0, 1)), { numRuns: 1, seed: 7 });
    await emptyWorld(world.owner);
    await witnesses.given.world(random!);
    await asByOtherRules(world);
    const [planned] = await rebuild(world, { dryRun: true });
    const [one, other] = await Promise.all([rebuild(world, { size: 1 }), rebuild(world, { size: 1 })]);
    const [first, second] = [one[0]!, other[0]!];
    for (const what of ['versions', 'gained', 'lost', 'kept'] as const)
      expect(first[what] + second[what]).toBe(planned![what]);
    expect(await disagreements()).toEqual([]);
  });
});
