import type { NoticeView } from '../../../src/disclosure/obligations/notices/notices.dto';
import { type Caller, type World } from '../../cast';
import { expected, grant } from '../sharing-world';
import { ABSENT, code, DAY, NOTICES, PATH, Register } from './register-world';

let register: Register;
let world: World;
beforeEach(async () => {
  register = await Register.start();
  ({ world } = register);
});
afterEach(() => world.close());

test('destruction that wants a certificate is met by one that leaves nothing, and by nothing else', async () => {
  const { items } = await register.received();
  await register.received('Two');
  const { id } = await register.single(register.cn(), 'kind=destroy');
  expect(await code(register.cn().post(`${PATH}/${id}/fulfilment`).send({}))).toEqual([
    409,
    'obligation/certificate-required',
  ]);
  const first = await register.file(register.cn(), {
    kind: 'destruction_certificate',
    covers: { items: [items[0]!.item.id] },
  });
  expect([first.met, (await register.show(register.pk(), id)).state]).toEqual([0, 'open']);
  world.clock.advance(1000);
  const second = await register.file(register.cn(), { kind: 'destruction_certificate' });
  expect([second.met, (await register.show(register.pk(), id)).state]).toEqual([1, 'met']);
  const seen = (await expected(200, register.pk().get(`${NOTICES}/${first.id}`))) as NoticeView;
  expect(seen).toMatchObject({ direction: 'received', statement: 'All of it.' });
  expect(seen.items).not.toEqual(first.items);
  const own = (await expected(
    200,
    world.as('pkcert-analyst').get(`/api/v1/advisories/${seen.items[0]}`),
  )) as object;
  expect(own).toMatchObject({ title: 'One' });
});

test('what arrives after a certificate, on the same day, is owed for anew', async () => {
  await register.received();
  world.clock.advance(1000);
  const before = await register.single(register.cn(), 'kind=destroy');
  await register.file(register.cn(), { kind: 'destruction_certificate' });
  world.clock.advance(1000);
  await register.received('Two');
  await register.received('Three');
  const after = await register.single(register.cn(), 'kind=destroy&state=live');
  expect(after.id).not.toBe(before.id);
  const sizes = [before, after].map(async ({ id }) => (await register.show(register.pk(), id)).items);
  expect(await Promise.all(sizes)).toEqual([1, 2]);
});

test('a certificate of a time covers what arrived in it alone', async () => {
  await register.received();
  const before = world.clock.now();
  world.clock.advance(2 * DAY);
  await register.received('Later');
  const sets = await register.list(register.cn(), 'kind=destroy');
  expect(sets).toHaveLength(2);
  const { met } = await register.file(register.cn(), {
    kind: 'destruction_certificate',
    covers: { until: new Date(before.getTime() + 1).toISOString() },
  });
  expect([met, (await register.list(register.cn(), 'kind=destroy&state=live')).map(({ id }) => id)]).toEqual([
    1,
    [sets[1]!.id],
  ]);
});

test('a breach is told with its time, and answered once by who shared', async () => {
  await register.received();
  const aware_at = new Date(world.clock.now().getTime() - DAY).toISOString();
  const late = await register.file(register.cn(), { kind: 'breach', aware_at });
  expect([late.late, late.due_at]).toEqual([true, world.clock.now().toISOString()]);
  world.clock.advance(1);
  const intime = await register.file(register.cn(), {
    kind: 'breach',
    aware_at: new Date(world.clock.now().getTime() - DAY + 1).toISOString(),
  });
  expect(intime.late).toBe(false);
  const answer = { result: 'The keys were changed.', remedy: 'Train whoever has them.' };
  expect(await code(register.cn().post(`${NOTICES}/${late.id}/answer`).send(answer))).toEqual([
    403,
    'notice/not-addressee',
  ]);
  await expected(201, register.pk().post(`${NOTICES}/${late.id}/answer`).send(answer));
  expect(await code(register.pk().post(`${NOTICES}/${late.id}/answer`).send(answer))).toEqual([
    409,
    'notice/answered',
  ]);
  const read = (await expected(200, register.cn().get(`${NOTICES}/${late.id}`))) as NoticeView;
  expect(read.answer).toMatchObject(answer);
  expect(read.answer).not.toHaveProperty('answered_by');
});

test('a notice is refused where nothing was received, and with fields that its kind does not take', async () => {
  await register.received();
  const to = (by: Caller, body: object) =>
    by
      .post(NOTICES)
      .send({ kind: 'breach', agreement: 'PK-CN-OWES', to: 'pkcert', statement: 'Lost.', ...body });
  const aware = { aware_at: world.clock.now().toISOString() };
  for (const absent of [
    to(register.pk(), { ...aware, to: 'cncert' }),
    to(world.as('corvia-liaison'), aware),
    to(register.cn(), { ...aware, agreement: 'PK-CO-OWES' }),
    to(register.cn(), { ...aware, agreement: 'PK-XX-NONE' }),
  ])
    expect(await code(absent)).toEqual([409, 'notice/nothing-received']);
  const fields = async (body: object) =>
    ((await expected(422, to(register.cn(), body))) as { errors: { field: string }[] }).errors.map(
      ({ field }) => field,
    );
  expect(await fields({})).toEqual(['aware_at']);
  expect(await fields({ ...aware, authority: 'A court' })).toEqual(['authority']);
  expect(await fields({ kind: 'compelled_disclosure' })).toEqual(['authority']);
  expect(await fields({ ...aware, covers: { items: [ABSENT] } })).toEqual(['covers.items.0']);
  const ahead = new Date(world.clock.now().getTime() + 1).toISOString();
  expect(await fields({ aware_at: ahead })).toEqual(['aware_at']);
  expect(await fields({ ...aware, covers: { until: ahead } })).toEqual(['covers.until']);
});

test('terms that are not in force yet set no time in which a breach is told', async () => {
  await register.received();
  const aware_at = world.clock.now().toISOString();
  const due = async () => (await register.file(register.cn(), { kind: 'breach', aware_at })).due_at;
  const before = await due();
  expect(before).toBe(new Date(Date.parse(aware_at) + DAY).toISOString());
  const terms = { grants: [grant('cncert', { obligations: { breach_notice_hours: 1 } })] };
  const path = '/api/v1/agreements/PK-CN-OWES/terms';
  await expected(201, register.pk().post(path).send(terms));
  await expected(201, register.pk().post(`${path}/2/submission`).send({}));
  world.clock.advance(1000);
  expect(await due()).toBe(before);
  // Once they are, they count for what becomes known from then on.
  for (const by of [register.pk(), register.cn()])
    await expected(201, by.post(`${path}/2/signatures`).send({}));
  await expected(201, register.pk().post(`${path}/2/entry-into-force`).send({}));
  expect(await due()).toBe(before);
  world.clock.advance(1000);
  const now = world.clock.now();
  const later = await register.file(register.cn(), { kind: 'breach', aware_at: now.toISOString() });
  expect(later.due_at).toBe(new Date(now.getTime() + DAY / 24).toISOString());
});
