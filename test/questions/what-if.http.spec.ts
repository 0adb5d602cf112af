import { addedToHouseLog, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { wholeDatabase } from '../manners/whole-database';
import { RULES_VERSION } from '../../src/disclosure/rules/decide';
import { WhatIfDesk } from './what-if-asking';

const HOUR = 3_600_000;
const AMBER = { information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }], reach_back: 'all' };

describe('what if', () => {
  let sharing: Sharing;
  let world: World;
  let desk: WhatIfDesk;
  let green: string;
  const later = (millis: number) => new Date(world.clock.now().getTime() + millis).toISOString();
  const titles = async (query: object) =>
    (await desk.items(query)).map(({ team, change, title }) => `${team} ${change} ${title}`).sort();
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    desk = new WhatIfDesk(world);
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC');
    await sharing.unsigned('dunmere', 'PK-XD', { reach_back: 'all' });
    await sharing.released('For everybody', { tlp: 'CLEAR' }, true);
    green = await sharing.released('For partners');
    await sharing.released('For Corvia', { audience: { include: ['corvia'] } });
    await sharing.released('Amber', { tlp: 'AMBER' });
    await sharing.draft('A draft');
    await sharing.released('Embargoed', { embargo_until: later(HOUR) });
  });
  afterAll(() => world.close());

  it('the agreement ends: its receiver loses what rests on it alone, and nobody else does', async () => {
    const view = await desk.counts({ step: 'end', agreement: 'PK-CN' });
    expect(view).toEqual({
      step: 'end',
      agreement: 'PK-CN',
      terms: null,
      pause: null,
      from: null,
      to: null,
      information_types: null,
      effective_at: world.clock.now().toISOString(),
      until: null,
      rules_version: RULES_VERSION,
      teams: [{ team: 'cncert', gains: 0, loses: 1, changes_parts: 0, changes_basis: 0 }],
    });
    const [item, ...others] = await desk.items({ step: 'end', agreement: 'PK-CN' });
    const before = { basis: 'grant', agreement: 'PK-CN', terms_version: 1, clause: 'Art. 1' };
    expect([item, others]).toEqual([
      {
        team: 'cncert',
        change: 'loses',
        item: green,
        reference: expect.stringMatching(/^PK-/) as string,
        type: 'advisory',
        version: 1,
        title: 'For partners',
        tlp: 'GREEN',
        before,
        after: null,
      },
      [],
    ]);
  });

  it('terms that only others have yet to sign enter into force: gains are under their clause', async () => {
    const query = { step: 'enter', agreement: 'PK-XD', terms: 1 };
    expect(await titles(query)).toEqual(['dunmere gains For partners']);
    const [item] = await desk.items(query);
    expect([item!.before, item!.after?.agreement]).toEqual([null, 'PK-XD']);
  });

  it('an amendment that nobody has submitted enters into force: gains, and another basis for the rest', async () => {
    const path = '/api/v1/agreements/PK-CN/terms';
    const grant = { from: 'pkcert', to: 'cncert', clause: 'Art. 2', categories: 'any', sectors: 'any' };
    await expected(
      201,
      world
        .as('pkcert-liaison')
        .post(path)
        .send({ grants: [{ ...grant, ...AMBER }] }),
    );
    const query = { step: 'enter', agreement: 'PK-CN', terms: 2 };
    expect(await titles(query)).toEqual(['cncert changes_basis For partners', 'cncert gains Amber']);
    const changed = (await desk.items({ ...query, change: 'changes_basis' }))[0]!;
    expect([changed.before?.clause, changed.after?.clause]).toEqual(['Art. 1', 'Art. 2']);
    expect((await desk.counts(query)).teams).toEqual([
      { team: 'cncert', gains: 1, loses: 0, changes_parts: 0, changes_basis: 1 },
    ]);
  });

  it('a suspension of the other direction, or an end to come, is of the instant that is asked of', async () => {
    expect(await titles({ step: 'suspend', agreement: 'PK-CN', at: later(2 * HOUR) })).toEqual([
      'cncert loses Embargoed',
      'cncert loses For partners',
    ]);
    const direction = { step: 'suspend', agreement: 'PK-XC', from: 'pkcert', to: 'corvia' };
    expect(await titles(direction)).toEqual(['corvia loses For Corvia', 'corvia loses For partners']);
    const at = later(HOUR);
    expect((await desk.counts({ step: 'end', agreement: 'PK-XC', at })).effective_at).toBe(at);
  });

  it('a suspension with an end: of the instant that is asked of, while it would hold', async () => {
    const query = { step: 'suspend', agreement: 'PK-CN', until: later(3 * HOUR) };
    expect(await titles(query)).toEqual(await titles({ step: 'suspend', agreement: 'PK-CN' }));
    expect(await titles({ ...query, at: later(2 * HOUR) })).toHaveLength(2);
    const view = await desk.counts({ ...query, at: later(2 * HOUR) });
    expect([view.effective_at, view.until]).toEqual([later(2 * HOUR), later(3 * HOUR)]);
    const refusals = [
      { ...query, at: later(3 * HOUR) },
      { step: 'end', agreement: 'PK-CN', until: later(HOUR) },
    ].map(async (asked) => {
      const { status, body } = await desk.ask(asked);
      const { errors } = body as { errors: { field: string; rule: string }[] };
      return [status, ...errors.map(({ field, rule }) => `${field} ${rule}`)];
    });
    expect(await Promise.all(refusals)).toEqual([
      [422, 'until pause/interval'],
      [422, 'until step'],
    ]);
  });

  it('a stop: under whatever agreement', async () => {
    world.clock.advance(1000); // of two that admit the same, the earlier is cited
    await sharing.inForce('corvia', 'PK-XC-TWO', { reach_back: 'all' });
    const [lost, other] = await Promise.all([
      titles({ step: 'stop', to: 'corvia' }),
      desk.items({ step: 'end', agreement: 'PK-XC' }),
    ]);
    expect(lost).toEqual(['corvia loses For Corvia', 'corvia loses For partners']);
    // What the second agreement admits as well is not lost with the first.
    expect(other.map(({ change, after }) => [change, after?.agreement])).toEqual([
      ['changes_basis', 'PK-XC-TWO'],
      ['changes_basis', 'PK-XC-TWO'],
    ]);
  });

  it('a suspension or a stop ends: its receiver sees again what nothing else holds back', async () => {
    const pause = await sharing.suspend('PK-CN');
    const stop = await sharing.stop('cncert');
    const resumes = (id: string) => ({ step: 'resume', pause: id });
    expect(await titles(resumes(pause))).toEqual([]);
    expect((await desk.counts(resumes(stop))).teams).toMatchObject([{ team: 'cncert', gains: 0 }]);
    await sharing.resume(stop);
    world.clock.advance(1000);
    // Asked for, and not yet confirmed by a second person: nothing flows.
    const path = `/api/v1/pauses/${pause}/resumption`;
    await expected(201, world.as('pkcert-liaison').post(path).send({ reason: 'Over.' }));
    expect(await titles(resumes(pause))).toEqual(['cncert gains For partners']);
    expect(await new WhatIfDesk(world, 'cncert-liaison').counts(resumes(pause))).toMatchObject({
      pause,
      teams: [],
    });
    expect((await new WhatIfDesk(world, 'corvia-liaison').ask(resumes(pause))).status).toBe(404);
    await expected(201, world.as('pkcert-duty-officer').post(`${path}/confirmation`).send({}));
    for (const id of [pause, stop]) {
      const { status, body } = await desk.ask(resumes(id));
      expect([status, (body as { type: string }).type]).toEqual([409, '/problems/pause/over']);
    }
  });

  it('a suspension that has yet to begin never does: of the instant at which it would', async () => {
    const starts_at = later(HOUR);
    const body = { reason: 'Of a test.', starts_at };
    await expected(201, world.as('pkcert-liaison').post('/api/v1/agreements/PK-XC/suspensions').send(body));
    const { items } = (await expected(200, world.as('pkcert-liaison').get('/api/v1/pauses'))) as {
      items: { id: string }[];
    };
    const pause = items[0]!.id;
    const { effective_at } = await desk.counts({ step: 'resume', pause });
    expect(effective_at).toBe(starts_at);
    expect((await titles({ step: 'resume', pause })).length).toBeGreaterThan(0);
    await sharing.resume(pause);
  });

  it('of a team and of one kind of change alone, when that is asked', async () => {
    const query = { step: 'end', agreement: 'PK-CN' };
    expect(await titles({ ...query, team: 'corvia' })).toEqual([]);
    expect(await titles({ ...query, change: 'gains' })).toEqual([]);
    expect(await titles({ ...query, team: 'cncert', change: 'loses' })).toHaveLength(1);
  });

  it.each(['', '/items', '/csv'] as const)(
    'is written down, and nothing else is: what-if%s',
    async (part) => {
      const before = await wholeDatabase(world);
      const query = { step: 'enter', agreement: 'PK-XD', terms: 1 };
      const added = await addedToHouseLog(world, 'pkcert', () => desk.ask(query, part));
      const shown = { '': 'counts', '/items': 'items', '/csv': 'csv' }[part];
      expect(added).toEqual([
        {
          kind: 'decision-asked',
          shared: {
            ...{ question: 'what-if', ...query, at: world.clock.now().toISOString(), shown },
            ...{ person: world.people['pkcert-liaison'], through: 'rest' },
          },
        },
      ]);
      const after = await wholeDatabase(world);
      const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
      expect(changed.sort()).toEqual(['record_entry', 'record_payload']);
    },
  );

  it.each<[string, object, string]>([
    [
      'terms that entered into force',
      { step: 'enter', agreement: 'PK-CN', terms: 1 },
      'terms/entered-already',
    ],
    ['what is not in force', { step: 'suspend', agreement: 'PK-XD' }, 'agreement/not-in-force'],
    ['a team that is sent nothing', { step: 'stop', to: 'itu' }, 'pause/no-grant'],
  ])('is refused of %s, in the words of the step', async (_, query, code) => {
    const answer = await desk.ask(query);
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([409, `/problems/${code}`]);
  });
});
