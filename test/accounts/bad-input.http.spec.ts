import { PASSWORD, type PersonKey, startWorld, type World } from '../cast';
import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';

const absent = '00000000-0000-4000-8000-00000000abcd';
const routes: (BodyRoute & { by?: PersonKey })[] = [
  { method: 'post', path: '/api/v1/sign-in', good: { email: 'analyst@pkcert.example', password: PASSWORD } },
  { method: 'post', path: '/api/v1/sign-in/refresh', good: { refresh_token: 'accord-refresh-x' } },
  {
    method: 'put',
    path: '/api/v1/me/password',
    good: { old_password: PASSWORD, new_password: 'a new one that is long' },
    by: 'pkcert-analyst',
  },
  {
    method: 'post',
    path: '/api/v1/password-resets/acceptance',
    good: { token: 'accord-reset-x', password: 'a new one that is long' },
  },
  {
    method: 'post',
    path: '/api/v1/me/second-factor/confirmation',
    good: { code: '123456' },
    by: 'pkcert-analyst',
  },
  {
    method: 'post',
    path: '/api/v1/invitations',
    good: { email: 'invited@pkcert.example', name: 'Invited', roles: ['analyst'] },
    by: 'pkcert-administrator',
  },
  {
    method: 'post',
    path: '/api/v1/invitations/acceptance',
    good: { token: 'accord-invitation-x', password: 'a new one that is long' },
  },
  {
    method: 'post',
    path: '/api/v1/accounts',
    good: { email: 'fresh@pkcert.example', name: 'Fresh', roles: ['analyst'], password: PASSWORD },
    by: 'pkcert-administrator',
  },
  {
    method: 'put',
    path: `/api/v1/accounts/${absent}/roles`,
    good: { roles: ['analyst'] },
    by: 'pkcert-administrator',
  },
  {
    method: 'post',
    path: `/api/v1/accounts/${absent}/departure`,
    good: { reason: 'Left' },
    by: 'pkcert-administrator',
  },
  {
    method: 'post',
    path: '/api/v1/api-keys',
    good: { name: 'Fresh', expires_at: '2026-09-01T00:00:00Z' },
    by: 'pkcert-administrator',
  },
  {
    method: 'post',
    path: `/api/v1/api-keys/${absent}/rotation`,
    good: { overlap_hours: 24, expires_at: '2026-09-01T00:00:00Z' },
    by: 'pkcert-administrator',
  },
];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each(routes)('$method $path', ({ by, ...route }) => {
  test.each(Object.entries(badBodies(route)))('refuses %s', async (_, sent) => {
    const answer = await send(by ? world.as(by) : world.anonymous(), route, sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });

  test('refuses a query', async () => {
    const caller = by ? world.as(by) : world.anonymous();
    expect((await caller[route.method](`${route.path}?x=1`).send(route.good)).status).toBe(422);
  });
});

test.each([
  ['get', '/api/v1/sign-in'],
  ['get', '/api/v1/sign-in/refresh'],
  ['get', '/api/v1/sign-out'],
  ['post', '/api/v1/me/password'],
  ['get', `/api/v1/accounts/${absent}/password-reset`],
  ['get', '/api/v1/password-resets/acceptance'],
  ['delete', '/api/v1/me/second-factor'],
  ['get', '/api/v1/me/second-factor/confirmation'],
  ['get', `/api/v1/accounts/${absent}/second-factor`],
  ['put', '/api/v1/invitations'],
  ['get', `/api/v1/invitations/${absent}`],
  ['delete', '/api/v1/accounts'],
  ['patch', `/api/v1/accounts/${absent}/roles`],
  ['get', `/api/v1/accounts/${absent}/departure`],
  ['post', '/api/v1/me'],
  ['put', '/api/v1/api-keys'],
] as const)('there is no %s %s', async (method, path) => {
  const answer = await world.as('pkcert-administrator')[method](path);
  expect({ status: answer.status, problem: isProblem(answer) }).toEqual({ status: 405, problem: true });
});
