import { everyone, expectedRefusal, startWorld, type World } from '../cast';
import { cabinet, Instrument, terms } from './agreement-world';

const DAY = 86_400_000;
const NOTIFIED = { rule: 'after_last_notification', days: 30 };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const now = () => world.clock.now().getTime();
const iso = (at: number) => new Date(at).toISOString();
const drafted = (reference: string, entry_condition: object) =>
  new Instrument(world, reference).draft({ terms: terms({ entry_condition }) });
const entry = (mou: Instrument, body: object = {}) =>
  mou.post('cncert-liaison', 'terms/1/entry-into-force', body);

describe('terms that wait for the last notification', () => {
  let mou: Instrument;
  beforeAll(async () => {
    mou = await (await drafted('PK-ENTRY-1', NOTIFIED)).sign();
  });

  test('say so, and whose notification is missing', async () => {
    expect((await mou.read()).terms[0]).toMatchObject({
      entry_condition: { ...NOTIFIED, date: null },
      notifications_missing: ['cncert', 'moitt'],
      may_enter_from: null,
    });
    const { status, body } = await entry(mou, { effective_at: iso(now() + 90 * DAY) });
    expect([status, body.type]).toEqual([409, '/problems/terms/condition']);
    expect(body.detail).toContain('30 days after the last notification; missing is that of cncert, moitt.');
  });

  test.each(everyone)(
    'are no business of $name, unless she is liaison officer of a signatory',
    async (asker) => {
      if (asker.is.includes('liaison') && ['moitt', 'cncert'].includes(asker.organization)) return;
      const ask = async (reference: string) => {
        const path = `/api/v1/agreements/${reference}/terms/1/notifications`;
        const { status, text } = await asker.ask(world).post(path).send({});
        return { status, text };
      };
      const [here, absent] = [await ask('PK-ENTRY-1'), await ask('PK-ABSENT')];
      const refusal = expectedRefusal(asker, ['liaison']);
      if (!refusal && ['pkcert', 'itu'].includes(asker.organization)) expect(here.status).toBe(422);
      else expect(here).toEqual({ ...absent, status: refusal ?? 404 });
      expect((await mou.read()).terms[0].notifications_missing).toEqual(['cncert', 'moitt']);
    },
  );

  test('enter into force so many days after it, and not one millisecond earlier', async () => {
    const given = await mou.done('cncert-liaison', 'terms/1/notifications', { reason: 'Note 17 (invented)' });
    expect(given.terms[0].notifications_missing).toEqual(['moitt']);
    // That of the cabinet took place before, and is recorded after: the days count from the other's.
    const from = now() + 30 * DAY;
    world.clock.advance(1);
    await mou.done('pkcert-liaison', 'terms/1/notifications', cabinet);
    expect((await mou.read()).terms[0].may_enter_from).toBeNull();
    const { id } = await mou.fact('notified');
    const all = await mou.done('pkcert-second-liaison', `facts/${id}/confirmation`);
    expect(all.terms[0]).toMatchObject({ notifications_missing: [], may_enter_from: iso(from) });

    for (const body of [{}, { effective_at: iso(from - 1) }]) {
      const { status, body: problem } = await entry(mou, body);
      expect([status, problem.errors]).toEqual([
        422,
        [
          expect.objectContaining({
            field: 'effective_at',
            rule: 'terms/condition',
            message: expect.stringContaining(`not before ${iso(from)}`),
          }),
        ],
      ]);
    }
    const entered = await mou.done('cncert-liaison', 'terms/1/entry-into-force', { effective_at: iso(from) });
    expect([entered.state.in_force, entered.terms[0].in_force_from]).toEqual([false, iso(from)]);
    const before = world.clock.now().toISOString();
    for (const [at, is] of [
      [from - 1, false],
      [from, true],
    ] as const) {
      world.clock.set(iso(at));
      expect((await mou.read()).state.in_force).toBe(is);
    }
    world.clock.set(before);
  });

  test('have each notification in the log of the relationship', async () => {
    const rows: { kind: string; said: { party: string; reason: string | null } }[] = await world.owner.query(
      `SELECT e.kind, convert_from(p.payload, 'UTF8')::jsonb AS said FROM record_entry e JOIN record_log l ON l.id = e.log_id
       JOIN agreement a ON a.id = l.agreement_id AND a.reference = 'PK-ENTRY-1' JOIN record_payload p ON p.entry_id = e.id
       WHERE p.audience = 'shared' AND e.kind = 'agreement-notified' ORDER BY e.position`,
    );
    expect(rows.map(({ said }) => [said.party, said.reason])).toEqual([
      ['cncert', 'Note 17 (invented)'],
      ['moitt', null],
    ]);
  });
});

describe('other conditions', () => {
  test('a date is when they may enter into force, whoever has signed before', async () => {
    const mou = await drafted('PK-ENTRY-2', { rule: 'not_before', date: '2026-09-01' });
    await mou.sign();
    const from = '2026-09-01T00:00:00.000Z';
    expect((await mou.read()).terms[0]).toMatchObject({
      entry_condition: { rule: 'not_before', date: from, days: null },
      may_enter_from: from,
    });
    expect((await entry(mou)).status).toBe(422);
    expect((await mou.post('moitt-liaison', 'terms/1/notifications')).body.type).toBe(
      '/problems/terms/no-notification',
    );
    expect((await entry(mou, { effective_at: from })).status).toBe(201);
  });

  test('days after the last signature count from the day of it', async () => {
    const mou = await drafted('PK-ENTRY-3', { rule: 'after_last_signature', days: 14 });
    await mou.sign();
    expect((await mou.read()).terms[0].may_enter_from).toBe(iso(now() + 14 * DAY));
    expect((await entry(mou, { effective_at: iso(now() + 14 * DAY) })).status).toBe(201);
  });

  test('are part of the terms that two installations compare, and change no hash of terms without', async () => {
    const mou = await new Instrument(world, 'PK-ENTRY-4').draft();
    for (const entry_condition of [undefined, NOTIFIED, { ...NOTIFIED, days: 31 }, NOTIFIED])
      await mou.done('pkcert-liaison', 'terms', terms({ entry_condition }));
    const [none, same, first, other, again] = (await mou.read()).terms.map(
      (one: { canonical_sha256: string }) => one.canonical_sha256,
    );
    expect([same, again]).toEqual([none, first]);
    expect(new Set([none, first, other]).size).toBe(3);
  });

  test.each([
    [{ rule: 'not_before' }, ['entry_condition.date required']],
    [{ rule: 'not_before', date: '2026-09-01', days: 1 }, ['entry_condition.days entry_condition']],
    [{ rule: 'after_last_signature' }, ['entry_condition.days required']],
    [
      { rule: 'after_last_notification', date: '2026-09-01' },
      ['entry_condition.days required', 'entry_condition.date entry_condition'],
    ],
    [{ rule: 'after_last_signature', days: -1 }, ['entry_condition.days min']],
    [{ rule: 'after_last_signature', days: 1.5 }, ['entry_condition.days isInt']],
    [{ rule: 'when we like', days: 1 }, ['entry_condition.rule isIn']],
    [{ rule: 'not_before', date: '2027-03-01' }, ['entry_condition.date terms/condition']],
  ])('are refused as %j', async (entry_condition, faults) => {
    const mou = new Instrument(world, 'PK-ENTRY-4');
    const body = terms({ entry_condition, expires_at: '2027-03-01' });
    const answer = await mou.post('pkcert-liaison', 'terms', body);
    const { errors = [] } = answer.body as { errors?: { field: string; rule: string }[] };
    expect([answer.status, errors.map(({ field, rule }) => `${field} ${rule}`)]).toEqual([422, faults]);
  });
});

test('what if terms enter into force is asked of the first instant that their condition allows', async () => {
  await drafted('PK-ENTRY-5', NOTIFIED);
  const ask = (query: object) =>
    world
      .as('pkcert-liaison')
      .get('/api/v1/decisions/what-if')
      .query({ step: 'enter', agreement: 'PK-ENTRY-5', terms: 1, ...query });
  const answer = await ask({});
  expect([answer.status, answer.body.effective_at]).toEqual([200, iso(now() + 30 * DAY)]);
  const early = await ask({ at: iso(now()) });
  expect([early.status, early.body.errors?.[0]]).toEqual([
    422,
    expect.objectContaining({ field: 'at', rule: 'terms/condition' }),
  ]);
});
