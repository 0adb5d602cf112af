import { apiDescription } from '../../src/api-description';
import { routesOf } from '../../src/platform/undeclared-routes';
import { startWorld, type World } from '../cast';

/** Routes that somebody without a credential may call. Every other one asks who is calling. */
const FOR_ANYONE = [
  'get /api/v1/advisories',
  'get /api/v1/advisories/{id}',
  'get /api/v1/advisories/{id}/csaf',
  'get /api/v1/feed',
  'get /api/v1/incidents',
  'get /api/v1/incidents/{id}',
  'post /api/v1/invitations/acceptance',
  'post /api/v1/password-resets/acceptance',
  'post /api/v1/sign-in',
  'post /api/v1/sign-in/refresh',
];
/** What a system's key may do: pull. */
const FOR_KEYS = [
  ...FOR_ANYONE,
  'get /api/v1/agreements',
  'get /api/v1/agreements/{reference}',
  'get /api/v1/agreements/{reference}/terms/{number}/canonical',
  'get /api/v1/me',
  'get /api/v1/me/identity',
  'get /api/v1/organizations',
  'get /api/v1/organizations/{handle}',
  'get /api/v1/organizations/{handle}/constituents',
  'get /api/v1/organizations/{handle}/contacts',
  'get /api/v1/organizations/{handle}/contacts/{id}',
  'get /api/v1/organizations/{handle}/keys',
  'get /api/v1/organizations/{handle}/keys/{fingerprint}',
  'get /api/v1/organizations/{handle}/names',
  'get /api/v1/organizations/{handle}/profile',
  'get /api/v1/pauses',
  'get /api/v1/pauses/{id}',
];
type Method = 'get' | 'post' | 'put' | 'delete';

describe('every route', () => {
  let world: World;
  let routes: { method: Method; path: string; name: string }[];
  beforeAll(async () => {
    world = await startWorld();
    routes = Object.entries(apiDescription(world.app).paths).flatMap(([path, methods]) =>
      (Object.keys(methods) as Method[]).map((method) => ({ method, path, name: `${method} ${path}` })),
    );
  });
  afterAll(() => world.close());
  const asked = (path: string) =>
    path
      .replace('{id}', '0b9e4c1a-0000-4000-8000-000000000000')
      .replace('{reference}', 'XX-UNKNOWN')
      .replace('{number}', '1')
      .replace('{handle}', 'nobody');

  it('says who may call it, or the application does not start', () => {
    expect(routesOf(world.app).filter(({ declared }) => !declared)).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
  });

  it('asks for a credential, unless it is on the list of those for anyone', async () => {
    const open: string[] = [];
    for (const { method, path, name } of routes)
      if ((await world.anonymous()[method](asked(path))).status !== 401) open.push(name);
    // Sign-in answers 401 only to wrong passwords; without a body it names the fields.
    expect(open.sort()).toEqual(FOR_ANYONE);
  });

  it('is closed to keys, unless it is for pulling', async () => {
    const open: string[] = [];
    for (const { method, path, name } of routes)
      if ((await world.withKey('pkcert')[method](asked(path))).status !== 403) open.push(name);
    expect(open.sort()).toEqual(FOR_KEYS.toSorted());
  });

  it('answers a credential that is not valid with 401, never as if there were none', async () => {
    for (const { method, path, name } of routes)
      expect([name, (await world.presenting('Bearer accord_wrong_key')[method](asked(path))).status]).toEqual(
        [name, 401],
      );
  });

  it('answers with a problem document that names no more than the rule, whoever asks for what is not there', async () => {
    for (const { method, path, name } of routes)
      for (const caller of [
        world.as('dunmere-liaison'),
        world.as('itu-administrator'),
        world.as('banking-analyst'),
        world.withKey('corvia'),
      ]) {
        const { status, headers, body } = await caller[method](asked(path));
        expect([name, status < 500]).toEqual([name, true]);
        if (status >= 400) {
          expect([name, headers['content-type']]).toEqual([name, 'application/problem+json; charset=utf-8']);
          expect(body).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//) as string });
        }
      }
  });

  it('refuses a filter it does not know', async () => {
    for (const { method, path, name } of routes.filter((route) => route.method === 'get'))
      for (const person of ['pkcert-auditor', 'pkcert-administrator', 'pkcert-analyst'] as const) {
        const { status } = await world.as(person)[method](`${asked(path)}?owner=everybody`);
        expect([name, [403, 404, 422].includes(status)]).toEqual([name, true]);
      }
  });

  it('answers a method it does not have with 405 and says which it has', async () => {
    for (const { path } of routes) {
      const { status, headers } = await world.as('pkcert-analyst').patch(asked(path));
      expect([path, status]).toEqual([path, 405]);
      expect(headers.allow).toBeTruthy();
    }
  });

  it.each(['0', '-1', '1.5', '1e2', '0x10', '%205', '', 'all', '99999999999'])(
    'refuses limit=%s, and never takes it for another number',
    async (limit) => {
      for (const path of [
        '/api/v1/feed',
        '/api/v1/advisories',
        '/api/v1/incidents',
        '/api/v1/organizations',
        '/api/v1/agreements',
        '/api/v1/pauses',
        '/api/v1/overlay/versions',
      ])
        expect([path, (await world.as('pkcert-liaison').get(`${path}?limit=${limit}`)).status]).toEqual([
          path,
          422,
        ]);
    },
  );

  it.each(['..%2f..%2f', '%00', 'a%5cb'])(
    'answers the encoded path %s like any that is not there',
    async (part) => {
      for (const path of ['/api/v1/advisories', '/api/v1/organizations', '/api/v1/agreements']) {
        const { status, body } = await world.as('pkcert-liaison').get(`${path}/${part}`);
        expect([path, status, (body as { type: string }).type]).toEqual([path, 404, '/problems/not-found']);
      }
    },
  );
});
