import { everyone, expectedRefusal, type PersonKey, type World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { EVIDENCE, inForce } from './agreement-world';

const ACTIVITIES = '/api/v1/activities';
const HOUR = 3_600_000;

let sharing: Sharing;
let world: World;
const at = (milliseconds: number) => new Date(world.clock.now().getTime() + milliseconds).toISOString();
const plan = (by: PersonKey, change: object = {}, reference = 'PK-CN-ACTS') =>
  world
    .as(by)
    .post(`/api/v1/agreements/${reference}/activities`)
    .send({
      ...{ kind: 'drill', title: 'Drill on a registry (invented)', place: 'Islamabad' },
      ...{ starts_at: at(HOUR), ends_at: at(2 * HOUR), time_zone: 'Asia/Karachi' },
      ...{ organizers: ['pkcert'], participants: ['cncert'], ...change },
    });
const post = async (by: PersonKey, id: string, what: string, body: object = {}) => {
  const answer = await world.as(by).post(`${ACTIVITIES}/${id}/${what}`).send(body);
  return [answer.status, (answer.body as { type?: string }).type?.replace('/problems/', '')];
};
interface Activity {
  id: string;
  state: string;
}

beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await inForce(world, 'PK-CN-ACTS');
  await sharing.inForce('cncert', 'PK-CN-SHARED');
});
afterAll(() => world.close());

describe('an activity', () => {
  let drill: Activity;
  beforeAll(async () => {
    drill = (await plan('pkcert-liaison')).body as Activity;
  });
  const state = async () =>
    ((await world.as('cncert-liaison').get(`${ACTIVITIES}/${drill.id}`)).body as Activity).state;

  it('is read by those whom it names, and by no other party, whoever of the cast asks', async () => {
    expect(drill).toMatchObject({ agreement: 'PK-CN-ACTS', state: 'planned', part: 'organizer' });
    for (const asker of everyone) {
      // MoITT and ITU are parties, too, and not named.
      const named = ['pkcert', 'cncert'].includes(asker.organization);
      const one = await asker.ask(world).get(`${ACTIVITIES}/${drill.id}`);
      const list = await asker.ask(world).get(`${ACTIVITIES}?agreement=PK-CN-ACTS`);
      const refused = expectedRefusal(asker, ['person']);
      expect([asker.name, one.status, list.status]).toEqual([
        asker.name,
        refused ?? (named ? 200 : 404),
        refused ?? 200,
      ]);
      if (!refused) expect([asker.name, list.text.includes(drill.id)]).toEqual([asker.name, named]);
    }
  });

  it('stands in the log of those whom it names, without its title', async () => {
    const { items } = (await world.as('cncert-auditor').get('/api/v1/logs')).body as {
      items: { id: string; agreement: string | null }[];
    };
    const { id } = items.find(({ agreement }) => agreement === 'PK-CN-ACTS')!;
    const { text } = await world.as('cncert-auditor').get(`/api/v1/logs/${id}/pages`);
    expect(text).toContain('activity-planned');
    expect(text).not.toContain('registry');
  });

  it('is done once it is over, to the millisecond, by an organizer and once; evidence comes from any who is named', async () => {
    expect(await post('pkcert-liaison', drill.id, 'evidence', { text: 'Too early' })).toEqual([
      409,
      'activity/not-done',
    ]);
    world.clock.advance(2 * HOUR - 1);
    expect(await state()).toBe('under_way');
    expect(await post('pkcert-liaison', drill.id, 'completion')).toEqual([409, 'activity/not-yet']);
    world.clock.advance(1);
    expect(await state()).toBe('over');
    expect(await post('cncert-liaison', drill.id, 'completion')).toEqual([403, 'activity/not-organizer']);
    expect(await post('pkcert-liaison', drill.id, 'completion')).toEqual([201, undefined]);
    expect(await post('pkcert-liaison', drill.id, 'cancellation', { reason: 'Too late.' })).toEqual([
      409,
      'activity/over',
    ]);
    expect(
      await post('cncert-liaison', drill.id, 'evidence', { text: 'What we learnt', sha256: EVIDENCE }),
    ).toEqual([201, undefined]);
    const { body } = await world.as('pkcert-analyst').get(`${ACTIVITIES}/${drill.id}`);
    expect(body).toMatchObject({
      state: 'done',
      evidence: [{ text: 'What we learnt', sha256: EVIDENCE, by: 'cncert' }],
    });
  });

  it('is called off with a reason that all who are named read', async () => {
    const { id } = (await plan('cncert-liaison', { organizers: ['cncert'], participants: ['pkcert'] }))
      .body as Activity;
    expect(await post('pkcert-liaison', id, 'cancellation', { reason: 'Not ours.' })).toEqual([
      403,
      'activity/not-organizer',
    ]);
    expect(await post('cncert-liaison', id, 'cancellation', { reason: 'A typhoon.' })).toEqual([
      201,
      undefined,
    ]);
    expect((await world.as('pkcert-analyst').get(`${ACTIVITIES}/${id}`)).body).toMatchObject({
      state: 'cancelled',
      reason: 'A typhoon.',
    });
  });

  it('is of an agreement that lets nothing go, too', async () => {
    const parties = [
      { organization: 'moitt', roles: ['signatory'] },
      { organization: 'itu', roles: ['signatory'] },
    ];
    const drafted = await world
      .as('moitt-liaison')
      .post('/api/v1/agreements')
      .send({
        ...{
          reference: 'PK-ITU-ACTS',
          title: 'Acceleration centre (invented)',
          kind: 'host_or_capacity_agreement',
        },
        ...{ parties, terms: { grants: [] } },
      });
    expect(drafted.status).toBe(201);
    const training = { kind: 'training', organizers: ['moitt'], participants: ['itu'] };
    const { status, body } = await plan('moitt-liaison', training, 'PK-ITU-ACTS');
    expect(status).toBe(201);
    expect((await world.as('itu-liaison').get(`${ACTIVITIES}/${(body as Activity).id}`)).status).toBe(200);
    expect((await world.as('pkcert-liaison').get(`${ACTIVITIES}/${(body as Activity).id}`)).status).toBe(404);
  });
});

describe('planning', () => {
  it.each<[string, object, string, string]>([
    [
      'without the own organization',
      { organizers: ['cncert'], participants: [] },
      'organizers',
      'own-organizer',
    ],
    ['with who is no party', { participants: ['dunmere'] }, 'participants', 'party'],
    ['with who is nobody', { participants: ['nobody'] }, 'participants', 'party'],
    ['with one in both parts', { participants: ['pkcert'] }, 'participants', 'named-once'],
    ['that ends as it begins', { ends_at: '2026-01-01', starts_at: '2026-01-01' }, 'ends_at', 'order'],
    ['in no zone that there is', { time_zone: '+05:00' }, 'time_zone', 'time-zone'],
  ])('%s is refused', async (_, change, field, rule) => {
    const { status, body } = await plan('pkcert-liaison', change);
    expect([status, body.errors]).toMatchObject([422, [{ field, rule }]]);
  });

  it('under an agreement of others is what is not there', async () => {
    for (const reference of ['PK-CN-ACTS', 'PK-CN-NOWHERE'])
      expect((await plan('dunmere-liaison', { organizers: ['dunmere'] }, reference)).status).toBe(404);
  });
});

it('lists what touches an interval, of a kind, page by page', async () => {
  await plan('pkcert-liaison', { kind: 'visit', starts_at: '2027-05-01', ends_at: '2027-05-02' });
  const list = async (query: string) =>
    (await world.as('pkcert-analyst').get(`${ACTIVITIES}?${query}`)).body as {
      items: { kind: string }[];
      next: string | null;
    };
  expect((await list('from=2027-05-02&until=2028-01-01')).items).toEqual([]);
  expect((await list('from=2027-05-01&until=2027-05-02')).items).toMatchObject([{ kind: 'visit' }]);
  const [first] = [await list('limit=1&kind=drill')];
  expect(first).toMatchObject({ items: [{ kind: 'drill' }] });
  expect(
    (await list(`limit=50&kind=drill&cursor=${encodeURIComponent(first.next!)}`)).items.length,
  ).toBeGreaterThan(0);
});

it('grants nothing: with whatever activities, every team receives and is judged as before', async () => {
  await sharing.released('For the partner (invented)');
  await sharing.draft('Not released (invented)');
  const seen = async () => {
    const feeds = [];
    for (const team of ['cncert', 'corvia', 'itu', 'dunmere'] as const) {
      const { body } = await world.withKey(team).get('/api/v1/advisories?limit=200');
      const me = await world.withKey(team).get('/api/v1/me');
      feeds.push([team, (body as { items: unknown[] }).items, me.body.directions]);
    }
    return feeds;
  };
  await seen();
  const before = await seen();
  expect(before[0]![1]).toHaveLength(1);
  for (const kind of ['training', 'joint_research', 'assistance_given'])
    expect((await plan('pkcert-liaison', { kind, participants: ['cncert', 'itu', 'moitt'] })).status).toBe(
      201,
    );
  expect(await seen()).toEqual(before);
});
