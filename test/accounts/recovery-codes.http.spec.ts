import { addedToHouseLog, castMember, PASSWORD, type PersonKey, startWorld, type World } from '../cast';
import { atTheDoor, enrol, shownBy } from './people-at-the-door';

const path = '/api/v1/me/second-factor';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => world.clock.advance(15 * 60_000));

const { trySignIn } = atTheDoor(() => world);
const enter = (person: PersonKey, code?: string, password = PASSWORD) =>
  trySignIn(castMember(person).email, password, code === undefined ? {} : { code });
const enrolled = (person: PersonKey) => enrol(world, world.as(person));
const typeOf = ({ body }: { body: { type: string } }) => body.type;

describe('enrolling and other recovery codes', () => {
  test.each(['', '/recovery-codes'])('ask for the password: %s', async (route) => {
    const person = 'cncert-liaison';
    const send = (password?: string) =>
      world
        .as(person)
        .post(`${path}${route}`)
        .send({ ...(password === undefined ? {} : { password }), ...(route ? { code: '123456' } : {}) });
    const without = (await send()).body as { status: number; errors: { field: string }[] };
    expect([without.status, new Set(without.errors.map(({ field }) => field))]).toEqual([
      422,
      new Set(['password']),
    ]);
    const entries = await addedToHouseLog(world, 'cncert', async () => {
      for (let i = 0; i < 5; i++)
        expect((await send('guessed at random')).body).toMatchObject({
          status: 422,
          errors: [{ field: 'password', rule: 'password/wrong' }],
        });
      expect((await send(PASSWORD)).status).toBe(429);
      expect((await enter(person)).status).toBe(429);
    });
    const kind = route ? 'second-factor/recovery-codes-refused' : 'second-factor/enrolment-refused';
    expect(entries).toEqual(Array(5).fill({ kind, shared: { person: world.people[person] } }));
    expect((await world.as(person).get(path)).body.enrolled_at).toBeNull();
  });

  test('need a second factor to renew the codes of', async () => {
    const answer = await world
      .as('banking-analyst')
      .post(`${path}/recovery-codes`)
      .send({ password: PASSWORD, code: '123456' });
    expect([answer.status, typeOf(answer)]).toEqual([409, '/problems/second-factor/not-enrolled']);
  });

  test('make the former recovery codes void, and show the new ones once', async () => {
    const person = 'banking-administrator';
    const { secret, recovery } = await enrolled(person);
    expect((await enter(person, recovery[0])).status).toBe(200);
    const renew = (code: string) =>
      world.as(person).post(`${path}/recovery-codes`).send({ password: PASSWORD, code });
    const wrong = await renew('000000');
    expect([wrong.status, wrong.body.errors[0].rule]).toEqual([422, 'second-factor/wrong-code']);
    let fresh: string[] = [];
    const entries = await addedToHouseLog(world, 'banking', async () => {
      const answer = await renew(shownBy(secret, world));
      expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
      fresh = answer.body.recovery_codes as string[];
      expect((await renew(shownBy(secret, world))).status).toBe(422);
    });
    expect(entries.map(({ kind }) => kind)).toEqual([
      'second-factor/recovery-codes-renewed',
      'second-factor/recovery-codes-refused',
    ]);
    expect([fresh.length, new Set([...fresh, ...recovery]).size]).toEqual([10, 20]);
    expect((await world.as(person).get(path)).body.recovery_codes_left).toBe(10);
    expect((await enter(person, recovery[1])).status).toBe(401);
    expect((await enter(person, fresh[0])).status).toBe(200);
    expect((await world.as(person).get(path)).body.recovery_codes_left).toBe(9);
  });
});
