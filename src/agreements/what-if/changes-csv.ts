import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import type { ChangedItem } from './what-if.view';

const BASIS = ['basis', 'agreement', 'terms_version', 'clause'] as const;
const COLUMNS = [
  ...['team', 'change', 'item', 'reference', 'type', 'version', 'tlp', 'title'],
  ...['before', 'after'].flatMap((when) => BASIS.map((name) => `${when}_${name}`)),
];

function row({ before, after, ...rest }: ChangedItem): Record<string, unknown> {
  const cells = Object.entries({ before, after }).flatMap(([when, basis]) =>
    BASIS.map((name) => [`${when}_${name}`, basis?.[name]]),
  );
  return { ...rest, ...(Object.fromEntries(cells) as object) };
}

async function* rows(changed: AsyncIterable<ChangedItem>) {
  for await (const one of changed) yield row(one);
}

/** CSV (RFC 4180) with a header. Cells that a spreadsheet would take for a formula are escaped. */
export function changesCsv(changed: AsyncIterable<ChangedItem>): Readable {
  const csv = stringify({
    ...{ header: true, columns: COLUMNS, escape_formulas: true },
    record_delimiter: 'windows',
  });
  pipeline(Readable.from(rows(changed)), csv, () => undefined);
  return csv;
}
