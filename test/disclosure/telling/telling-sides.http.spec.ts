import { addedToHouseLog, type Asker, everyone, expectedRefusal } from '../../cast';
import { Naming } from '../named-world';
import { expected, Sharing } from '../sharing-world';
import { EXCEPTIONS, Telephone, TELLINGS } from './telling-world';

let sharing: Sharing;
let phone: Telephone;
let shared: string;
let secret: string;
beforeAll(async () => {
  sharing = await Sharing.start();
  phone = new Telephone(sharing);
  await sharing.inForce('cncert', 'PK-CN-SIDES');
  await sharing.inForce('corvia', 'PK-XC-SIDES', { categories: ['fraud/phishing'] });
  shared = await sharing.released('For partners');
  secret = await sharing.released('Not for CNCERT', { audience: { include: ['corvia'] } });
  sharing.world.clock.advance(1000);
});
afterAll(() => sharing.world.close());

describe('who reads what was told', () => {
  it('both sides: that it was told, when, how, and under which clause; the other side no reasons and no names', async () => {
    const telling = await phone.told({ item: shared, person_name: 'A colleague at the hotline' });
    const [theirs] = (await phone.entries('cncert', 'told')).slice(-1);
    expect(theirs).toMatchObject({
      shared: {
        ...{ telling: telling.id, owner: 'pkcert', team: 'cncert', how: 'call', late: false },
        ...{ agreement: 'PK-CN-SIDES', terms_version: 1, clause: 'Art. 1', tlp: 'GREEN' },
      },
      content: { title: 'For partners' },
    });
    expect(JSON.stringify(theirs)).not.toMatch(/hotline|authorised|reasons/);
    expect(JSON.stringify(theirs)).not.toContain(shared);
    const [ours] = (await phone.entries('pkcert', 'told')).slice(-1);
    expect(ours!.own).toMatchObject({
      item: shared,
      authorised: true,
      person_name: 'A colleague at the hotline',
    });
  });

  it('the other side: of what it may not see only that something was told, so that a wrong choice of team tells nothing', async () => {
    const telling = await phone.told({ item: secret });
    expect(telling.authorised).toBe(false);
    const [theirs] = (await phone.entries('cncert', 'told')).slice(-1);
    expect(Object.keys(theirs!.shared).sort()).toEqual(
      ['agreement', 'clause', 'how', 'late', 'owner', 'team', 'telling', 'terms_version', 'told_at'].sort(),
    );
    expect([theirs!.shared.clause, theirs!.content, theirs!.own]).toEqual([null, null, null]);
    await phone.told({ about: 'What lies in no file.', tlp: 'AMBER' });
    const [unfiled] = (await phone.entries('cncert', 'told')).slice(-1);
    expect(JSON.stringify(unfiled)).not.toMatch(/no file|AMBER/);
    expect((await phone.entries('pkcert', 'told')).at(-1)!.own).toMatchObject({
      what: 'What lies in no file.',
    });
  });

  it('nobody but the own side, where there is no agreement', async () => {
    const houses = await addedToHouseLog(sharing.world, 'dunmere', () =>
      phone.told({ to: 'dunmere', item: shared }),
    );
    expect(houses).toEqual([]);
    expect((await phone.entries('pkcert', 'told')).at(-1)!.shared).toMatchObject({
      team: 'dunmere',
      clause: null,
    });
  });

  it('both sides: that it was corrected, and the own side why', async () => {
    const { id } = await phone.told({ item: shared });
    const said = { text: 'I had dialled the wrong number.', not_told: true };
    await expected(201, sharing.world.as('pkcert-liaison').post(`${TELLINGS}/${id}/corrections`).send(said));
    const [theirs] = (await phone.entries('cncert', 'told-corrected')).slice(-1);
    expect(theirs).toMatchObject({ shared: { telling: id, team: 'cncert', not_told: true }, own: null });
    expect((await phone.entries('pkcert', 'told-corrected')).at(-1)!.own).toMatchObject({ text: said.text });
  });
});

it('of an item of others is refused as of one that nobody has', async () => {
  const tell = (item: string) =>
    sharing.world
      .as('dunmere-liaison')
      .post(TELLINGS)
      .send({ to: 'corvia', how: 'call', told_at: sharing.world.clock.now().toISOString(), item });
  const [theirs, nobodys] = [await tell(shared), await tell('0b9e4c1a-0000-4000-8000-000000000000')];
  expect([theirs.status, theirs.text]).toEqual([422, nobodys.text]);
});

describe('having told somebody', () => {
  it('lets nothing be read, also not by who was told', async () => {
    const { world } = sharing;
    await phone.told({ item: secret });
    const rows = await world.owner.query<{ id: string; reference: string }[]>(
      `SELECT s.external_id AS id, r.reference FROM variant s JOIN item_reference r ON r.item_id = s.item_id AND r.team_id = s.team_id
       WHERE s.item_id = $1 AND s.team_id = $2`,
      [secret, world.organizations.cncert],
    );
    expect(rows).toHaveLength(1);
    for (const name of [rows[0]!.id, rows[0]!.reference])
      for (const path of ['', '/csaf'])
        for (const asker of everyone.filter(({ organization }) => organization === 'cncert'))
          await expected(404, asker.ask(world).get(`/api/v1/advisories/${name}${path}`));
    const feed = await world.withKey('cncert').get('/api/v1/feed');
    expect(feed.text).not.toContain('Not for CNCERT');
    expect(feed.text).not.toContain(rows[0]!.id);
  });

  it('counts for what flows under the agreement only where that let it go', async () => {
    const { world } = sharing;
    const flowed = async () =>
      (
        (await expected(200, world.as('cncert-liaison').get('/api/v1/me'))) as {
          directions: { counterpart: string; flowed: { versions: number } }[];
        }
      ).directions.find(({ counterpart }) => counterpart === 'pkcert')!.flowed.versions;
    const before = await flowed();
    await phone.told({
      item: await sharing.released('Another for Corvia', { audience: { include: ['corvia'] } }),
    });
    expect(await flowed()).toBe(before);
    await phone.told({ item: await sharing.released('Another for partners') });
    expect(await flowed()).toBe(before + 1);
  });

  it('does not keep a version from being served, when it may be', async () => {
    const { world } = sharing;
    const item = await sharing.released('Told before it was read');
    world.clock.advance(1000);
    await phone.told({ item });
    const feed = (await expected(200, world.withKey('cncert').get('/api/v1/feed'))) as {
      items: { event: string; item?: { id: string; title: string } }[];
    };
    const entry = feed.items.find((one) => one.item?.title === 'Told before it was read');
    expect(entry?.event).toBe('added');
    await expected(200, world.withKey('cncert').get(`/api/v1/advisories/${entry!.item!.id}`));
  });

  it('of RED needs the named person, whom the owner holds verified', async () => {
    const naming = await Naming.start();
    const telephone = new Telephone(naming.sharing);
    await naming.verify('cncert-duty-officer');
    const item = await naming.share('Of one', 'cncert-duty-officer');
    naming.world.clock.advance(1000);
    const person = naming.account('cncert-duty-officer');
    expect(await telephone.told({ item, person })).toMatchObject({ authorised: true, person });
    expect(await telephone.rules({ item })).toEqual(['D-16']);
    expect(await telephone.rules({ item, person_name: 'Zhao Wen' })).toEqual(['D-16']);
    const [first] = (await telephone.entries('cncert', 'told')).slice(0, 1);
    expect([first!.content, first!.shared.tlp]).toEqual([null, 'RED']);
    const line = await naming.world.as('cncert-duty-officer').get('/api/v1/named-items');
    expect(line.text).toContain('Of one');
    await naming.world.close();
  });
});

describe.each(everyone)('$name', (asker: Asker) => {
  const mine = asker.organization === 'pkcert';
  it('records what it told itself, or is refused', async () => {
    const refusal = expectedRefusal(asker, ['analyst', 'duty-officer', 'liaison']);
    const body = {
      to: 'cncert',
      how: 'call',
      told_at: sharing.world.clock.now().toISOString(),
      item: shared,
    };
    const { status } = await asker.ask(sharing.world).post(TELLINGS).send(body);
    // To CNCERT's people CNCERT is no other team, and to all others the item is none of theirs.
    expect(status).toBe(refusal ?? (mine ? 201 : 422));
  });

  it('reads what its own organization told, and nothing of others', async () => {
    const refusal = expectedRefusal(asker, ['person']);
    const { id } = await phone.told({ item: shared });
    const caller = asker.ask(sharing.world);
    expect((await caller.get(`${TELLINGS}/${id}`)).status).toBe(refusal ?? (mine ? 200 : 404));
    expect((await caller.get(`/api/v1/disclosures?item=${shared}`)).status).toBe(
      refusal ?? (mine ? 200 : 404),
    );
    for (const list of [TELLINGS, EXCEPTIONS]) {
      const { status, body } = await caller.get(list);
      expect(status).toBe(refusal ?? 200);
      if (status === 200) expect((body as { items: object[] }).items.length > 0).toBe(mine);
    }
    const correction = await caller
      .post(`${TELLINGS}/${id}/corrections`)
      .send({ text: 'Wrong.', not_told: false });
    const corrects = expectedRefusal(asker, ['analyst', 'duty-officer', 'liaison']);
    expect(correction.status).toBe(corrects ?? (mine ? 201 : 404));
  });
});
