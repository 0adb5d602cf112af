// Every migration goes up, down and up again on a server of its own; the entities then agree with the schema.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { entities } from '../src/entities';
import { readdress } from '../src/platform/connection';
import { createDataSource } from '../src/platform/data-source';
import { ensureDatabase, ensureRoles, ownerRole } from '../src/platform/database-roles';
import { startEmbeddedDatabase } from '../src/platform/embedded-database';
import { schemaDrift } from './schema-drift';

/** Everything in the database that a migration could have made and forgotten to take back. */
const objects = `
  SELECT kind || ' ' || name AS object FROM (
    SELECT 'schema' AS kind, nspname::text AS name, oid AS space FROM pg_namespace
    UNION ALL SELECT 'relation', relname::text, relnamespace FROM pg_class
    UNION ALL SELECT 'function', oid::regprocedure::text, pronamespace FROM pg_proc
    UNION ALL SELECT 'type', typname::text, typnamespace FROM pg_type
  ) found JOIN pg_namespace space ON space.oid = found.space
  WHERE space.nspname NOT LIKE 'pg\\_%' AND space.nspname <> 'information_schema'
  ORDER BY object`;

async function objectsOf(source: DataSource): Promise<string[]> {
  return (await source.query<{ object: string }[]>(objects)).map(({ object }) => object);
}

async function upDownUp(source: DataSource): Promise<string[]> {
  await source.showMigrations(); // makes the table of migrations, which stays
  const before = await objectsOf(source);
  await source.runMigrations({ transaction: 'each' });
  const first = await objectsOf(source);
  for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' });
  const left = (await objectsOf(source)).filter((object) => !before.includes(object));
  await source.runMigrations({ transaction: 'each' });
  const second = await objectsOf(source);
  return [
    ...left.map((object) => `left behind on the way down: ${object}`),
    ...second
      .filter((object) => !first.includes(object))
      .map((object) => `only there the second time: ${object}`),
    ...first
      .filter((object) => !second.includes(object))
      .map((object) => `missing the second time: ${object}`),
  ];
}

async function check(superuserUrl: string): Promise<string[]> {
  const owner = 'owner-of-the-check';
  await ensureRoles(superuserUrl, { owner, app: 'app-of-the-check', jobs: 'jobs-of-the-check' });
  await ensureDatabase(superuserUrl, 'accord_check');
  const url = readdress(superuserUrl, { username: ownerRole, password: owner, database: 'accord_check' });
  const source = await createDataSource(url, { entities, migrations }).initialize();
  try {
    return [...(await upDownUp(source)), ...(await schemaDrift(source))];
  } finally {
    await source.destroy();
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-migrations-'));
  chmodSync(folder, 0o711); // PostgreSQL runs under an account of its own when the check runs as root
  const server = await startEmbeddedDatabase({ dir: join(folder, 'database'), disposable: true });
  try {
    const faults = await check(server.url);
    console.log(
      `${migrations.length} migrations up, down and up again; ${entities.length} entities compared.`,
    );
    for (const fault of faults) console.error(fault);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
