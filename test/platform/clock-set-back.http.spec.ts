import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { acceptClock, clockBehind } from '../../src/cli/clock-command';
import { asOperator } from '../../src/organizations';
import { Clock } from '../../src/platform/clock';
import { withConnection } from '../../src/platform/connection';
import { ViewerTransaction } from '../../src/platform/viewer-transaction';
import { houseLog, startWorld, type World } from '../cast';
import { startApplication } from '../cast/application';

/** The application as it is served, by the database's clock. Nobody can set that back here, so the mark is moved on. */
describe('a clock that is set back', () => {
  let world: World;
  let served: NestExpressApplication;
  let url: string;
  beforeAll(async () => {
    world = await startWorld();
    served = await startApplication(world, new Clock());
    url = await served.getUrl();
  });
  afterAll(async () => {
    await served.close();
    await world.close();
  });
  const operator = () => ({ owner: world.owner, clock: new Clock() });
  const mark = async () =>
    Number((await world.owner.query<{ n: string }[]>('SELECT last_value AS n FROM app.clock_mark'))[0]?.n);
  /** As if all had been decided so much later than it was. */
  const decidedLater = (seconds: number) =>
    world.owner.query(
      `SELECT setval('app.clock_mark', (extract(epoch FROM clock_timestamp()) * 1000)::bigint + $1::int)`,
      [seconds * 1000],
    );
  const pull = () => request(url).get('/api/v1/feed').set('Authorization', `Bearer ${world.keys.cncert}`);
  const all = () => [
    request(url).get('/api/v1/feed'),
    request(url).get('/api/v1/advisories'),
    pull(),
    request(url).post('/api/v1/sign-in').send({ email: 'nobody@example.org', password: 'of nobody at all' }),
  ];

  it('is answered by as long as it is not behind, and leaves a mark', async () => {
    expect((await pull()).status).toBe(200);
    expect(Date.now() - (await mark())).toBeLessThan(5000);
    await decidedLater(1);
    expect((await pull()).status).toBe(200);
    expect((await request(url).get('/ready')).body).toEqual({ status: 'ready' });
  });

  it('denies everything, by a problem that says why, and is not ready', async () => {
    await decidedLater(60);
    for (const answer of await Promise.all(all())) {
      expect([answer.status, (answer.body as { type: string }).type]).toEqual([
        503,
        '/problems/clock-behind',
      ]);
      expect(answer.headers['retry-after']).toBe('30');
    }
    expect((await world.anonymous().get('/problems/clock-behind')).status).toBe(200);
    // What was asked a moment ago is told again for a second.
    await new Promise((settle) => setTimeout(settle, 1100));
    const ready = await request(url).get('/ready');
    expect([ready.status, ready.body]).toEqual([503, { status: 'clock behind' }]);
    expect((await request(url).get('/health')).status).toBe(200);
  });

  it('keeps the operator from acting, too, and the jobs', async () => {
    await decidedLater(60);
    const acting = asOperator(operator(), world.organizations.pkcert, () => Promise.resolve());
    await expect(acting).rejects.toMatchObject({ code: 'clock-behind' });
    await withConnection(world.jobsUrl, async (client) => {
      const entering = client.query('SELECT app.enter(NULL, $1, NULL, NULL)', [world.organizations.pkcert]);
      await expect(entering).rejects.toThrow('behind');
      await expect(client.query(`SELECT setval('app.clock_mark', 0)`)).rejects.toThrow('permission denied');
    });
    await withConnection(world.appUrl, async (client) => {
      await expect(client.query(`SELECT setval('app.clock_mark', 0)`)).rejects.toThrow('permission denied');
    });
  });

  it('is noticed after a wait within a request as well', async () => {
    await decidedLater(0);
    const transaction = served.get(ViewerTransaction, { strict: false });
    const waiting = transaction.run({ organizationId: world.organizations.pkcert, roles: [] }, async () => {
      await decidedLater(60);
      await transaction.lock('of a test');
    });
    await expect(waiting).rejects.toMatchObject({ code: 'clock-behind' });
  });

  it('counts again once it has caught up', async () => {
    await decidedLater(3);
    expect((await pull()).status).toBe(503);
    await new Promise((settle) => setTimeout(settle, 1200));
    expect((await pull()).status).toBe(200);
  });

  it('counts again once the operator accepts it, which is on the record', async () => {
    await decidedLater(3600);
    expect(Math.round((await clockBehind(operator())) / 1000)).toBe(3600);
    await acceptClock(operator());
    expect(await clockBehind(operator())).toBe(0);
    expect((await pull()).status).toBe(200);
    const { kind, shared } = (await houseLog(world, 'public')).at(-1)!;
    expect([kind, shared.by]).toEqual(['clock/accepted', 'operator']);
  });

  it('costs no write for each read: the mark moves once in a second, also for many at once', async () => {
    await decidedLater(0);
    const before = await mark();
    await Promise.all(Array.from({ length: 20 }, () => pull()));
    const after = await mark();
    expect(after === before || after > before + 1000).toBe(true);
    await decidedLater(-10);
    const lagging = await mark();
    await Promise.all(Array.from({ length: 20 }, () => pull()));
    expect(await mark()).toBeGreaterThan(lagging + 9000);
    const held = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND ((classid::bigint << 32) | objid::bigint) = app.lock_key('clock')`;
    expect(await world.owner.query(held)).toEqual([]);
  });
});
