import { apiDescription } from '../../src/api-description';
import { castMember, everyone, PASSWORD, startWorld, type World } from '../cast';
import { atTheDoor, enrol, shownBy } from './people-at-the-door';

/** What is open to people who have yet to enrol. */
const OPEN = [
  'get /api/v1/me',
  'get /api/v1/me/identity',
  'get /api/v1/me/preferences',
  'get /api/v1/me/second-factor',
  'post /api/v1/me/second-factor',
  'post /api/v1/me/second-factor/confirmation',
  'post /api/v1/sign-out',
  'post /api/v1/sign-out/everywhere',
  'put /api/v1/me/password',
  'put /api/v1/me/preferences',
];
const NEEDS = ['releaser', 'liaison', 'auditor', 'administrator'];
type Method = 'get' | 'post' | 'put' | 'delete';

let world: World;
let routes: { method: Method; path: string; name: string }[];
beforeAll(async () => {
  // One person asks every route there is, which is more than a person may in a minute.
  const settings = { rateLimitAddress: 0, rateLimitAccount: 0, rateLimitKey: 0 };
  world = await startWorld({ secondFactor: true, sessionsApart: true, settings });
  routes = Object.entries(apiDescription(world.app).paths).flatMap(([path, methods]) =>
    (Object.keys(methods) as Method[]).map((method) => ({ method, path, name: `${method} ${path}` })),
  );
});
afterAll(() => world.close());

const { trySignIn } = atTheDoor(() => world);
const REQUIRED = '/problems/second-factor/required';

describe('whoever has yet to enrol a second factor', () => {
  test.each(everyone)('finds closed what her roles ask it for, and nothing else: $name', async (asker) => {
    const needs = asker.is.some((is) => NEEDS.includes(is));
    const open: string[] = [];
    for (const { method, path, name } of routes) {
      const { body, status } = await asker.ask(world)[method](path.replace('{id}', 'nothing'));
      const closed = status === 403 && (body as { type: string }).type === REQUIRED;
      if (!closed) open.push(name);
    }
    expect(open.sort()).toEqual(needs ? OPEN : routes.map(({ name }) => name).sort());
  });

  test('is told so by her own view of it', async () => {
    const shown = async (person: 'pkcert-releaser' | 'pkcert-analyst') =>
      (await world.as(person).get('/api/v1/me/second-factor')).body.required as boolean;
    expect([await shown('pkcert-releaser'), await shown('pkcert-analyst')]).toEqual([true, false]);
  });
});

test('an administrator enrols in the session in which she signed in, and then administers', async () => {
  const { email } = castMember('corvia-administrator');
  const { body } = await trySignIn(email, PASSWORD);
  const administrator = world.presenting(`Bearer ${body.access_token}`);
  expect((await administrator.get('/api/v1/accounts')).body.type).toBe(REQUIRED);
  const { secret } = await enrol(world, administrator);
  expect((await administrator.get('/api/v1/accounts')).status).toBe(200);
  expect((await trySignIn(email, PASSWORD)).status).toBe(401);
  const signedIn = await trySignIn(email, PASSWORD, { code: shownBy(secret, world) });
  const again = world.presenting(`Bearer ${signedIn.body.access_token}`);
  expect((await again.get('/api/v1/accounts')).status).toBe(200);
});

test('an analyst who becomes a releaser, or whose second factor is removed, enrols before anything else', async () => {
  const administrator = world.as('banking-administrator');
  await enrol(world, administrator);
  const path = `/api/v1/accounts/${world.people['banking-analyst']}`;
  expect((await world.as('banking-analyst').get('/api/v1/feed')).status).toBe(200);
  await administrator.put(`${path}/roles`).send({ roles: ['releaser'] });
  expect((await world.as('banking-analyst').get('/api/v1/feed')).body.type).toBe(REQUIRED);
  await enrol(world, world.as('banking-analyst'));
  expect((await world.as('banking-analyst').get('/api/v1/feed')).status).toBe(200);
  expect((await administrator.delete(`${path}/second-factor`)).status).toBe(204);
  expect((await world.as('banking-analyst').get('/api/v1/feed')).body.type).toBe(REQUIRED);
});
