import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import QueryStream from 'pg-query-stream';
import { withConnection } from '../connection';
import { VERSION } from '../version';
import { migrationsOf, PLAIN_TEXT, tablesOf, type Footer, type Header } from './format';

/** What was written. */
export interface Written {
  readonly at: string;
  readonly tables: number;
  readonly rows: number;
}

async function sequencesOf(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Every line of the backup but the last, out of one snapshot. */
async function* content(client: Client, header: Header, written: { tables: number; rows: number }) {
  yield header;
  for (const { table, columns } of await tablesOf(client)) {
    yield { table, columns };
    let rows = 0;
    const name = client.escapeIdentifier(table);
    const stream = client.query(
      new QueryStream(`SELECT t::text AS row FROM public.${name} t`, [], { batchSize: 500 }),
    );
    for await (const { row } of stream as AsyncIterable<{ row: string }>) {
      rows++;
      yield row;
    }
    yield { rows };
    written.tables++;
    written.rows += rows;
  }
}

async function* lines(client: Client, written: Written & { tables: number; rows: number }, header: Header) {
  const hash = createHash('sha256');
  for await (const line of content(client, header, written)) {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    yield text;
  }
  const { tables, rows: total } = written;
  const footer: Footer = { tables, total, sequences: await sequencesOf(client), sha256: hash.digest('hex') };
  yield `${JSON.stringify(footer)}\n`;
}

/**
 * Writes everything that the database holds into one file, out of one snapshot: all that had committed when it began
 * is in it, and nothing of what was under way. Requests go on meanwhile. No key material is in it, since none is in
 * the database but hashes; jobs that wait and counters of limits are not in it either.
 * @param path a file that is not there yet; it gets its name when it is whole
 */
export async function writeBackup(ownerUrl: string, path: string): Promise<Written> {
  const draft = `${path}.part`;
  return withConnection(ownerUrl, async (client) => {
    await client.query(PLAIN_TEXT);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
    const at = (rows[0]?.at ?? new Date(Number.NaN)).toISOString();
    const header: Header = {
      accord: 'backup',
      format: 1,
      version: VERSION,
      at,
      migrations: await migrationsOf(client),
    };
    const written = { at, tables: 0, rows: 0 };
    try {
      const to = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(Readable.from(lines(client, written, header)), createGzip(), to);
      await rename(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(draft, { force: true });
      throw error;
    }
    return written;
  });
}
