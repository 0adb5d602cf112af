import type { Client } from 'pg';
import { idOf, START } from '../feed/world';
import { sideBySide, type Spread } from '../measure';
import { OWNER, type ReleaseSizes, SERVED, signedOnly } from './seed';

export interface ReleaseFigure {
  readonly what: string;
  /** How many rows each of the two writes. */
  readonly rows: number;
  readonly subject: Spread;
  readonly baseline: Spread;
  readonly ratio: number;
}

/** Of an entitlement what is inserted; its slice follows from that. */
const columns = `grant_id, item_version_id, item_id, item_kind, owner_id, reader_id, embargo_until, rules_version, made_at, feed_seq,
  elsewhere, late, retired, gated, persons, types`;

/** Runs work and takes it back, so that each round finds what the first found. */
async function undone<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

/** What app.entitle() makes, kept aside as rows that are ready to be inserted. @returns how many rows of both tables */
async function prepare(client: Client, entitle: readonly [version: string | null, terms: string | null]) {
  await client.query('CREATE TEMP TABLE IF NOT EXISTS ready (LIKE entitlement)');
  await client.query('ALTER TABLE ready DROP COLUMN IF EXISTS slice_id');
  await client.query('CREATE TEMP TABLE IF NOT EXISTS ready_due (LIKE feed_due)');
  await client.query('TRUNCATE ready, ready_due');
  await client.query('BEGIN');
  await client.query(
    'CREATE TEMP TABLE there ON COMMIT DROP AS SELECT grant_id, item_version_id FROM entitlement',
  );
  await client.query('SELECT app.entitle($1, $2, $3, now())', [OWNER, ...entitle]);
  await client.query(`INSERT INTO ready (${columns}) SELECT ${columns} FROM entitlement e
    LEFT JOIN there t USING (grant_id, item_version_id) WHERE t.grant_id IS NULL`);
  await client.query('INSERT INTO ready_due SELECT * FROM feed_due');
  // What was made goes; what was copied stays.
  await client.query(
    'DELETE FROM entitlement e USING ready r WHERE (e.grant_id, e.item_version_id) = (r.grant_id, r.item_version_id)',
  );
  await client.query('DELETE FROM feed_due');
  await client.query('COMMIT');
  await client.query('VACUUM (ANALYZE) entitlement');
  await client.query('ANALYZE ready');
  const { rows } = await client.query<{ count: number }>(
    'SELECT ((SELECT count(*) FROM ready) + (SELECT count(*) FROM ready_due))::int AS count',
  );
  return rows[0]!.count;
}

/** What a signature begins, all chunks in turn, as the job and the command do them. */
async function matchAll(client: Client, terms: string): Promise<void> {
  const opened = await client.query<{ id: string }>('SELECT app.open_matching($1, $2, now()) AS id', [
    OWNER,
    terms,
  ]);
  const chunk = 'SELECT app.match_chunk($1, now(), app.matching_chunk()) AS more';
  for (let more = true; more;)
    more = (await client.query<{ more: boolean }>(chunk, [opened.rows[0]!.id])).rows[0]!.more;
}

/** Entitlements as the product makes them beside the same rows inserted into the same tables, which have the same keys. */
async function entitling(
  client: Client,
  what: string,
  rounds: number,
  [version, terms]: readonly [version: string | null, terms: string | null],
  make: () => Promise<unknown>,
): Promise<ReleaseFigure> {
  const rows = await prepare(client, [version, terms]);
  const measured = await sideBySide(
    rounds,
    () => undone(client, make),
    () =>
      undone(client, async () => {
        await client.query(`INSERT INTO entitlement (${columns}) SELECT ${columns} FROM ready`);
        await client.query('INSERT INTO feed_due SELECT * FROM ready_due');
      }),
  );
  return { what, rows, ...measured };
}

const STOP = `(id, kind, from_id, to_id, starts_at, grounds, recorded_at, recorded_by, recorded_by_org)
  VALUES (gen_random_uuid(), 'stop', $1, $2, $3, 'Of the benchmark.', $3, $4, $1)`;

/** A stop of all that a team is entitled to: one statement, beside one row into a table without triggers. */
async function stopping(client: Client, rounds: number): Promise<ReleaseFigure> {
  await client.query('CREATE TEMP TABLE plain_pause (LIKE exchange_pause INCLUDING ALL)');
  const values = [OWNER, SERVED.team, new Date(START), idOf('account', 0)];
  const into = (table: string) => () =>
    undone(client, () => client.query(`INSERT INTO ${table} ${STOP}`, values));
  return {
    what: 'a stop',
    rows: 1,
    ...(await sideBySide(rounds, into('exchange_pause'), into('plain_pause'))),
  };
}

/** @param rounds of releases and stops, and of signing over the whole catalogue, which takes longer */
export async function measureReleases(
  client: Client,
  sizes: ReleaseSizes,
  rounds: { each: number; catalogue: number },
): Promise<ReleaseFigure[]> {
  const stop = await stopping(client, rounds.each);
  // A version that no team has yet; the first team's is taken back first.
  const version = idOf('version', sizes.versions - 1);
  await client.query('DELETE FROM entitlement WHERE item_version_id = $1', [version]);
  const release = await entitling(client, 'a release', rounds.each, [version, null], () =>
    client.query('SELECT app.entitle($1, $2, NULL, now())', [OWNER, version]),
  );
  const { terms } = signedOnly(sizes);
  const signing = await entitling(client, 'a signature', rounds.catalogue, [null, terms], () =>
    matchAll(client, terms),
  );
  await client.query('SELECT app.entitle($1, $2, $3, now())', [OWNER, version, SERVED.terms]);
  await client.query('DELETE FROM feed_due');
  return [release, signing, stop];
}
