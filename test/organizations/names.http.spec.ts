import { setNamespace } from '../../src/organizations';
import { addedToHouseLog, everyone, expectedRefusal, PASSWORD, startWorld, type World } from '../cast';

const organizations = '/api/v1/organizations';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the constituents of an organization', () => {
  const handles = (body: { items: { handle: string }[] }) => body.items.map(({ handle }) => handle);

  test.each(everyone)('are listed for every person and key, and nobody else: $name', async (asker) => {
    const answer = await asker.ask(world).get(`${organizations}/pkcert/constituents`);
    const refusal = expectedRefusal(asker, ['person', 'api-key']);
    expect(answer.status).toBe(refusal ?? 200);
    if (!refusal) expect(handles(answer.body)).toEqual(['banking', 'energy', 'telecom']);
  });

  test('are those below it and no others, complete over pages', async () => {
    expect((await world.as('itu-liaison').get(`${organizations}/cncert/constituents`)).body).toEqual({
      items: [],
      next: null,
    });
    const path = `${organizations}/pkcert/constituents`;
    const first = await world.as('itu-liaison').get(path).query({ limit: 2 });
    const second = await world.as('itu-liaison').get(path).query({ limit: 2, cursor: first.body.next });
    expect([...handles(first.body), ...handles(second.body)]).toEqual(['banking', 'energy', 'telecom']);
    expect(first.body.items[0]).toMatchObject({ parent: 'pkcert', kind: 'sectoral-cert' });
    expect(second.body.next).toBeNull();
  });
});

describe('the names of an organization', () => {
  const path = `${organizations}/energy`;
  const rename = (base: number, name: string) =>
    world.as('energy-administrator').put(`${path}/profile`).send({ base, name });

  test.each(everyone)('are listed for every person and key, and nobody else: $name', async (asker) => {
    const answer = await asker.ask(world).get(`${path}/names`);
    expect(answer.status).toBe(expectedRefusal(asker, ['person', 'api-key']) ?? 200);
  });

  test('begin with the one it was created with, and tell since and until when', async () => {
    const created = world.clock.now().toISOString();
    world.clock.advance(1000);
    await rename(0, 'Energy and Water CERT (invented)');
    const first = world.clock.now().toISOString();
    world.clock.advance(1000);
    await rename(1, 'Energy CERT (invented)');
    const second = world.clock.now().toISOString();
    const { body } = await world.withKey('corvia').get(`${path}/names`).query({ limit: 2 });
    const rest = await world.withKey('corvia').get(`${path}/names`).query({ cursor: body.next });
    expect([...body.items, ...rest.body.items]).toEqual([
      { name: 'Energy CERT (invented)', since: second, until: null },
      { name: 'Energy and Water CERT (invented)', since: first, until: second },
      { name: 'Energy CERT (invented)', since: created, until: first },
    ]);
  });
});

describe('a namespace', () => {
  const set = (handle: string, namespace: string) =>
    world.as('banking-administrator').put(`${organizations}/${handle}/namespace`).send({ namespace });

  test.each(everyone)('is set by own administrators only: $name', async (asker) => {
    const answer = await asker
      .ask(world)
      .put(`${organizations}/pkcert/namespace`)
      .send({ namespace: 'https://other.example' });
    const own = asker.organization === 'pkcert' ? 409 : 403;
    expect(answer.status).toBe(expectedRefusal(asker, ['administrator']) ?? own);
  });

  test('lets an organization release that could not without one, and is on the record', async () => {
    const release = await draftAtBanking();
    const refused = await release();
    expect([refused.status, refused.text.includes('namespace')]).toEqual([422, true]);
    const entries = await addedToHouseLog(world, 'banking', () => set('banking', 'https://banking.example'));
    const by = world.people['banking-administrator'];
    const shared = { by, namespace: 'https://banking.example' };
    expect(entries).toEqual([{ kind: 'organization/namespace-set', shared }]);
    expect((await world.withKey('itu').get(`${organizations}/banking`)).body.namespace).toBe(
      'https://banking.example',
    );
    expect((await release()).status).toBe(201);
  });

  test('is set once: the same again is no fault, another is refused', async () => {
    const entries = await addedToHouseLog(world, 'banking', async () => {
      expect((await set('banking', 'https://banking.example')).status).toBe(204);
      const answer = await set('banking', 'https://bank.example');
      expect(answer.body.type).toBe('/problems/organization/namespace-set');
    });
    expect(entries).toEqual([]);
    const id = world.organizations.banking;
    const again = `INSERT INTO organization_namespace VALUES ($1, 'https://x.example', now(), NULL)`;
    await expect(world.owner.query(again, [id])).rejects.toThrow(/duplicate key/);
    await expect(world.owner.query(again, [world.organizations.pkcert])).rejects.toThrow(/namespace already/);
  });

  test.each(['http://x.example', 'https://x.example/path', 'https://localhost', '', 5, null])(
    'is no %j',
    async (namespace) => {
      const answer = await world
        .as('telecom-administrator')
        .put(`${organizations}/telecom/namespace`)
        .send({ namespace });
      expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'namespace']);
    },
  );

  test('is never that of another organization, whoever asks for it', async () => {
    const namespace = 'https://corvia.example';
    const attempts = [
      world.as('telecom-administrator').put(`${organizations}/telecom/namespace`).send({ namespace }),
      world.as('pkcert-administrator').post(organizations).send({ handle: 'rail', name: 'Rail', namespace }),
    ];
    for (const attempt of attempts)
      expect((await attempt).body.type).toBe('/problems/organization/namespace-taken');
  });

  test('is set by the operator too, by the same rules', async () => {
    const operator = { owner: world.owner, clock: world.clock };
    const id = world.organizations.telecom;
    for (const namespace of ['https://corvia.example', 'telecom.example'])
      await expect(setNamespace(operator, { id, namespace })).rejects.toThrow(/namespace|invalid/);
    const entries = await addedToHouseLog(world, 'telecom', () =>
      setNamespace(operator, { id, namespace: 'https://telecom.example' }),
    );
    expect(entries).toMatchObject([{ shared: { by: 'operator', namespace: 'https://telecom.example' } }]);
    await expect(setNamespace(operator, { id, namespace: 'https://tele.example' })).rejects.toMatchObject({
      code: 'organization/namespace-set',
    });
  });
});

/** An advisory of the banking CERT, and its release by a second person, to be tried as often as need be. */
async function draftAtBanking() {
  const releaser = {
    email: 'releaser@banking.example',
    name: 'Releaser (invented)',
    password: PASSWORD,
    roles: ['releaser'],
  };
  await world.as('banking-administrator').post('/api/v1/accounts').send(releaser);
  const { email, password } = releaser;
  const { body: signedIn } = await world.anonymous().post('/api/v1/sign-in').send({ email, password });
  const handling = {
    tlp: 'CLEAR',
    information_type: 'vulnerability_published',
    categories: ['vulnerable/vulnerable-system'],
    sectors: ['banking'],
  };
  const draft = { title: 'Invented', summary: 'Nothing of this is so.', handling };
  const { body } = await world.as('banking-analyst').post('/api/v1/advisories').send(draft);
  return () =>
    world
      .presenting(`Bearer ${signedIn.access_token as string}`)
      .post(`/api/v1/advisories/${body.id as string}/release`)
      .send({ version: 1, public: true });
}
