import { Logger } from '@nestjs/common';
import { addedToHouseLog } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';
import { BARRED_FROM_PUBLIC, LAW, NOT_LET_IN, OverlayWork, PATH, WITHHELD_ABROAD } from './overlay-work';

type Told = Record<string, unknown>;

describe('a national overlay', () => {
  let sharing: Sharing;
  let overlay: OverlayWork;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    sharing = await Sharing.start();
    overlay = new OverlayWork(sharing.world);
    await sharing.inForce('cncert', 'PK-CN', {
      information_types: ['threat_report', 'incident_summary'].map((type) => ({
        type,
        tlp_ceiling: 'GREEN',
      })),
    });
  });
  beforeEach(() => faults.mockClear());
  // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
  afterEach(() => expect(faults).not.toHaveBeenCalled());
  afterEach(() => overlay.repeal());
  afterAll(() => sharing.world.close());
  const titles = async (team: 'cncert' | 'dunmere' | null): Promise<string[]> => {
    const caller = team ? sharing.world.withKey(team) : sharing.world.anonymous();
    const { items } = (await expected(200, caller.get('/api/v1/advisories?limit=200'))) as {
      items: { title: string }[];
    };
    return items.map(({ title }) => title);
  };
  const ask = async (path: string): Promise<Told> =>
    (await expected(200, sharing.world.as('pkcert-auditor').get(`/api/v1/decisions/${path}`))) as Told;
  const d18 = (explained: Told, basis: string): Told =>
    (explained.bases as { basis: string; verdicts: { rule: string }[] }[])
      .find((one) => one.basis === basis)!
      .verdicts.find(({ rule }) => rule === 'D-18')!;

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

  it('bars a release to the public, and its preview, with the law and the clause', async () => {
    await overlay.record([BARRED_FROM_PUBLIC]);
    const id = await sharing.draft('Not for everybody', { tlp: 'CLEAR' });
    const refused = (await expected(422, sharing.release(id, 1, true))) as { detail: string };
    expect(refused).toMatchObject({
      type: '/problems/release/national-overlay',
      errors: [{ field: 'public', rule: 'national-overlay' }],
    });
    expect(refused.detail).toBe(`${LAW}, § 5, bars it from release to the public.`);
    const preview = sharing.world
      .as('pkcert-releaser')
      .get(`/api/v1/decisions/preview?item=${id}&public=true`);
    expect(await expected(422, preview)).toMatchObject({ detail: refused.detail });
    await expected(201, sharing.release(id));
    expect(await titles('cncert')).toContain('Not for everybody');
    expect(await titles(null)).not.toContain('Not for everybody');
  });

  it('takes back what is public, leaves it to whom an agreement admits it, and gives it to everybody again', async () => {
    const id = await sharing.released('Public for a while', { tlp: 'CLEAR' }, true);
    const [everybody, partner, stranger] = [
      await sharing.pull(null),
      await sharing.pull('cncert'),
      await sharing.pull('dunmere'),
    ];
    for (const { told } of [everybody, partner, stranger]) expect(told).toContain('added Public for a while');
    await overlay.record([BARRED_FROM_PUBLIC]);
    expect(await titles(null)).not.toContain('Public for a while');
    expect(await titles('dunmere')).not.toContain('Public for a while');
    expect(await titles('cncert')).toContain('Public for a while');
    expect((await sharing.pull(null, everybody.next)).told).toEqual(['no_longer_shared']);
    expect((await sharing.pull('dunmere', stranger.next)).told).toEqual(['no_longer_shared']);
    expect((await sharing.pull('cncert', partner.next)).told).toEqual([
      'no_longer_shared',
      'added Public for a while',
    ]);
    expect(d18(await ask(`explain?item=${id}&team=public`), 'public')).toMatchObject({
      verdict: 'forbids',
      says: 'the originator’s law does not let it be public',
      compared: { side: 'originator', law: LAW, clause: '§ 5', own_overlay: await overlay.last() },
    });
    await overlay.repeal();
    expect(await titles(null)).toContain('Public for a while');
    expect((await sharing.pull(null, everybody.next)).told).toEqual(['added Public for a while']);
    expect((await sharing.pull('dunmere', stranger.next)).told).toEqual(['added Public for a while']);
    await sharing.withdraw(id);
  });

  it('says nothing to anybody who had no time to notice', async () => {
    await sharing.released('Public all the time', { tlp: 'CLEAR' }, true);
    const { next } = await sharing.pull('dunmere');
    await overlay.record([BARRED_FROM_PUBLIC]);
    await overlay.repeal();
    expect((await sharing.pull('dunmere', next)).told).toEqual([]);
    expect(await titles('dunmere')).toContain('Public all the time');
  });

  it('tells explain what it withholds under which clause and version, and replay what it did then', async () => {
    const id = await sharing.released('Explained', { information_type: 'incident_summary' });
    sharing.world.clock.advance(1000);
    const then = sharing.world.clock.now().toISOString();
    const { number, counts_from } = await overlay.record([
      { ...WITHHELD_ABROAD, information_types: ['incident_summary'] },
    ]);
    const compared = {
      side: 'originator',
      law: LAW,
      clause: '§ 12(2)',
      overlay_version: number,
      counts_from,
    };
    expect(d18(await ask(`explain?item=${id}&team=cncert`), 'grant')).toMatchObject({
      verdict: 'forbids',
      compared,
    });
    const replayed = await ask(`replay?item=${id}&team=cncert&at=${then}`);
    expect([replayed.released, d18(replayed, 'grant').verdict]).toEqual([true, 'passes']);
    await overlay.repeal();
    const again = await ask(`replay?item=${id}&team=cncert&at=${counts_from!}`);
    expect([again.released, d18(again, 'grant')]).toMatchObject([false, { compared }]);
    expect((await ask(`explain?item=${id}&team=cncert`)).released).toBe(true);
  });

  it('says in a preview whom it would withhold a version from, as a near miss', async () => {
    await overlay.record([{ ...WITHHELD_ABROAD, information_types: ['incident_summary'] }]);
    const id = await sharing.draft('Previewed', { information_type: 'incident_summary' });
    const { items } = (await ask(`preview?item=${id}`)) as { items: Told[] };
    expect(items[0]).toMatchObject({
      team: 'cncert',
      released: false,
      near_miss: { forbidding: [{ rule: 'D-18', compared: { clause: '§ 12(2)' } }] },
    });
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
        `SELECT d.decision -> 'verdicts' AS verdicts FROM disclosure d JOIN variant_version v ON v.id = d.variant_version_id
         JOIN item_version i ON i.id = v.item_version_id WHERE i.title = $1`,
        [title],
      );
      return row!.verdicts.filter(({ rule }) => rule === 'D-18');
    };
    const without = await verdictsOf('Disclosed without');
    await overlay.record([{ ...WITHHELD_ABROAD, information_types: ['malware_sample'] }]);
    expect(await verdictsOf('Disclosed with')).toEqual(without);
  });

  it('holds back from the recipient what its own law does not let in, and tells the originator no more than that', async () => {
    const id = await sharing.released('Not let in');
    const { next } = await sharing.pull('cncert');
    await overlay.record([NOT_LET_IN], 'cncert-liaison');
    expect((await sharing.pull('cncert', next)).told).toContain('no_longer_shared');
    expect(await titles('cncert')).not.toContain('Not let in');
    const explained = await ask(`explain?item=${id}&team=cncert`);
    expect(explained.released).toBe(false);
    expect(d18(explained, 'grant')).toMatchObject({ verdict: 'forbids', compared: { side: 'recipient' } });
    for (const told of [
      explained,
      await ask(`replay?item=${id}&team=cncert&at=${sharing.world.clock.now().toISOString()}`),
    ])
      for (const word of [LAW, NOT_LET_IN.clause, 'overlay_version', 'counts_from'])
        expect(JSON.stringify(told)).not.toContain(word);
    // One liaison officer alone lets nothing go.
    expect(await overlay.record([], 'cncert-liaison')).toMatchObject({ state: 'awaiting_confirmation' });
    expect(await titles('cncert')).not.toContain('Not let in');
  });
});
