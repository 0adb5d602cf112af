import { Logger } from '@nestjs/common';
import { expected, Sharing } from '../disclosure/sharing-world';
import {
  BARRED_FROM_PUBLIC,
  LAW,
  NOT_LET_IN,
  OverlayWork,
  WITHHELD_ABROAD,
  titlesFor,
  TWO_TYPES,
} from './overlay-work';

type Told = Record<string, unknown>;

describe('what a national overlay bars', () => {
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
  const ask = async (path: string): Promise<Told> =>
    (await expected(200, sharing.world.as('pkcert-auditor').get(`/api/v1/decisions/${path}`))) as Told;
  const d18 = (explained: Told, basis: string): Told =>
    (explained.bases as { basis: string; verdicts: { rule: string }[] }[])
      .find((one) => one.basis === basis)!
      .verdicts.find(({ rule }) => rule === 'D-18')!;

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
    // Nor does the table take it, whoever writes there.
    const written = sharing.world.owner.query(
      `INSERT INTO release (item_version_id, item_id, owner_id, released_at, released_by, public)
       SELECT id, item_id, owner_id, now(), $2, true FROM item_version WHERE item_id = $1`,
      [id, sharing.world.people['pkcert-releaser']],
    );
    await expect(written).rejects.toThrow('national law bars the release to the public');
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
