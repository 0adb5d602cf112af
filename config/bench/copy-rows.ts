import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A value of a COPY line; arrays are given as PostgreSQL writes them, as `{a,b}`. */
export type Value = string | number | boolean | null;

const written = (value: Value) => {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
};

function* lines(rows: Iterable<readonly Value[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(written).join('\t')}\n`;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

/** Loads rows by COPY; values hold neither tabs, line breaks nor backslashes. @param target `table (columns)` */
export async function copyRows(
  client: Client,
  target: string,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  await pipeline(
    Readable.from(lines(rows), { objectMode: false }),
    client.query(copyFrom(`COPY ${target} FROM STDIN`)),
  );
}

/** An id that is the same in every run: a kind of row and its number, in a form that sorts by number. */
export function benchId(kind: number, number: number): string {
  const hex = number.toString(16).padStart(12, '0');
  return `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${hex}`;
}

/** Numbers that look random and are the same in every run (mulberry32). @returns numbers from 0 up to 1, without 1 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
