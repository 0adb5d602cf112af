import { addedToHouseLog, PASSWORD, type PersonKey, startWorld, type World } from '../cast';
import { atTheDoor } from './people-at-the-door';

const path = '/api/v1/invitations';
const DAY = 86_400_000;
type Issued = { id: string; token: string; email: string };
let world: World;
let count = 0;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const { trySignIn } = atTheDoor(() => world);
const invite = async (change: object = {}, by: PersonKey = 'pkcert-administrator') => {
  const wanted = {
    email: `invited${++count}@pkcert.example`,
    name: 'Nida Shah',
    roles: ['releaser', 'analyst'],
  };
  return world
    .as(by)
    .post(path)
    .send({ ...wanted, ...change });
};
const invited = async (change: object = {}, by?: PersonKey) => (await invite(change, by)).body as Issued;
const accept = (token: string, password = PASSWORD) =>
  world.anonymous().post(`${path}/acceptance`).send({ token, password });
const revoke = (id: string, by: PersonKey = 'pkcert-administrator') => world.as(by).delete(`${path}/${id}`);
const setRoles = (person: PersonKey, roles: string[], by: PersonKey) =>
  world.as(by).put(`/api/v1/accounts/${world.people[person]}/roles`).send({ roles });
const depart = (person: PersonKey, by: PersonKey) =>
  world.as(by).post(`/api/v1/accounts/${world.people[person]}/departure`).send({ reason: 'Left' });

describe('an invitation', () => {
  test('makes an account with a password that only the invited person knows, and is on the record', async () => {
    const by = world.people['pkcert-administrator'];
    let issued = {} as Issued;
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      const answer = await invite({ email: 'Nida.Shah@PKCERT.example' });
      expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
      issued = answer.body as Issued;
      expect((await accept(issued.token, 'weak')).body.errors[0]).toMatchObject({ field: 'password' });
      const accepted = await accept(issued.token);
      expect([accepted.status, accepted.body]).toEqual([201, { email: issued.email, name: 'Nida Shah' }]);
    });
    const email = 'nida.shah@pkcert.example';
    const facts = { by, email, name: 'Nida Shah', roles: ['analyst', 'releaser'], invitation: issued.id };
    const expires_at = new Date(world.clock.now().getTime() + 7 * DAY).toISOString();
    const account = expect.any(String) as string;
    expect(entries).toEqual([
      { kind: 'invitation/issued', shared: { ...facts, expires_at } },
      { kind: 'account/created', shared: { ...facts, account } },
    ]);
    const signedIn = await trySignIn(email, PASSWORD);
    const me = await world.presenting(`Bearer ${signedIn.body.access_token}`).get('/api/v1/me');
    expect(me.body).toMatchObject({ organization: { handle: 'pkcert' }, roles: ['analyst', 'releaser'] });
    const list = await world.as('pkcert-auditor').get(path);
    const now = world.clock.now().toISOString();
    expect(list.body.items.at(-1)).toMatchObject({ id: issued.id, accepted_at: now, revoked_at: null });
    expect(list.text + JSON.stringify(entries)).not.toContain(issued.token.slice(20));
  });

  test('is used once, by the first of many who come at once', async () => {
    const { token, email } = await invited();
    const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => accept(token, `${PASSWORD} ${i}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404, 404]);
    const rows: object[] = await world.owner.query('SELECT id FROM account WHERE email = $1', [email]);
    expect(rows).toHaveLength(1);
    expect((await accept(token)).status).toBe(404);
  });

  test('is open for seven days, to the millisecond, and then another may be made', async () => {
    const [one, other] = [await invited(), await invited()];
    world.clock.advance(7 * DAY - 1);
    expect((await accept(one.token)).status).toBe(201);
    expect((await invite({ email: other.email })).body.type).toBe('/problems/invitation/open-already');
    world.clock.advance(1);
    expect((await accept(other.token)).status).toBe(404);
    expect((await invite({ email: other.email })).status).toBe(201);
  });

  test('that is revoked is void; again is no fault and leaves one entry', async () => {
    const { id, token, email } = await invited();
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      expect([(await revoke(id)).status, (await revoke(id)).status]).toEqual([204, 204]);
    });
    const by = world.people['pkcert-administrator'];
    expect(entries).toEqual([{ kind: 'invitation/revoked', shared: { by, invitation: id, email } }]);
    expect((await accept(token)).status).toBe(404);
  });

  test('that was accepted cannot be revoked', async () => {
    const { id, token } = await invited();
    await accept(token);
    expect((await revoke(id)).body.type).toBe('/problems/invitation/accepted');
  });

  test('that is accepted and revoked at once has one outcome', async () => {
    const { id, token, email } = await invited();
    const [accepted, revoked] = await Promise.all([accept(token), revoke(id)]);
    expect([
      [201, 409],
      [404, 204],
    ]).toContainEqual([accepted.status, revoked.status]);
    expect((await trySignIn(email, PASSWORD)).status).toBe(accepted.status === 201 ? 200 : 401);
  });

  test('of another organization cannot be found, and stays open', async () => {
    const { id, token } = await invited();
    const foreign = await revoke(id, 'cncert-administrator');
    const absent = await revoke('not-an-id', 'cncert-administrator');
    expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
    const list = await world.as('cncert-administrator').get(path);
    expect(list.body.items).toEqual([]);
    expect((await accept(token)).status).toBe(201);
  });

  test('gives nobody roles but those that it says, in the organization of the inviter', async () => {
    const { token } = await invited({ roles: ['analyst'] });
    const tried = await world
      .anonymous()
      .post(`${path}/acceptance`)
      .send({ token, password: PASSWORD, roles: ['administrator'] });
    expect(tried.status).toBe(422);
  });

  test.each(['analyst@pkcert.example', 'Liaison@CNCERT.example'])(
    'is refused to %s, who has an account',
    async (email) => {
      expect((await invite({ email })).body.type).toBe('/problems/account/email-taken');
    },
  );

  test('does not replace an account that was made in the meantime', async () => {
    const { token, email } = await invited();
    const person = { email, name: 'Quicker', roles: ['analyst'], password: 'the quicker of the two' };
    await world.as('pkcert-administrator').post('/api/v1/accounts').send(person);
    expect((await accept(token)).body.type).toBe('/problems/account/email-taken');
    expect((await trySignIn(email, person.password)).status).toBe(200);
  });

  test('for one person by two administrators at once is made once', async () => {
    const email = 'wanted@pkcert.example';
    const answers = await Promise.all([invite({ email }), invite({ email })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('invitations of an administrator', () => {
  test('end when she is none any more, and do not come back with the role', async () => {
    await setRoles('dunmere-liaison', ['administrator'], 'dunmere-administrator');
    const { token } = await invited({ email: 'one@dunmere.example' }, 'dunmere-liaison');
    const other = await invited({ email: 'two@dunmere.example' }, 'dunmere-administrator');
    await setRoles('dunmere-liaison', ['liaison'], 'dunmere-administrator');
    expect((await accept(token)).status).toBe(404);
    await setRoles('dunmere-liaison', ['administrator'], 'dunmere-administrator');
    expect((await accept(token)).status).toBe(404);
    expect((await accept(other.token)).status).toBe(201);
  });

  test('end when she leaves', async () => {
    await setRoles('itu-liaison', ['administrator'], 'itu-administrator');
    const { token, id } = await invited({ email: 'one@itu.example' }, 'itu-liaison');
    await depart('itu-liaison', 'itu-administrator');
    expect((await accept(token)).status).toBe(404);
    const list = await world.as('itu-administrator').get(path);
    expect(list.body.items).toMatchObject([
      { id, accepted_at: null, revoked_at: world.clock.now().toISOString() },
    ]);
  });

  test('of whom no other is left cannot end by leaving', async () => {
    const { token } = await invited({ email: 'one@moitt.example' }, 'moitt-administrator');
    expect((await depart('moitt-administrator', 'moitt-administrator')).status).toBe(409);
    expect((await accept(token)).status).toBe(201);
  });
});
