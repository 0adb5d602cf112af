import { addedToHouseLog, startWorld, type World } from '../cast';

const path = '/api/v1/api-keys';
const wanted = { name: 'Feed puller', expires_at: '2026-09-01T00:00:00Z' };
type Issued = { id: string; key: string; prefix: string };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const administrator = () => world.as('corvia-administrator');
const issue = async (change: object = {}) =>
  administrator()
    .post(path)
    .send({ ...wanted, ...change });
const use = ({ key }: Issued) => world.presenting(`Bearer ${key}`).get('/api/v1/me');

describe('issuing a key', () => {
  test('shows the key once, stores its hash, and leaves an entry without it', async () => {
    let issued = {} as Issued;
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      const answer = await issue();
      issued = answer.body as Issued;
      expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
    });
    expect(issued.key).toMatch(/^accord_[a-z2-9]{10}_[\w-]{43}$/);
    const { id, prefix } = issued;
    const expires_at = '2026-09-01T00:00:00.000Z';
    const by = world.people['corvia-administrator'];
    const limits = { scopes: ['pull'], allowed_addresses: [] };
    const shared = { by, key: id, name: wanted.name, prefix, ...limits, expires_at };
    expect(entries).toEqual([{ kind: 'api-key/issued', shared }]);
    const list = await administrator().get(path);
    expect(list.body.items.at(-1)).toMatchObject({ id, prefix, expires_at, revoked_at: null });
    const secret = issued.key.slice(18);
    const stored: unknown[] = await world.owner.query('SELECT * FROM api_key');
    expect(list.text + JSON.stringify(stored)).not.toContain(secret);
    expect((await use(issued)).body.api_key).toMatchObject({ name: wanted.name, expires_at });
  });

  test.each([
    { expires_at: '2026-03-02T08:00:00Z' },
    { expires_at: '2020-01-01T00:00:00Z' },
    { expires_at: '2027-04-06T08:00:00.001Z' },
    { expires_at: '2026-09-01' },
    { expires_at: '2026-09-01T00:00:00' },
    { expires_at: '2026-02-30T00:00:00Z' },
    { expires_at: '2026-09-01T25:00:00Z' },
    { expires_at: 'tomorrow' },
    { expires_at: 1_788_220_800 },
    { expires_at: undefined },
    { scopes: [] },
    { scopes: ['everything'] },
    { scopes: ['pull', 'pull'] },
    { scopes: null },
    { allowed_addresses: [] },
    { allowed_addresses: null },
    { allowed_addresses: '192.0.2.0/24' },
    { allowed_addresses: ['192.0.2.1/24'] },
    { allowed_addresses: ['192.0.2.0/33'] },
    { allowed_addresses: ['192.0.2/24'] },
    { allowed_addresses: ['2001:db8::1/32'] },
    { allowed_addresses: ['2001:db8::/129'] },
    { allowed_addresses: ['::ffff:192.0.2.0/120'] },
    { allowed_addresses: ['host.example'] },
    { allowed_addresses: [['192.0.2.0/24']] },
    { allowed_addresses: Array.from({ length: 51 }, (_, i) => `192.0.2.${i}`) },
    { name: '' },
    { name: '  ' },
    { name: 'n'.repeat(101) },
  ])('refuses %j', async (fault) => {
    const { status, body } = await issue(fault);
    expect(status).toBe(422);
    expect(body.errors[0].field).toBe(Object.keys(fault)[0]);
  });

  test('takes the very last instant of four hundred days, in any zone', async () => {
    expect((await issue({ expires_at: '2027-04-06T13:00:00+05:00' })).status).toBe(201);
  });
});

describe('a key', () => {
  test('ends when it says, to the millisecond', async () => {
    const issued = (await issue({ expires_at: '2026-03-02T09:00:00Z' })).body as Issued;
    world.clock.set('2026-03-02T08:59:59.999Z');
    expect((await use(issued)).status).toBe(200);
    world.clock.advance(1);
    expect((await use(issued)).status).toBe(401);
  });

  test('ends at once when it is revoked; again is no fault and leaves one entry', async () => {
    const issued = (await issue()).body as Issued;
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      expect((await administrator().delete(`${path}/${issued.id}`)).status).toBe(204);
      expect((await use(issued)).status).toBe(401);
      expect((await administrator().delete(`${path}/${issued.id}`)).status).toBe(204);
    });
    const { id: key, prefix } = issued;
    const by = world.people['corvia-administrator'];
    expect(entries).toEqual([{ kind: 'api-key/revoked', shared: { by, key, name: wanted.name, prefix } }]);
  });

  test('of another organization cannot be found, and goes on', async () => {
    const issued = (await issue()).body as Issued;
    const foreign = await world.as('cncert-administrator').delete(`${path}/${issued.id}`);
    const absent = await world.as('cncert-administrator').delete(`${path}/not-an-id`);
    expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
    expect((await use(issued)).status).toBe(200);
  });

  test('outlives the person who asked for it', async () => {
    const path = `/api/v1/accounts/${world.people['corvia-liaison']}/roles`;
    await administrator()
      .put(path)
      .send({ roles: ['administrator'] });
    const issued = (await world.as('corvia-liaison').post('/api/v1/api-keys').send(wanted)).body as Issued;
    const departure = `/api/v1/accounts/${world.people['corvia-liaison']}/departure`;
    await administrator().post(departure).send({ reason: 'Left' });
    expect((await use(issued)).status).toBe(200);
  });
});
