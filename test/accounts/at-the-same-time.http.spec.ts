import { castMember, houseLog, PASSWORD, startWorld, type World } from '../cast';
import { atTheDoor, enrol, type Tokens } from './people-at-the-door';

const ROUNDS = 4;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
const { trySignIn, signIn, caller, works } = atTheDoor(() => world);

/** Those of several sign-ins that succeeded. */
async function begun(email: string, password: string): Promise<Tokens[]> {
  const answers = await Promise.all(Array.from({ length: 4 }, () => trySignIn(email, password)));
  return answers.filter(({ status }) => status === 200).map(({ body }) => body as Tokens);
}

describe('a sign-in that is under way', () => {
  it('with the old password leaves no session, once the password was changed', async () => {
    const { email } = castMember('cncert-liaison');
    let password = PASSWORD;
    for (let round = 0; round < ROUNDS; round += 1) {
      const here = await signIn('cncert-liaison', password);
      const next = `an altogether different one, number ${round}`;
      const change = { old_password: password, new_password: next };
      const [old, changed] = await Promise.all([
        begun(email, password),
        caller(here).put('/api/v1/me/password').send(change),
      ]);
      expect(changed.status).toBe(204);
      for (const tokens of old) expect(await works(tokens)).toBe(false);
      password = next;
    }
  });

  it('with the old password leaves no session, once the password was set anew', async () => {
    const { email } = castMember('pkcert-analyst');
    let password = PASSWORD;
    for (let round = 0; round < ROUNDS; round += 1) {
      const path = `/api/v1/accounts/${world.people['pkcert-analyst']}/password-reset`;
      const { token } = (await world.as('pkcert-administrator').post(path)).body as { token: string };
      const next = `an altogether different one, number ${round}`;
      const [old, reset] = await Promise.all([
        begun(email, password),
        world.anonymous().post('/api/v1/password-resets/acceptance').send({ token, password: next }),
      ]);
      expect(reset.status).toBe(204);
      for (const tokens of old) expect(await works(tokens)).toBe(false);
      password = next;
    }
  });

  it('without a code leaves no session, once a second factor was enrolled', async () => {
    const people = ['corvia-liaison', 'dunmere-liaison', 'itu-liaison', 'banking-analyst'] as const;
    for (const person of people) {
      const here = await signIn(person);
      const [old] = await Promise.all([
        begun(castMember(person).email, PASSWORD),
        enrol(world, caller(here)),
      ]);
      for (const tokens of old) expect(await works(tokens)).toBe(false);
    }
  });
});

it('an administrator who has left makes neither people nor keys, whatever of hers is under way', async () => {
  const [leaving, staying] = [world.people['telecom-analyst'], world.as('telecom-administrator')];
  const path = `/api/v1/accounts/${leaving}`;
  expect((await staying.put(`${path}/roles`).send({ roles: ['administrator'] })).status).toBe(200);
  const hers = world.as('telecom-analyst');
  const expires_at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const account = (n: number) => ({
    email: `invented-${n}@telecom.example`,
    name: 'Invented',
    password: 'an altogether different one',
    roles: ['administrator'],
  });
  await Promise.all([
    ...[1, 2, 3, 4].map((n) => hers.post('/api/v1/accounts').send(account(n))),
    ...[1, 2].map((n) => hers.post('/api/v1/api-keys').send({ name: `Key ${n}`, expires_at })),
    staying.post(`${path}/departure`).send({ reason: 'Left' }),
  ]);
  const kinds = (await houseLog(world, 'telecom')).map(({ kind }) => kind);
  const after = kinds.slice(kinds.indexOf('account/departed') + 1);
  expect(after.filter((kind) => ['account/created', 'api-key/issued'].includes(kind))).toEqual([]);
});
