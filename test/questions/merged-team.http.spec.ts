import { addedToHouseLog } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { create, merge } from '../organizations/merging';
import { Desk } from './asking';

describe('a question about a team that was merged into another', () => {
  let sharing: Sharing;
  let desk: Desk;
  let item: string;
  beforeAll(async () => {
    sharing = await Sharing.start();
    const { world } = sharing;
    desk = new Desk(world);
    for (const handle of ['arden', 'brook']) await create(world, handle, { country: 'XE' });
    await merge(world, 'arden', 'brook');
    await merge(world, 'brook', 'corvia');
    await sharing.inForce('corvia', 'PK-XC');
    item = await sharing.released('For Corvia');
    world.clock.advance(1000);
  });
  afterAll(() => sharing.world.close());

  it.each(['arden', 'brook', 'corvia'])('asks, for %s, about the one that stays', async (handle) => {
    const at = sharing.world.clock.now().toISOString();
    const explained = await desk.explain(item, handle);
    expect([explained.team, explained.released, explained.cited?.agreement]).toEqual([
      'corvia',
      true,
      'PK-XC',
    ]);
    expect(explained).toEqual(await desk.explain(item, 'corvia'));
    expect(await desk.replay(item, handle, at)).toEqual(await desk.replay(item, 'corvia', at));
  });

  it('is on the record as one about the team that stays', async () => {
    const [entry] = await addedToHouseLog(sharing.world, 'pkcert', () => desk.explain(item, 'arden'));
    expect(entry?.shared).toMatchObject({ question: 'explain', team: 'corvia' });
  });
});
