import { Logger } from '@nestjs/common';
import { expected, Sharing } from './sharing-world';

const TITLE = 'Under two agreements';
const others = { information_types: [{ type: 'best_practice', tlp_ceiling: 'GREEN' }] };

/** Two agreements admit an item; one is narrowed while the other is paused, which admits it still once it is resumed. */
describe('an item that one agreement takes back while another that admits it is paused', () => {
  let sharing: Sharing;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeEach(async () => {
    sharing = await Sharing.start();
    faults.mockClear();
  });
  // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
  afterEach(async () => {
    await sharing.world.close();
    expect(faults).not.toHaveBeenCalled();
  });
  const items = (told: string[]) => told.filter((line) => !line.startsWith('notice'));
  const listed = async () => {
    const { items: lines } = (await expected(
      200,
      sharing.world.withKey('corvia').get('/api/v1/advisories'),
    )) as { items: { title: string }[] };
    return lines.map(({ title }) => title);
  };

  it.each([
    ['the one under which it came in', 'PK-XC-A', 'PK-XC-B'],
    ['the one that came to admit it as well', 'PK-XC-B', 'PK-XC-A'],
  ])(
    'is told as no longer shared at once, and anew after the resumption: narrowed is %s',
    async (_, narrowed, paused) => {
      await sharing.inForce('corvia', 'PK-XC-A');
      const quick = { next: (await sharing.pull('corvia')).next };
      await sharing.released(TITLE);
      const first = await sharing.pull('corvia', quick.next);
      expect(items(first.told)).toEqual([`added ${TITLE}`]);
      await sharing.inForce('corvia', 'PK-XC-B', { reach_back: 'all' });
      const both = await sharing.pull('corvia', first.next);
      expect(items(both.told)).toEqual([]);

      const pause = await sharing.suspend(paused);
      await sharing.amend('corvia', narrowed, 2, others);
      const taken = await sharing.pull('corvia', both.next);
      expect(items(taken.told)).toEqual(['no_longer_shared']);
      expect(await listed()).toEqual([]);
      const beginner = await sharing.pull('corvia');
      expect(items(beginner.told).filter((line) => line.startsWith('added'))).toEqual([]);

      await sharing.resume(pause);
      expect(items((await sharing.pull('corvia', taken.next)).told)).toEqual([`added ${TITLE}`]);
      expect(items((await sharing.pull('corvia', beginner.next)).told)).toEqual([`added ${TITLE}`]);
      expect(items((await sharing.pull('corvia')).told)).toContain(`added ${TITLE}`);
      expect(await listed()).toEqual([TITLE]);
      // Who slept through all of it has it still, or gets it again, and is not left without.
      const slept = items((await sharing.pull('corvia', both.next)).told);
      expect(slept.at(-1) ?? `added ${TITLE}`).toMatch(/^(added|updated) /);
    },
  );

  it.each([
    ['at the same time', true],
    ['one after the other', false],
  ])(
    'is not lost to a tool that begins while the one is paused, after the other was narrowed: they admitted it %s',
    async (_, together) => {
      await sharing.inForce('corvia', 'PK-XC-A');
      if (together) await sharing.inForce('corvia', 'PK-XC-B');
      await sharing.released(TITLE);
      const { next } = await sharing.pull('corvia');
      if (!together) await sharing.inForce('corvia', 'PK-XC-B', { reach_back: 'all' });
      const both = await sharing.pull('corvia', next);
      for (const [narrowed, paused] of [
        ['PK-XC-B', 'PK-XC-A'],
        ['PK-XC-A', 'PK-XC-B'],
      ] as const) {
        await sharing.amend('corvia', narrowed, 2, others);
        const open = await sharing.pull('corvia', both.next);
        const pause = await sharing.suspend(paused);
        const beginner = await sharing.pull('corvia');
        expect(items(beginner.told)).toEqual([]);
        await sharing.resume(pause);
        // Where the item changed to the other agreement it is told as updated.
        const late = items((await sharing.pull('corvia', beginner.next)).told);
        expect(late.map((line) => line.replace(/^(added|updated) /, ''))).toEqual([TITLE]);
        expect(items((await sharing.pull('corvia', open.next)).told)).toEqual([]);
        expect(await listed()).toEqual([TITLE]);
        await sharing.amend('corvia', narrowed, 3, { reach_back: 'all' });
      }
    },
  );
});
