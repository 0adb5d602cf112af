import { PgBoss } from 'pg-boss';
import { JOBS_SCHEMA, type Queue, QUEUES } from './queues';

const DAY = 86_400;

/**
 * Brings the tables of pg-boss to the level of the installed library, and the queues and schedules to those of the
 * code. Runs as the owner, under the lock of the migrations; nothing else may change that schema.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    createSchema: false,
    supervise: false,
    schedule: false,
    max: 1,
  });
  let fault: Error | undefined;
  boss.on('error', (error) => (fault = error));
  await boss.start();
  try {
    for (const [name, { every, seconds }] of Object.entries<Queue>(QUEUES)) {
      const options = {
        expireInSeconds: seconds,
        retryLimit: 3,
        retryBackoff: true,
        deleteAfterSeconds: DAY,
      };
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      // Of a scheduled job one waits at most: a process that was away does not run each minute that it missed.
      else await boss.createQueue(name, { ...options, ...(every ? { policy: 'short' as const } : {}) });
      if (every) await boss.schedule(name, every, null, { tz: 'UTC' });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (fault) throw fault;
}
