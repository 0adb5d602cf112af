import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/platform/data-source';

/** What is emptied, with all that refers to it: everything but organizations and people. */
const TABLES =
  'item, agreement, national_overlay, duty_officer_verification, record_payload, feed, feed_notice, feed_review, feed_look, refusal, public_read, report, exchange_pause, item_version, record_entry';

const REFERRING = `
  WITH RECURSIVE emptied AS (
    SELECT oid FROM pg_class WHERE oid = ANY (string_to_array($1, ', ')::regclass[])
    UNION SELECT c.conrelid FROM pg_constraint c JOIN emptied e ON c.confrelid = e.oid AND c.contype = 'f')
  SELECT oid::regclass::text AS name FROM emptied`;

interface Emptier {
  db: DataSource;
  names: string[];
}
const emptiers = new WeakMap<DataSource, Promise<Emptier>>();

/** A connection of its own, on which no trigger fires, as global-setup.ts lets the owner of the tables have it. */
async function emptierOf(owner: DataSource): Promise<Emptier> {
  const { url } = owner.options as { url: string };
  const options = '-c session_replication_role=replica';
  const db = await createDataSource(url, { entities: [], connections: 1, options }).initialize();
  const rows = await db.query<{ name: string }[]>(REFERRING, [TABLES]);
  const destroy = owner.destroy.bind(owner);
  owner.destroy = async () => {
    await db.destroy();
    await destroy();
  };
  return { db, names: rows.map(({ name }) => name) };
}

/**
 * Empties everything but organizations and people. Triggers that were switched off at the tables would have all plans of
 * all connections made anew. One statement deletes it all, so that what refers to each other goes together; TRUNCATE is
 * slow where rows are few.
 */
export async function emptyWorld(owner: DataSource): Promise<void> {
  const emptier = emptiers.get(owner) ?? emptierOf(owner);
  emptiers.set(owner, emptier);
  const { db, names } = await emptier;
  await db.query(`WITH ${names.map((name, n) => `d${n} AS (DELETE FROM ${name})`).join(', ')} SELECT`);
}
