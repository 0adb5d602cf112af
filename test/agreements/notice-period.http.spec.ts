import { startWorld, type World } from '../cast';
import { EVIDENCE, inForce, type Instrument, terms } from './agreement-world';

const DAY = 86_400_000;

let world: World;
let mou: Instrument;
beforeAll(async () => {
  world = await startWorld();
  mou = await inForce(world, 'PK-NOTICE-1', { terms: terms({ notice_days: 90 }) });
});
afterAll(() => world.close());

const now = () => world.clock.now().getTime();
const iso = (at: number) => new Date(at).toISOString();

test('terms say their period of notice, to both sides and in their canonical content', async () => {
  expect((await mou.read()).terms[0]).toMatchObject({ notice_days: 90 });
  const canonical = await world.as('cncert-liaison').get('/api/v1/agreements/PK-NOTICE-1/terms/1/canonical');
  expect(canonical.body.content.notice_days).toBe(90);
});

test.each([0, 3651, 1.5, '90', null])('a period of %p days is refused at its field', async (notice_days) => {
  const { status, body } = await mou.post('pkcert-liaison', 'terms', terms({ notice_days }));
  expect([status, body.errors[0].field]).toEqual([422, 'notice_days']);
});

test('nobody ends it overnight: not a party with a reason, nor one with a notice that is too short', async () => {
  const ended = await mou.post('cncert-liaison', 'end', { reason: 'It suits us no more.' });
  expect([ended.status, ended.body.type]).toEqual([409, '/problems/agreement/notice-period']);
  for (const [body, field] of [
    [{ effective_at: iso(now() + 90 * DAY - 1) }, 'effective_at'],
    [{ given_at: iso(now() - DAY) }, 'evidence_sha256'],
    [{ given_at: iso(now() + 1000), evidence_sha256: EVIDENCE }, 'given_at'],
  ] as const) {
    const refused = await mou.post('cncert-liaison', 'notice', body);
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, field]);
  }
  expect((await mou.read()).state).toMatchObject({ in_force: true, notice_given: false, ends_at: null });
});

test('the schema refuses such an end as well, whoever writes it', async () => {
  const end = (at: number) => `
    INSERT INTO agreement_fact (id, agreement_id, kind, party_id, effective_at, recorded_at, recorded_by, recorded_by_org, second_person_required)
    SELECT gen_random_uuid(), a.id, 'ended', o.id, '${iso(at)}', '${iso(now())}', p.id, o.id, false
    FROM agreement a, organization o JOIN account p ON p.organization_id = o.id
    WHERE a.reference = 'PK-NOTICE-1' AND o.handle = 'cncert' LIMIT 1`;
  await expect(world.owner.query(end(now() + 400 * DAY))).rejects.toThrow('period of notice');
});

test('what-if of an end supposes a notice, and refuses the instants that this would be refused', async () => {
  const ask = (at: number) =>
    world
      .as('cncert-liaison')
      .get('/api/v1/decisions/what-if')
      .query({ agreement: 'PK-NOTICE-1', step: 'end', at: iso(at) });
  expect((await ask(now() + 90 * DAY - 1)).body.errors[0].rule).toBe('agreement/notice-period');
  expect((await ask(now() + 90 * DAY)).status).toBe(200);
});

test('a notice alone ends it when the period is over, and not one millisecond earlier', async () => {
  const given = now() - 10 * DAY;
  const end = given + 90 * DAY;
  const body = { given_at: iso(given), evidence_sha256: EVIDENCE, reason: 'Note verbale 9 (invented)' };
  const noticed = await mou.done('cncert-liaison', 'notice', body);
  expect(noticed.state).toMatchObject({ in_force: true, notice_given: true, ends_at: iso(end) });
  const before = world.clock.now().toISOString();
  for (const [at, is] of [
    [end - 1, true],
    [end, false],
  ] as const) {
    world.clock.set(iso(at));
    expect((await mou.read()).state.in_force).toBe(is);
  }
  world.clock.set(before);
});

test('terms without a period ask when the agreement is to end', async () => {
  const open = await inForce(world, 'PK-NOTICE-2');
  const { status, body } = await open.post('pkcert-liaison', 'notice');
  expect([status, body.errors[0].field]).toEqual([422, 'effective_at']);
  expect((await open.read()).terms[0].notice_days).toBeNull();
});
