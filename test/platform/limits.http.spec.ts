import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { startApplication } from '../cast/application';
import { castMember, PASSWORD, startWorld, type World } from '../cast';

const settings = {
  rateLimitAddress: 40,
  rateLimitAccount: 6,
  rateLimitKey: 10,
  quotaKey: 12,
  trustedProxies: ['127.0.0.1'],
};

describe('requests are counted', () => {
  let world: World;
  let other: NestExpressApplication;
  beforeEach(async () => {
    world = await startWorld({ settings });
    other = await startApplication(world, world.clock, { settings });
  });
  afterEach(async () => {
    await other.close();
    await world.close();
  });
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);
  const times = <T>(n: number, work: (place: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, place) => work(place)));

  it('for each key, exactly, also by two processes on one database at once', async () => {
    const [key, twin] = [world.keys.cncert, await other.getUrl()];
    const answers = await times(30, (place) =>
      request(place % 2 ? twin : world.url)
        .get('/api/v1/feed')
        .set('Authorization', `Bearer ${key}`),
    );
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(10);
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(20);
    expect((await world.withKey('pkcert').get('/api/v1/feed')).status).toBe(200);
  });

  it('for each person, and say what is left and when it is more', async () => {
    const first = await world.as('pkcert-analyst').get('/api/v1/me');
    expect(first.headers['ratelimit-policy']).toBe('"address";q=40;w=60, "account";q=6;w=60');
    expect(first.headers['ratelimit']).toMatch(/^"account";r=5;t=(59|60)$/);
    await times(5, () => world.as('pkcert-analyst').get('/api/v1/me'));
    const refused = await world.as('pkcert-analyst').get('/api/v1/me');
    expect(refused.status).toBe(429);
    expect(refused.type).toBe('application/problem+json');
    expect(refused.body.type).toBe('/problems/limits/exceeded');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit']).toMatch(/"account";r=0;t=\d+$/);
    expect((await world.as('pkcert-releaser').get('/api/v1/me')).status).toBe(200);
  });

  it('for each address before anyone is known, whatever its credential; a /64 is one address', async () => {
    const wrong = world.presenting('Bearer nonsense');
    expect((await wrong.get('/api/v1/feed')).headers).not.toHaveProperty('ratelimit');
    const answers = await times(45, (place) => wrong.get('/api/v1/feed').set(from(`2001:db8:1:2::${place}`)));
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(40);
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(5);
    expect((await wrong.get('/api/v1/feed').set(from('2001:db8:1:3::1'))).status).toBe(401);
  });

  it('and not against a person whose token of a session that is over somebody sends', async () => {
    const { email } = castMember('itu-liaison');
    const signedIn = await world.anonymous().post('/api/v1/sign-in').send({ email, password: PASSWORD });
    const { access_token, refresh_token } = signedIn.body as Record<string, string>;
    await world.presenting(`Bearer ${access_token}`).post('/api/v1/sign-out').send();
    const refresh = () => world.anonymous().post('/api/v1/sign-in/refresh').send({ refresh_token });
    expect(statuses(await times(8, refresh))).toEqual(Array(8).fill(401));
    expect((await world.as('itu-liaison').get('/api/v1/me')).status).toBe(200);
  });

  it('and those of a day too, where a quota is set', async () => {
    const keyed = (path: string) => world.withKey('cncert').get(path);
    expect((await keyed('/api/v1/me')).headers['ratelimit-policy']).toContain('"key-day";q=12;w=86400');
    await times(9, () => keyed('/api/v1/me'));
    await world.owner.query(`UPDATE rate_limit SET expire = 0 WHERE key LIKE 'key:%'`);
    const later = await times(4, () =>
      request(world.url).get('/api/v1/me').set('Authorization', `Bearer ${world.keys.cncert}`),
    );
    expect(statuses(later)).toContain(429);
  });

  it('and none is let in while they cannot be counted', async () => {
    await world.owner.query('ALTER TABLE rate_limit RENAME TO gone');
    const refused = await world.anonymous().get('/api/v1/feed');
    expect([refused.status, refused.body.type]).toEqual([503, '/problems/limits/unavailable']);
    expect((await world.anonymous().get('/health')).status).toBe(200);
  });

  it('under hashes, so that the table tells nobody who asked', async () => {
    await world.withKey('cncert').get('/api/v1/feed').set(from('192.0.2.77'));
    const rows = await world.owner.query<{ key: string }[]>('SELECT key FROM rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(address|account|key)(-day)?:[\w-]{43}$/);
  });

  it('never for health and readiness', async () => {
    const answers = await times(60, (place) => world.anonymous().get(place % 2 ? '/health' : '/ready'));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    expect(answers[0]?.headers).not.toHaveProperty('ratelimit');
  });
});

test('an address in X-Forwarded-For counts only from a trusted proxy', async () => {
  const world = await startWorld({ settings: { rateLimitAddress: 3 } });
  const ask = (address: string) => world.anonymous().get('/api/v1/feed').set('X-Forwarded-For', address);
  const answers = [
    await ask('192.0.2.1'),
    await ask('192.0.2.2'),
    await ask('192.0.2.3'),
    await ask('192.0.2.4'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  await world.close();
});
