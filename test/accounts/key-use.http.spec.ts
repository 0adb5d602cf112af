import { addedToHouseLog, startWorld, type World } from '../cast';

const path = '/api/v1/api-keys';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Issued = {
  id: string;
  key: string;
  prefix: string;
  expires_at: string;
  expires_soon: boolean;
  replaced_by: string | null;
  last_used_at: string | null;
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const administrator = () => world.as('corvia-administrator');
const ahead = (milliseconds: number) => new Date(world.clock.now().getTime() + milliseconds).toISOString();
const issue = async (change: object = {}) => {
  const wanted = { name: 'Feed puller', expires_at: ahead(90 * DAY), ...change };
  return (await administrator().post(path).send(wanted)).body as Issued;
};
const rotate = (id: string, overlap_hours = 24, life = 90 * DAY) =>
  administrator()
    .post(`${path}/${id}/rotation`)
    .send({ overlap_hours, expires_at: ahead(life) });
const pull = ({ key }: Issued) => world.presenting(`Bearer ${key}`).get('/api/v1/feed');
const works = async (issued: Issued) => (await pull(issued)).status === 200;
const shown = async ({ id }: Issued) => {
  const { body } = await administrator().get(path);
  return (body.items as Issued[]).find((item) => item.id === id)!;
};

describe('a key as the password of HTTP Basic', () => {
  test.each(['', 'anybody', 'accord_aaaaaaaaaa', 'two:names'])(
    'is accepted with the user name %j',
    async (name) => {
      const { key } = await issue();
      // What follows the first colon is the password (RFC 7617 §2), so a name with a colon makes another password.
      const encoded = Buffer.from(`${name}:${key}`).toString('base64');
      const { status } = await world.presenting(`Basic ${encoded}`).get('/api/v1/feed');
      expect(status).toBe(name.includes(':') ? 401 : 200);
    },
  );

  test('may do what it may as a bearer token, and no more', async () => {
    const encoded = Buffer.from(`x:${(await issue()).key}`).toString('base64');
    const caller = world.presenting(`Basic ${encoded}`);
    expect((await caller.get('/api/v1/me')).body.organization.handle).toBe('corvia');
    expect((await caller.get(path)).status).toBe(403);
  });
});

describe('a key that is bound to addresses', () => {
  test.each([
    [['127.0.0.1'], 200],
    [['192.0.2.0/24', '127.0.0.0/8'], 200],
    [['192.0.2.0/24'], 401],
    [['::1', '::/0'], 401],
  ])('%j asked from this machine answers %i', async (allowed_addresses, status) => {
    expect((await pull(await issue({ allowed_addresses }))).status).toBe(status);
  });

  test('is answered elsewhere as one that is not good at all', async () => {
    const elsewhere = await pull(await issue({ allowed_addresses: ['192.0.2.0/24'] }));
    const { text, headers } = await world
      .presenting(`Bearer accord_aaaaaaaaaa_${'A'.repeat(43)}`)
      .get('/api/v1/feed');
    expect([elsewhere.text, elsewhere.headers['www-authenticate']]).toEqual([
      text,
      headers['www-authenticate'],
    ]);
  });

  test('keeps its ranges in the list, in the log and when it is rotated', async () => {
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      const issued = await issue({ allowed_addresses: ['127.0.0.1', '2001:DB8::/32'] });
      expect(await shown((await rotate(issued.id)).body as Issued)).toMatchObject({
        scopes: ['pull'],
        allowed_addresses: ['127.0.0.1/32', '2001:db8::/32'],
      });
    });
    expect(entries[0]?.shared).toMatchObject({ allowed_addresses: ['127.0.0.1/32', '2001:db8::/32'] });
  });
});

describe('rotating a key', () => {
  test('gives a successor; the old one is good for the overlap, to the millisecond', async () => {
    const old = await issue();
    let next = {} as Issued;
    const entries = await addedToHouseLog(world, 'corvia', async () => {
      const answer = await rotate(old.id, 24);
      expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
      next = answer.body as Issued;
    });
    expect([await works(old), await works(next)]).toEqual([true, true]);
    expect(await shown(old)).toMatchObject({
      replaced_by: next.id,
      expires_at: ahead(DAY),
      expires_soon: true,
    });
    const shared = {
      ...{ by: world.people['corvia-administrator'], key: old.id, name: 'Feed puller', prefix: old.prefix },
      ...{
        ends_at: ahead(DAY),
        successor: next.id,
        successor_prefix: next.prefix,
        expires_at: ahead(90 * DAY),
      },
    };
    expect(entries).toEqual([{ kind: 'api-key/rotated', shared }]);
    world.clock.advance(DAY - 1);
    expect(await works(old)).toBe(true);
    world.clock.advance(1);
    expect([await works(old), await works(next)]).toEqual([false, true]);
  });

  test('without overlap ends the old one at once', async () => {
    const old = await issue();
    const next = (await rotate(old.id, 0)).body as Issued;
    expect([await works(old), await works(next)]).toEqual([false, true]);
  });

  test('never makes the old one last longer', async () => {
    const old = await issue({ expires_at: ahead(HOUR) });
    await rotate(old.id, 720);
    expect((await shown(old)).expires_at).toBe(old.expires_at);
  });

  test.each([
    ['overlap_hours', -1],
    ['overlap_hours', 721],
    ['overlap_hours', 1.5],
    ['overlap_hours', '24'],
    ['overlap_hours', null],
    ['expires_at', '2020-01-01T00:00:00Z'],
    ['expires_at', '2036-01-01T00:00:00Z'],
    ['expires_at', 'soon'],
  ])('refuses %s: %j', async (field, value) => {
    const { id } = await issue();
    const body = { overlap_hours: 1, expires_at: ahead(DAY), [field]: value };
    const answer = await administrator().post(`${path}/${id}/rotation`).send(body);
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, field]);
  });

  test('is refused for a key that is over or has a successor', async () => {
    const [revoked, expired, rotated] = [
      await issue(),
      await issue({ expires_at: ahead(HOUR) }),
      await issue(),
    ];
    await administrator().delete(`${path}/${revoked.id}`);
    await rotate(rotated.id, 720);
    world.clock.advance(HOUR);
    const types = [];
    for (const { id } of [revoked, expired, rotated]) types.push((await rotate(id)).body.type);
    expect(types).toEqual(['ended', 'ended', 'rotated'].map((why) => `/problems/api-key/${why}`));
  });

  test('many times at once makes one successor', async () => {
    const { id } = await issue();
    const answers = await Promise.all(Array.from({ length: 4 }, () => rotate(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test('is not for another organization', async () => {
    const { id } = await issue();
    const body = { overlap_hours: 1, expires_at: ahead(DAY) };
    const foreign = await world.as('cncert-administrator').post(`${path}/${id}/rotation`).send(body);
    const absent = await world.as('cncert-administrator').post(`${path}/none/rotation`).send(body);
    expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
  });
});

describe('the list of keys', () => {
  test.each([
    [30 * DAY, true],
    [30 * DAY + 1, false],
  ])('warns of a key that ends within thirty days: %i ms: %s', async (life, soon) => {
    expect((await shown(await issue({ expires_at: ahead(life) }))).expires_soon).toBe(soon);
  });

  test('warns neither of a key that is revoked nor of one that is over', async () => {
    const [revoked, over] = [
      await issue({ expires_at: ahead(HOUR) }),
      await issue({ expires_at: ahead(HOUR) }),
    ];
    await administrator().delete(`${path}/${revoked.id}`);
    expect((await shown(revoked)).expires_soon).toBe(false);
    world.clock.advance(HOUR);
    expect((await shown(over)).expires_soon).toBe(false);
  });

  test('tells to the minute when a key was last used, and nothing of one that never was', async () => {
    world.clock.set('2026-05-04T10:20:30.400Z');
    const issued = await issue();
    expect((await shown(issued)).last_used_at).toBeNull();
    await pull(issued);
    world.clock.advance(20_000);
    await pull(issued);
    expect((await shown(issued)).last_used_at).toBe('2026-05-04T10:20:00.000Z');
    world.clock.advance(20_000);
    await Promise.all([pull(issued), pull(issued)]);
    expect((await shown(issued)).last_used_at).toBe('2026-05-04T10:21:00.000Z');
  });

  test('does not count a use that was refused', async () => {
    const issued = await issue({ allowed_addresses: ['192.0.2.0/24'] });
    await pull(issued);
    expect((await shown(issued)).last_used_at).toBeNull();
  });

  test('keeps no pull waiting for the note of another', async () => {
    const issued = await issue();
    await pull(issued);
    world.clock.advance(60_000);
    await world.owner.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM api_key_use FOR UPDATE');
      expect(await works(issued)).toBe(true);
    });
  });
});
