import type { OwedPage, OwedView } from '../../../src/disclosure/obligations/obligation.view';
import { type Caller, everyone, type World } from '../../cast';
import { expected } from '../sharing-world';
import { ABSENT, code, DAY, iso, PATH, Register } from './register-world';

let register: Register;
let world: World;
beforeEach(async () => {
  register = await Register.start();
  ({ world } = register);
});
afterEach(() => world.close());

test('both sides of a relationship read the same register, and nobody else any of it', async () => {
  await register.received();
  const { id } = await register.single(register.cn(), 'kind=acknowledge');
  for (const { name, organization, ask } of everyone) {
    const [one, all] = [
      await ask(world).get(`${PATH}/${id}`),
      await ask(world).get(`${PATH}?side=owed_to_us`),
    ];
    const side = organization === 'pkcert' || organization === 'cncert';
    if (one.status === 200) {
      expect([name, side]).toEqual([name, true]);
      const { side: whose } = one.body as OwedView;
      expect(whose).toBe(organization === 'cncert' ? 'owed_by_us' : 'owed_to_us');
      continue;
    }
    const absent = await ask(world).get(`${PATH}/${ABSENT}`);
    expect([name, one.status, one.text]).toEqual([name, absent.status, absent.text]);
    expect([name, JSON.stringify(all.body).includes('PK-CN-OWES')]).toEqual([name, false]);
  }
});

test('what is owed is the same for both, with its clause, its time and how much it covers', async () => {
  await register.received();
  await register.pull();
  const { id } = await register.single(register.cn(), 'kind=acknowledge');
  const [mine, theirs] = [await register.show(register.cn(), id), await register.show(register.pk(), id)];
  expect(mine).toMatchObject({
    state: 'open',
    clause: 'Art. 1',
    debtor: 'cncert',
    creditor: 'pkcert',
    items: 1,
  });
  expect(theirs).toEqual({ ...mine, side: 'owed_to_us', may: ['waive'] });
  expect(mine.may).toEqual(['fulfil']);
});

test('an obligation is overdue from the millisecond on which it falls due, and met late from then on', async () => {
  await register.received();
  const { id, due_at } = await register.single(register.cn(), 'kind=acknowledge');
  world.clock.set(iso(Date.parse(due_at!) - 1));
  expect((await register.show(register.pk(), id)).state).toBe('open');
  world.clock.advance(1);
  expect((await register.show(register.pk(), id)).state).toBe('overdue');
  expect(await register.list(register.pk(), 'side=owed_to_us&state=overdue')).toHaveLength(1);
  const met = (await expected(201, register.cn().post(`${PATH}/${id}/fulfilment`).send({}))) as OwedView;
  expect(met).toMatchObject({ state: 'met', late: true });
  expect(await register.list(register.pk(), 'side=owed_to_us&kind=acknowledge&state=live')).toEqual([]);
  expect(await code(register.cn().post(`${PATH}/${id}/fulfilment`).send({}))).toEqual([
    409,
    'obligation/over',
  ]);
});

test('a key that acknowledges meets an acknowledgement; one that pulls does not', async () => {
  await register.received();
  const { id } = await register.single(register.cn(), 'kind=acknowledge');
  const { body } = await world
    .as('cncert-administrator')
    .post('/api/v1/api-keys')
    .send({ name: 'Collector', scopes: ['acknowledge'], expires_at: '2026-09-01T00:00:00Z' });
  const key = world.presenting(`Bearer ${(body as { key: string }).key}`);
  expect((await world.withKey('cncert').post(`${PATH}/${id}/fulfilment`).send({})).status).toBe(403);
  await expected(201, key.post(`${PATH}/${id}/fulfilment`).send({}));
  expect((await register.show(register.pk(), id)).facts).toEqual([
    expect.objectContaining({ kind: 'met', by: 'cncert', means: 'statement' }),
  ]);
});

test('who it is owed to waives it, and who owes it does not', async () => {
  await register.received();
  const { id } = await register.single(register.cn(), 'kind=destroy');
  expect(await code(register.cn().post(`${PATH}/${id}/waiver`).send({ reason: 'Please.' }))).toEqual([
    403,
    'obligation/not-creditor',
  ]);
  const waived = (await expected(
    201,
    register.pk().post(`${PATH}/${id}/waiver`).send({ reason: 'It is public.' }),
  )) as OwedView;
  expect(waived).toMatchObject({ state: 'waived', may: [] });
});

test('what is live is summed up by agreement, for its two sides alone', async () => {
  await register.received();
  const tallies = async (by: Caller) =>
    ((await expected(200, by.get('/api/v1/obligation-tallies'))) as { items: object[] }).items;
  const none = { overdue_by_us: 0, overdue_to_us: 0, paused: 0 };
  expect(await tallies(register.cn())).toEqual([
    expect.objectContaining({ agreement: 'PK-CN-OWES', owed_by_us: 2, owed_to_us: 0, ...none }),
  ]);
  expect(await tallies(register.pk())).toEqual([
    expect.objectContaining({ agreement: 'PK-CN-OWES', owed_by_us: 0, owed_to_us: 2, ...none }),
  ]);
  expect(await tallies(world.as('corvia-liaison'))).toEqual([]);
});

test('a list is paged by what falls due first, and no page skips or repeats one', async () => {
  for (const title of ['One', 'Two', 'Three']) {
    await register.received(title);
    world.clock.advance(DAY);
  }
  const whole = await register.list(register.cn(), 'limit=200');
  const paged: string[] = [];
  for (let query = 'limit=2'; ;) {
    const { items, next } = (await expected(200, register.cn().get(`${PATH}?${query}`))) as OwedPage;
    paged.push(...items.map(({ id }) => id));
    if (next === null) break;
    query = `limit=2&cursor=${encodeURIComponent(next)}`;
  }
  expect([whole.length, paged]).toEqual([6, whole.map(({ id }) => id)]);
});

test('each statement is an entry in the log of the relationship, which both sides read', async () => {
  const { next } = await register.received();
  const { id } = await register.single(register.cn(), 'kind=destroy');
  await expected(201, register.cn().post(`${PATH}/${id}/holds`).send({ reason: 'A court.' }));
  world.clock.advance(1000);
  await expected(201, register.cn().post(`${PATH}/${id}/resumption`).send({ reason: 'It is over.' }));
  await register.pull(next);
  await register.file(register.cn(), { kind: 'destruction_certificate' });
  const entries = [
    'notice/filed',
    'obligation/held',
    'obligation/met',
    'obligation/met',
    'obligation/resumed',
  ];
  expect([await register.told('cncert'), await register.told('pkcert')]).toEqual([entries, entries]);
});
