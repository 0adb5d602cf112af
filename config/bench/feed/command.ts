import { writeFile } from 'node:fs/promises';
import { openBenchDatabase } from '../database';
import { barsAsSvg, machine } from '../report';
import { seedFeeds } from './seed';
import { type FeedFigure, measureFeeds } from './subject';
import { FeedWorld } from './world';

export interface FeedOptions {
  versions: number;
  organizations: number;
  grants: number;
  rounds: number;
  json?: string;
  svg?: string;
  fresh: boolean;
}

const WORDS = {
  much: 'sees much',
  little: 'sees little',
  nothing: 'sees almost nothing',
  suspended: '99.9 % suspended',
} as const;
const micros = (seconds: number) => (seconds * 1e6).toFixed(0).padStart(6);

function line({ partner, rows, found, subject, baseline, ratio }: FeedFigure): string {
  const spreads = [subject, baseline].map(
    ({ median, low, high }) => `${micros(median)} (${micros(low)} …${micros(high)})`,
  );
  return `${WORDS[partner].padEnd(20)} page of ${String(rows).padStart(4)} (${found} found)  µs ${spreads[0]}  plain ${spreads[1]}  ratio ${ratio.toFixed(2)}`;
}

/** Seeds what is missing, measures, and prints a line for each figure; each ends with `ratio N.NN`. */
export async function feedBench(options: FeedOptions): Promise<void> {
  const { versions, organizations, grants, rounds } = options;
  const sizes = { versions, organizations, grants };
  const database = await openBenchDatabase('feed', `${versions}_${organizations}_${grants}`, options);
  try {
    if (!database.seeded) {
      await seedFeeds(database.client, new FeedWorld(sizes), (text) => console.log(`seeding: ${text}`));
      await database.markSeeded();
    }
    const figures = await measureFeeds(database.client, sizes, rounds);
    console.log(
      `feed: ${versions} versions, ${organizations} organizations, ${grants} grants; ${rounds} rounds in turns`,
    );
    for (const figure of figures) console.log(line(figure));
    if (options.json)
      await writeFile(options.json, `${JSON.stringify({ ...machine(), sizes, rounds, figures }, null, 2)}\n`);
    if (options.svg) {
      const bars = figures.map(({ partner, rows, ratio }) => ({
        label: `${WORDS[partner]}, ${rows} rows`,
        value: ratio,
      }));
      await writeFile(
        options.svg,
        barsAsSvg(`A page of the feed, beside the plain page (${versions} versions)`, bars),
      );
    }
  } finally {
    await database.close();
  }
}
