import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import type { ReadableEntry } from './logs.store';

const COLUMNS = [
  'owner',
  'team',
  'item',
  'item_type',
  'version',
  'tlp',
  'projection',
  'content_sha256',
  'agreement',
  'terms_version',
  'clause',
  'rules_version',
  'disclosure',
  'transfer',
  'channel',
  'purpose',
  'route',
  'api_key',
  'body_sha256',
  'disclosures',
] as const;

function row({ index, entry, at, kind, shared, content, own }: ReadableEntry): Record<string, unknown> {
  const known = Object.fromEntries(COLUMNS.map((column) => [column, shared?.[column]]));
  const rest = Object.entries(shared ?? {}).filter(([key]) => !COLUMNS.some((column) => column === key));
  const { disclosures } = known;
  return {
    index,
    at: at.toISOString(),
    kind,
    entry,
    ...known,
    disclosures: Array.isArray(disclosures) ? disclosures.join(' ') : undefined,
    title: content?.title,
    details: JSON.stringify(Object.fromEntries(rest)),
    own: own ? JSON.stringify(own) : undefined,
  };
}

async function* rows(entries: AsyncIterable<ReadableEntry>) {
  for await (const entry of entries) yield row(entry);
}

/** CSV (RFC 4180) with a header. Cells that a spreadsheet would take for a formula are escaped. */
export function csvOf(entries: AsyncIterable<ReadableEntry>): Readable {
  const columns = ['index', 'at', 'kind', 'entry', ...COLUMNS, 'title', 'details', 'own'];
  const csv = stringify({ header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
  pipeline(Readable.from(rows(entries)), csv, () => undefined);
  return csv;
}

async function* lines(entries: AsyncIterable<ReadableEntry>) {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

/** JSON Lines, one entry a line. */
export const jsonLinesOf = (entries: AsyncIterable<ReadableEntry>): Readable =>
  Readable.from(lines(entries), { objectMode: false });
