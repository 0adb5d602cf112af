import { startWorld, type World } from '../cast';
import { expected, LABELS, Sharing, staffCncert } from '../disclosure/sharing-world';
import { grant, Instrument, terms } from './agreement-world';

const DAY = 86_400_000;
const REFERENCE = 'PK-CN-LIFE';
const PATH = `/api/v1/agreements/${REFERENCE}`;
const obligations = {
  acknowledge_within: { minutes: 60 },
  retention_days: 200,
  onward_sharing: 'with_prior_written_consent',
  destruction: { means: 'delete', certificate: true, logs_exempt: true },
  post_termination: { rule: 'destroy', days: 10 },
};
const way = (from: string, to: string, tlp_ceiling: string) =>
  grant(from, to, {
    information_types: [{ type: 'threat_report', tlp_ceiling }],
    ...{ categories: ['fraud'], obligations },
  });
const content = (tlp_ceiling: string) =>
  terms({
    grants: [way('pkcert', 'cncert', tlp_ceiling), way('cncert', 'pkcert', 'GREEN')],
    notice_days: 30,
  });

let world: World;
let sharing: Sharing;
let mou: Instrument;
/** Where CNCERT's tool has read to; it has a key and a cursor, and nothing else. */
let cursor: string | undefined;
beforeAll(async () => {
  world = await startWorld();
  sharing = Sharing.in(world);
  mou = new Instrument(world, REFERENCE);
  await staffCncert(world);
});
afterAll(() => world.close());

const now = () => world.clock.now().getTime();
const iso = (at: number) => new Date(at).toISOString();
const pull = async (): Promise<string[]> => {
  const { told, next } = await sharing.pull('cncert', cursor);
  cursor = next;
  return told;
};
const released = (title: string, handling: object = {}) =>
  sharing.released(title, { ...LABELS, audience: { include: ['cncert'] }, ...handling });
const owed = async (query: string) =>
  (
    (await expected(200, world.as('cncert-liaison').get(`/api/v1/obligations?${query}`))) as {
      items: { id: string; kind: string; state: string }[];
    }
  ).items;
/** CNCERT releases to PKCERT, which reads it; what PKCERT calls it. */
const given = async (title: string): Promise<string | undefined> => {
  const body = { title, summary: 'Of a test.', handling: { ...LABELS, audience: { include: ['pkcert'] } } };
  const { id } = (await expected(201, world.as('cncert-liaison').post('/api/v1/advisories').send(body))) as {
    id: string;
  };
  await expected(
    201,
    world.as('cncert-duty-officer').post(`/api/v1/advisories/${id}/release`).send({ version: 1 }),
  );
  world.clock.advance(1000);
  const { items } = (await expected(200, world.withKey('pkcert').get('/api/v1/advisories'))) as {
    items: { id: string; title: string }[];
  };
  return items.find((one) => one.title === title)?.id;
};

/** At every stage of its life a stranger finds neither the agreement nor anything under it. */
afterEach(async () => {
  for (const person of ['corvia-liaison', 'dunmere-liaison'] as const)
    expect((await world.as(person).get(PATH)).status).toBe(404);
  expect((await sharing.pull('corvia')).told).toEqual([]);
});

describe('an agreement lives', () => {
  it('as a draft that lets nothing go, nor once it is approved and one side has signed', async () => {
    await mou.draft({ terms: content('GREEN') });
    await released('Before anything was signed');
    expect(await pull()).toEqual([]);
    await expected(409, mou.post('cncert-liaison', 'terms/1/entry-into-force'));
    await mou.sign();
    expect(await pull()).toEqual([]);
    await mou.enter();
    expect((await mou.read()).state).toMatchObject({ in_force: true });
  });

  it('in force: what is released from then on goes, and is acknowledged by pulling on', async () => {
    await released('Of the first terms');
    expect(await pull()).toEqual(['added Of the first terms']);
    expect(await owed('kind=acknowledge')).toMatchObject([{ state: 'open' }]);
    expect(await pull()).toEqual([]);
    expect(await owed('kind=acknowledge')).toMatchObject([{ state: 'met' }]);
  });

  it('amended: what the first terms withheld goes under the second, which both sides signed', async () => {
    await released('Amber under the first', { tlp: 'AMBER+STRICT' });
    expect(await pull()).toEqual([]);
    await mou.done('pkcert-liaison', 'terms', content('AMBER+STRICT'));
    await mou.sign(2);
    expect(await pull()).toEqual([]);
    await mou.enter(2);
    await released('Amber under the second', { tlp: 'AMBER+STRICT' });
    expect(await pull()).toEqual(['added Amber under the second']);
  });

  it('suspended in part: the one direction stands still, the other goes on, and all comes back', async () => {
    const direction = { from: 'pkcert', to: 'cncert' };
    const { pauses } = (await mou.done('pkcert-liaison', 'suspensions', {
      ...{ direction, reason: 'A review of what leaves.' },
    })) as { pauses: { id: string }[] };
    expect(await pull()).toEqual(expect.arrayContaining(['notice sharing-paused']));
    await released('While it is suspended');
    expect(await pull()).toEqual([]);
    expect(await given('The other way')).toBeDefined();
    await sharing.resume(pauses.at(-1)!.id);
    const told = await pull();
    expect(told).toEqual(expect.arrayContaining(['notice sharing-resumed', 'added While it is suspended']));
  });

  it('with consent: what PKCERT makes of it for a third team waits for the word of its source', async () => {
    await sharing.inForce('dunmere', 'PK-XD-LIFE');
    const source = await given('Found by CNCERT');
    const handling = { ...LABELS, audience: { include: ['dunmere'] } };
    const body = { title: 'Made of it', summary: 'Of a test.', derived_from: source, handling };
    const drafted = (await expected(
      201,
      world.as('pkcert-analyst').post('/api/v1/advisories').send(body),
    )) as { id: string };
    const { id } = (await expected(
      201,
      world
        .as('pkcert-liaison')
        .post('/api/v1/consent-requests')
        .send({
          ...{ item: source, for: drafted.id, scope: 'teams', teams: ['dunmere'] },
          ...{ teams_in_words: 'A neighbour of ours', why: 'It is hit by the same.' },
          ...{ until: iso(now() + 9 * DAY), answer_by: iso(now() + DAY) },
        }),
    )) as { id: string };
    await sharing.release(drafted.id);
    expect((await sharing.pull('dunmere')).told).toEqual([]);
    await expected(201, world.as('cncert-liaison').post(`/api/v1/consent-requests/${id}/consent`).send({}));
    world.clock.advance(1000);
    await sharing.release(drafted.id);
    expect((await sharing.pull('dunmere')).told).toEqual(['added Made of it']);
  });

  it('under notice: nobody ends it sooner than its period, and until its end it lets go as before', async () => {
    await expected(409, mou.post('cncert-liaison', 'end', { reason: 'At once.' }));
    const ends = now() + 31 * DAY;
    await mou.done('cncert-liaison', 'notice', {
      effective_at: iso(ends),
      reason: 'Another one is planned.',
    });
    await released('Under notice');
    expect(await pull()).toContain('added Under notice');
    world.clock.set(iso(ends - 2000));
    await released('In its last second');
    expect(await pull()).toContain('added In its last second');
    world.clock.set(iso(ends));
    expect((await mou.read()).state).toMatchObject({ in_force: false });
    await released('After its end');
    expect(await pull()).toEqual(['notice agreement-ended']);
  });

  it('ended: what was received is to be destroyed, and a certificate closes that for both sides', async () => {
    expect(await owed('state=live&kind=destroy')).not.toEqual([]);
    await expected(
      201,
      world
        .as('cncert-liaison')
        .post('/api/v1/obligation-notices')
        .send({
          ...{ kind: 'destruction_certificate', agreement: REFERENCE, to: 'pkcert' },
          statement: 'All of it was deleted (invented).',
        }),
    );
    expect(await owed('state=live')).toEqual([]);
    const creditor = world.as('pkcert-liaison').get('/api/v1/obligations?side=owed_to_us&state=live');
    expect(((await expected(200, creditor)) as { items: object[] }).items).toEqual([]);
  });

  it('in the end as a report that both sides read alike, and a log that holds every step of it', async () => {
    const report = async (person: 'pkcert-liaison' | 'cncert-liaison', counterpart: string) =>
      (await expected(
        200,
        world.as(person).get(`${PATH}/report?counterpart=${counterpart}&from=2026-01-01&until=2027-01-01`),
      )) as { shared: { versions: number }; received: { versions: number } };
    const [ours, theirs] = [
      await report('pkcert-liaison', 'cncert'),
      await report('cncert-liaison', 'pkcert'),
    ];
    expect(theirs.received).toEqual(ours.shared);
    expect(theirs.shared).toEqual(ours.received);
    // The first terms', the second's, the suspended one, and two under notice; the other way two.
    expect([ours.shared.versions, ours.received.versions]).toEqual([5, 2]);
  });
});
