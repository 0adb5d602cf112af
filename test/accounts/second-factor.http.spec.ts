import { addedToHouseLog, castMember, PASSWORD, type PersonKey, startWorld, type World } from '../cast';
import { atTheDoor, enrol, shownBy } from './people-at-the-door';

const path = '/api/v1/me/second-factor';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => world.clock.advance(15 * 60_000));

const { trySignIn, signIn, works, caller } = atTheDoor(() => world);
const enter = (person: PersonKey, code?: string, password = PASSWORD) =>
  trySignIn(castMember(person).email, password, code === undefined ? {} : { code });
const enrolled = (person: PersonKey) => enrol(world, world.as(person));
const remove = (person: PersonKey, by: PersonKey) =>
  world.as(by).delete(`/api/v1/accounts/${world.people[person]}/second-factor`);
const typeOf = ({ body }: { body: { type: string } }) => body.type;

describe('enrolling', () => {
  test('takes a secret and a code of it, gives recovery codes once, and is on the record', async () => {
    const here = await signIn('cncert-auditor');
    const there = await signIn('cncert-auditor');
    const begun = await caller(here).post(path).send({ password: PASSWORD });
    const { secret, otpauth_uri } = begun.body as { secret: string; otpauth_uri: string };
    expect([begun.status, begun.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(otpauth_uri).toMatch(
      /^otpauth:\/\/totp\/Accord:auditor%40cncert.example\?.*SHA1&digits=6&period=30$/,
    );
    let recovery: string[] = [];
    const entries = await addedToHouseLog(world, 'cncert', async () => {
      const sent = { code: shownBy(secret, world) };
      const confirmed = await caller(here).post(`${path}/confirmation`).send(sent);
      expect([confirmed.status, confirmed.headers['cache-control']]).toEqual([201, 'no-store']);
      recovery = confirmed.body.recovery_codes as string[];
    });
    expect(recovery.filter((code) => /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/.test(code))).toHaveLength(10);
    expect(entries).toEqual([
      { kind: 'second-factor/enrolled', shared: { person: world.people['cncert-auditor'] } },
    ]);
    expect([await works(here), await works(there)]).toEqual([true, false]);
    const enrolled_at = world.clock.now().toISOString();
    const shown = await caller(here).get(path);
    expect(shown.body).toEqual({ required: false, enrolled_at, recovery_codes_left: 10 });
    for (const again of [
      await caller(here).post(path).send({ password: PASSWORD }),
      await caller(here).post(`${path}/confirmation`).send({ code: '123456' }),
    ])
      expect(typeOf(again)).toBe('/problems/second-factor/enrolled');
  });

  test('counts for nothing until it is confirmed, and begins anew with another secret', async () => {
    const person = world.as('cncert-duty-officer');
    expect(typeOf(await person.post(`${path}/confirmation`).send({ code: '123456' }))).toBe(
      '/problems/second-factor/not-begun',
    );
    const first = (await person.post(path).send({ password: PASSWORD })).body.secret as string;
    const second = (await person.post(path).send({ password: PASSWORD })).body.secret as string;
    expect((await enter('cncert-duty-officer')).status).toBe(200);
    const wrong = await person.post(`${path}/confirmation`).send({ code: shownBy(first, world) });
    expect([wrong.status, wrong.body.errors[0].rule]).toEqual([422, 'second-factor/wrong-code']);
    const right = await person.post(`${path}/confirmation`).send({ code: shownBy(second, world) });
    expect(right.status).toBe(201);
  });
});

describe('signing in with a second factor', () => {
  test('asks for the code, and tells whether it was wrong only to who knows the password', async () => {
    const { secret } = await enrolled('corvia-liaison');
    const person = 'corvia-liaison';
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      expect(typeOf(await enter(person))).toBe('/problems/sign-in/code-required');
      expect(typeOf(await enter(person, '000000'))).toBe('/problems/sign-in/code-refused');
      expect(typeOf(await enter(person, shownBy(secret, world), 'wrong'))).toBe('/problems/sign-in/refused');
      expect(typeOf(await enter(person, undefined, 'wrong'))).toBe('/problems/sign-in/refused');
      expect((await enter(person, shownBy(secret, world))).status).toBe(200);
    });
    const who = { person: world.people[person] };
    expect(entries).toEqual([
      { kind: 'sign-in/code-asked', shared: who },
      { kind: 'sign-in/failed', shared: { ...who, because: 'code' } },
      { kind: 'sign-in/failed', shared: who },
      { kind: 'sign-in/failed', shared: who },
      { kind: 'sign-in/succeeded', shared: who },
    ]);
  });

  test('accepts the code of half a minute before and after, and no other', async () => {
    const { secret } = await enrolled('corvia-auditor');
    const statuses = [];
    for (const periods of [-2, -1, 0, 1, 2])
      statuses.push((await enter('corvia-auditor', shownBy(secret, world, periods))).status);
    expect(statuses).toEqual([401, 200, 200, 200, 401]);
  });

  test('accepts each code once, also when it comes many times at once', async () => {
    const { secret } = await enrolled('dunmere-liaison');
    const code = shownBy(secret, world);
    const answers = await Promise.all(Array.from({ length: 4 }, () => enter('dunmere-liaison', code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect((await enter('dunmere-liaison', code)).status).toBe(401);
    world.clock.advance(30_000);
    expect((await enter('dunmere-liaison', shownBy(secret, world))).status).toBe(200);
  });

  test('does not accept again the code that confirmed it', async () => {
    const person = world.as('moitt-liaison');
    const secret = (await person.post(path).send({ password: PASSWORD })).body.secret as string;
    const code = shownBy(secret, world);
    await person.post(`${path}/confirmation`).send({ code });
    expect((await enter('moitt-liaison', code)).status).toBe(401);
  });

  test('accepts each recovery code once, however it is written, and is on the record', async () => {
    const { recovery } = await enrolled('itu-liaison');
    const [first = '', second = ''] = recovery;
    const { email } = castMember('itu-liaison');
    const stray = await world
      .anonymous()
      .post('/api/v1/sign-in?stray=1')
      .send({ email, password: PASSWORD, code: first });
    // What is refused for its form uses nothing up.
    expect([stray.status, stray.body.errors]).toMatchObject([422, [{ field: 'stray' }]]);
    const entries = await addedToHouseLog(world, 'itu', async () => {
      expect((await enter('itu-liaison', first)).status).toBe(200);
      expect((await enter('itu-liaison', first)).status).toBe(401);
      const written = second.replaceAll('-', ' ').toUpperCase();
      const answers = await Promise.all([enter('itu-liaison', second), enter('itu-liaison', written)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    });
    const used = {
      kind: 'second-factor/recovery-code-used',
      shared: { person: world.people['itu-liaison'] },
    };
    expect(entries.filter(({ kind }) => kind === used.kind)).toEqual([used, used]);
    expect((await world.as('itu-liaison').get(path)).body.recovery_codes_left).toBe(8);
  });

  test("does not accept another person's recovery code", async () => {
    const [{ recovery }] = [await enrolled('energy-analyst'), await enrolled('energy-administrator')];
    expect((await enter('energy-administrator', recovery[0])).status).toBe(401);
  });

  test('closes after five wrong codes, and asking for the code in between opens it no more', async () => {
    const { secret } = await enrolled('telecom-analyst');
    const guesses = ['000000', undefined, '000001', undefined, '000002'];
    for (const guess of guesses) expect((await enter('telecom-analyst', guess)).status).toBe(401);
    expect((await enter('telecom-analyst', shownBy(secret, world))).status).toBe(429);
  });
});

describe('removing a second factor', () => {
  test('is for an administrator, ends the sessions, and leaves an entry', async () => {
    const { secret } = await enrolled('pkcert-liaison');
    const tokens = (await enter('pkcert-liaison', shownBy(secret, world))).body;
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      expect((await remove('pkcert-liaison', 'pkcert-administrator')).status).toBe(204);
    });
    const by = world.people['pkcert-administrator'];
    const shared = { by, account: world.people['pkcert-liaison'] };
    expect(entries).toEqual([{ kind: 'second-factor/removed', shared }]);
    expect(await works(tokens)).toBe(false);
    expect((await enter('pkcert-liaison')).status).toBe(200);
    expect(typeOf(await remove('pkcert-liaison', 'pkcert-administrator'))).toBe(
      '/problems/second-factor/none',
    );
  });

  test('of oneself, and of people of other organizations, is refused', async () => {
    await enrolled('banking-administrator');
    await enrolled('banking-analyst');
    expect(typeOf(await remove('banking-administrator', 'banking-administrator'))).toBe(
      '/problems/second-factor/own',
    );
    expect((await remove('banking-analyst', 'pkcert-administrator')).status).toBe(404);
    expect((await enter('banking-analyst')).status).toBe(401);
  });
});

test('what is stored opens nothing: secrets are encrypted for one account, recovery codes are hashed', async () => {
  const { secret, recovery } = await enrolled('pkcert-analyst');
  await enrolled('pkcert-releaser');
  const stored = JSON.stringify([
    await world.owner.query("SELECT encode(secret_sealed, 'escape') FROM totp_enrolment"),
    await world.owner.query("SELECT encode(code_sha256, 'escape') FROM recovery_code"),
    await world.owner.query("SELECT convert_from(payload, 'UTF8') FROM record_payload"),
  ]);
  for (const told of [secret, ...recovery]) expect(stored).not.toContain(told);
  await world.owner.query('ALTER TABLE totp_enrolment DISABLE TRIGGER USER');
  const copy = `UPDATE totp_enrolment SET secret_sealed = (SELECT secret_sealed FROM totp_enrolment WHERE account_id = $1)
                WHERE account_id = $2`;
  await world.owner.query(copy, [world.people['pkcert-analyst'], world.people['pkcert-releaser']]);
  expect((await enter('pkcert-releaser', shownBy(secret, world))).status).toBe(401);
});
