import { startWorld, type World } from '../cast';
import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';

const route: BodyRoute = {
  method: 'post',
  path: '/api/v1/organizations',
  good: { handle: 'transport', name: 'Transport CERT', namespace: 'https://transport.example' },
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('adding a constituent', () => {
  test.each(Object.entries(badBodies(route)))('refuses %s', async (_, sent) => {
    const answer = await send(world.as('pkcert-administrator'), route, sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });

  test.each([
    { handle: 'x' },
    { handle: 'Transport' },
    { handle: '9lives' },
    { handle: 'a'.repeat(41) },
    { handle: 'a\nb' },
    { name: '' },
    { name: '   ' },
    { name: 'n'.repeat(201) },
    { namespace: 'http://transport.example' },
    { namespace: 'https://transport.example/path' },
    { namespace: 'javascript:alert(1)' },
  ])('refuses %j', async (fault) => {
    const answer = await world
      .as('pkcert-administrator')
      .post(route.path)
      .send({ ...route.good, ...fault });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(Object.keys(fault)[0]);
  });
});

describe('the routes of organizations', () => {
  test.each([
    ['delete', '/api/v1/organizations'],
    ['put', '/api/v1/organizations'],
    ['patch', '/api/v1/organizations/pkcert'],
    ['delete', '/api/v1/organizations/pkcert'],
    ['post', '/api/v1/organizations/pkcert'],
  ] as const)('offer no %s %s', async (method, path) => {
    const answer = await world.as('pkcert-administrator')[method](path).send({});
    expect([404, 405]).toContain(answer.status);
    expect(isProblem(answer)).toBe(true);
  });

  test('refuse a query that they do not take', async () => {
    const answer = await world.as('pkcert-administrator').get('/api/v1/organizations/pkcert?at=2020');
    expect(answer.status).toBe(422);
  });
});
