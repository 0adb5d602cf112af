import { writeFile } from 'node:fs/promises';
import { openBenchDatabase } from '../database';
import type { Spread } from '../measure';
import { barsAsSvg, machine } from '../report';
import { seedReleases } from './seed';
import { measureReleases, type ReleaseFigure } from './subject';

export interface ReleaseOptions {
  versions: number;
  teams: number;
  rounds: number;
  catalogueRounds: number;
  json?: string;
  svg?: string;
  fresh: boolean;
}

const millis = (seconds: number) => (seconds * 1e3).toFixed(2);
const spreadOf = ({ median, low, high }: Spread) => `${millis(median)} (${millis(low)} … ${millis(high)})`;
const line = ({ what, rows, subject, baseline, ratio }: ReleaseFigure) =>
  `${what.padEnd(12)} ${String(rows).padStart(8)} rows  ms ${spreadOf(subject)}  plain ${spreadOf(baseline)}  ratio ${ratio.toFixed(2)}`;

/** Seeds what is missing, measures, and prints a line for each figure; each ends with `ratio N.NN`. */
export async function releaseBench(options: ReleaseOptions): Promise<void> {
  const { versions, teams } = options;
  const sizes = { versions, teams };
  const rounds = { each: options.rounds, catalogue: options.catalogueRounds };
  const database = await openBenchDatabase('release', `${versions}_${teams}`, options);
  try {
    if (!database.seeded) {
      await seedReleases(database.client, sizes, (text) => console.log(`seeding: ${text}`));
      await database.markSeeded();
    }
    const figures = await measureReleases(database.client, sizes, rounds);
    console.log(`release: ${teams} teams, ${versions} versions; ${rounds.each} rounds in turns`);
    for (const figure of figures) console.log(line(figure));
    if (options.json)
      await writeFile(options.json, `${JSON.stringify({ ...machine(), sizes, rounds, figures }, null, 2)}\n`);
    if (options.svg) {
      const bars = figures.map(({ what, rows, ratio }) => ({ label: `${what}, ${rows} rows`, value: ratio }));
      await writeFile(options.svg, barsAsSvg(`Beside plain inserts (${versions} versions)`, bars));
    }
  } finally {
    await database.close();
  }
}
