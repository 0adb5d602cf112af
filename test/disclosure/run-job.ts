import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from '../../src/platform/jobs/jobs';
import type { QueueName } from '../../src/platform/jobs/queues';
import { ANONYMOUS } from '../../src/platform/viewer';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import type { World } from '../cast';

/** Runs a job as its schedule does, by whichever process works, and waits until it is done. */
export async function runJob({ app, owner }: World, queue: QueueName): Promise<void> {
  await app.get(ViewerTransaction).run(ANONYMOUS, () => app.get(Jobs).send(queue, {}));
  for (let tries = 0; tries < 200; tries++) {
    const open = await owner.query<{ state: string }[]>(
      `SELECT state::text FROM jobs.job WHERE name = $1 AND state <> 'completed'`,
      [queue],
    );
    if (open.length === 0) return;
    if (open.some(({ state }) => state === 'failed' || state === 'retry')) throw new Error('The job failed.');
    await sleep(50);
  }
  throw new Error('The job did not end.');
}
