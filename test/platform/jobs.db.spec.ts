import type { NestExpressApplication } from '@nestjs/platform-express';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '../../src/platform/connection';
import { CleanExpired } from '../../src/platform/jobs/clean-expired';
import { Jobs } from '../../src/platform/jobs/jobs';
import { QUEUE_NAMES } from '../../src/platform/jobs/queues';
import { migrate } from '../../src/platform/migrate';
import { ANONYMOUS, type Viewer } from '../../src/platform/viewer';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { startApplication } from '../cast/application';
import { startWorld, type World } from '../cast';

describe('jobs', () => {
  let world: World;
  let other: NestExpressApplication;
  const apps = () => [world.app, other];
  beforeEach(async () => {
    world = await startWorld();
    other = await startApplication({ appUrl: world.appUrl, ownerUrl: '' }, world.clock);
    await world.owner.query('DELETE FROM jobs.schedule');
  });
  afterEach(async () => {
    await other.close();
    await world.close();
  });
  /** Takes the place of the handler of a queue, in both processes. */
  function takeOver(handler: (data: unknown, transaction: ViewerTransaction) => Promise<void>) {
    for (const app of apps()) {
      const handlers = app.get(Jobs)['handlers'];
      handlers.clear();
      handlers.set('clean-expired', (data) => handler(data, app.get(ViewerTransaction)));
    }
  }
  const start = () => Promise.all(apps().map((app) => app.get(Jobs).start({ polling: 0.5 })));
  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100 && !(await holds()); tries++) await sleep(100);
  }
  const count = async (sql: string) => Number((await world.owner.query<{ n: string }[]>(sql))[0]?.n);

  it('are sent in the transaction of the request, and are not there when it fails', async () => {
    const transaction = world.app.get(ViewerTransaction);
    const jobs = world.app.get(Jobs);
    await expect(
      transaction.run(ANONYMOUS, async () => {
        await jobs.send('clean-expired', { n: 1 });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await count(`SELECT count(*) AS n FROM jobs.job WHERE name = 'clean-expired'`)).toBe(0);
    await transaction.run(ANONYMOUS, () => jobs.send('clean-expired', { n: 1 }));
    expect(await count(`SELECT count(*) AS n FROM jobs.job WHERE name = 'clean-expired'`)).toBe(1);
  });

  it('run once each, whichever of two processes takes them, as whoever sent them', async () => {
    await world.owner.query(`UPDATE jobs.queue SET policy = 'standard'`);
    const ran: [unknown, string][] = [];
    takeOver(async (data, transaction) => {
      ran.push([data, transaction.viewer.organizationId]);
      await sleep(20);
    });
    const viewer: Viewer = { organizationId: world.organizations.pkcert, roles: [] };
    const sent = Array.from({ length: 12 }, (_, n) => ({ n }));
    for (const data of sent)
      await world.app
        .get(ViewerTransaction)
        .run(viewer, () => world.app.get(Jobs).send('clean-expired', data));
    await start();
    await until(() => ran.length >= sent.length);
    await sleep(1200);
    const done = ran.map(([data]) => (data as { n: number }).n).sort((a, b) => a - b);
    expect(done).toEqual(sent.map(({ n }) => n));
    expect(new Set(ran.map(([, organization]) => organization))).toEqual(new Set([viewer.organizationId]));
  });

  it('that fail leave nothing behind but the wish to be tried again, and no message', async () => {
    takeOver(async (_data, transaction) => {
      await transaction.query('SELECT app.note_sign_in_failure(ARRAY[$1], now())', ['half done']);
      throw new Error('zq7-marked');
    });
    await world.app
      .get(ViewerTransaction)
      .run(ANONYMOUS, () => world.app.get(Jobs).send('clean-expired', {}));
    await start();
    await until(async () => (await count(`SELECT count(*) AS n FROM jobs.job WHERE state = 'retry'`)) === 1);
    expect(await count(`SELECT count(*) AS n FROM jobs.job WHERE state = 'retry'`)).toBe(1);
    expect(await count('SELECT count(*) AS n FROM sign_in_failure')).toBe(0);
    expect(await count(`SELECT count(*) AS n FROM jobs.job j WHERE j::text LIKE '%zq7-marked%'`)).toBe(0);
  });

  it('clean away what has run out, and nothing else', async () => {
    const [now, old] = [world.clock.now().getTime(), world.clock.now().getTime() - 90_000_000];
    await world.owner.query(`INSERT INTO rate_limit VALUES ('old', 1, $1), ('new', 1, $2)`, [
      now - 1,
      now + 1,
    ]);
    await world.owner.query(`INSERT INTO sign_in_failure VALUES ('old', $1), ('new', $2)`, [
      new Date(old),
      new Date(now),
    ]);
    await world.app.get(ViewerTransaction).run(ANONYMOUS, () => world.app.get(CleanExpired).run());
    expect(await world.owner.query('SELECT key FROM rate_limit')).toEqual([{ key: 'new' }]);
    expect(await world.owner.query('SELECT subject FROM sign_in_failure')).toEqual([{ subject: 'new' }]);
  });

  it('have their queues and schedules from the owner; the role that serves makes none', async () => {
    await migrate(world.ownerUrl, new URL(world.appUrl).username);
    const names = await world.owner.query<{ name: string }[]>(`SELECT name FROM jobs.schedule ORDER BY name`);
    expect(names.map(({ name }) => name)).toEqual([...QUEUE_NAMES].sort());
    await withConnection(world.appUrl, async (client) => {
      await expect(client.query(`CREATE TABLE jobs.mine (n int)`)).rejects.toThrow('permission denied');
      await expect(client.query(`DROP TABLE jobs.job_common`)).rejects.toThrow('must be owner');
      await expect(client.query(`SELECT app.grant_jobs_to_application('accord_app')`)).rejects.toThrow(
        'denied',
      );
    });
  });
});
