import type { Response } from 'supertest';
import type { PersonKey, World } from '../cast';
import { DRAFT, PATH } from '../advisories/advisory-world';
import { grant, terms } from '../agreements/agreement-world';
import { LABELS, Sharing } from '../disclosure/sharing-world';
import { labels, work } from '../incidents/case-work';
import { asked, callerOf, inventoryOf, whoMay } from '../house/inventory';
import { wholeDatabase } from './whole-database';

interface Side {
  count: number;
  items: { id: string; type: string; version: number }[];
}
interface Found {
  dry_run: true;
  effective_at: string;
  teams: { team: string; gets: Side; loses: Side }[];
  received: { originator: string; loses: number }[];
}

const REASON = { reason: 'a reason of a test' };
const NONE: Side = { count: 0, items: [] };
const side = (id: string, version = 1, type = 'advisory'): Side => ({
  count: 1,
  items: [{ id, type, version }],
});

describe('dry_run=true', () => {
  let sharing: Sharing;
  let world: World;
  beforeAll(async () => {
    sharing = await Sharing.start();
    world = sharing.world;
    await sharing.inForce('cncert', 'PK-CN-DRY', {
      information_types: ['threat_report', 'incident_summary'].map((type) => ({
        type,
        tlp_ceiling: 'GREEN',
      })),
    });
  });
  afterAll(() => world.close());

  const draft = async (handling: object = LABELS): Promise<string> =>
    (
      (
        await world
          .as('pkcert-analyst')
          .post(PATH)
          .send({ ...DRAFT, handling })
      ).body as { id: string }
    ).id;
  const post = async (person: PersonKey, path: string, body: object, status = 201): Promise<Response> => {
    const answer = await world.as(person).post(path).send(body);
    if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer;
  };
  /** Tries a change, and makes sure that nothing at all was written. */
  const tried = async (person: PersonKey, path: string, body: object): Promise<Found> => {
    const before = await wholeDatabase(world);
    const answer = await post(person, `${path}?dry_run=true`, body, 200);
    expect(await wholeDatabase(world)).toEqual(before);
    expect([answer.headers.etag, answer.headers['cache-control']]).toEqual([undefined, 'no-store']);
    return answer.body as Found;
  };
  const release = (id: string) => `${PATH}/${id}/release`;

  it('tells what would become of each of many, and who would get what, and does nothing', async () => {
    const [good, red] = [await draft(), await draft({ ...LABELS, tlp: 'RED' })];
    const items = [good, red].map((id) => ({ id, version: 1 }));
    const path = `${PATH}/bulk/releases`;
    const found = (await tried('pkcert-releaser', path, { items })) as unknown as {
      results: { outcome: string }[];
      effect: Found;
    };
    expect(found.results.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect(found.effect).toMatchObject({
      dry_run: true,
      teams: [{ team: 'cncert', gets: side(good), loses: NONE }],
      received: [],
    });
    const allOrNone = (await tried('pkcert-releaser', path, { items, atomic: true })) as unknown as {
      effect: Found;
    };
    expect(allOrNone.effect.teams).toEqual([]);
    await post('pkcert-releaser', path, { items }, 200);
    world.clock.advance(1000);
    const withdrawn = (await tried('pkcert-releaser', `${PATH}/bulk/withdrawals`, {
      ids: [good],
      ...REASON,
    })) as unknown as { effect: Found };
    expect(withdrawn.effect.teams).toEqual([{ team: 'cncert', gets: NONE, loses: side(good) }]);
    await post('pkcert-releaser', `${PATH}/${good}/withdrawal`, REASON);
  });

  it('tells who would get a release, and releases nothing', async () => {
    const id = await draft();
    const found = await tried('pkcert-releaser', release(id), { version: 1 });
    expect(found).toEqual({
      dry_run: true,
      effective_at: world.clock.now().toISOString(),
      teams: [{ team: 'cncert', gets: side(id), loses: NONE }],
      received: [],
    });
    await post('pkcert-releaser', release(id), { version: 1 });
    const withdrawal = await tried('pkcert-releaser', `${PATH}/${id}/withdrawal`, REASON);
    expect(withdrawal.teams).toEqual([{ team: 'cncert', gets: NONE, loses: side(id) }]);
    await post('pkcert-releaser', `${PATH}/${id}/withdrawal`, REASON);
  });

  it('tells of a newer version as something to get, and of everybody once', async () => {
    const id = await draft({ ...LABELS, tlp: 'CLEAR' });
    await post('pkcert-releaser', release(id), { version: 1 });
    await post('pkcert-analyst', `${PATH}/${id}/versions`, { base: 1, title: 'Newer' });
    const found = await tried('pkcert-releaser', release(id), { version: 2 });
    expect(found.teams).toEqual([{ team: 'cncert', gets: side(id, 2), loses: NONE }]);
    const toAll = await tried('pkcert-releaser', release(id), { version: 2, public: true });
    expect(toAll.teams).toEqual([{ team: 'public', gets: side(id, 2), loses: NONE }]);
    await post('pkcert-releaser', `${PATH}/${id}/withdrawal`, REASON);
  });

  it('looks at the instant at which an embargo is over', async () => {
    const embargo_until = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const id = await draft({ ...LABELS, embargo_until });
    const found = await tried('pkcert-releaser', release(id), { version: 1 });
    expect([found.effective_at, found.teams.map(({ team }) => team)]).toEqual([embargo_until, ['cncert']]);
  });

  it('tells who would lose what while exchange is suspended, stopped, and when it ends', async () => {
    world.clock.advance(1000); // what was withdrawn before is out of sight now
    const id = await draft();
    await post('pkcert-releaser', release(id), { version: 1 });
    const agreement = '/api/v1/agreements/PK-CN-DRY';
    const later = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const changes: [PersonKey, string, object, string?][] = [
      ['pkcert-liaison', `${agreement}/suspensions`, REASON],
      ['pkcert-liaison', `${agreement}/suspensions`, { ...REASON, starts_at: later }, later],
      ['pkcert-duty-officer', '/api/v1/stops', { ...REASON, to: 'cncert' }],
      ['pkcert-liaison', `${agreement}/notice`, { effective_at: later }, later],
      ['pkcert-liaison', `${agreement}/end`, REASON],
    ];
    for (const [person, path, body, at] of changes) {
      const found = await tried(person, path, body);
      expect([path, found.teams]).toEqual([
        path,
        [
          {
            team: 'cncert',
            gets: NONE,
            loses: expect.objectContaining({
              items: expect.arrayContaining(side(id).items) as unknown,
            }) as unknown,
          },
        ],
      ]);
      expect([path, found.effective_at]).toEqual([path, at ?? world.clock.now().toISOString()]);
    }
    const theirs = await tried('cncert-liaison', `${agreement}/end`, REASON);
    expect(theirs).toMatchObject({ teams: [], received: [{ originator: 'pkcert', loses: 1 }] });
  });

  it('tells the originator what terms would let out, and not the receiver what it would get', async () => {
    const id = await draft({ ...LABELS, audience: { include: ['corvia'] } });
    await post('pkcert-releaser', release(id), { version: 1 });
    const terms = await sharing.unsigned('corvia', 'PK-XC-DRY', { reach_back: 'all' });
    await post('corvia-liaison', `${terms}/signatures`, {});
    const found = await tried('pkcert-liaison', `${terms}/entry-into-force`, {});
    expect(found.teams).toContainEqual({
      team: 'corvia',
      gets: expect.objectContaining({ items: expect.arrayContaining(side(id).items) as unknown }) as unknown,
      loses: NONE,
    });
    expect(await tried('corvia-liaison', `${terms}/entry-into-force`, {})).toMatchObject({
      teams: [],
      received: [],
    });
  });

  it('tries terms that are drafted or proposed, from which nothing follows yet', async () => {
    const said = terms({ grants: [grant('pkcert', 'cncert')] });
    const roles = ['signatory', 'operating_cert'];
    const parties = ['pkcert', 'cncert'].map((organization) => ({ organization, roles }));
    const body = { reference: 'PK-DRY-1', title: 'Of a test', kind: 'mou', parties, terms: said };
    for (const [path, sent] of [
      ['/api/v1/agreements', body],
      ['/api/v1/agreements/PK-CN-DRY/terms', said],
    ] as const)
      expect(await tried('pkcert-liaison', path, sent)).toMatchObject({ teams: [], received: [] });
  });

  it('tells of cases, too', async () => {
    const id = await work(world).open({
      handling: labels('partners'),
    });
    const found = await tried('pkcert-releaser', `/api/v1/incidents/${id}/release`, { version: 1 });
    expect(found.teams).toEqual([{ team: 'cncert', gets: side(id, 1, 'incident'), loses: NONE }]);
  });

  it('refuses what the change itself would be refused for, in the same words', async () => {
    const id = await draft({ ...LABELS, tlp: 'RED' });
    for (const [person, body] of [
      ['pkcert-releaser', { version: 1 }],
      ['pkcert-releaser', { version: 7 }],
      ['pkcert-analyst', { version: 1 }],
    ] as const) {
      const dry = await world
        .as(person)
        .post(`${release(id)}?dry_run=true`)
        .send(body);
      const wet = await world.as(person).post(release(id)).send(body);
      expect([dry.status, dry.text]).toEqual([wet.status, wet.text]);
      expect(dry.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('is no answer to keep: the change comes afterwards under the same key', async () => {
    const id = await draft();
    const keyed = (path: string) =>
      world.as('pkcert-releaser').post(path).set('Idempotency-Key', 'tried').send({ version: 1 });
    expect((await keyed(`${release(id)}?dry_run=true`)).status).toBe(200);
    expect((await keyed(release(id))).status).toBe(201);
    const { body } = await world.as('pkcert-analyst').get(`${PATH}/${id}`);
    expect((body as { released_version: number }).released_version).toBe(1);
  });

  it.each(['1', 'TRUE', '', 'yes', 'true&dry_run=true'])('refuses dry_run=%s everywhere', async (value) => {
    const routes = inventoryOf(world).filter(({ takes }) => takes.includes('dry_run'));
    expect(routes).toHaveLength(37);
    const may = await whoMay(world, routes);
    for (const route of routes) {
      const { status } = await callerOf(world, may, route)
        [route.method](`${asked(route.path)}?dry_run=${value}`)
        .send({});
      expect([route.name, status]).toEqual([route.name, 422]);
    }
  });
});
