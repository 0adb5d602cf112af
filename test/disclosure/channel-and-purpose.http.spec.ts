import { Logger } from '@nestjs/common';
import type { Response } from 'supertest';
import { everyone, type World } from '../cast';
import { plain } from './shared-world';
import { expected, Sharing } from './sharing-world';

interface Listed {
  items: { id: string; title: string }[];
}
const only = (type: string, change: object) => ({
  information_types: [{ type, tlp_ceiling: 'GREEN' }],
  ...change,
});
const purposes = (...permitted_purposes: string[]) => ({ obligations: { permitted_purposes } });

/** CNCERT/CC has one agreement for voice and the portal, and one for the web API and two purposes. */
let sharing: Sharing;
let world: World;
const own = new Map<string, string>();
const faults = jest.spyOn(Logger.prototype, 'error');
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-VOICE', only('threat_report', { channels: ['voice', 'portal'] }));
  await sharing.inForce(
    'cncert',
    'PK-CN-WEB',
    only('statistics', { channels: ['rest'], ...purposes('incident_response', 'statistics') }),
  );
  await sharing.inForce('corvia', 'PK-XC-ANY', only('threat_report', purposes('research')));
  own.set('By voice', await sharing.released('By voice'));
  own.set('By web', await sharing.released('By web', { information_type: 'statistics' }));
  own.set('Public', await sharing.released('Public', { tlp: 'CLEAR' }, true));
  world.clock.advance(1000);
});
beforeEach(() => faults.mockClear());
// A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
afterEach(() => expect(faults).not.toHaveBeenCalled());
afterAll(() => world.close());

type Team = 'cncert' | 'corvia';
const get = (team: Team, path: string, query: object = {}) => world.withKey(team).get(path).query(query);
const titles = async (team: Team, query: object = {}): Promise<string[]> =>
  ((await expected(200, get(team, '/api/v1/advisories', query))) as Listed).items
    .map(({ title }) => title)
    .toSorted();
const told = async (team: Team, purpose?: string): Promise<string[]> =>
  (await sharing.pull(team, undefined, 0, 1000, purpose)).told.map((line) => line.slice(6)).toSorted();
const externalId = async (team: Team, title: string): Promise<string> => {
  const [row] = await world.owner.query<{ id: string }[]>(
    'SELECT external_id AS id FROM variant WHERE item_id = $1 AND team_id = $2',
    [own.get(title), world.organizations[team]],
  );
  return row!.id;
};

test('feed and list hold what may leave by the web API, whatever the feed itself holds', async () => {
  expect(await told('cncert')).toEqual(['By web', 'Public']);
  expect(await titles('cncert')).toEqual(['By web', 'Public']);
  expect(await told('corvia')).toEqual(['By voice', 'Public']);
  // It is in the feed, so that another channel finds it there.
  expect(await externalId('cncert', 'By voice')).toBeDefined();
});

test.each([
  ['incident_response', ['By web', 'Public'], ['Public']],
  ['research', ['Public'], ['By voice', 'Public']],
  ['law_enforcement', ['Public'], ['Public']],
])('who says it is for %s gets what terms permit for that', async (purpose, cncert, corvia) => {
  for (const [team, wanted] of [
    ['cncert', cncert],
    ['corvia', corvia],
  ] as const) {
    expect(await titles(team, { purpose })).toEqual(wanted);
    expect(await titles(team, { purpose, text: 'by' })).toEqual(wanted.filter((one) => one !== 'Public'));
    expect(await told(team, purpose)).toEqual(wanted);
  }
});

test.each(['', '/csaf'])('a document%s that may not leave so is not there, byte for byte', async (form) => {
  const absent = '01900000-0000-7000-8000-000000000000';
  const read = (id: string, query: object = {}): PromiseLike<Response> =>
    get('cncert', `/api/v1/advisories/${id}${form}`, query);
  const hidden = await externalId('cncert', 'By voice');
  const shown = await externalId('cncert', 'By web');
  expect((await read(hidden)).status).toBe(404);
  const same = ({ text, ...rest }: ReturnType<typeof plain>, id: string) => ({
    ...rest,
    text: text.replaceAll(id, 'ID'),
  });
  expect(same(plain(await read(hidden)), hidden)).toEqual(same(plain(await read(absent)), absent));
  expect((await read(shown, { purpose: 'statistics' })).status).toBe(200);
  const refused = await read(shown, { purpose: 'research' });
  expect(same(plain(refused), shown)).toEqual(
    same(plain(await read(absent, { purpose: 'research' })), absent),
  );
});

test('the newest entry that a team is told of is one that may leave so', async () => {
  const newest = async () =>
    ((await expected(200, get('cncert', '/api/v1/me'))) as { feed: { newest_entry_at: string } }).feed
      .newest_entry_at;
  const before = await newest();
  await sharing.released('By voice, later');
  world.clock.advance(1000);
  expect(await newest()).toBe(before);
});

const ROUTES = [
  '/api/v1/feed',
  '/api/v1/advisories',
  '/api/v1/advisories/01900000-0000-7000-8000-000000000000',
  '/api/v1/advisories/01900000-0000-7000-8000-000000000000/csaf',
  '/api/v1/incidents',
  '/api/v1/incidents/01900000-0000-7000-8000-000000000000',
];
test.each(ROUTES)('%s refuses an unknown purpose, whoever asks', async (route) => {
  for (const { ask } of everyone)
    for (const query of ['purpose=gossip', 'purpose=', 'purpose=research&purpose=statistics']) {
      const { status, body } = await ask(world).get(`${route}?${query}`);
      expect([route, query, status]).toEqual([route, query, 422]);
      expect((body as { errors: { field: string }[] }).errors[0]).toMatchObject({ field: 'purpose' });
    }
});

test('a route that serves nothing takes none, and neither does a list of what is one’s own', async () => {
  expect((await get('cncert', '/api/v1/me', { purpose: 'research' })).status).toBe(422);
  const list = world.as('pkcert-analyst').get('/api/v1/advisories?scope=own&purpose=research');
  expect((await list).status).toBe(422);
});

test('a cursor is good for the purpose with which it was given', async () => {
  const { next } = await sharing.pull('cncert', undefined, 0, 1, 'statistics');
  const list = (await expected(200, get('cncert', '/api/v1/advisories', { limit: 1 }))) as { next: string };
  for (const [path, cursor, purpose, status] of [
    ['/api/v1/feed', next, 'statistics', 200],
    ['/api/v1/feed', next, 'incident_response', 400],
    ['/api/v1/feed', next, undefined, 400],
    ['/api/v1/advisories', list.next, undefined, 200],
    ['/api/v1/advisories', list.next, 'statistics', 400],
  ] as const) {
    const answer = await get('cncert', path, { cursor, purpose });
    expect([path, purpose, answer.status]).toEqual([path, purpose, status]);
  }
});

test('the link to the next page states the purpose again', async () => {
  const { headers } = await get('cncert', '/api/v1/advisories', { limit: 1, purpose: 'statistics' });
  expect(headers.link).toContain('purpose=statistics');
});

test('channel and purpose are kept with the transfer, and both sides read them in the record', async () => {
  await expected(200, get('cncert', '/api/v1/feed', { purpose: 'statistics' }));
  const rows = await world.owner.query<{ channel: string; purpose: string | null }[]>(
    'SELECT DISTINCT channel, purpose FROM transfer WHERE team_id = $1 ORDER BY purpose NULLS FIRST',
    [world.organizations.cncert],
  );
  expect(rows).toEqual([
    { channel: 'rest', purpose: null },
    { channel: 'rest', purpose: 'incident_response' },
    { channel: 'rest', purpose: 'law_enforcement' },
    { channel: 'rest', purpose: 'research' },
    { channel: 'rest', purpose: 'statistics' },
  ]);
  for (const side of ['pkcert-auditor', 'cncert-auditor'] as const) {
    const { items } = (await expected(200, world.as(side).get('/api/v1/logs'))) as {
      items: { id: string; agreement: string | null }[];
    };
    const log = items.find(({ agreement }) => agreement === 'PK-CN-WEB')!.id;
    const path = `/api/v1/logs/${log}/entries`;
    const lines = (await world.as(side).get(`${path}?format=jsonl`)).text.split('\n').filter(Boolean);
    const entries = lines.map(
      (line) => JSON.parse(line) as { kind: string; shared: Record<string, unknown> },
    );
    const transfers = entries.filter(({ kind }) => kind === 'transfer').map(({ shared }) => shared);
    expect(new Set(transfers.map(({ channel }) => channel))).toEqual(new Set(['rest']));
    expect(new Set(transfers.map(({ purpose }) => purpose))).toEqual(
      new Set([null, 'incident_response', 'statistics']),
    );
    const csv = (await world.as(side).get(`${path}?format=csv`)).text;
    expect(csv.split('\r\n')[0]).toContain(',channel,purpose,');
  }
});

test('the tables keep no other channel or purpose, and nothing leaves by none', async () => {
  const adding = (channel: string, purpose: string) =>
    world.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.channel', $1, true), set_config('app.purpose', $2, true)`, [
        channel,
        purpose,
      ]);
      await manager.query(
        `SELECT app.add_transfer(gen_random_uuid(), gen_random_uuid(), t.team_id, 'feed', t.at, t.api_key_id, NULL,
           t.body_sha256, t.log_id, gen_random_uuid(), '{}') FROM transfer t LIMIT 1`,
      );
    });
  await expect(adding('pigeon', '')).rejects.toThrow('transfer_channel_check');
  await expect(adding('rest', 'gossip')).rejects.toThrow('transfer_purpose_check');
  await expect(adding('', '')).rejects.toThrow('null value in column "channel"');
});
