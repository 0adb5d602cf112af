import { setTimeout as sleep } from 'node:timers/promises';
import { migrations } from '../../migrations';
import { withConnection } from './connection';
import { createDataSource } from './data-source';
import { installJobs } from './jobs/install-jobs';

/** Any number that no other lock of this product uses. */
const migrationLock = 7_246_001;

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
 * @throws Error of the first migration that fails; those before it stay
 */
export async function migrate(ownerUrl: string, { serving, jobs }: PlainRoles): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    const lock = 'SELECT pg_try_advisory_lock($1) AS held';
    while (!(await client.query<{ held: boolean }>(lock, [migrationLock])).rows[0]?.held) await sleep(100);
    const source = createDataSource(ownerUrl, { entities: [], migrations });
    await source.initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    await installJobs(ownerUrl);
    await client.query('SELECT app.grant_to_application($1)', [serving]);
    await client.query('SELECT app.grant_jobs($1, $2)', [serving, jobs]);
  });
}
