import { createAdministrator, type NewAdministrator } from '../../src/accounts';
import { addedToHouseLog, PASSWORD, startWorld, type World } from '../cast';

const good: NewAdministrator = {
  email: 'Second-Admin@itu.example',
  name: 'Ines Duarte',
  password: PASSWORD,
  organization: 'itu',
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const create = (change: Partial<NewAdministrator> = {}) =>
  createAdministrator({ owner: world.owner, clock: world.clock }, { ...good, ...change });

describe('an administrator that the operator creates', () => {
  test('can sign in and administer, and is on the record of the organization', async () => {
    let account = '';
    const entries = await addedToHouseLog(world, 'itu', async () => {
      account = await create();
    });
    const { name } = good;
    const email = 'second-admin@itu.example';
    const shared = { by: 'operator', account, email, name, roles: ['administrator'] };
    expect(entries).toEqual([{ kind: 'account/created', shared }]);
    const sent = { email, password: PASSWORD };
    const { body } = await world.anonymous().post('/api/v1/sign-in').send(sent);
    const list = await world.presenting(`Bearer ${body.access_token}`).get('/api/v1/accounts');
    expect(list.status).toBe(200);
  });

  test.each<[string, Partial<NewAdministrator>]>([
    ['organization', { organization: 'nobody' }],
    ['organization', { organization: 'public' }],
    ['email', { email: 'admin' }],
    ['email', { email: 'import@itu.invalid' }],
    ['name', { name: ' ' }],
    ['password', { password: 'admin' }],
    ['password', { password: '' }],
    ['password', { email: 'ines@itu.example', password: 'ines of the union' }],
  ])('is refused with a faulty %s: %j', async (field, change) => {
    await expect(create({ email: 'third@itu.example', ...change })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ field }],
    });
  });

  test('is refused with an e-mail that is taken', async () => {
    await expect(create({ email: 'liaison@pkcert.example' })).rejects.toMatchObject({
      code: 'account/email-taken',
    });
  });
});
