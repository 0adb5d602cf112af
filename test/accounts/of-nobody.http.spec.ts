import { addedToHouseLog, PASSWORD, startWorld, type World } from '../cast';

let world: World;
let systems: string;
beforeAll(async () => {
  world = await startWorld();
  const issued = await world
    .as('energy-administrator')
    .post('/api/v1/api-keys')
    .send({ name: 'Sensor', scopes: ['report'], expires_at: '2026-09-01T00:00:00Z' });
  expect(issued.status).toBe(201);
  const { body } = await world.as('energy-administrator').get('/api/v1/accounts?limit=200');
  systems = (body as { items: { id: string; email: string }[] }).items.find(({ email }) =>
    email.endsWith('.invalid'),
  )!.id;
});
afterAll(() => world.close());

const path = (what: string) => `/api/v1/accounts/${systems}/${what}`;

test.each<[string, (by: ReturnType<World['as']>) => PromiseLike<{ status: number; body: unknown }>]>([
  ['gets no role', (by) => by.put(path('roles')).send({ roles: ['administrator'] })],
  ['gets no password', (by) => by.post(path('password-reset'))],
  ['has no end while it is needed', (by) => by.post(path('departure')).send({ reason: 'tidied' })],
  ['has no second factor to remove', (by) => by.delete(path('second-factor'))],
])('an account that belongs to no person %s', async (_, ask) => {
  const entries = await addedToHouseLog(world, 'energy', async () => {
    const { status, body } = await ask(world.as('energy-administrator'));
    expect([status, (body as { type: string }).type]).toEqual([409, '/problems/account/of-nobody']);
  });
  expect(entries).toEqual([]);
});

test('nobody signs in to it, and the last administrator stays the last', async () => {
  const signIn = await world
    .anonymous()
    .post('/api/v1/sign-in')
    .send({ email: 'systems@energy.invalid', password: PASSWORD });
  expect(signIn.status).toBe(401);
  const own = `/api/v1/accounts/${world.people['energy-administrator']}/departure`;
  const left = await world.as('energy-administrator').post(own).send({ reason: 'Left' });
  expect((left.body as { type: string }).type).toBe('/problems/account/last-administrator');
});
