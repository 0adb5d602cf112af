import { Logger } from '@nestjs/common';
import { addedToHouseLog } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { LAW, NOT_LET_IN, OverlayWork, PATH, WITHHELD_ABROAD, titlesFor, TWO_TYPES } from './overlay-work';

describe('a national overlay', () => {
  let sharing: Sharing;
  let overlay: OverlayWork;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    sharing = await Sharing.start();
    overlay = new OverlayWork(sharing.world);
    await sharing.inForce('cncert', 'PK-CN', TWO_TYPES);
  });
  beforeEach(() => faults.mockClear());
  // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
  afterEach(() => expect(faults).not.toHaveBeenCalled());
  afterEach(() => overlay.repeal());
  afterAll(() => sharing.world.close());
  const titles = (team: 'cncert' | 'dunmere' | null) => titlesFor(sharing, team);

  it('takes back, from the next statement on, what it withholds, and says no more than that', async () => {
    await sharing.released('What the law stays');
    await sharing.released('Of another kind', { information_type: 'incident_summary' });
    const before = await sharing.pull('cncert');
    const read = sharing.world.withKey('cncert').get('/api/v1/advisories?text=stays');
    const { items } = (await expected(200, read)) as { items: { id: string }[] };
    const version = await overlay.record([WITHHELD_ABROAD]);
    expect(version).toMatchObject({ state: 'in_force', law: LAW, counts_until: null });
    expect(await titles('cncert')).toEqual(['Of another kind']);
    await expected(404, sharing.world.withKey('cncert').get(`/api/v1/advisories/${items[0]!.id}`));
    expect((await sharing.pull('cncert', before.next)).told).toEqual(['no_longer_shared']);
  });

  it('says whose law it is, where it stands and since when it is in force there, and counts no earlier for that', async () => {
    const body = {
      ...{ base: await overlay.last(), law: LAW, restrictions: [WITHHELD_ABROAD] },
      ...{ source: 'https://law.example/2024/12', effective_on: '1947-08-15' },
    };
    sharing.world.clock.advance(1000);
    const path = '/api/v1/overlay/versions';
    const recorded = await expected(201, sharing.world.as('pkcert-liaison').post(path).send(body));
    expect(recorded).toMatchObject({
      ...{ jurisdiction: 'PK', source: body.source, effective_on: '1947-08-15', state: 'in_force' },
      counts_from: sharing.world.clock.now().toISOString(),
    });
  });

  it('lets go again, once two people have said so, what agreements admit, under the same name', async () => {
    await sharing.released('Held back for a while');
    await overlay.record([WITHHELD_ABROAD]);
    const { next, told } = await sharing.pull('cncert');
    expect(told).not.toContain('added Held back for a while');
    const wider = await overlay.record([{ ...WITHHELD_ABROAD, information_types: ['indicator'] }]);
    expect(wider).toMatchObject({ state: 'awaiting_confirmation', counts_from: null });
    expect((await sharing.pull('cncert', next)).told).toEqual([]);
    expect(await overlay.confirm(wider.number)).toMatchObject({ state: 'in_force' });
    expect((await sharing.pull('cncert', next)).told).toContain('added Held back for a while');
  });

  it('is confirmed by somebody else, once, and only the last version is', async () => {
    await overlay.record([WITHHELD_ABROAD]);
    const { number } = await overlay.record([]);
    const confirm = (who: 'pkcert-liaison' | 'pkcert-second-liaison', wanted: number, status: number) =>
      expected(status, sharing.world.as(who).post(`${PATH}/${wanted}/confirmation`).send({}));
    expect(await confirm('pkcert-liaison', number, 403)).toMatchObject({
      type: '/problems/overlay/second-person',
    });
    expect(await confirm('pkcert-second-liaison', number - 1, 409)).toMatchObject({
      type: '/problems/overlay/counts-already',
    });
    await confirm('pkcert-second-liaison', number + 1, 404);
    const later = await overlay.record([WITHHELD_ABROAD, NOT_LET_IN]);
    expect(later).toMatchObject({ state: 'in_force' });
    expect(await confirm('pkcert-second-liaison', number, 409)).toMatchObject({
      type: '/problems/overlay/followed',
    });
    const never = await expected(200, sharing.world.as('pkcert-analyst').get(`${PATH}/${number}`));
    expect(never).toMatchObject({ state: 'never_counted', counts_from: null, counts_until: null });
    const { number: repeal } = await overlay.record([]);
    await overlay.confirm(repeal);
    expect(await confirm('pkcert-liaison', repeal, 409)).toMatchObject({
      type: '/problems/overlay/counts-already',
    });
  });

  it('builds on the version that was read', async () => {
    const body = { base: (await overlay.last()) + 1, law: LAW, restrictions: [] };
    const refused = await expected(409, sharing.world.as('pkcert-liaison').post(PATH).send(body));
    expect(refused).toMatchObject({ type: '/problems/overlay/changed' });
  });

  it('tells as a dry run what would no longer be shared, and changes nothing', async () => {
    const id = await sharing.released('Of a dry run', { information_type: 'incident_summary' });
    const restrictions = [{ ...WITHHELD_ABROAD, information_types: ['incident_summary'] }];
    const last = await overlay.last();
    const added = await addedToHouseLog(sharing.world, 'pkcert', async () => {
      const effect = (await overlay.record(restrictions, 'pkcert-liaison', '?dry_run=true')) as unknown as {
        teams: { team: string; loses: { count: number; items: { id: string }[] } }[];
      };
      expect(effect.teams.map(({ team }) => team)).toEqual(['cncert']);
      expect(effect.teams[0]!.loses.items.map((item) => item.id)).toContain(id);
    });
    expect([added, await overlay.last()]).toEqual([[], last]);
    expect(await titles('cncert')).toContain('Of a dry run');
    await overlay.record(restrictions);
    const { number } = await overlay.record([]);
    const dry = sharing.world.as('pkcert-second-liaison').post(`${PATH}/${number}/confirmation?dry_run=true`);
    const { teams } = (await expected(200, dry.send({}))) as {
      teams: { gets: { items: { id: string }[] } }[];
    };
    expect(teams[0]!.gets.items.map((item) => item.id)).toContain(id);
  });

  it('is written down with who recorded what, and who confirmed it, in the own house log alone', async () => {
    const theirs = await addedToHouseLog(sharing.world, 'cncert', async () => {
      const { people } = sharing.world;
      const entries = await addedToHouseLog(sharing.world, 'pkcert', async () => {
        await overlay.record([WITHHELD_ABROAD]);
        await overlay.repeal();
      });
      const version = (await overlay.last()) - 1;
      expect(entries).toMatchObject([
        {
          kind: 'overlay/recorded',
          shared: {
            by: people['pkcert-liaison'],
            version,
            law: LAW,
            counts: 'at once',
            restrictions: [{ clause: '§ 12(2)' }],
          },
        },
        { kind: 'overlay/recorded', shared: { version: version + 1, restrictions: [] } },
        { kind: 'overlay/confirmed', shared: { by: people['pkcert-second-liaison'], version: version + 1 } },
      ]);
    });
    expect(theirs).toEqual([]);
  });

  it('says on the record of a disclosure nothing of whether either side has one', async () => {
    const verdictsOf = async (title: string) => {
      await sharing.released(title);
      await sharing.pull('cncert');
      const [row] = await sharing.world.owner.query<{ verdicts: { rule: string; verdict: string }[] }[]>(
        `SELECT g.decision -> 'verdicts' AS verdicts FROM disclosure_grounds g JOIN disclosure d ON d.id = g.disclosure_id JOIN variant_version v ON v.id = d.variant_version_id
         JOIN item_version i ON i.id = v.item_version_id WHERE i.title = $1`,
        [title],
      );
      return row!.verdicts.filter(({ rule }) => rule === 'D-18');
    };
    const without = await verdictsOf('Disclosed without');
    await overlay.record([{ ...WITHHELD_ABROAD, information_types: ['malware_sample'] }]);
    expect(await verdictsOf('Disclosed with')).toEqual(without);
  });
});
