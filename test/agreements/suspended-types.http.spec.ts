import { type Asker, everyone, type World } from '../cast';
import { part, PartsWorld } from '../disclosure/parts-world';
import { expected, type Sharing } from '../disclosure/sharing-world';
import { WhatIfDesk } from '../questions/what-if-asking';

const TYPES = {
  information_types: [
    { type: 'threat_report', tlp_ceiling: 'GREEN' },
    { type: 'indicator', tlp_ceiling: 'GREEN' },
  ],
};
const PATH = '/api/v1/agreements/PK-CN-T/suspensions';
const BODY = { information_types: ['indicator'], reason: 'breach of Art. 7' };
const ALL = ['A report', 'A report with an indicator', 'An indicator'];

interface Paused {
  pauses: { id: string; information_types: string[] | null; open: boolean }[];
  state: object;
}
interface Listed {
  items: { id: string; title: string }[];
}

describe('a suspension of information types', () => {
  let parts: PartsWorld;
  let sharing: Sharing;
  let world: World;
  let pause: string;
  let cursor: string;
  let ids: Map<string, string>;
  const received = async (asker: Pick<Asker, 'ask'>) =>
    ((await expected(200, asker.ask(world).get('/api/v1/advisories?limit=200'))) as Listed).items;
  const cncert = { ask: (of: World) => of.withKey('cncert') };
  const suspend = (body: object = {}, query = '') =>
    world
      .as('pkcert-liaison')
      .post(`${PATH}${query}`)
      .send({ ...BODY, ...body });

  beforeAll(async () => {
    parts = await PartsWorld.start();
    ({ sharing } = parts);
    ({ world } = sharing);
    await sharing.inForce('cncert', 'PK-CN-T', TYPES);
    await sharing.inForce('corvia', 'PK-XC-T', TYPES);
    await sharing.released('A report');
    await sharing.released('An indicator', { information_type: 'indicator' });
    await parts.released('A report with an indicator', [
      part('Seen', 'Beacons.'),
      part('Address', '192.0.2.1', { information_type: 'indicator' }),
    ]);
    ({ next: cursor } = await sharing.pull('cncert'));
    ids = new Map((await received(cncert)).map(({ id, title }) => [title, id]));
  });
  afterAll(() => world.close());

  it.each<[string, object, string]>([
    ['of none', { information_types: [] }, 'information_types'],
    ['of one that there is not', { information_types: ['rumour'] }, 'information_types'],
    ['of one twice', { information_types: ['indicator', 'indicator'] }, 'information_types'],
    ['of a word', { information_types: 'indicator' }, 'information_types'],
    ['of a number', { information_types: [1] }, 'information_types'],
  ])('%s is refused, and the field is named', async (_, body, field) => {
    const answer = await suspend(body);
    expect([answer.status, (answer.body as { errors: { field: string }[] }).errors[0]!.field]).toEqual([
      422,
      field,
    ]);
  });

  it('is what a stop never is', async () => {
    const body = { to: 'cncert', reason: 'drill', information_types: ['indicator'] };
    const answer = await world.as('pkcert-duty-officer').post('/api/v1/stops').send(body);
    expect([answer.status, (answer.body as { errors: object[] }).errors]).toMatchObject([
      422,
      [{ field: 'information_types', rule: 'whitelistValidation' }],
    ]);
    const [own] = await world.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_constraint WHERE conrelid = 'exchange_pause'::regclass
       AND pg_get_constraintdef(oid) LIKE '%information_types IS NULL%' AND pg_get_constraintdef(oid) LIKE '%suspension%'`,
    );
    expect(own!.n).toBe(1);
  });

  it('is tried first: whom it would take what from, and asked as a question', async () => {
    const tried = (await expected(200, suspend({}, '?dry_run=true'))) as {
      teams: { team: string; loses: { count: number } }[];
    };
    expect(tried.teams.map(({ team, loses }) => [team, loses.count])).toEqual([['cncert', 2]]);
    const query = { step: 'suspend', agreement: 'PK-CN-T', information_types: 'indicator' };
    const desk = new WhatIfDesk(world);
    expect(await desk.counts(query)).toMatchObject({
      information_types: ['indicator'],
      teams: [{ team: 'cncert', gains: 0, loses: 2, changes_parts: 0, changes_basis: 0 }],
    });
    expect((await desk.items(query)).map(({ change, title }) => `${change} ${title}`).sort()).toEqual([
      'loses A report with an indicator',
      'loses An indicator',
    ]);
    for (const wrong of ['rumour', '', 'indicator,indicator'])
      expect((await desk.ask({ ...query, information_types: wrong })).status).toBe(422);
    const end = await desk.ask({ step: 'end', agreement: 'PK-CN-T', information_types: 'indicator' });
    expect(end.body).toMatchObject({ errors: [{ field: 'information_types', rule: 'step' }] });
    expect((await received(cncert)).map(({ title }) => title).sort()).toEqual(ALL);
  });

  it('says its scope in the agreement, the list of pauses, /me and the record, and is not made twice', async () => {
    const made = (await expected(
      201,
      suspend({ information_types: ['indicator', 'malware_sample'] }),
    )) as Paused;
    expect(made.state).toMatchObject({
      suspended: 'partially',
      paused: [{ information_types: ['indicator', 'malware_sample'] }],
    });
    expect(made.pauses).toMatchObject([{ information_types: ['indicator', 'malware_sample'], open: true }]);
    pause = made.pauses[0]!.id;
    expect((await suspend({ information_types: ['malware_sample', 'indicator'] })).body).toMatchObject({
      type: '/problems/pause/open-already',
    });
    const listed = await expected(200, world.as('cncert-auditor').get('/api/v1/pauses?open=true'));
    expect(listed).toMatchObject({
      items: [{ id: pause, from: null, information_types: made.pauses[0]!.information_types }],
    });
    const me = (await expected(200, world.withKey('cncert').get('/api/v1/me'))) as {
      directions: { paused: boolean; pauses: object[]; in_words: string }[];
      missing: { code: string; sentence: string }[];
    };
    expect(me.directions).toMatchObject([
      { paused: false, pauses: [{ kind: 'suspension', information_types: ['indicator', 'malware_sample'] }] },
    ]);
    expect(me.directions[0]!.in_words).toContain('for indicators, samples of malware:');
    expect(me.missing.find(({ code }) => code === 'types-paused')!.sentence).toContain(
      'indicators, samples of malware are suspended since',
    );
    const said = await world.owner.query<{ text: string }[]>(
      `SELECT convert_from(p.payload, 'UTF8') AS text FROM record_entry e JOIN record_payload p ON p.entry_id = e.id
       WHERE e.kind = 'sharing-suspended'`,
    );
    expect(said.map(({ text }) => text).join()).toContain(
      '"information_types":["indicator","malware_sample"]',
    );
  });

  it('tells the partner once, takes nothing back, and hides what is of these types from its feed', async () => {
    const { told, next } = await sharing.pull('cncert', cursor);
    expect(told).toEqual(['notice sharing-paused']);
    const page = (await expected(200, world.withKey('cncert').get('/api/v1/feed').query({ cursor }))) as {
      items: object[];
    };
    expect(page.items).toMatchObject([
      { notice: 'sharing-paused', agreement: 'PK-CN-T', information_types: ['indicator', 'malware_sample'] },
    ]);
    expect((await sharing.pull('cncert')).told).toEqual(['added A report', 'notice sharing-paused']);
    await sharing.released('Another report');
    await sharing.released('Another indicator', { information_type: 'indicator' });
    expect((await sharing.pull('cncert', next)).told).toEqual(['added Another report']);
    cursor = next;
  });

  describe.each(everyone)('while it lasts, $name', (asker) => {
    it('is shown what is hers to see, and no more than what does not exist', async () => {
      const list = await asker.ask(world).get('/api/v1/advisories?limit=200');
      expect(list.status).toBe(200);
      const shown = {
        cncert: ['A report', 'Another report'],
        corvia: [...ALL, 'Another indicator', 'Another report'].sort(),
      }[asker.organization as string];
      expect((list.body as Listed).items.map(({ title }) => title).sort()).toEqual(shown ?? []);
      const read = (id: string) => asker.ask(world).get(`/api/v1/advisories/${id}`);
      const absent = await read('0b9e4c1a-0000-4000-8000-000000000000');
      for (const [title, id] of ids) {
        const answer = await read(id);
        const hers = asker.organization === 'cncert' && title === 'A report';
        expect([title, answer.status]).toEqual([title, hers ? 200 : absent.status]);
        if (!hers) expect(answer.text).toBe(absent.text);
      }
    });
  });

  it('is named as the reason, with its scope, to the owner who asks', async () => {
    const { items } = (await expected(
      200,
      world.as('pkcert-analyst').get('/api/v1/advisories?scope=own&limit=200'),
    )) as Listed;
    const own = items.find(({ title }) => title === 'A report with an indicator')!.id;
    const explained = await world
      .as('pkcert-releaser')
      .get(`/api/v1/decisions/explain?item=${own}&team=cncert`);
    expect([explained.status, explained.text]).toEqual([
      200,
      expect.stringContaining('of these information types nothing goes in this direction') as string,
    ]);
    expect(explained.text).toContain('"suspended_types":["indicator","malware_sample"]');
  });

  it('ends as every suspension does: nothing that was delivered is sent again, what was missed is', async () => {
    await sharing.resume(pause);
    const { told } = await sharing.pull('cncert', cursor);
    expect(told).toEqual(['added Another report', 'notice sharing-resumed', 'added Another indicator']);
    expect((await received(cncert)).map(({ title }) => title).sort()).toEqual(
      [...ALL, 'Another indicator', 'Another report'].sort(),
    );
    expect((await sharing.pull('cncert')).told.filter((line) => line.startsWith('added'))).toHaveLength(5);
  });

  it('of one direction with an end of its own is over by itself, and gives way to one of everything', async () => {
    const ends_at = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const { next } = await sharing.pull('cncert');
    await expected(201, suspend({ direction: { from: 'pkcert', to: 'cncert' }, ends_at }));
    const first = await sharing.pull('cncert', next);
    const { pauses } = (await expected(201, suspend({ information_types: null }))) as Paused;
    const whole = pauses.find(({ information_types, open }) => open && information_types === null)!.id;
    const second = await sharing.pull('cncert', first.next);
    await sharing.resume(whole);
    const third = await sharing.pull('cncert', second.next);
    // Each tells what is paused from then on: some, everything, some again.
    expect([first.told, second.told, third.told]).toEqual(Array(3).fill(['notice sharing-paused']));
    expect((await received(cncert)).map(({ title }) => title).sort()).toEqual(['A report', 'Another report']);
    world.clock.advance(3_600_000);
    expect((await sharing.pull('cncert', third.next)).told).toEqual(['notice sharing-resumed']);
    expect((await received(cncert)).length).toBe(5);
  });
});
