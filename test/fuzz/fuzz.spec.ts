import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/platform/data-source';
import { startWorld, type World } from '../cast';
import { inSequence, inTheDatabase, overHttp, type Tally } from './properties';

/** What config/fuzz.mjs passes on. */
const { FUZZ_MINUTES = '1', FUZZ_SEED = '1', FUZZ_PROPERTY, FUZZ_PATH } = process.env;
const minutes = Number(FUZZ_MINUTES);
const PROPERTIES = { database: inTheDatabase, http: overHttp, sequences: inSequence };
type Name = keyof typeof PROPERTIES;
const names = (Object.keys(PROPERTIES) as Name[]).filter((name) => !FUZZ_PROPERTY || name === FUZZ_PROPERTY);
/** Worlds between two lines of progress; the shares of time are about alike. */
const RUNS: Record<Name, number> = { database: 24, http: 8, sequences: 8 };

const print = (line: string) => process.stdout.write(`${line}\n`);

describe('random worlds, on and on', () => {
  let world: World;
  let app: DataSource;
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    app = await createDataSource(world.appUrl, { entities: [] }).initialize();
  });
  afterAll(async () => {
    await app.destroy();
    await world.close();
  });

  /** A round of one property. @throws Error with the seed, the path and the smallest world it shrank to */
  async function round(name: Name, seed: number, tally: Tally, path?: string): Promise<void> {
    const found = await fc.check<[unknown, number[]?]>(
      PROPERTIES[name](world, app, tally) as fc.IAsyncProperty<[unknown, number[]?]>,
      { numRuns: RUNS[name], seed, ...(path !== undefined && { path, endOnFailure: true }) },
    );
    if (!found.failed) return;
    const [shrunk, instants] = found.counterexample ?? [];
    const place = `--property ${name} --seed ${found.seed} --path ${found.counterexamplePath}`;
    const names = Object.entries(world.organizations);
    const named = names.reduce(
      (text, [handle, id]) => text.replaceAll(id, handle),
      JSON.stringify({ instants: instants?.map((at) => new Date(at).toISOString()), world: shrunk }, null, 2),
    );
    print(`\nDISAGREEMENT, property ${name}, seed ${found.seed}, path ${found.counterexamplePath}`);
    print(`${named}\n${(found.errorInstance as Error).message}\nTo repeat it: npm run fuzz -- ${place}\n`);
    throw new Error(`The answers differ; to repeat it: npm run fuzz -- ${place}`);
  }

  it(
    'have one answer, whoever is asked',
    async () => {
      const tallies: Record<Name, Tally> = {
        database: { worlds: 0, answers: 0, granted: 0 },
        http: { worlds: 0, answers: 0, granted: 0 },
        sequences: { worlds: 0, answers: 0, granted: 0 },
      };
      if (FUZZ_PATH) return round(names[0]!, Number(FUZZ_SEED), tallies[names[0]!], FUZZ_PATH);
      const began = performance.now();
      for (let seed = Number(FUZZ_SEED); performance.now() - began < minutes * 60_000; seed += 1)
        for (const name of names) {
          await round(name, seed, tallies[name]);
          const { worlds, answers, granted } = tallies[name];
          const seconds = Math.round((performance.now() - began) / 1000);
          print(
            `${seconds} s  ${name}  seed ${seed}: ${worlds} worlds, ${answers} questions, ${granted} items under a grant`,
          );
        }
      for (const name of names) expect(tallies[name].granted).toBeGreaterThan(0);
    },
    minutes * 60_000 + 600_000,
  );
});
