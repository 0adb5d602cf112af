import fc from 'fast-check';
import { startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import { randomWorld } from '../cases/random-world';
import { chunksOf, entitlements, match, matchCutOff } from './matching';
import { Witnesses } from './witnesses';

const RUNS = Number(process.env.FC_RUNS ?? 12);

/** Takes all entitlements away, and opens the matching of all terms, the earlier ones of an agreement first. */
const UNMATCH = `
  WITH gone AS (DELETE FROM entitlement), due AS (DELETE FROM feed_due)
  SELECT app.open_matching(g.from_id, t.id, now() + t.number * interval '1 ms')
  FROM (SELECT DISTINCT from_id, terms_version_id FROM exchange_grant) g JOIN terms_version t ON t.id = g.terms_version_id`;

describe('matching signed terms with what was released', () => {
  let world: World;
  let witnesses: Witnesses;
  beforeAll(async () => {
    world = await startWorld();
    witnesses = new Witnesses(world);
  });
  afterAll(() => world.close());

  it('makes in chunks, cut off at each or not, what is made at once, and nothing twice', async () => {
    const had = { made: 0, cut: 0, gated: 0 };
    await fc.assert(
      fc.asyncProperty(
        randomWorld(witnesses.places),
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        async (random, cutOff, size) => {
          await emptyWorld(world.owner);
          await witnesses.given.world(random);
          const atOnce = await entitlements(world);
          await world.owner.query(UNMATCH);
          await chunksOf(size, world);
          if (cutOff) had.cut += await matchCutOff(world);
          else await match(world);
          expect(await entitlements(world)).toEqual(atOnce);
          const [{ made }] = await world.owner.query<[{ made: number }]>(
            'SELECT COALESCE(sum(made), 0)::int AS made FROM entitlement_matching',
          );
          expect(made).toBe(atOnce.length);
          had.made += made;
          had.gated += atOnce.filter((row) => row.includes('"gated":true')).length;
          expect(await match(world)).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
    expect(Object.values(had).every((n) => n > 0)).toBe(true);
  });
});
