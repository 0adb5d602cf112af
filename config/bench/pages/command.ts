import { writeFile } from 'node:fs/promises';
import { openBenchDatabase } from '../database';
import type { Spread } from '../measure';
import { barsAsSvg, machine } from '../report';
import { seedPages } from './seed';
import { measurePages, type PageFigure } from './subject';

export interface PageOptions {
  versions: number;
  rounds: number;
  json?: string;
  svg?: string;
  fresh: boolean;
}

const millis = (seconds: number) => (seconds * 1e3).toFixed(2);
const spreadOf = ({ median, low, high }: Spread) => `${millis(median)} (${millis(low)} … ${millis(high)})`;
const line = ({ list, rows, subject, baseline, ratio }: PageFigure) =>
  `${list.padEnd(10)} ${String(rows).padStart(4)} rows  page ms ${spreadOf(subject)}  JSON ${spreadOf(baseline)}  ratio ${ratio.toFixed(2)}`;

/** Seeds what is missing, measures, and prints a line for each list; each ends with `ratio N.NN`. */
export async function pagesBench(options: PageOptions): Promise<void> {
  const sizes = { versions: options.versions, teams: 1 };
  const database = await openBenchDatabase('pages', String(sizes.versions), options);
  try {
    if (!database.seeded) {
      await seedPages(database.client, sizes, (text) => console.log(`seeding: ${text}`));
      await database.markSeeded();
    }
    const figures = await measurePages(database, options.rounds);
    console.log(`pages: lists of advisories, ${sizes.versions} of them; ${options.rounds} rounds in turns`);
    for (const figure of figures) console.log(line(figure));
    if (options.json)
      await writeFile(
        options.json,
        `${JSON.stringify({ ...machine(), sizes, rounds: options.rounds, figures }, null, 2)}\n`,
      );
    if (options.svg) {
      const bars = figures.map(({ list, rows, ratio }) => ({ label: `${list}, ${rows} rows`, value: ratio }));
      await writeFile(options.svg, barsAsSvg('Pages beside the same rows as JSON', bars));
    }
  } finally {
    await database.close();
  }
}
