import type { Client } from 'pg';

/** The first line of a backup. */
export interface Header {
  readonly accord: 'backup';
  readonly format: 1;
  readonly version: string;
  /** When the snapshot was taken. */
  readonly at: string;
  /** The migrations that the database had had; only a database with the same can take it. */
  readonly migrations: readonly string[];
}

/** Begins a table: its name and its columns in their order. Then come its rows, each a JSON string. */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Ends a table. */
export interface CountLine {
  readonly rows: number;
}

/** The last line: what the file holds, and the SHA-256 of every line before this one. */
export interface Footer {
  readonly tables: number;
  readonly total: number;
  /** Where each sequence stands, by name. */
  readonly sequences: Readonly<Record<string, string>>;
  readonly sha256: string;
}

/** A backup that cannot be read or does not fit. */
export class BackupFault extends Error {}

/** The text form of values does not depend on who reads them, and floating-point numbers lose nothing. */
export const PLAIN_TEXT = `
  SET DateStyle = 'ISO'; SET TimeZone = 'UTC'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET search_path = public`;

/**
 * The tables that hold what people entered. Not among them: the list of migrations, and counters that are not kept
 * over a crash either. Columns that the database computes are part of a row and are not entered again.
 */
export async function tablesOf(client: Client): Promise<(TableLine & { stored: string[] })[]> {
  const { rows } = await client.query<TableLine & { stored: string[] }>(`
    SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
      array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS stored
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'migrations'
    GROUP BY c.relname ORDER BY c.relname`);
  return rows;
}

/** The migrations that a database has had. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM public.migrations ORDER BY timestamp, name',
  );
  return rows.map(({ name }) => name);
}
