import { startWorld, type World } from '../cast';

describe('conditions on what an organization says of itself', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const tagOf = async (path: string) => (await world.as('pkcert-analyst').get(path)).headers.etag!;

  it('changes a profile only as it was read, and tags it as it is read next', async () => {
    const path = '/api/v1/organizations/pkcert/profile';
    const put = (base: number, condition?: string) => {
      const asking = world.as('pkcert-administrator').put(path);
      return (condition === undefined ? asking : asking.set('If-Match', condition)).send({
        base,
        name: 'PKCERT (demonstration)',
        short_name: `PK${base}`,
      });
    };
    const first = await put(0);
    const tag = await tagOf(path);
    expect([first.status, first.headers.etag]).toEqual([200, tag]);
    expect((await put(1, tag)).status).toBe(200);
    const late = await put(2, tag);
    expect([late.status, late.body, late.headers.etag]).toMatchObject([
      412,
      {
        type: '/problems/precondition/failed',
        current_version: 2,
        changed_fields: expect.arrayContaining(['short_name', 'version']) as unknown,
      },
      await tagOf(path),
    ]);
    const text = await world.as('pkcert-analyst').get(path).set('Accept', 'text/plain');
    expect([text.status, text.headers.etag]).toEqual([200, undefined]);
  });

  it('gives an organization a namespace only as it was read', async () => {
    const path = '/api/v1/organizations/energy';
    const put = (condition: string) =>
      world
        .as('energy-administrator')
        .put(`${path}/namespace`)
        .set('If-Match', condition)
        .send({ namespace: 'https://energy.example' });
    const tag = await tagOf(path);
    expect((await put('"0.old"')).body).toMatchObject({ type: '/problems/precondition/failed' });
    expect((await put(tag)).status).toBe(204);
    expect((await put(tag)).status).toBe(412);
  });
});
