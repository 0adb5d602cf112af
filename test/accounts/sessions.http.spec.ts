import { addedToHouseLog, startWorld, type World } from '../cast';
import { atTheDoor, type Tokens } from './people-at-the-door';

const HOUR = 3_600_000;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const { signIn, refresh, caller, works } = atTheDoor(() => world);
const refreshed = async (tokens: Tokens) => (await refresh(tokens)).body as Tokens;

describe('refreshing', () => {
  test('gives new tokens of the same session, which work, and leaves no entry', async () => {
    const first = await signIn('cncert-liaison');
    let second = first;
    const entries = await addedToHouseLog(world, 'cncert', async () => {
      const answer = await refresh(first);
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      second = answer.body as Tokens;
    });
    expect(entries).toEqual([]);
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await works(second)).toBe(true);
  });

  test('is possible for twelve hours after the last time, to the millisecond', async () => {
    const [one, other] = [await signIn('cncert-liaison'), await signIn('cncert-liaison')];
    world.clock.advance(12 * HOUR - 1);
    expect((await refresh(one)).status).toBe(200);
    world.clock.advance(1);
    expect((await refresh(other)).status).toBe(401);
  });

  test('is possible for seven days in all, and its tokens end with the session', async () => {
    let tokens = await signIn('cncert-liaison');
    const end = world.clock.now().getTime() + 7 * 24 * HOUR;
    for (let i = 0; i < 15; i++) {
      world.clock.advance(11 * HOUR);
      tokens = await refreshed(tokens);
    }
    expect(tokens.refresh_token_expires_at).toBe(new Date(end).toISOString());
    world.clock.set(new Date(end - 60_000).toISOString());
    tokens = await refreshed(tokens);
    world.clock.set(new Date(end).toISOString());
    expect([(await refresh(tokens)).status, await works(tokens)]).toEqual([401, false]);
  });

  test('with a token that was used before ends the whole session at once and is on the record', async () => {
    const first = await signIn('corvia-liaison');
    const elsewhere = await signIn('corvia-liaison');
    const second = await refreshed(first);
    const third = await refreshed(second);
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      expect((await refresh(first)).status).toBe(401);
      expect([await works(second), await works(third)]).toEqual([false, false]);
      for (const token of [first, second, third]) expect((await refresh(token)).status).toBe(401);
    });
    const shared = { person: world.people['corvia-liaison'], session: expect.any(String) as string };
    expect(entries).toEqual([{ kind: 'session/refresh-reused', shared }]);
    expect(await works(elsewhere)).toBe(true);
  });

  test('many times at once with one token succeeds once, and leaves one entry', async () => {
    const tokens = await signIn('corvia-auditor');
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(tokens)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401]);
      const won = answers.find(({ status }) => status === 200)!.body as Tokens;
      expect([await works(won), (await refresh(won)).status]).toEqual([false, 401]);
    });
    expect(entries).toHaveLength(1);
  });

  test('of many sessions at once goes on in each', async () => {
    const sessions = await Promise.all(Array.from({ length: 4 }, () => signIn('dunmere-liaison')));
    const answers = await Promise.all(sessions.map(refresh));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test('tells nobody why it is refused', async () => {
    const unknown = await refresh({ refresh_token: 'accord-refresh-unknown' } as Tokens);
    const tokens = await signIn('itu-liaison');
    await caller(tokens).post('/api/v1/sign-out');
    const ended = await refresh(tokens);
    expect([ended.status, ended.text]).toEqual([401, unknown.text]);
    expect(ended.headers['www-authenticate']).toBe('Bearer realm="accord"');
  });

  test('needs no access token, and a refresh token is none', async () => {
    const { refresh_token } = await signIn('itu-liaison');
    expect((await world.presenting(`Bearer ${refresh_token}`).get('/api/v1/me')).status).toBe(401);
  });

  test('stores no token that could be presented', async () => {
    const { access_token, refresh_token } = await signIn('itu-liaison');
    const stored = JSON.stringify([
      await world.owner.query("SELECT encode(token_sha256, 'escape') FROM refresh_token"),
      await world.owner.query("SELECT convert_from(payload, 'UTF8') FROM record_payload"),
    ]);
    expect(stored).not.toContain(refresh_token.slice(15));
    expect(stored).not.toContain(access_token);
  });
});

describe('signing out', () => {
  test('ends this session at once and no other, and leaves an entry', async () => {
    const [here, there] = [await signIn('moitt-liaison'), await signIn('moitt-liaison')];
    const entries = await addedToHouseLog(world, 'moitt', async () => {
      expect((await caller(here).post('/api/v1/sign-out')).status).toBe(204);
    });
    expect(entries.map(({ kind }) => kind)).toEqual(['session/signed-out']);
    expect([await works(here), await works(there)]).toEqual([false, true]);
    expect([(await refresh(here)).status, (await refresh(there)).status]).toEqual([401, 200]);
  });

  test('everywhere ends all own sessions, and those of nobody else', async () => {
    const own = [await signIn('energy-analyst'), await signIn('energy-analyst')];
    const other = await signIn('energy-administrator');
    const entries = await addedToHouseLog(world, 'energy', async () => {
      expect((await caller(own[0]!).post('/api/v1/sign-out/everywhere')).status).toBe(204);
    });
    const shared = { person: world.people['energy-analyst'], sessions: 2 };
    expect(entries).toEqual([{ kind: 'session/signed-out-everywhere', shared }]);
    for (const tokens of own)
      expect([await works(tokens), (await refresh(tokens)).status]).toEqual([false, 401]);
    expect(await works(other)).toBe(true);
  });
});

describe('a session ends at once, access and refresh token', () => {
  test('with the departure of its person', async () => {
    const tokens = await signIn('telecom-analyst');
    const path = `/api/v1/accounts/${world.people['telecom-analyst']}/departure`;
    await world.as('telecom-administrator').post(path).send({ reason: 'Left' });
    expect([await works(tokens), (await refresh(tokens)).status]).toEqual([false, 401]);
  });

  test('with a change of roles, and only of that person', async () => {
    const tokens = await signIn('pkcert-second-analyst');
    const other = await signIn('pkcert-analyst');
    const path = `/api/v1/accounts/${world.people['pkcert-second-analyst']}/roles`;
    await world
      .as('pkcert-administrator')
      .put(path)
      .send({ roles: ['liaison'] });
    expect([await works(tokens), (await refresh(tokens)).status]).toEqual([false, 401]);
    expect(await works(other)).toBe(true);
  });
});

test('sessions that ended more than a month ago are forgotten at the next sign-in', async () => {
  world.clock.advance(60 * 24 * HOUR);
  await signIn('banking-analyst');
  const rows: object[] = await world.owner.query('SELECT id FROM session');
  expect(rows).toHaveLength(1);
});
