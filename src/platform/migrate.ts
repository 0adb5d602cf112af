import { type DataSource, type MigrationInterface, QueryFailedError } from 'typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrations } from '../../migrations';
import { withConnection } from './connection';
import { createDataSource } from './data-source';
import { installJobs } from './jobs/install-jobs';

/** Any number that no other lock of this product uses. */
const migrationLock = 7_246_001;

/** How long a migration waits for a lock: as long as it waits, whoever comes after it waits, too. */
const LOCK_TIMEOUT = '-c lock_timeout=1s';
/** PostgreSQL's codes for a lock that was not to be had in time, and for a deadlock. */
const BUSY = ['55P03', '40P01'];
const MOST_TRIES = 120;

/** Runs migrations beside a version that serves: one that does not get its locks at once stands back and tries again. */
async function runBeside(source: DataSource): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await source.runMigrations({ transaction: 'each' });
      return;
    } catch (error) {
      const { code = '' } = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
      if (!BUSY.includes(code) || tries === MOST_TRIES) throw error;
      await sleep(500);
    }
}

/** The roles that own nothing: one serves requests, one runs jobs. */
export interface PlainRoles {
  serving: string;
  jobs: string;
}

/**
 * Brings the schema up to date and gives the plain roles their rights, under a lock, so that any number
 * of processes can start at once. The lock is asked for again and again rather than waited for: a waiting
 * statement holds a snapshot, on which building an index concurrently would wait in turn.
 * @param ownerUrl the database, as the role that owns it
 * @param list the migrations, in their order
 * @throws Error of the first migration that fails; those before it stay
 */
export async function migrate(
  ownerUrl: string,
  { serving, jobs }: PlainRoles,
  list: readonly (new () => MigrationInterface)[] = migrations,
): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    const lock = 'SELECT pg_try_advisory_lock($1) AS held';
    while (!(await client.query<{ held: boolean }>(lock, [migrationLock])).rows[0]?.held) await sleep(100);
    const parts = { entities: [], migrations: [...list], options: LOCK_TIMEOUT };
    const source = await createDataSource(ownerUrl, parts).initialize();
    try {
      await runBeside(source);
    } finally {
      await source.destroy();
    }
    await installJobs(ownerUrl);
    await client.query('SELECT app.grant_to_application($1)', [serving]);
    await client.query('SELECT app.grant_jobs($1, $2)', [serving, jobs]);
  });
}
