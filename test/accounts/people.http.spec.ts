import { addedToHouseLog, PASSWORD, startWorld, type World } from '../cast';

type Shown = { id: string; email: string; roles: string[] };
const path = '/api/v1/accounts';
const person = { email: 'new@pkcert.example', name: 'Nida Shah', roles: ['analyst'], password: PASSWORD };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const administrator = () => world.as('pkcert-administrator');
const create = async (change: object = {}) =>
  administrator()
    .post(path)
    .send({ ...person, ...change });
const setRoles = (id: string, roles: string[], by = administrator()) =>
  by.put(`${path}/${id}/roles`).send({ roles });
const depart = (id: string, by = administrator()) =>
  by.post(`${path}/${id}/departure`).send({ reason: 'Left' });

describe('creating an account', () => {
  test('makes a person of the own organization who can sign in, and an entry', async () => {
    let made = {} as Shown;
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      made = (await create({ email: 'New@PKCERT.example' })).body as Shown;
    });
    const { email, name, roles } = person;
    expect(made).toMatchObject({ email, name, roles, departed_at: null });
    const by = world.people['pkcert-administrator'];
    expect(entries).toEqual([
      { kind: 'account/created', shared: { by, account: made.id, email, name, roles } },
    ]);
    const signIn = await world.anonymous().post('/api/v1/sign-in').send({ email, password: PASSWORD });
    expect(signIn.status).toBe(200);
  });

  test.each(['analyst@pkcert.example', 'liaison@cncert.example'])(
    'refuses the taken e-mail %s, and writes down that it was tried',
    async (email) => {
      const entries = await addedToHouseLog(world, 'pkcert', async () => {
        expect((await create({ email })).body.type).toBe('/problems/account/email-taken');
      });
      const by = world.people['pkcert-administrator'];
      expect(entries).toEqual([{ kind: 'account/email-refused', shared: { by, email } }]);
    },
  );

  test.each([
    { email: 'nobody' },
    { email: 'a b@pkcert.example' },
    { email: 'analyst@pkcert' },
    { email: 'münir@pkcert.example' },
    { email: 'a@münchen.example' },
    { email: 'import@pkcert.invalid' },
    { email: 'Import@PKCERT.Invalid' },
    { email: `${'a'.repeat(64)}@${'b'.repeat(200)}.example` },
    { name: '' },
    { name: ' ' },
    { name: 'n'.repeat(201) },
    { roles: [] },
    { roles: ['operator'] },
    { roles: ['analyst', 'analyst'] },
    { roles: 'analyst' },
    { roles: ['analyst', null] },
    { password: 'too short' },
    { password: 'p'.repeat(129) },
    { email: 'nadia.h@pkcert.example', password: 'I am nadia.h, who else' },
  ])('refuses %j', async (fault) => {
    const { status, body } = await create({ email: 'other@pkcert.example', ...fault });
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(Object.keys(fault).at(-1));
  });
});

describe('changing roles', () => {
  test('counts from the next request on and leaves an entry with both states', async () => {
    const id = world.people['pkcert-second-analyst'];
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      expect((await setRoles(id, ['releaser', 'liaison'])).body.roles).toEqual(['liaison', 'releaser']);
    });
    const me = await world.as('pkcert-second-analyst').get('/api/v1/me');
    expect(me.body.roles).toEqual(['liaison', 'releaser']);
    const by = world.people['pkcert-administrator'];
    const shared = { by, account: id, from: ['analyst'], to: ['liaison', 'releaser'] };
    expect(entries).toEqual([{ kind: 'account/roles-changed', shared }]);
  });

  test('of oneself is refused, the role of administrator kept or not', async () => {
    const own = world.people['pkcert-administrator'];
    expect((await setRoles(own, ['administrator', 'releaser'])).status).toBe(403);
    expect((await setRoles(own, ['releaser'])).status).toBe(409);
  });

  test.each(['cncert-liaison', 'banking-analyst'] as const)(
    'of %s, who is of another house, finds nobody',
    async (key) => {
      const foreign = await setRoles(world.people[key], ['analyst']);
      const absent = await setRoles('00000000-0000-4000-8000-00000000abcd', ['analyst']);
      expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
      expect((await setRoles('not-an-id', ['analyst'])).status).toBe(404);
    },
  );

  test('never leaves an organization without administrator, though two take the role from each other', async () => {
    const by = world.as('dunmere-administrator');
    await setRoles(world.people['dunmere-liaison'], ['administrator'], by);
    const answers = await Promise.all([
      setRoles(world.people['dunmere-liaison'], ['liaison'], world.as('dunmere-administrator')),
      setRoles(world.people['dunmere-administrator'], ['liaison'], world.as('dunmere-liaison')),
    ]);
    // The second is told that she is no administrator any more, or that her session is over: who came first decides.
    const [won, lost] = answers.map(({ status }) => status).sort();
    expect([won, lost === 401 || lost === 403]).toEqual([200, true]);
  });
});

describe('departures', () => {
  test('of the last administrator are refused', async () => {
    const answer = await depart(world.people['moitt-administrator'], world.as('moitt-administrator'));
    expect(answer.body.type).toBe('/problems/account/last-administrator');
  });

  test('are final, stay in the list and leave an entry', async () => {
    const id = world.people['pkcert-second-liaison'];
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      expect((await depart(id)).body.departed_at).toBe(world.clock.now().toISOString());
    });
    const by = world.people['pkcert-administrator'];
    expect(entries).toEqual([{ kind: 'account/departed', shared: { by, account: id, reason: 'Left' } }]);
    expect((await depart(id)).body.type).toBe('/problems/account/departed');
    expect((await setRoles(id, ['analyst'])).body.type).toBe('/problems/account/departed');
    const list = await administrator().get(path);
    expect(list.body.items.find((item: Shown) => item.id === id).departed_at).not.toBeNull();
  });

  test('of an administrator are possible while another stays', async () => {
    await setRoles(world.people['itu-liaison'], ['administrator'], world.as('itu-administrator'));
    const answer = await depart(world.people['itu-administrator'], world.as('itu-administrator'));
    expect(answer.status).toBe(201);
  });
});

test('the list of accounts is complete over pages, each person once', async () => {
  const whole = (await administrator().get(path)).body.items as Shown[];
  const seen: Shown[] = [];
  let query: object | undefined = { limit: 3 };
  while (query) {
    const { body } = await administrator().get(path).query(query);
    seen.push(...(body.items as Shown[]));
    query = body.next ? { limit: 3, cursor: body.next as string } : undefined;
  }
  expect(seen).toEqual(whole);
  expect(whole.length).toBeGreaterThan(6);
});
