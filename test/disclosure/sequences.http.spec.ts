import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { startWorld, type World } from '../cast';
import { sequence } from './sequences/acts';
import { Play } from './sequences/play';

const RUNS = Number(process.env.FC_RUNS ?? 24);

/** Random sequences of what people do, each from an empty world on; everybody is asked after each step. */
describe('whatever is done, in whatever order', () => {
  let world: World;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    // Everybody asks from one address, more than anyone may in a minute.
    world = await startWorld({
      plannedOnce: true,
      settings: { rateLimitAddress: 0, rateLimitKey: 0, rateLimitAccount: 0 },
    });
  });
  afterAll(() => world.close());

  it('the rules, the SQL, the lists and the tools of every partner have one answer, at every boundary', async () => {
    const counted = { worlds: 0, answers: 0, granted: 0, acts: 0, skipped: 0 };
    const played = fc.asyncProperty(sequence(8), async (acts) => {
      await new Play(world, counted).run(acts);
      // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
      expect(faults).not.toHaveBeenCalled();
    });
    await fc.assert(played, { numRuns: Math.ceil(RUNS * 8.5), endOnFailure: true });
    expect(counted.granted).toBeGreaterThan(RUNS / 2);
    expect(counted.acts).toBeGreaterThan(counted.skipped);
  }, 900_000);
});
