import { startWorld, type World } from '../cast';
import { grant, inForce, type Instrument, terms } from './agreement-world';

let world: World;
let mou: Instrument;
beforeAll(async () => {
  world = await startWorld();
  mou = await inForce(world, 'PK-PAUSE-1');
});
afterAll(() => world.close());

const from = (person: Parameters<World['as']>[0]) => world.as(person);
const open = async () => (await from('cncert-auditor').get('/api/v1/pauses?open=true')).body.items;

/** How many grants the database holds open for a reader now. */
async function openGrants(reader: 'pkcert' | 'cncert'): Promise<number> {
  const [{ n }] = await world.owner.query(
    `SELECT count(*)::int AS n FROM grant_interval
     WHERE reader_id = (SELECT id FROM organization WHERE handle = $1) AND opens_at <= $2 AND closes_at > $2`,
    [reader, world.clock.now()],
  );
  return n;
}

describe('a suspension', () => {
  test('of one direction leaves the other as it is, until two persons of its side resume it', async () => {
    const suspended = await mou.done('cncert-liaison', 'suspensions', {
      direction: { from: 'cncert', to: 'pkcert' },
      reason: 'breach of Art. 7',
    });
    expect(suspended.state).toMatchObject({
      in_force: true,
      suspended: 'partially',
      paused: [{ from: 'cncert', to: 'pkcert', kind: 'suspension', since: world.clock.now().toISOString() }],
    });
    expect([await openGrants('pkcert'), await openGrants('cncert')]).toEqual([0, 1]);
    const again = await mou.post('cncert-liaison', 'suspensions', {
      direction: { from: 'cncert', to: 'pkcert' },
      reason: 'once more',
    });
    expect(again.body.type).toBe('/problems/pause/open-already');

    const [{ id }] = await open();
    const path = `/api/v1/pauses/${id}/resumption`;
    const confirm = (person: Parameters<World['as']>[0]) =>
      from(person).post(`${path}/confirmation`).send({});
    expect((await from('pkcert-liaison').post(path).send({ reason: 'please' })).status).toBe(403);
    expect((await confirm('cncert-liaison')).body.type).toBe('/problems/pause/not-requested');
    const asked = await from('cncert-liaison').post(path).send({ reason: 'remedied' });
    expect(asked.body).toMatchObject({ open: true, resumption: { confirmed_at: null } });
    expect((await confirm('cncert-liaison')).body.type).toBe('/problems/pause/second-person');
    expect(await openGrants('pkcert')).toBe(0);
    expect((await confirm('cncert-duty-officer')).body).toMatchObject({ open: false });
    expect(await openGrants('pkcert')).toBe(1);
    expect((await confirm('cncert-duty-officer')).body.type).toBe('/problems/pause/over');
  });

  test('of all ends at the instant it names, and not one millisecond later', async () => {
    const now = world.clock.now().getTime();
    const at = (shift: number) => new Date(now + shift).toISOString();
    await mou.done('pkcert-liaison', 'suspensions', {
      reason: 'review of the law',
      starts_at: at(1000),
      ends_at: at(2000),
    });
    const expected = [
      [999, 'no'],
      [1000, 'wholly'],
      [1999, 'wholly'],
      [2000, 'no'],
    ] as const;
    for (const [shift, suspended] of expected) {
      world.clock.set(at(shift));
      expect((await mou.read()).state.suspended).toBe(suspended);
      expect(await openGrants('cncert')).toBe(suspended === 'no' ? 1 : 0);
    }
  });

  test('is for operating CERTs, in their own directions', async () => {
    expect((await mou.post('moitt-liaison', 'suspensions', { reason: 'as a ministry' })).status).toBe(403);
    const direction = { from: 'pkcert', to: 'itu' };
    expect((await mou.post('pkcert-liaison', 'suspensions', { reason: 'nothing', direction })).status).toBe(
      422,
    );
  });
});

test('a suspension waits for what is being served, and holds from when it was free to', async () => {
  const serving = world.owner.createQueryRunner();
  await serving.startTransaction();
  const team = world.organizations.cncert;
  await serving.query('SELECT pg_advisory_xact_lock_shared(app.lock_key($1))', [`serve:${team}`]);
  const direction = { from: 'pkcert', to: 'cncert' };
  const path = '/api/v1/agreements/PK-PAUSE-1/suspensions';
  let answered = false;
  const suspended = from('pkcert-liaison')
    .post(path)
    .send({ direction, reason: 'drill', ends_at: '2027-01-01T00:00:00Z' })
    .then((answer) => {
      answered = true;
      return answer;
    });
  const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
  while ((await world.owner.query(waiting))[0].n === 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(answered).toBe(false);
  world.clock.advance(5000);
  await serving.commitTransaction();
  await serving.release();
  const { state } = (await suspended).body;
  expect(state.paused[0].since).toBe(world.clock.now().toISOString());
  world.clock.set('2027-01-01T00:00:00Z');
  expect(await openGrants('cncert')).toBe(1);
});

describe('a stop', () => {
  test('by one duty officer holds at once under every agreement, and says why to her own side only', async () => {
    const second = await inForce(world, 'PK-PAUSE-3', {
      terms: terms({ grants: [grant('pkcert', 'cncert')] }),
    });
    const reason = 'their mailbox is compromised';
    const stop = () => from('pkcert-duty-officer').post('/api/v1/stops').send({ to: 'cncert', reason });
    const stopped = await stop();
    expect(stopped.body).toMatchObject({ kind: 'stop', from: 'pkcert', to: 'cncert', open: true, reason });
    expect([await openGrants('cncert'), await openGrants('pkcert')]).toEqual([0, 1]);
    expect((await second.read()).state.suspended).toBe('wholly');
    expect((await stop()).body.type).toBe('/problems/pause/open-already');
    const [seen] = await open();
    expect(seen).toMatchObject({ kind: 'stop', reason: null, person: null, recorded_by: 'pkcert' });
    expect((await from('moitt-liaison').get('/api/v1/pauses?open=true')).body.items).toEqual([]);

    const logged = await world.owner.query(
      `SELECT p.audience, convert_from(p.payload, 'UTF8') AS text FROM record_entry e JOIN record_payload p ON p.entry_id = e.id
       WHERE e.kind = 'sharing-stopped'`,
    );
    expect(logged).toHaveLength(4);
    const told = logged.filter(({ text }: { text: string }) => text.includes(reason));
    expect(told.map(({ audience }: { audience: string }) => audience)).toEqual(
      Array(2).fill(world.organizations.pkcert),
    );
  });

  test('is resumed by two persons, liaison or duty officer', async () => {
    const [{ id }] = await open();
    const path = `/api/v1/pauses/${id}/resumption`;
    await from('pkcert-duty-officer').post(path).send({ reason: 'mailbox cleaned' }).expect(201);
    const ended = await from('pkcert-liaison').post(`${path}/confirmation`).send({}).expect(201);
    expect(ended.body).toMatchObject({ open: false, resumption: { reason: 'mailbox cleaned' } });
    expect(await openGrants('cncert')).toBe(2);
  });

  test.each([
    ['a team with no agreement', 'dunmere', 409],
    ['a party that no grant names', 'itu', 409],
    ['its own organization', 'pkcert', 409],
    ['nobody known', 'atlantis', 422],
  ])('towards %s is refused', async (_, to, status) => {
    const answer = await from('pkcert-duty-officer').post('/api/v1/stops').send({ to, reason: 'no reason' });
    expect(answer.status).toBe(status);
  });

  test('is for duty officers', async () => {
    const body = { to: 'cncert', reason: 'in haste' };
    expect((await from('pkcert-liaison').post('/api/v1/stops').send(body)).status).toBe(403);
    expect((await world.withKey('pkcert').post('/api/v1/stops').send(body)).status).toBe(403);
  });
});

test('pauses are listed newest first, a page at a time', async () => {
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const answer: { body: { items: { id: string }[]; next: string | null } } = await from('pkcert-auditor')
      .get('/api/v1/pauses')
      .query({ limit: 1, ...(next ? { cursor: next } : {}) });
    seen.push(...answer.body.items.map(({ id }) => id));
    next = answer.body.next;
  } while (next);
  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
});
