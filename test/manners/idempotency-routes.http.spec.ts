import { type PersonKey, startWorld, type World } from '../cast';
import { asked, callerOf, changing, inventoryOf, type Route, whoMay } from '../house/inventory';

/** Changes that take what is good once. */
const TAKING_ONCE = [
  'post /api/v1/invitations/acceptance',
  'post /api/v1/me/proof',
  'post /api/v1/password-resets/acceptance',
  'put /api/v1/me/password',
];
/** Changes that answer a secret. */
const SECRETS = [
  'post /api/v1/accounts/{id}/password-reset',
  'post /api/v1/api-keys',
  'post /api/v1/api-keys/{id}/rotation',
  'post /api/v1/invitations',
  'post /api/v1/me/second-factor',
  'post /api/v1/me/second-factor/confirmation',
  'post /api/v1/me/second-factor/recovery-codes',
  'post /api/v1/sign-in',
  'post /api/v1/sign-in/refresh',
];

describe('Idempotency-Key, on every changing route', () => {
  let world: World;
  let routes: Route[];
  let may: Map<string, PersonKey>;
  beforeAll(async () => {
    world = await startWorld();
    routes = changing(inventoryOf(world));
    may = await whoMay(world, routes);
  });
  afterAll(() => world.close());

  const kept = async () =>
    (await world.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM kept_answer'))[0]!.n;

  it.each(['', 'x'.repeat(256), 'schlüssel', 'tab\tin it'])(
    'refuses the key %j on every changing route',
    async (key) => {
      for (const route of routes) {
        const caller = route.path === '/api/v1/sign-in' ? world.anonymous() : callerOf(world, may, route);
        const { status, body } = await caller[route.method](asked(route.path))
          .set('Idempotency-Key', key)
          .send({});
        expect([route.name, status, body]).toMatchObject([
          route.name,
          400,
          { type: '/problems/idempotency/malformed-key' },
        ]);
      }
    },
  );

  it('refuses the key where the answer is a secret or what is sent is good once, before a body is looked at', async () => {
    const before = await kept();
    const found: Record<string, string[]> = {};
    for (const route of routes) {
      const { status, body } = await callerOf(world, may, route)
        [route.method](asked(route.path))
        .set('Idempotency-Key', 'k')
        .send({ password: 'x'.repeat(20) });
      const { type } = body as { type: string };
      if (status === 422 && type.startsWith('/problems/idempotency/')) (found[type] ??= []).push(route.name);
    }
    for (const names of Object.values(found)) names.sort();
    expect(found).toEqual({
      '/problems/idempotency/not-offered': TAKING_ONCE,
      '/problems/idempotency/secret-answer': SECRETS,
    });
    const open: string[] = [];
    for (const { method, path, name } of routes) {
      const { status } = await world.anonymous()[method](asked(path)).set('Idempotency-Key', 'k').send({});
      expect([name, [401, 422].includes(status)]).toEqual([name, true]);
      if (status === 422) open.push(name);
    }
    // Nobody in particular has no keys of her own.
    expect([...TAKING_ONCE, ...SECRETS]).toEqual(expect.arrayContaining(open));
    expect(await kept()).toBe(before);
  });

  it('is described where it is taken, and nowhere else', () => {
    const refusing = routes.filter(({ headers }) => !headers.includes('Idempotency-Key'));
    expect(refusing.map(({ name }) => name).sort()).toEqual([...TAKING_ONCE, ...SECRETS].sort());
  });
});
