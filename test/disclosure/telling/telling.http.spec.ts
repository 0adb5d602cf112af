import { Sharing, expected } from '../sharing-world';
import { ago, EXCEPTIONS, HOUR, Telephone, TELLINGS } from './telling-world';

let sharing: Sharing;
let phone: Telephone;
let shared: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  phone = new Telephone(sharing);
  await sharing.inForce('cncert', 'PK-CN-TOLD', { obligations: { retention_days: 30 } });
  await sharing.inForce('corvia', 'PK-XC-TOLD', { channels: ['rest'] });
  shared = await sharing.released('For partners');
  sharing.world.clock.advance(1000);
});
afterAll(() => sharing.world.close());
const disclosures = async (item: string) =>
  (
    (await expected(200, sharing.world.as('pkcert-auditor').get(`/api/v1/disclosures?item=${item}`))) as {
      items: { team: string; projection: string; basis: string; clause: string | null; at: string }[];
    }
  ).items;

describe('what was told by word of mouth', () => {
  it('rests on the clause that lets it go, with what it obliges to from when it was told', async () => {
    const told_at = ago(sharing.world, 0);
    const telling = await phone.told({ item: shared, told_at });
    expect(telling).toMatchObject({
      ...{ team: 'cncert', item: shared, version: 1, late: false, authorised: true, reasons: [] },
      cited: { basis: 'grant', agreement: 'PK-CN-TOLD', clause: 'Art. 1' },
      obligations: [{ rule: 'O-04', due: new Date(Date.parse(told_at) + 30 * 24 * HOUR).toISOString() }],
    });
    expect(await disclosures(shared)).toMatchObject([
      { team: 'cncert', projection: 'told', basis: 'grant', clause: 'Art. 1', at: told_at },
    ]);
  });

  it('is one disclosure, however often it is told, and an entry each time', async () => {
    const before = (await phone.entries('cncert', 'told')).length;
    const [one, other] = [
      await phone.told({ item: shared }),
      await phone.told({ item: shared, how: 'mail' }),
    ];
    expect(one.disclosure).toBe(other.disclosure);
    expect((await phone.entries('cncert', 'told')).length - before).toBe(2);
    expect((await disclosures(shared)).filter(({ projection }) => projection === 'told')).toHaveLength(1);
  });

  it('is unauthorised where the terms let nothing go that way, and where no agreement is', async () => {
    expect(await phone.rules({ to: 'corvia', item: shared })).toEqual(['D-12']);
    const nobody = await phone.told({ to: 'dunmere', item: shared });
    expect(nobody).toMatchObject({ authorised: false, cited: null, obligations: [] });
    expect(nobody.reasons).toMatchObject([{ rule: 'D-03', agreement: null }]);
    expect(await disclosures(shared)).toMatchObject([
      { team: 'dunmere', basis: 'none', clause: null },
      { team: 'corvia', basis: 'none', clause: null },
      { team: 'cncert', basis: 'grant' },
    ]);
  });

  it('is unauthorised of a draft, of what is above the ceiling, and of what is filed nowhere', async () => {
    expect(await phone.rules({ item: await sharing.draft('A draft') })).toContain('D-13');
    expect(await phone.rules({ item: await sharing.released('Above', { tlp: 'AMBER' }) })).toEqual(['D-04']);
    const unfiled = { about: 'Their mail server answers to a botnet.', tlp: 'GREEN' };
    const type = { information_type: 'threat_report' };
    expect(await phone.rules({ ...unfiled, ...type })).toEqual(
      expect.arrayContaining(['D-06', 'D-07', 'D-13']),
    );
  });

  it('of an embargo is unauthorised a millisecond before its end, and not at it', async () => {
    const { clock } = sharing.world;
    const end = new Date(clock.now().getTime() + 10_000).toISOString();
    const item = await sharing.released('Embargoed', { embargo_until: end });
    clock.advance(20_000);
    expect(await phone.rules({ item, told_at: new Date(Date.parse(end) - 1).toISOString() })).toEqual([
      'D-14',
    ]);
    expect(await phone.rules({ item, told_at: end })).toEqual([]);
  });

  it('is judged as things stood: what was stopped, or signed, afterwards changes nothing of it', async () => {
    const { clock } = sharing.world;
    const item = await sharing.released('Before a stop');
    clock.advance(1000);
    const before = ago(sharing.world, 0);
    clock.advance(1000);
    const pause = await sharing.stop('cncert');
    clock.advance(1000);
    expect(await phone.rules({ item, told_at: before })).toEqual([]);
    expect(await phone.rules({ item })).toEqual(['D-03']);
    const stopped = ago(sharing.world, 0);
    clock.advance(1000);
    await sharing.resume(pause);
    clock.advance(1000);
    expect(await phone.rules({ item, told_at: stopped })).toEqual(['D-03']);
    const early = ago(sharing.world, 1);
    await sharing.inForce('dunmere', 'PK-XD-TOLD', { reach_back: 'all' });
    expect(await phone.rules({ to: 'dunmere', item, told_at: early })).toEqual(['D-03']);
  });

  it('is late when it is recorded more than an hour after, not at the hour', async () => {
    const { clock } = sharing.world;
    const item = await sharing.released('Recorded late');
    clock.advance(2 * HOUR);
    expect((await phone.told({ item, told_at: ago(sharing.world, HOUR) })).late).toBe(false);
    const late = await phone.told({ item, told_at: ago(sharing.world, HOUR + 1) });
    expect(late).toMatchObject({ late: true, authorised: true });
    const { items } = (await expected(
      200,
      sharing.world.as('pkcert-liaison').get(`${EXCEPTIONS}?kind=told_late`),
    )) as { items: { id: string; kinds: string[] }[] };
    expect(items).toMatchObject([{ id: late.id, kinds: ['told_late'] }]);
  });

  it.each([
    [
      'the future',
      () => ({ told_at: new Date(sharing.world.clock.now().getTime() + 1).toISOString() }),
      'told_at',
    ],
    ['before the version', () => ({ told_at: '2020-01-01T00:00:00Z' }), 'told_at'],
    ['nothing', () => ({ item: undefined }), 'item'],
    ['two things', () => ({ about: 'Something else.', tlp: 'GREEN' }), 'item'],
    ['a label of an item', () => ({ tlp: 'GREEN' }), 'tlp'],
    ['no label', () => ({ item: undefined, about: 'Something else.' }), 'tlp'],
    ['no version of it', () => ({ version: 9 }), 'version'],
    ['the own team', () => ({ to: 'pkcert' }), 'to'],
    ['everybody', () => ({ to: 'public' }), 'to'],
    ['nobody there', () => ({ to: 'nobody' }), 'to'],
    ['a person of another team', () => ({ person: sharing.world.people['corvia-liaison'] }), 'person'],
    ['another’s item', () => ({ item: '0b9e4c1a-0000-4000-8000-000000000000' }), 'item'],
  ] as const)('refuses %s, and names the field', async (_, change, field) => {
    const { status, body } = await phone.ask({ item: shared, ...change() });
    const { errors } = body as { errors: { field: string }[] };
    expect([status, errors.map((one) => one.field)]).toEqual([422, [field]]);
  });

  it('is corrected beside what was recorded, which stays', async () => {
    const { id } = await phone.told({ item: shared });
    const path = `${TELLINGS}/${id}`;
    const said = { text: 'It was the other team.', not_told: true };
    await expected(201, sharing.world.as('pkcert-analyst').post(`${path}/corrections`).send(said));
    const after = await expected(200, sharing.world.as('pkcert-auditor').get(path));
    expect(after).toMatchObject({ authorised: true, corrections: [said] });
    const owner = sharing.world.owner;
    await expect(owner.query('UPDATE telling SET late = NOT late')).rejects.toThrow('append-only');
    await expect(owner.query('DELETE FROM telling_correction')).rejects.toThrow('append-only');
  });

  it('shows in a replay that it was told though nothing let it go', async () => {
    const item = await sharing.released('Not for Corvia', { audience: { include: ['cncert'] } });
    sharing.world.clock.advance(1000);
    await phone.told({ to: 'corvia', item });
    const { recorded, differences } = (await expected(
      200,
      sharing.world
        .as('pkcert-auditor')
        .get('/api/v1/decisions/replay')
        .query({ item, team: 'corvia', at: ago(sharing.world, 0) }),
    )) as { recorded: object; differences: { what: string; recorded: string; replayed: string }[] };
    expect(recorded).toMatchObject({ projection: 'told', basis: 'none', clause: null });
    expect(differences).toContainEqual({ what: 'released', recorded: 'true', replayed: 'false' });
  });
});
