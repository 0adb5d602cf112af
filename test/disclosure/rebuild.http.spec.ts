import { Logger } from '@nestjs/common';
import { addedToHouseLog } from '../cast';
import { rebuild, weighedAnew } from './rebuilding';
import { expected, Sharing } from './sharing-world';

const AMBER = { information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }] };

/** The rules are the same here; what they weigh is another, which comes to the same. */
describe('after a rebuild of the entitlements', () => {
  let sharing: Sharing;
  const faults = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  beforeAll(async () => {
    sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC');
    await sharing.inForce('corvia', 'PK-XC-2', AMBER);
    await sharing.inForce('dunmere', 'PK-XD', AMBER);
  });
  beforeEach(() => faults.mockClear());
  afterAll(() => sharing.world.close());
  const list = async (team: 'cncert' | 'corvia' | 'dunmere') =>
    (
      (await expected(200, sharing.world.withKey(team).get('/api/v1/advisories?limit=200'))) as {
        items: { id: string; title: string }[];
      }
    ).items;
  const titles = async (team: 'cncert' | 'corvia' | 'dunmere') =>
    (await list(team)).map(({ title }) => title);
  const idFor = async (team: 'cncert' | 'corvia' | 'dunmere', wanted: string) =>
    (await list(team)).find(({ title }) => title === wanted)!.id;

  it('who had it is told that it is no longer shared; before, the gate withheld it already', async () => {
    const id = await sharing.released('Admitted by former rules');
    const { next } = await sharing.pull('cncert');
    const theirs = await idFor('cncert', 'Admitted by former rules');
    await weighedAnew(sharing.world, id, 'AMBER');
    const { world } = sharing;
    expect((await sharing.pull('cncert')).told).not.toContain('added Admitted by former rules');
    expect(await titles('cncert')).not.toContain('Admitted by former rules');
    await expected(404, world.withKey('cncert').get(`/api/v1/advisories/${theirs}`));
    await expected(404, world.withKey('cncert').get(`/api/v1/advisories/${theirs}/csaf`));
    expect(faults).toHaveBeenCalled();

    faults.mockClear();
    const entries = await addedToHouseLog(world, 'pkcert', () => rebuild(world));
    expect((await sharing.pull('cncert', next)).told).toEqual(['no_longer_shared']);
    expect((await sharing.pull('cncert')).told).not.toContain('added Admitted by former rules');
    await expected(404, world.withKey('cncert').get(`/api/v1/advisories/${theirs}`));
    expect(await titles('dunmere')).toContain('Admitted by former rules');
    expect(faults).not.toHaveBeenCalled();
    const counts = { by: 'operator', versions: 1, gained: 0, lost: 2, kept: 2 };
    expect(entries).toEqual([
      { kind: 'entitlements/rebuilt', shared: { ...counts, rules_version: expect.any(Number) as number } },
    ]);
  });

  it('what the rules admit now comes into the feed, and what never was served goes without a word', async () => {
    const [gained, lost] = [
      await sharing.released('Admitted now', { tlp: 'AMBER' }),
      await sharing.released('Never served'),
    ];
    const { next } = await sharing.pull('dunmere');
    await weighedAnew(sharing.world, gained, 'GREEN');
    await weighedAnew(sharing.world, lost, 'AMBER+STRICT');
    const [told] = await rebuild(sharing.world);
    expect([told!.gained, told!.lost]).toEqual([2, 4]);
    const { world } = sharing;
    expect((await sharing.pull('cncert')).told).toEqual(expect.arrayContaining(['added Admitted now']));
    expect((await sharing.pull('cncert')).told).not.toContain('added Never served');
    expect((await sharing.pull('dunmere', next)).told).toEqual(['no_longer_shared']);
    expect(await rebuild(world)).toEqual([]);
    expect(faults).not.toHaveBeenCalled();
  });

  it.each([
    ['PK-XC', 'comes in anew under that one'],
    ['PK-XC-2', 'stays under that one'],
  ])(
    'what came in under %s, and another agreement admits still, %s, and hides with it',
    async (came, does) => {
      // It comes in under the one that is not suspended then.
      const other = await sharing.suspend(came === 'PK-XC' ? 'PK-XC-2' : 'PK-XC');
      const title = `Under two agreements ${does}`;
      const id = await sharing.released(title);
      await sharing.pull('corvia');
      await sharing.resume(other);
      const { next } = await sharing.pull('corvia');
      const paused = await sharing.suspend('PK-XC-2');
      await weighedAnew(sharing.world, id, 'AMBER');
      await rebuild(sharing.world);
      const during = await sharing.pull('corvia', next);
      expect(during.told).toEqual(['notice sharing-paused']);
      expect(await titles('corvia')).not.toContain(title);
      await sharing.resume(paused);
      const after = await sharing.pull('corvia', during.next);
      const anew = does === 'comes in anew under that one' ? [`updated ${title}`] : [];
      expect(after.told.toSorted()).toEqual(['notice sharing-resumed', ...anew]);
      expect(await titles('corvia')).toContain(title);
      expect((await sharing.pull('corvia', after.next)).told).toEqual([]);
      expect(faults).not.toHaveBeenCalled();
    },
  );

  it('who was still to be told of the end of a direction is told', async () => {
    const id = await sharing.released('Of a direction that ends');
    const { next } = await sharing.pull('cncert');
    const had = (await titles('cncert')).length;
    expect(had).toBeGreaterThan(1);
    await sharing.amend('cncert', 'PK-CN', 2, { from: 'cncert', to: 'pkcert' });
    sharing.world.clock.advance(1000);
    await weighedAnew(sharing.world, id, 'AMBER');
    await rebuild(sharing.world);
    const { told } = await sharing.pull('cncert', next);
    // One for each that it had: of this one too, although nothing is left that would say that it ever was shared.
    expect(told.filter((line) => line === 'no_longer_shared')).toHaveLength(had);
    expect(faults).not.toHaveBeenCalled();
  });

  it('beside a serving process every pull and release is answered meanwhile', async () => {
    await sharing.inForce('cncert', 'PK-CN-3');
    for (let n = 0; n < 4; n++) await sharing.released(`Many ${n}`);
    await sharing.world.owner.query('UPDATE entitlement SET rules_version = app.rules_version() - 1');
    const [rebuilt] = await Promise.all([
      rebuild(sharing.world, { size: 1 }),
      ...Array.from({ length: 4 }, async (_, n) => {
        // The clock stands still: a release at a later instant than that of a pull would be withheld from it.
        await sharing.pull(n % 2 ? 'cncert' : 'dunmere', undefined, 0);
        await sharing.released(`Meanwhile ${n}`);
        await sharing.pull('corvia', undefined, 0);
      }),
    ]);
    expect(rebuilt[0]!.versions).toBeGreaterThan(7);
    for (const team of ['cncert', 'corvia', 'dunmere'] as const)
      expect((await titles(team)).filter((title) => title.startsWith('M'))).toHaveLength(8);
    expect(faults).not.toHaveBeenCalled();
  });
});
