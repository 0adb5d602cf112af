import { mergerLines } from '../../src/cli/merger-lines';
import { Instrument } from '../agreements/agreement-world';
import { everyone, houseLog, startWorld, type World } from '../cast';
import { create, merge, preview, reachOfAll } from './merging';

const organizations = '/api/v1/organizations';
const handling = {
  tlp: 'CLEAR',
  information_type: 'threat_report',
  categories: ['fraud/phishing'],
  sectors: ['energy'],
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
  // Something that some may see, so that a difference would show.
  await new Instrument(world, 'PK-CN-2026').draft();
  const draft = { title: 'Invented', summary: 'Nothing of this is so.', handling };
  const { body } = await world.as('pkcert-analyst').post('/api/v1/advisories').send(draft);
  await world
    .as('pkcert-releaser')
    .post(`/api/v1/advisories/${body.id as string}/release`)
    .send({ version: 1, public: true });
});
afterAll(() => world.close());

describe('the preview of a merger', () => {
  test('says what would end and move, and changes nothing', async () => {
    const before = await houseLog(world, 'energy');
    const looked = await preview(world, 'energy', 'telecom');
    expect(looked).toMatchObject({
      from: 'energy',
      into: 'telecom',
      faults: [],
      accounts: ['administrator@energy.example', 'analyst@energy.example'],
      constituents: [],
    });
    expect(looked.keys).toHaveLength(1);
    expect(mergerLines(looked).join('\n')).toContain('accounts that end: administrator@energy.example,');
    expect(await houseLog(world, 'energy')).toEqual(before);
    expect((await world.as('energy-analyst').get('/api/v1/me')).status).toBe(200);
  });

  test('says why it is not possible, and names what stands against it', async () => {
    const { faults } = await preview(world, 'pkcert', 'corvia');
    expect(faults).toContain('pkcert is tied to agreement PK-CN-2026');
    expect(faults).toContain('pkcert has advisories and incidents it owns (1)');
    expect(mergerLines(await preview(world, 'pkcert', 'corvia')).join('\n')).toContain(
      'not possible: pkcert',
    );
  });
});

describe('a merger', () => {
  let before: Record<string, string[]>;
  let listed: Map<string, string>;
  const lists = async (): Promise<Map<string, string>> => {
    const shown = new Map<string, string>();
    for (const asker of everyone.filter(({ organization }) => organization !== 'energy'))
      for (const list of ['advisories', 'agreements', 'incidents'])
        shown.set(`${asker.name} ${list}`, (await asker.ask(world).get(`/api/v1/${list}`)).text);
    return shown;
  };
  beforeAll(async () => {
    before = await reachOfAll(world);
    listed = await lists();
    await merge(world, 'energy', 'telecom');
  });

  test('widens and narrows what nobody may see', async () => {
    expect(await reachOfAll(world)).toEqual(before);
    expect(Object.values(before).flat().length).toBeGreaterThan(10);
    expect(await lists()).toEqual(listed);
  });

  test('lets the handle and the id lead to the survivor', async () => {
    const { body } = await world.withKey('corvia').get(`${organizations}/energy`);
    expect(body).toMatchObject({ handle: 'telecom', merged: ['energy'] });
    const id = world.organizations.energy;
    const [{ survivor }] = await world.owner.query('SELECT app.survivor($1) AS survivor', [id]);
    expect(survivor).toBe(world.organizations.telecom);
  });

  test('takes the one that ended off every list', async () => {
    for (const path of [organizations, `${organizations}/pkcert/constituents`]) {
      const { body } = await world.withKey('corvia').get(path);
      const handles = (body.items as { handle: string }[]).map(({ handle }) => handle);
      expect(handles).toContain('telecom');
      expect(handles).not.toContain('energy');
    }
  });

  test('never gives its handle again', async () => {
    const sent = { handle: 'energy', name: 'Another' };
    const { body } = await world.as('pkcert-administrator').post(organizations).send(sent);
    expect(body.type).toBe('/problems/organization/handle-taken');
  });

  test('ends its people and keys at once, each with a fact', async () => {
    for (const caller of [
      world.as('energy-administrator'),
      world.as('energy-analyst'),
      world.withKey('energy'),
    ])
      expect((await caller.get('/api/v1/me')).status).toBe(401);
    const departures = await world.owner.query(
      `SELECT d.recorded_by, d.reason FROM account_departure d JOIN account a ON a.id = d.account_id
       WHERE a.organization_id = $1`,
      [world.organizations.energy],
    );
    const fact = { recorded_by: null, reason: 'Merged into telecom' };
    expect(departures).toEqual([fact, fact]);
  });

  test('is on the record of both houses', async () => {
    const shared = { by: 'operator', from: 'energy', into: 'telecom', constituents: [] };
    const entry = { kind: 'organization/merged', shared };
    const ended = await houseLog(world, 'energy');
    expect(ended.slice(-4).map(({ kind }) => kind)).toEqual([
      'account/departed',
      'account/departed',
      'api-key/revoked',
      'organization/merged',
    ]);
    expect(ended.at(-1)).toEqual(entry);
    expect((await houseLog(world, 'telecom')).at(-1)).toEqual(entry);
  });

  test('leaves its name to the survivor and to nobody else', async () => {
    const named = { base: 0, name: 'Energy CERT (invented)' };
    const put = (handle: 'telecom' | 'banking') =>
      world.as(`${handle}-administrator`).put(`${organizations}/${handle}/profile`).send(named);
    expect((await put('banking')).body.type).toBe('/problems/organization/name-taken');
    expect((await put('telecom')).status).toBe(200);
  });

  test('is not done again, nor undone', async () => {
    await expect(merge(world, 'energy', 'banking')).rejects.toThrow(/energy was merged already/);
    await expect(merge(world, 'banking', 'energy')).rejects.toThrow(/energy was merged already/);
    await expect(world.owner.query('DELETE FROM organization_merger')).rejects.toThrow(/append-only/);
  });

  test.each([
    [
      'account',
      `INSERT INTO account (id, organization_id, email, name, password_hash, created_at)
       VALUES (gen_random_uuid(), $1, 'late@energy.example', 'Late', '$argon2id$', now())`,
    ],
    [
      'item',
      `INSERT INTO item (id, kind, owner_id, created_at, created_by)
       SELECT gen_random_uuid(), 'advisory', $1, now(), id FROM account LIMIT 1`,
    ],
  ])('leaves no %s to a request that was under way', async (_, sql) => {
    await expect(world.owner.query(sql, [world.organizations.energy])).rejects.toThrow(/was merged/);
  });
});

describe('the constituents of the one that ends', () => {
  test('stand below the survivor, and a chain of mergers leads to its end', async () => {
    for (const handle of ['arden', 'brook', 'cliff']) await create(world, handle, { country: 'XE' });
    await create(world, 'rail', { kind: 'sectoral-cert', parent: 'arden' });
    expect((await preview(world, 'arden', 'brook')).constituents).toEqual(['rail']);
    await merge(world, 'arden', 'brook');
    await merge(world, 'brook', 'cliff');
    const rail = await world.withKey('itu').get(`${organizations}/rail`);
    expect(rail.body.parent).toBe('cliff');
    const { body } = await world.withKey('itu').get(`${organizations}/arden`);
    expect(body).toMatchObject({ handle: 'cliff', merged: ['arden', 'brook'] });
  });
});
