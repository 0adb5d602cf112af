import { addedToHouseLog, ORGANIZATION_KEYS, startWorld, type World } from '../cast';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;
type Item = { handle: string; kind: string };
const handles = (body: { items: Item[] }) => body.items.map(({ handle }) => handle);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the directory of organizations', () => {
  test('shows handles, never internal ids, and never the public', async () => {
    const { body, text } = await world.as('pkcert-analyst').get('/api/v1/organizations');
    expect(text).not.toMatch(UUID);
    expect(handles(body)).not.toContain('public');
    const { body: banking } = await world.as('pkcert-analyst').get('/api/v1/organizations/banking');
    expect(banking).toEqual({
      handle: 'banking',
      name: 'Banking CERT (invented)',
      kind: 'sectoral-cert',
      country: 'PK',
      parent: 'pkcert',
      namespace: null,
      profile: null,
      merged: [],
    });
  });

  test.each([
    'public',
    'nobody-at-all',
    'PKCERT',
    '%00',
    "x' OR 1=1",
    'é',
    '00000000-0000-4000-8000-000000000000',
  ])('has nothing under the handle %s', async (handle) => {
    const answer = await world.as('pkcert-analyst').get(`/api/v1/organizations/${encodeURI(handle)}`);
    expect([404, 422]).toContain(answer.status);
    expect(answer.type).toBe('application/problem+json');
  });

  test('is complete over pages of any size, each organization once', async () => {
    for (const limit of [1, 2, 4, 9, 200]) {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const query: Record<string, unknown> = next ? { limit, cursor: next } : { limit };
        const { body } = await world.as('itu-liaison').get('/api/v1/organizations').query(query);
        expect(body.items.length).toBeGreaterThan(0);
        seen.push(...handles(body));
        next = body.next;
      }
      expect(seen).toEqual([...ORGANIZATION_KEYS].sort());
    }
  });

  test('shows one kind only when asked for it', async () => {
    const { body } = await world.as('itu-liaison').get('/api/v1/organizations').query({ kind: 'ministry' });
    expect(handles(body)).toEqual(['moitt']);
  });

  test('takes a cursor only from whom it was given to and for what', async () => {
    const path = '/api/v1/organizations';
    const { body } = await world.as('itu-liaison').get(path).query({ limit: 2 });
    const cursor = body.next as string;
    const attempts = [
      world.as('corvia-liaison').get(path).query({ cursor }),
      world.as('itu-liaison').get(path).query({ cursor, kind: 'national-cert' }),
      world
        .as('itu-liaison')
        .get(path)
        .query({ cursor: `${cursor.slice(0, -2)}AA` }),
      world.as('itu-liaison').get(path).query({ cursor: 'pkcert' }),
    ];
    for (const attempt of attempts) expect((await attempt).body.type).toBe('/problems/cursor/invalid');
  });

  test.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'limit=1.5',
    'limit=1&limit=2',
    'kind=public',
    'kind=',
    'cursor=',
    'sort=name',
    'kind[a]=b',
  ])('refuses the query %s', async (query) => {
    const answer = await world.as('pkcert-analyst').get(`/api/v1/organizations?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });
});

describe('adding a constituent', () => {
  const body = (handle: string) => ({ handle, name: 'Health CERT (invented)' });

  test('puts it below the own organization, in its country, and on the record', async () => {
    let shown: unknown;
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      const sent = { handle: 'health', name: 'Health CERT', namespace: 'https://health.example' };
      shown = (await world.as('pkcert-administrator').post('/api/v1/organizations').send(sent)).body;
    });
    expect(shown).toMatchObject({ parent: 'pkcert', country: 'PK', kind: 'sectoral-cert' });
    expect(entries).toEqual([
      {
        kind: 'organization/constituent-added',
        shared: { by: world.people['pkcert-administrator'], handle: 'health', name: 'Health CERT' },
      },
    ]);
  });

  test.each(['corvia', 'public'])(
    'refuses the handle %s, which is taken, and records nothing',
    async (handle) => {
      const entries = await addedToHouseLog(world, 'pkcert', async () => {
        const answer = await world
          .as('pkcert-administrator')
          .post('/api/v1/organizations')
          .send(body(handle));
        expect(answer.body.type).toBe('/problems/organization/handle-taken');
      });
      expect(entries).toEqual([]);
    },
  );
});
