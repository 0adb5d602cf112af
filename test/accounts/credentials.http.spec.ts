import { JwtService } from '@nestjs/jwt';
import { createHmac, randomUUID } from 'node:crypto';
import { newId } from '../../src/platform/ids';
import { AccessTokens, TOKEN_LIFE } from '../../src/accounts';
import { everyone, type OrganizationKey, PASSWORD, startWorld, type World } from '../cast';

let world: World;
beforeAll(async () => {
  world = await startWorld({ sessionsApart: true });
  await world.owner.query(
    `INSERT INTO session (id, organization_id, account_id, started_at, expires_at)
     SELECT $1, organization_id, id, $3, $3::timestamptz + interval '1 day' FROM account WHERE id = $2`,
    [session, world.people['pkcert-analyst'], world.clock.now()],
  );
});
afterAll(() => world.close());

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const session = newId();
const claims = (): Record<string, unknown> => {
  const iat = Math.floor(world.clock.now().getTime() / 1000);
  const sub = world.people['pkcert-analyst'];
  return { sub, sid: session, jti: randomUUID(), iat, exp: iat + 900, iss: 'accord', aud: 'accord web api' };
};
/** A token signed with the application's own key, whatever it says. */
const signed = (change: Record<string, unknown>) => {
  const said = Object.entries({ ...claims(), ...change }).filter(([, value]) => value !== undefined);
  return world.app.get(JwtService, { strict: false }).sign(Object.fromEntries(said));
};
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const alteredKey = (organization: OrganizationKey) => `${world.keys[organization].slice(0, -2)}AA`;

test('the token of which the others are faulty copies is accepted', async () => {
  expect((await world.presenting(`Bearer ${signed({})}`).get('/api/v1/me')).status).toBe(200);
});

describe('a credential that is not accepted', () => {
  const credentials: Record<string, () => string> = {
    'is no scheme at all': () => 'pkcert',
    'is empty': () => '',
    'is HTTP Basic with a name and a password': () => basic(`analyst@pkcert.example:${PASSWORD}`),
    'is HTTP Basic with an access token': () => basic(`x:${signed({})}`),
    'is HTTP Basic with a key for the name': () => basic(`${world.keys.cncert}:`),
    'is HTTP Basic with a key alone': () => basic(world.keys.cncert),
    'is HTTP Basic with a key that is altered': () => basic(`x:${alteredKey('cncert')}`),
    'is HTTP Basic that is not encoded': () => `Basic x:${world.keys.cncert}`,
    'is a key by another scheme': () => `Digest ${world.keys.cncert}`,
    'is an empty bearer token': () => 'Bearer ',
    'is no token': () => 'Bearer null',
    'is two tokens': () => `Bearer ${signed({})} ${signed({})}`,
    'is not signed': () => `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims())}.`,
    'is signed with another key': () => {
      const head = `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64(claims())}`;
      return `Bearer ${head}.${createHmac('sha256', 'guess').update(head).digest('base64url')}`;
    },
    'is signed by another algorithm': () =>
      `Bearer ${world.app.get(JwtService, { strict: false }).sign(claims(), { algorithm: 'HS512' })}`,
    'is for another audience': () => `Bearer ${signed({ aud: 'other' })}`,
    'is from another issuer': () => `Bearer ${signed({ iss: 'other' })}`,
    'never expires': () => `Bearer ${signed({ exp: undefined })}`,
    'expires this very second': () => `Bearer ${signed({ exp: claims().iat })}`,
    'is for nobody': () => `Bearer ${signed({ sub: undefined })}`,
    'is of no session': () => `Bearer ${signed({ sid: undefined })}`,
    'is of a session that never was': () => `Bearer ${signed({ sid: randomUUID() })}`,
    "is of another person's session": () => `Bearer ${signed({ sub: world.people['pkcert-liaison'] })}`,
    'is for no account': () => `Bearer ${signed({ sub: randomUUID() })}`,
    'is for what is no id': () => `Bearer ${signed({ sub: "' OR true --" })}`,
    'is a key with another secret': () => `Bearer ${alteredKey('cncert')}`,
    'is a key with an unknown prefix': () => `Bearer accord_aaaaaaaaaa_${'A'.repeat(43)}`,
    "is one organization's prefix with another's secret": () =>
      `Bearer ${world.keys.cncert.slice(0, 18)}${world.keys.corvia.slice(18)}`,
    'is half a key': () => 'Bearer accord_abc',
    'is a key without Bearer': () => world.keys.cncert,
  };

  test.each(Object.entries(credentials))(
    'that %s is told so, also where anyone may call',
    async (_, make) => {
      for (const path of ['/api/v1/me', '/api/v1/feed']) {
        const answer = await world.presenting(make()).get(path);
        expect(answer.status).toBe(401);
        expect(answer.headers['www-authenticate']).toBe(
          'Bearer realm="accord", error="invalid_token", Basic realm="accord", charset="UTF-8"',
        );
        expect(answer.body.type).toBe('/problems/credential/invalid');
      }
    },
  );
});

test('many who call at once are each taken for themselves', async () => {
  const known = everyone.filter(({ organization }) => organization !== 'public');
  const callers = [...known, ...known, ...known];
  const answers = await Promise.all(callers.map((asker) => asker.ask(world).get('/api/v1/me')));
  expect(answers.map(({ body }) => [body.organization.handle, body.person?.id])).toEqual(
    callers.map(({ organization, person }) => [organization, person && world.people[person]]),
  );
});

describe('an access token', () => {
  test('says whose it is and nothing of what that person may do', () => {
    const token = world.app
      .get(AccessTokens, { strict: false })
      .issue(world.people['pkcert-releaser'], session);
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
  });

  test('is good for fifteen minutes by the clock of the application, to the second', async () => {
    const caller = world.as('pkcert-analyst');
    world.clock.advance(TOKEN_LIFE * 1000 - 1);
    expect((await caller.get('/api/v1/me')).status).toBe(200);
    world.clock.advance(1);
    expect((await caller.get('/api/v1/me')).status).toBe(401);
  });

  test('ends with a change of roles at once, and the new one has the new roles', async () => {
    const analyst = world.as('banking-analyst');
    const before = await analyst.get('/api/v1/accounts');
    const path = `/api/v1/accounts/${world.people['banking-analyst']}/roles`;
    await world
      .as('banking-administrator')
      .put(path)
      .send({ roles: ['auditor'] });
    expect([before.status, (await analyst.get('/api/v1/accounts')).status]).toEqual([403, 401]);
    expect((await world.as('banking-analyst').get('/api/v1/accounts')).status).toBe(200);
  });

  test('ends with the departure of its person', async () => {
    const analyst = world.as('energy-analyst');
    const path = `/api/v1/accounts/${world.people['energy-analyst']}/departure`;
    const departure = await world.as('energy-administrator').post(path).send({ reason: 'New post' });
    expect([departure.status, (await analyst.get('/api/v1/me')).status]).toEqual([201, 401]);
  });
});
