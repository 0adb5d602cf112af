import { addedToHouseLog, castMember, PASSWORD, type PersonKey, startWorld, type World } from '../cast';
import { atTheDoor, type Tokens } from './people-at-the-door';

const other = 'an altogether different one';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => world.clock.advance(15 * 60_000));

const { trySignIn, signIn, refresh, caller, works } = atTheDoor(() => world);
const change = (tokens: Tokens, old_password: string, new_password: string) =>
  caller(tokens).put('/api/v1/me/password').send({ old_password, new_password });
const opens = async (person: PersonKey, password: string) =>
  (await trySignIn(castMember(person).email, password)).status === 200;

describe('changing the password', () => {
  test('ends all other sessions and not this one; the old one opens nothing any more', async () => {
    const [here, there] = [await signIn('cncert-liaison'), await signIn('cncert-liaison')];
    const entries = await addedToHouseLog(world, 'cncert', async () => {
      expect((await change(here, PASSWORD, other)).status).toBe(204);
    });
    const shared = { person: world.people['cncert-liaison'], sessions_ended: 1 };
    expect(entries).toEqual([{ kind: 'account/password-changed', shared }]);
    expect([await works(here), await works(there)]).toEqual([true, false]);
    expect([(await refresh(here)).status, (await refresh(there)).status]).toEqual([200, 401]);
    expect([await opens('cncert-liaison', PASSWORD), await opens('cncert-liaison', other)]).toEqual([
      false,
      true,
    ]);
    expect(await opens('cncert-auditor', PASSWORD)).toBe(true);
  });

  test.each([
    ['wrong old one', 'not mine at all', other, 'old_password', 'password/wrong'],
    ['same one again', PASSWORD, PASSWORD, 'new_password', 'password/unchanged'],
    ['short new one', PASSWORD, 'short', 'new_password', 'password/too-short'],
    ['long new one', PASSWORD, 'p'.repeat(129), 'new_password', 'password/too-long'],
    ['new one from the e-mail', PASSWORD, 'duty-officer forever', 'new_password', 'password/contains-email'],
  ])('is refused with the %s', async (_, from, to, field, rule) => {
    const tokens = await signIn('pkcert-duty-officer');
    const { status, body } = await change(tokens, from, to);
    expect([status, body.errors]).toMatchObject([422, [{ field, rule }]]);
    expect(await opens('pkcert-duty-officer', PASSWORD)).toBe(true);
  });

  test('is closed after five wrong old ones, together with signing in, and each is on the record', async () => {
    const tokens = await signIn('itu-liaison');
    const entries = await addedToHouseLog(world, 'itu', async () => {
      for (let i = 0; i < 5; i++) expect((await change(tokens, 'guessed at random', other)).status).toBe(422);
      expect((await change(tokens, PASSWORD, other)).status).toBe(429);
      expect((await trySignIn(castMember('itu-liaison').email, PASSWORD)).status).toBe(429);
    });
    const shared = { person: world.people['itu-liaison'] };
    expect(entries).toEqual(Array(5).fill({ kind: 'account/password-change-refused', shared }));
  });

  test('twice at once succeeds once', async () => {
    const tokens = await signIn('dunmere-liaison');
    const news = ['the first of two at once', 'the second of two at once'];
    const answers = await Promise.all(news.map((password) => change(tokens, PASSWORD, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
    const won = news[answers.findIndex(({ status }) => status === 204)]!;
    expect(await opens('dunmere-liaison', won)).toBe(true);
  });
});

describe('a password that was forgotten', () => {
  const issue = async (person: PersonKey, by: PersonKey) =>
    world.as(by).post(`/api/v1/accounts/${world.people[person]}/password-reset`);
  const accept = (token: string, password = other) =>
    world.anonymous().post('/api/v1/password-resets/acceptance').send({ token, password });

  test('is set anew by its person alone, with a token that is used once; her sessions end', async () => {
    const tokens = await signIn('pkcert-analyst');
    const by = world.people['pkcert-administrator'];
    const account = world.people['pkcert-analyst'];
    let token = '';
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      const answer = await issue('pkcert-analyst', 'pkcert-administrator');
      expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
      token = answer.body.token as string;
      expect(await works(tokens)).toBe(true);
      expect((await accept(token, 'weak')).body.errors[0]).toMatchObject({ field: 'password' });
      expect((await accept(token)).status).toBe(204);
      expect((await accept(token, PASSWORD)).status).toBe(404);
    });
    const expires_at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    expect(entries).toEqual([
      { kind: 'account/password-reset-issued', shared: { by, account, expires_at } },
      { kind: 'account/password-reset', shared: { person: account, issued_by: by } },
    ]);
    expect([await works(tokens), (await refresh(tokens)).status]).toEqual([false, 401]);
    expect([await opens('pkcert-analyst', PASSWORD), await opens('pkcert-analyst', other)]).toEqual([
      false,
      true,
    ]);
    const stored: unknown[] = await world.owner.query(
      "SELECT encode(token_sha256, 'escape') FROM password_reset",
    );
    expect(JSON.stringify([stored, entries])).not.toContain(token.slice(13));
  });

  test('is reset once by many who come at once', async () => {
    const { token } = (await issue('banking-analyst', 'banking-administrator')).body as { token: string };
    const answers = await Promise.all(['one', 'two', 'three'].map((n) => accept(token, `${other} ${n}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
  });

  test('of the own account, of a foreign one and of nobody is not for an administrator to reset', async () => {
    const own = await issue('pkcert-administrator', 'pkcert-administrator');
    expect([own.status, own.body.type]).toEqual([403, '/problems/account/own-password']);
    const foreign = await issue('banking-analyst', 'pkcert-administrator');
    const absent = await world
      .as('pkcert-administrator')
      .post('/api/v1/accounts/00000000-0000-4000-8000-00000000abcd/password-reset');
    expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
  });

  const void_: Record<string, (token: string) => Promise<unknown>> = {
    'a day has passed': () => Promise.resolve(world.clock.advance(86_400_000)),
    'another was issued': () => issue('energy-analyst', 'energy-administrator'),
    'the person changed the password': async () =>
      change(await signIn('energy-analyst', PASSWORD), PASSWORD, other),
    'the administrator is none any more': async () => {
      await setRoles('energy-analyst', ['administrator'], 'energy-administrator');
      await setRoles('energy-administrator', ['analyst'], 'energy-analyst');
    },
    'the person has left': () => depart('energy-administrator', 'energy-analyst'),
  };
  const setRoles = (person: PersonKey, roles: string[], by: PersonKey) =>
    world.as(by).put(`/api/v1/accounts/${world.people[person]}/roles`).send({ roles });
  const depart = (person: PersonKey, by: PersonKey) =>
    world.as(by).post(`/api/v1/accounts/${world.people[person]}/departure`).send({ reason: 'Left' });

  test.each(Object.entries(void_))('cannot be reset with a token once %s', async (name, happens) => {
    const left = name === 'the person has left';
    const person = left ? 'energy-administrator' : 'energy-analyst';
    const by = left ? 'energy-analyst' : 'energy-administrator';
    const { token } = (await issue(person, by)).body as { token: string };
    await happens(token);
    const refused = await accept(token, 'a third one, even longer');
    expect([refused.status, refused.text]).toEqual([404, (await accept('accord-reset-x')).text]);
    expect((await trySignIn(castMember(person).email, 'a third one, even longer')).status).toBe(401);
  });
});
