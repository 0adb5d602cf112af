import { Logger } from '@nestjs/common';
import { part, PartsWorld } from '../disclosure/parts-world';
import { BARRED_FROM_PUBLIC, OverlayWork, WITHHELD_ABROAD } from './overlay-work';

const TYPE = 'vulnerability_unpublished';
const SENT = [part('Open', 'For all.'), part('Closed', 'Not published.', { information_type: TYPE })];
const BOTH = { Open: 'For all.', Closed: 'Not published.' };
const ONE = { Open: 'For all.' };

describe('a law about the information type of a part', () => {
  let parts: PartsWorld;
  let overlay: OverlayWork;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    parts = await PartsWorld.start();
    overlay = new OverlayWork(parts.world);
    await parts.sharing.inForce('cncert', 'PK-CN', {
      information_types: ['threat_report', TYPE].map((type) => ({ type, tlp_ceiling: 'AMBER' })),
    });
  });
  beforeEach(() => faults.mockClear());
  afterEach(async () => {
    await overlay.repeal();
    expect(faults).not.toHaveBeenCalled();
  });
  afterAll(() => parts.world.close());

  test('takes the part from those abroad, who are told of the item as updated; repealed, it gives it back', async () => {
    await parts.released('To partners', SENT);
    const first = await parts.sharing.pull('cncert');
    expect(await parts.told('cncert', 'To partners')).toEqual(BOTH);
    await overlay.record([{ ...WITHHELD_ABROAD, information_types: [TYPE] }]);
    const without = await parts.sharing.pull('cncert', first.next);
    expect(without.told).toEqual(['updated To partners']);
    expect(await parts.told('cncert', 'To partners')).toEqual(ONE);
    await overlay.repeal();
    expect((await parts.sharing.pull('cncert', without.next)).told).toEqual(['updated To partners']);
    expect(await parts.told('cncert', 'To partners')).toEqual(BOTH);
  });

  test('takes the part from everybody where it bars it from the public', async () => {
    await parts.released('To all', SENT, { tlp: 'CLEAR' }, true);
    for (const team of [null, 'cncert', 'dunmere'] as const)
      expect(await parts.told(team, 'To all')).toEqual(BOTH);
    await overlay.record([{ ...BARRED_FROM_PUBLIC, information_types: [TYPE] }]);
    for (const team of [null, 'cncert', 'dunmere'] as const)
      expect(await parts.told(team, 'To all')).toEqual(ONE);
  });
});
