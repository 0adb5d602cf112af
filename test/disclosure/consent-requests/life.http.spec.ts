import type { World } from '../../cast';
import { expected } from '../sharing-world';
import { AskingConsent, codeOf, PATH, type Shown } from './consent-request-world';

let asking: AskingConsent;
let world: World;
let item: string;
beforeAll(async () => {
  asking = await AskingConsent.start();
  ({ world } = asking);
  item = await asking.received('Found by CNCERT');
});
afterAll(() => world.close());

const constituents = (change: object = {}) => asking.ask(item, { scope: 'constituents', ...change });

describe('a request', () => {
  it('is found beside the item by both sides, by id and by reference, and in no other list', async () => {
    const own = await asking.derived(item, 'Derived');
    const id = await asking.ask(item, { for: own });
    const { item: theirs, asked_reference } = await asking.show(id, 'cncert-liaison');
    const other = await asking.received('Another of CNCERT');
    const has = async (person: 'pkcert-analyst' | 'cncert-liaison', about: string) =>
      (await asking.list(person, `&item=${about}`)).items.some((one) => one.id === id);
    expect(await has('pkcert-analyst', item)).toBe(true);
    expect(await has('pkcert-analyst', own)).toBe(true);
    expect(await has('cncert-liaison', theirs.id)).toBe(true);
    expect(await has('cncert-liaison', theirs.reference)).toBe(true);
    // What the requester reads out over the telephone is found by the originator.
    expect(await has('cncert-liaison', asked_reference)).toBe(true);
    expect(await has('pkcert-analyst', other)).toBe(false);
    expect((await asking.list('pkcert-analyst', '&direction=received')).items).toEqual([]);
    expect(
      (await asking.list('cncert-liaison', '&direction=received&state=open')).items.length,
    ).toBeGreaterThan(0);
  });

  it('lapses unanswered at its millisecond, and is not answered after it', async () => {
    const answer_by = asking.hours(1);
    const id = await constituents({ answer_by });
    world.clock.set(new Date(Date.parse(answer_by) - 1).toISOString());
    expect((await asking.show(id)).state).toBe('open');
    world.clock.set(answer_by);
    expect(await asking.show(id)).toMatchObject({ state: 'lapsed', ended_at: answer_by });
    for (const [step, body] of [
      ['consent', {}],
      ['refusal', { reason_code: 'law', tell_reason: false }],
      ['closing', {}],
    ] as const)
      expect(codeOf(await asking.step(id, step, body))).toBe('409 /problems/consent-request/over');
  });

  it('is answered once, by whoever comes first', async () => {
    const id = await constituents();
    const answers = await Promise.all([
      asking.step(id, 'consent'),
      asking.step(id, 'refusal', { reason_code: 'law', tell_reason: false }),
      asking.step(id, 'closing'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is refused with a reason that may be withheld: that it was refused is told', async () => {
    const [told, kept] = [await constituents(), await constituents()];
    const why = { reason_code: 'ongoing_investigation', reason: 'A case is open.' };
    await expected(201, asking.step(told, 'refusal', { ...why, tell_reason: true }));
    await expected(201, asking.step(kept, 'refusal', { ...why, tell_reason: false }));
    expect((await asking.show(told)).refusal).toEqual({ ...why, told: true });
    expect(await asking.show(kept)).toMatchObject({ state: 'refused', refusal: null });
    expect((await asking.show(kept, 'cncert-liaison')).refusal).toEqual({ ...why, told: false });
  });

  it('is tried with dry_run and repeated with an Idempotency-Key', async () => {
    const send = (query = '') =>
      world
        .as('pkcert-liaison')
        .post(`${PATH}${query}`)
        .send(asking.body(item, { scope: 'constituents', why: 'Once.' }));
    await expected(200, send('?dry_run=true'));
    const [first, second] = [
      await send().set('Idempotency-Key', 'consent-once'),
      await send().set('Idempotency-Key', 'consent-once'),
    ];
    // The same body: the clock stands still.
    expect([first.status, second.text]).toEqual([201, first.text]);
    const mine = (await asking.list('pkcert-analyst')).items.filter(({ why }) => why === 'Once.');
    expect(mine).toHaveLength(1);
  });

  it('tells the originator nothing of what waits when it tries its consent', async () => {
    const own = await asking.derived(item, 'Derived and hidden');
    const id = await asking.ask(item, { for: own });
    await asking.released(own);
    const tried = await world.as('cncert-liaison').post(`${PATH}/${id}/consent?dry_run=true`).send({});
    expect(tried.body).toMatchObject({ dry_run: true, teams: [], received: [] });
    expect((await asking.show(id)).state).toBe('open');
  });

  it('is on the record of both sides, with nothing in it that is one side’s own', async () => {
    const own = await asking.derived(item, 'Derived for the record');
    const change = {
      ...{ for: own, scope: 'teams', teams: ['dunmere'], teams_in_words: 'A partner of ours' },
      why: 'Why of the record',
    };
    const id = await asking.ask(item, change);
    await asking.consent(id);
    await expected(201, asking.step(id, 'withdrawal', { reason: 'Reason of the record' }));
    const rows = await world.owner.query<{ kind: string; audience: string; payload: string }[]>(
      `SELECT e.kind, p.audience, convert_from(p.payload, 'UTF8') AS payload FROM record_entry e
       JOIN record_payload p ON p.entry_id = e.id WHERE e.kind LIKE 'consent-request/%' ORDER BY e.at, e.id`,
    );
    const ours = rows.filter(({ payload }) => payload.includes(id));
    expect(ours.map(({ kind }) => kind)).toEqual([
      'consent-request/asked',
      'consent-request/granted',
      'consent-request/withdrawn',
    ]);
    const all = rows.filter(({ audience }) => audience !== `side:${world.organizations.pkcert}`);
    const told = all
      .filter(({ audience }) => !audience.includes(world.organizations.pkcert))
      .map(({ payload }) => payload)
      .join();
    expect(told).toContain('A partner of ours');
    expect(told).not.toMatch(/dunmere|Derived for the record/);
  });

  it('is listed page by page, the newest first', async () => {
    const whole = (await asking.list('pkcert-analyst')).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const answer = world.as('pkcert-analyst').get(`${PATH}?limit=3${cursor}`);
      const { items, next } = (await expected(200, answer)) as { items: Shown[]; next: string | null };
      paged.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(paged).toEqual(whole);
    expect(paged.length).toBeGreaterThan(6);
  });
});

describe('bad input', () => {
  it.each<[string, object, string]>([
    ['teams for everybody', { scope: 'public', teams: ['corvia'] }, 'teams'],
    ['words for partners', { scope: 'partners', teams_in_words: 'Somebody' }, 'teams_in_words'],
    ['no teams', { scope: 'teams' }, 'teams'],
    ['a team that is not there', { scope: 'teams', teams: ['nobody'] }, 'teams.0'],
    ['the own team', { scope: 'teams', teams: ['corvia', 'pkcert'] }, 'teams.1'],
    ['the originator', { scope: 'teams', teams: ['cncert'] }, 'teams.0'],
    ['a team twice', { scope: 'teams', teams: ['corvia', 'corvia'] }, 'teams'],
    ['another scope', { scope: 'some' }, 'scope'],
    ['no advisory', { scope: 'partners' }, 'for'],
    ['an advisory for constituents', { scope: 'constituents', for: 'PK-7QX4-M2F9-3' }, 'for'],
    ['an end that is over', { until: '2026-01-01T00:00:00Z' }, 'until'],
    ['an answer that is over', { answer_by: '2026-01-01T00:00:00Z' }, 'answer_by'],
    ['an answer that is far', { answer_by: '2199-01-01T00:00:00Z' }, 'answer_by'],
    ['no why', { why: undefined }, 'why'],
    ['an unknown field', { note: 'x' }, 'note'],
  ])('refuses %s', async (_, change, field) => {
    const answer = await asking.post(item, { scope: 'constituents', ...change });
    const { errors } = answer.body as { errors: { field: string }[] };
    expect([answer.status, errors.map((one) => one.field)]).toEqual([422, expect.arrayContaining([field])]);
  });

  it.each<[string, object, string]>([
    ['more than was asked', { scope: 'public' }, 'scope'],
    ['a team that was not asked for', { teams: ['dunmere'] }, 'teams.0'],
    ['longer than was asked', { until: '2199-01-01T00:00:00Z' }, 'until'],
    ['what is over', { until: '2026-01-01T00:00:00Z' }, 'until'],
  ])('refuses to consent to %s', async (_, body, field) => {
    const own = await asking.derived(item, 'Narrow');
    const id = await asking.ask(item, { for: own, scope: 'teams', teams: ['corvia'] });
    const answer = await asking.step(id, 'consent', body);
    const { errors } = answer.body as { errors: { field: string }[] };
    expect([answer.status, errors.map((one) => one.field)]).toEqual([422, [field]]);
  });
});
