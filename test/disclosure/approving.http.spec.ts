import { type Asker, addedToHouseLog, everyone, expectedRefusal } from '../cast';
import { expected, Sharing } from './sharing-world';

const APPROVALS = '/api/v1/approvals';
const EVIDENCE = 'ab'.repeat(32);
interface Approval {
  id: string;
  level: string;
  counts_from: string | null;
}

let sharing: Sharing;
beforeAll(async () => {
  sharing = await Sharing.start();
  const both = ['signatory', 'operating_cert'];
  const { world } = sharing;
  await sharing.inForce('cncert', 'PK-CN-OFFICER', {
    release_approval: [{ tlp: 'GREEN', needs: 'duty_officer' }],
  });
  await sharing.inForce('corvia', 'PK-XC-FREE', { release_approval: [{ needs: 'none' }] });
  // With Dunmere the ministry is party, and approves.
  const path = '/api/v1/agreements/PK-XD-MINISTRY/terms/1';
  const grant = {
    ...{
      from: 'pkcert',
      to: 'dunmere',
      clause: 'Art. 2',
      categories: 'any',
      sectors: 'any',
      reach_back: 'all',
    },
    information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
    release_approval: [{ severity: 'high', needs: 'ministry' }],
  };
  const drafted = {
    ...{ reference: 'PK-XD-MINISTRY', title: 'Of a test', kind: 'mou', terms: { grants: [grant] } },
    parties: [
      { organization: 'moitt', roles: ['signatory'] },
      { organization: 'pkcert', roles: ['operating_cert'] },
      { organization: 'dunmere', roles: both },
    ],
  };
  await expected(201, world.as('moitt-liaison').post('/api/v1/agreements').send(drafted));
  await expected(201, world.as('moitt-liaison').post(`${path}/submission`).send({}));
  for (const side of ['moitt', 'dunmere'] as const)
    await expected(201, world.as(`${side}-liaison`).post(`${path}/signatures`).send({}));
  await expected(201, world.as('moitt-liaison').post(`${path}/entry-into-force`).send({}));
});
afterAll(() => sharing.world.close());

const approve = (body: object, by: 'pkcert-duty-officer' | 'pkcert-liaison' = 'pkcert-duty-officer') =>
  sharing.world
    .as(by)
    .post(APPROVALS)
    .send({ version: 1, level: 'duty_officer', ...body });
/** Who has an item of this title in its list. */
async function having(title: string): Promise<string[]> {
  const found: string[] = [];
  for (const team of ['cncert', 'corvia', 'dunmere'] as const) {
    const { text } = await sharing.world.withKey(team).get('/api/v1/advisories');
    if (text.includes(title)) found.push(team);
  }
  return found;
}
const tick = () => sharing.world.clock.advance(1000);

describe('an approval that the terms of one partner require', () => {
  it('keeps the release from that partner alone, and brings it to its feed when it is given', async () => {
    const { world } = sharing;
    const item = await sharing.released('Awaiting', { severity: 'low' });
    tick();
    expect(await having('Awaiting')).toEqual(['corvia', 'dunmere']);
    const before = (await expected(200, world.withKey('cncert').get('/api/v1/feed'))) as { next: string };
    tick();
    await expected(201, approve({ item }));
    const after = (await expected(
      200,
      world.withKey('cncert').get(`/api/v1/feed?cursor=${before.next}`),
    )) as {
      items: { event: string; item: { title: string } }[];
    };
    expect(after.items.map((one) => [one.event, one.item.title])).toEqual([['added', 'Awaiting']]);
  });

  it('is told before the release: who gets it, who does not, and what is missing', async () => {
    const item = await sharing.draft('Previewed', { severity: 'critical' });
    const preview = async () =>
      (
        (await expected(
          200,
          sharing.world.as('pkcert-releaser').get(`/api/v1/decisions/preview?item=${item}`),
        )) as {
          items: {
            team: string;
            released: boolean;
            near_miss: { forbidding: { rule: string; compared: { needs?: string } }[] } | null;
          }[];
        }
      ).items.map(({ team, released, near_miss: near }) => [
        ...[team, released, near?.forbidding.map(({ rule, compared }) => `${rule} ${compared.needs}`)],
      ]);
    expect(await preview()).toEqual([
      ['cncert', false, ['D-13 duty_officer']],
      ['corvia', true, undefined],
      ['dunmere', false, ['D-13 ministry']],
    ]);
    await expected(201, approve({ item }));
    expect((await preview())[0]).toEqual(['cncert', true, undefined]);
    await expected(201, sharing.release(item));
    tick();
    expect(await having('Previewed')).toEqual(['cncert', 'corvia']);
  });

  it('of a ministry counts from the confirmation of a second person on, and not a millisecond before', async () => {
    const { world } = sharing;
    const item = await sharing.released('For the ministry', { severity: 'high' });
    const said = { item, level: 'ministry', ministry: 'moitt', evidence_sha256: EVIDENCE };
    const { id, counts_from: none } = (await expected(201, approve(said, 'pkcert-liaison'))) as Approval;
    expect([none, await having('For the ministry')]).toEqual([null, ['corvia']]);
    const confirm = (by: 'pkcert-liaison' | 'pkcert-releaser') =>
      world.as(by).post(`${APPROVALS}/${id}/confirmation`).send({});
    expect((await confirm('pkcert-liaison')).status).toBe(403);
    tick();
    const { counts_from: from } = (await expected(201, confirm('pkcert-releaser'))) as Approval;
    expect((await confirm('pkcert-releaser')).status).toBe(409);
    tick();
    // It is as good as that of a duty officer where the ministry is party, and CNCERT's agreement is not among these.
    expect(await having('For the ministry')).toEqual(['corvia', 'dunmere']);
    const at = (milliseconds: number) => new Date(Date.parse(from!) + milliseconds).toISOString();
    for (const [instant, released] of [
      [at(-1), false],
      [at(0), true],
    ] as const)
      expect(
        await expected(
          200,
          world
            .as('pkcert-liaison')
            .get('/api/v1/decisions/replay')
            .query({ item, team: 'dunmere', at: instant }),
        ),
      ).toMatchObject({ released });
  });

  it('is of one version: the next waits for its own, and is told as no longer shared', async () => {
    const { world } = sharing;
    const item = await sharing.released('Twice', { severity: 'low' });
    await expected(201, approve({ item }));
    tick();
    const { next } = (await expected(200, world.withKey('cncert').get('/api/v1/feed'))) as { next: string };
    const change = { base: 1, title: 'Twice again' };
    await expected(201, world.as('pkcert-analyst').post(`/api/v1/advisories/${item}/versions`).send(change));
    await expected(201, sharing.release(item, 2));
    tick();
    const pulled = async (cursor: string) =>
      (
        (await expected(200, world.withKey('cncert').get(`/api/v1/feed?cursor=${cursor}`))) as {
          items: { event: string }[];
        }
      ).items.map(({ event }) => event);
    expect(await pulled(next)).toEqual(['no_longer_shared']);
    await expected(201, approve({ item, version: 2 }));
    tick();
    expect((await pulled(next)).at(-1)).toBe('added');
  });

  it('is given once by each duty officer, by no author, of the latest version, with what its level asks for', async () => {
    const item = await sharing.draft('Refused');
    const refused = async (change: object, by?: 'pkcert-liaison') => {
      const { status, body } = await approve({ item, ...change }, by);
      const { type, errors = [] } = body as { type: string; errors?: { field: string }[] };
      return [status, errors[0]?.field ?? type.replace('/problems/', '')];
    };
    await expected(201, approve({ item }));
    expect(await refused({})).toEqual([409, 'approval/already']);
    expect(await refused({ ministry: 'moitt' })).toEqual([422, 'ministry']);
    expect(await refused({ level: 'ministry', ministry: 'moitt', evidence_sha256: EVIDENCE })).toEqual([
      ...[403, 'approval/liaison'],
    ]);
    const liaison = 'pkcert-liaison';
    expect(await refused({}, liaison)).toEqual([403, 'approval/duty-officer']);
    expect(await refused({ level: 'ministry' }, liaison)).toEqual([422, 'ministry']);
    expect(await refused({ level: 'ministry', ministry: 'moitt' }, liaison)).toEqual([
      422,
      'evidence_sha256',
    ]);
    const of = { level: 'ministry', ministry: 'corvia', evidence_sha256: EVIDENCE };
    expect(await refused(of, liaison)).toEqual([422, 'ministry']);
    expect(await refused({ version: 2 })).toEqual([404, 'not-found']);
    expect(await refused({ item: '0b9e4c1a-0000-4000-8000-000000000000' })).toEqual([404, 'not-found']);
    await expect(
      sharing.world.owner.query(
        `INSERT INTO version_approval SELECT gen_random_uuid(), v.item_id, v.owner_id, v.id, 'duty_officer', NULL, NULL, now(), v.authors[1]
         FROM item_version v WHERE v.item_id = $1`,
        [item],
      ),
    ).rejects.toThrow('an author of a version may not approve it');
  });

  it('of a ministry is confirmed once of a version, however often it was recorded before', async () => {
    const item = await sharing.released('Recorded twice', { severity: 'high' });
    const said = { item, level: 'ministry', ministry: 'moitt', evidence_sha256: EVIDENCE };
    const recorded = async () => (await expected(201, approve(said, 'pkcert-liaison'))) as { id: string };
    const [one, two] = [await recorded(), await recorded()];
    const confirm = ({ id }: { id: string }) =>
      sharing.world.as('pkcert-second-liaison').post(`/api/v1/approvals/${id}/confirmation`);
    const answers = await Promise.all([confirm(one), confirm(two)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await approve(said, 'pkcert-liaison')).status).toBe(409);
    await expect(
      sharing.world.owner.query(
        `INSERT INTO version_approval_confirmation SELECT a.id, now() + interval '99 years', $2 FROM version_approval a
         WHERE a.item_id = $1 AND NOT EXISTS (SELECT 1 FROM version_approval_confirmation c WHERE c.approval_id = a.id)`,
        [item, sharing.world.people['pkcert-second-liaison']],
      ),
    ).rejects.toThrow('has to confirm');
  });

  it('is in the house log, and in no log that a partner reads', async () => {
    const item = await sharing.draft('On the record');
    const added = await addedToHouseLog(sharing.world, 'pkcert', async () => approve({ item }));
    expect(added).toMatchObject([
      { kind: 'version-approved', shared: { item, version: 1, level: 'duty_officer' } },
    ]);
  });
});

describe.each(everyone)('$name', (asker: Asker) => {
  it('approves and reads what is its own, and nothing of others', async () => {
    const item = await sharing.draft(`For ${asker.name}`);
    const caller = asker.ask(sharing.world);
    const mine = asker.organization === 'pkcert';
    const officer = asker.is.includes('duty-officer');
    const refusal = expectedRefusal(asker, ['duty-officer', 'liaison']);
    const { status } = await caller.post(APPROVALS).send({ item, version: 1, level: 'duty_officer' });
    expect(status).toBe(refusal ?? (mine ? (officer ? 201 : 403) : 404));
    const list = await caller.get(`${APPROVALS}?item=${item}`);
    expect(list.status).toBe(expectedRefusal(asker, ['person']) ?? (mine ? 200 : 404));
  });
});
