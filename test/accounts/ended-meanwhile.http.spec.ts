import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'supertest';
import { type Caller, castMember, PASSWORD, startWorld, type World } from '../cast';
import { holding, untilWaiting } from '../cast/held-lock';
import { atTheDoor, enrol, shownBy } from './people-at-the-door';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
const { trySignIn, signIn, caller, works } = atTheDoor(() => world);
const next = 'an altogether different one';
const expires_at = () => new Date(world.clock.now().getTime() + 86_400_000).toISOString();
const peopleOf = (handle: 'pkcert' | 'energy') => `administrators:${world.organizations[handle]}`;

/** What a found session of an administrator might leave behind, after it has ended. */
const MADE: [what: string, make: (by: Caller) => PromiseLike<Response>][] = [
  ['an API key', (by) => by.post('/api/v1/api-keys').send({ name: 'Found', expires_at: expires_at() })],
  [
    'an administrator',
    (by) =>
      by.post('/api/v1/accounts').send({
        email: 'found@elsewhere.example',
        name: 'Found (invented)',
        password: next,
        roles: ['administrator'],
      }),
  ],
  [
    'an invitation',
    (by) =>
      by
        .post('/api/v1/invitations')
        .send({ email: 'invited@elsewhere.example', name: 'Found (invented)', roles: ['administrator'] }),
  ],
  [
    'a password reset',
    (by) => by.post(`/api/v1/accounts/${world.people['pkcert-analyst']}/password-reset`).send(),
  ],
  [
    'another role for a colleague',
    (by) =>
      by.put(`/api/v1/accounts/${world.people['pkcert-analyst']}/roles`).send({ roles: ['administrator'] }),
  ],
  ['an enrolment', (by) => by.post('/api/v1/me/second-factor').send({ password: PASSWORD })],
  [
    'another password',
    (by) => by.put('/api/v1/me/password').send({ old_password: PASSWORD, new_password: next }),
  ],
];

test.each(MADE)('a session that was ended while it waited leaves not %s', async (_, make) => {
  const [found, own] = [await signIn('pkcert-administrator'), await signIn('pkcert-administrator')];
  const [ended, made] = await holding(world, peopleOf('pkcert'), async () => {
    const leaving = Promise.resolve(caller(own).post('/api/v1/sign-out/everywhere'));
    await untilWaiting(world, 1);
    const making = Promise.resolve(make(caller(found)));
    await untilWaiting(world, 2);
    return [leaving, making] as const;
  }).then((both) => Promise.all(both));
  expect([ended.status, made.status]).toEqual([204, 401]);
  expect(await works(found)).toBe(false);
});

test('who found a session enrols no app of hers once the password was changed', async () => {
  const person = 'energy-analyst';
  const [found, own] = [await signIn(person), await signIn(person)];
  const begun = await caller(found).post('/api/v1/me/second-factor').send({ password: PASSWORD });
  const { secret } = begun.body as { secret: string };
  const answers = await holding(world, peopleOf('energy'), async () => {
    const change = { old_password: PASSWORD, new_password: next };
    const changed = Promise.resolve(caller(own).put('/api/v1/me/password').send(change));
    await untilWaiting(world, 1);
    const code = shownBy(secret, world);
    const confirmed = Promise.resolve(
      caller(found).post('/api/v1/me/second-factor/confirmation').send({ code }),
    );
    await untilWaiting(world, 2);
    return [changed, confirmed] as const;
  }).then((both) => Promise.all(both));
  expect(answers.map(({ status }) => status)).toEqual([204, 401]);
  expect([await works(found), await works(own)]).toEqual([false, true]);
  expect((await trySignIn(castMember(person).email, next)).status).toBe(200);
});

test('recovery codes are not renewed in a session that was ended while it waited', async () => {
  const { secret } = await enrol(world, world.as('energy-administrator'));
  const { email } = castMember('energy-administrator');
  const code = shownBy(secret, world);
  const own = (await trySignIn(email, PASSWORD, { code })).body as { access_token: string };
  world.clock.advance(30_000);
  const signedIn = world.presenting(`Bearer ${own.access_token}`);
  const answers = await holding(world, peopleOf('energy'), async () => {
    const leaving = Promise.resolve(signedIn.post('/api/v1/sign-out/everywhere'));
    await untilWaiting(world, 1);
    const sent = { password: PASSWORD, code: shownBy(secret, world) };
    const renewed = Promise.resolve(signedIn.post('/api/v1/me/second-factor/recovery-codes').send(sent));
    await untilWaiting(world, 2);
    return [leaving, renewed] as const;
  }).then((both) => Promise.all(both));
  expect(answers.map(({ status }) => status)).toEqual([204, 401]);
});

test('a reset ends with the role of who issued it, also while somebody is about to use it', async () => {
  const [staying, path] = [
    world.as('telecom-administrator'),
    `/api/v1/accounts/${world.people['telecom-analyst']}`,
  ];
  expect((await staying.put(`${path}/roles`).send({ roles: ['administrator'] })).status).toBe(200);
  world.clock.advance(1000);
  const victim = `/api/v1/accounts/${world.people['telecom-administrator']}/password-reset`;
  const { token } = (await world.as('telecom-analyst').post(victim)).body as { token: string };
  const lock = `administrators:${world.organizations.telecom}`;
  const [demoted, reset] = await holding(world, lock, async () => {
    const demoting = Promise.resolve(staying.put(`${path}/roles`).send({ roles: ['analyst'] }));
    await untilWaiting(world, 1);
    const resetting = Promise.resolve(
      world.anonymous().post('/api/v1/password-resets/acceptance').send({ token, password: next }),
    );
    await untilWaiting(world, 2);
    await sleep(50);
    return [demoting, resetting] as const;
  }).then((both) => Promise.all(both));
  expect([demoted.status, reset.status]).toEqual([200, 404]);
  expect((await trySignIn(castMember('telecom-administrator').email, next)).status).toBe(401);
});
