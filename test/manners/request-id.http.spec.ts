import request from 'supertest';
import { startWorld, type World } from '../cast';
import { asked, inventoryOf } from '../house/inventory';

const UUIDV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('X-Request-Id', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it.each(['0b9e4c1a-0000-4000-8000-000000000000', 'partner:42', 'x'.repeat(128)])(
    'keeps the well-formed id %s on every route, and names it in the problem document',
    async (id) => {
      for (const { method, path, name } of inventoryOf(world)) {
        const { status, headers, body } = await world
          .anonymous()
          [method](asked(path))
          .set('X-Request-Id', id);
        expect([name, headers['x-request-id']]).toEqual([name, id]);
        if (status >= 400) expect([name, (body as { request_id: string }).request_id]).toEqual([name, id]);
      }
    },
  );

  it.each(['', 'a b', '<script>', 'x'.repeat(129), '"quoted"', 'ü', 'a,b'])(
    'makes an id of its own where %j was sent',
    async (id) => {
      const { headers, body } = await world.anonymous().get('/api/v1/me').set('X-Request-Id', id);
      expect(headers['x-request-id']).toMatch(UUIDV7);
      expect((body as { request_id: string }).request_id).toBe(headers['x-request-id']);
    },
  );

  it('makes another id for each request that comes without', async () => {
    const ids = await Promise.all(
      Array.from(
        { length: 10 },
        async () => (await request(world.url).get('/health')).headers['x-request-id'],
      ),
    );
    expect(new Set(ids).size).toBe(10);
  });

  it.each(['/', '/portal.css', '/health', '/api', '/api/openapi.json', '/nowhere', '/api/v1/x%2fy'])(
    'is on the answer of %s',
    async (path) => {
      expect((await world.anonymous().get(path).set('X-Request-Id', 'kept')).headers['x-request-id']).toBe(
        'kept',
      );
    },
  );

  it('is in the answer to a body that was not parsed', async () => {
    const { body } = await world
      .anonymous()
      .post('/api/v1/sign-in')
      .set({ 'X-Request-Id': 'early', 'Content-Type': 'application/json' })
      .serialize((text: unknown) => String(text))
      .send('{"a":');
    expect(body).toMatchObject({ type: '/problems/malformed-json', request_id: 'early' });
  });
});
