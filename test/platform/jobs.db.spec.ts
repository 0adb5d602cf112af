import type { NestExpressApplication } from '@nestjs/platform-express';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '../../src/platform/connection';
import { Jobs } from '../../src/platform/jobs/jobs';
import { QUEUE_NAMES } from '../../src/platform/jobs/queues';
import { migrate } from '../../src/platform/migrate';
import { ANONYMOUS, type Viewer } from '../../src/platform/viewer';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { PLAIN_ROLES } from '../database';
import { startApplication } from '../cast/application';
import { startWorld, type World } from '../cast';

describe('jobs', () => {
  let world: World;
  let other: NestExpressApplication;
  const apps = () => [world.app, other];
  beforeEach(async () => {
    world = await startWorld();
    other = await startApplication(world, world.clock);
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
    await world.owner.query(`INSERT INTO sign_in_failure VALUES ('kept', now())`);
    takeOver(async (_data, transaction) => {
      await transaction.query(`SELECT app.forget_expired('infinity')`);
      throw new Error('zq7-marked');
    });
    await world.app
      .get(ViewerTransaction)
      .run(ANONYMOUS, () => world.app.get(Jobs).send('clean-expired', {}));
    await start();
    await until(async () => (await count(`SELECT count(*) AS n FROM jobs.job WHERE state = 'retry'`)) === 1);
    expect(await count(`SELECT count(*) AS n FROM jobs.job WHERE state = 'retry'`)).toBe(1);
    expect(await count('SELECT count(*) AS n FROM sign_in_failure')).toBe(1);
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
    const send = () => world.app.get(Jobs).send('clean-expired', {});
    await world.app.get(ViewerTransaction).run(ANONYMOUS, send);
    await start();
    await until(async () => (await count('SELECT count(*) AS n FROM rate_limit')) === 1);
    expect(await world.owner.query('SELECT key FROM rate_limit')).toEqual([{ key: 'new' }]);
    expect(await world.owner.query('SELECT subject FROM sign_in_failure')).toEqual([{ subject: 'new' }]);
  });

  it('have their queues and schedules from the owner; the roles that serve and run them make none', async () => {
    await migrate(world.ownerUrl, PLAIN_ROLES);
    const names = await world.owner.query<{ name: string }[]>(`SELECT name FROM jobs.schedule ORDER BY name`);
    expect(names.map(({ name }) => name)).toEqual([...QUEUE_NAMES].sort());
    for (const url of [world.appUrl, world.jobsUrl])
      await withConnection(url, async (client) => {
        await expect(client.query(`CREATE TABLE jobs.mine (n int)`)).rejects.toThrow('permission denied');
        await expect(client.query(`DROP TABLE jobs.job_common`)).rejects.toThrow('must be owner');
        await expect(client.query(`SELECT app.grant_jobs('accord_app', 'accord_jobs')`)).rejects.toThrow(
          'denied',
        );
      });
  });

  it('are put in by the role that serves, which cannot read, change or take one', async () => {
    await withConnection(world.appUrl, async (client) => {
      for (const statement of [
        'SELECT data FROM jobs.job',
        `UPDATE jobs.job SET data = '{}'`,
        'DELETE FROM jobs.job_common',
        'SELECT * FROM jobs.schedule',
        `INSERT INTO jobs.schedule (name, cron) VALUES ('clean-expired', '* * * * *')`,
        'SELECT app.forget_expired(now())',
      ])
        await expect(client.query(statement)).rejects.toThrow('permission denied');
    });
  });

  it('cannot be given a command, a table or a version by the role that runs them: the owner would carry it out', async () => {
    await withConnection(world.jobsUrl, async (client) => {
      for (const statement of [
        `INSERT INTO jobs.bam (name, version, status, table_name, command) VALUES ('x', 1, 'pending', 'job_common', 'SELECT 1')`,
        `UPDATE jobs.bam SET command = 'SELECT 1'`,
        'UPDATE jobs.version SET version = 1',
        `UPDATE jobs.queue SET table_name = 'job_common; SELECT 1'`,
        `UPDATE jobs.queue SET name = 'mine'`,
        `INSERT INTO jobs.schedule (name, cron) VALUES ('clean-expired', '* * * * *')`,
        `UPDATE jobs.schedule SET cron = '* * * * *'`,
        'SELECT app.drain(app.public_team(), now(), 1)',
      ])
        await expect(client.query(statement)).rejects.toThrow('permission denied');
      for (const [name, table] of [
        ['mine', 'job_common'],
        ['__pgboss__send-it', 'job_common; SELECT 1'],
      ]) {
        const made = client.query(
          `INSERT INTO jobs.queue (name, policy, partition, table_name) VALUES ($1, 'standard', false, $2)`,
          [name, table],
        );
        await expect(made).rejects.toThrow('row-level security');
      }
    });
  });

  it('that clean and drain do so up to now, whatever instant they are called with', async () => {
    const ahead = Date.now() + 86_400_000;
    await world.owner.query(`INSERT INTO rate_limit VALUES ('runs on', 1, $1)`, [ahead]);
    await world.owner.query(`INSERT INTO sign_in_failure VALUES ('counts', now())`);
    await withConnection(world.jobsUrl, async (client) => {
      await client.query(`SELECT app.forget_expired('infinity')`);
      await client.query(`SELECT app.drain_for_everybody('infinity')`);
    });
    expect(await count('SELECT count(*) AS n FROM rate_limit')).toBe(1);
    expect(await count('SELECT count(*) AS n FROM sign_in_failure')).toBe(1);
  });

  it('run as a role that has no right to any table of ours and calls the listed functions only', async () => {
    const role = new URL(world.jobsUrl).username;
    const tables = await world.owner.query(
      `SELECT DISTINCT table_name FROM information_schema.table_privileges WHERE grantee IN ('${role}', 'PUBLIC') AND table_schema IN ('public', 'app')`,
    );
    expect(tables).toEqual([]);
    const callable = `SELECT count(*) AS n FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'app' AND has_function_privilege('${role}', p.oid, 'EXECUTE')`;
    const listed = await count('SELECT count(*) AS n FROM app.function_for_jobs');
    expect([listed > 0, await count(callable)]).toEqual([true, listed]);
    const ran: string[] = [];
    takeOver(async (_data, transaction) => {
      ran.push((await transaction.one<{ role: string }>('SELECT current_user AS role'))?.role ?? '');
    });
    const send = () => world.app.get(Jobs).send('clean-expired', {});
    await world.app.get(ViewerTransaction).run(ANONYMOUS, send);
    await start();
    await until(() => ran.length > 0);
    expect(ran).toEqual([role]);
  });
});
