import { addedToHouseLog, PASSWORD, startWorld, type World } from '../cast';
import { TotpSecrets } from '../../src/accounts/second-factor/totp-secrets';
import { atTheDoor, enrol, shownBy } from './people-at-the-door';

const path = '/api/v1/me/second-factor';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
const { signIn, caller } = atTheDoor(() => world);
const begin = async (by: ReturnType<typeof caller>): Promise<string> =>
  ((await by.post(path).send({ password: PASSWORD })).body as { secret: string }).secret;
const confirm = (by: ReturnType<typeof caller>, code: string) =>
  by.post(`${path}/confirmation`).send({ code });
const NOT_BEGUN = '/problems/second-factor/not-begun';

test('an enrolment ends with the fifth wrong code, and each is on the record', async () => {
  const by = caller(await signIn('cncert-auditor'));
  const secret = await begin(by);
  const entries = await addedToHouseLog(world, 'cncert', async () => {
    for (let n = 0; n < 5; n += 1) expect((await confirm(by, `00000${n}`)).status).toBe(422);
    expect((await confirm(by, shownBy(secret, world))).body.type).toBe(NOT_BEGUN);
  });
  const shared = { person: world.people['cncert-auditor'] };
  expect(entries).toEqual(Array(5).fill({ kind: 'second-factor/confirmation-refused', shared }));
  const again = await begin(by);
  expect((await confirm(by, shownBy(again, world))).status).toBe(201);
});

test('an enrolment is confirmed in the session that began it alone', async () => {
  const [own, found] = [caller(await signIn('corvia-liaison')), caller(await signIn('corvia-liaison'))];
  const secret = await begin(own);
  expect((await confirm(found, shownBy(secret, world))).body.type).toBe(NOT_BEGUN);
  expect((await confirm(own, shownBy(secret, world))).status).toBe(201);
});

test.each([
  [15 * 60_000 - 1, 201],
  [15 * 60_000, 409],
])('an enrolment that is %d ms old answers %d', async (age, status) => {
  const person = status === 201 ? 'pkcert-analyst' : 'pkcert-second-analyst';
  const secret = await begin(world.as(person));
  // The session's token would run out on the way; another of the same session goes on.
  const tokens = await signIn(person);
  const by = caller(tokens);
  const fresh = await begin(by);
  world.clock.advance(age);
  const { body } = await world
    .anonymous()
    .post('/api/v1/sign-in/refresh')
    .send({ refresh_token: tokens.refresh_token });
  const later = world.presenting(`Bearer ${(body as { access_token: string }).access_token}`);
  expect((await confirm(later, shownBy(fresh, world))).status).toBe(status);
  expect(secret).not.toBe(fresh);
});

test('whose secret was sealed with another secret of the installation enrols anew with the password', async () => {
  const person = 'dunmere-liaison';
  await enrol(world, world.as(person));
  expect((await world.as(person).post(path).send({ password: PASSWORD })).status).toBe(409);
  const sealed = new TotpSecrets('another secret of this installation, as after a restore').seal(
    Buffer.alloc(20),
    world.people[person],
  );
  await world.owner.query('ALTER TABLE totp_enrolment DISABLE TRIGGER USER');
  await world.owner.query('UPDATE totp_enrolment SET secret_sealed = $2 WHERE account_id = $1', [
    world.people[person],
    sealed,
  ]);
  await world.owner.query('ALTER TABLE totp_enrolment ENABLE TRIGGER USER');
  const secret = await begin(world.as(person));
  expect((await confirm(world.as(person), shownBy(secret, world))).status).toBe(201);
});
