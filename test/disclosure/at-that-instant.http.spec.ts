import { Sharing } from './sharing-world';

/** What is asked in the very millisecond in which something is changed. */
describe('what is pulled at the instant of a change', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
  });
  afterAll(() => sharing.world.close());
  const NOW = 0;
  const items = (told: string[]) => told.filter((line) => !line.startsWith('notice'));

  test('tells of a withdrawal as one', async () => {
    await sharing.inForce('corvia', 'PK-XC');
    const id = await sharing.released('Withdrawn');
    const { next } = await sharing.pull('corvia');
    await sharing.withdraw(id);
    expect((await sharing.pull('corvia', next, NOW)).told).toEqual(['withdrawn']);
  });

  test('tells that a direction was dropped', async () => {
    await sharing.inForce('dunmere', 'PK-XD');
    await sharing.released('Of the direction that ends');
    const { next } = await sharing.pull('dunmere');
    await sharing.amend('dunmere', 'PK-XD', 2, { from: 'dunmere', to: 'pkcert' });
    expect(items((await sharing.pull('dunmere', next, NOW)).told)).toContain('no_longer_shared');
  });

  test('has left the agreement that admits it no more: its suspension hides nothing of what another admits', async () => {
    await sharing.inForce('cncert', 'PK-CN-A');
    await sharing.released('Admitted by two');
    const { next } = await sharing.pull('cncert');
    await sharing.inForce('cncert', 'PK-CN-B', { reach_back: 'all' });
    await sharing.pull('cncert', next);
    await sharing.amend('cncert', 'PK-CN-A', 2, { sectors: ['energy'] });
    await sharing.pull('cncert', next, NOW);
    await sharing.suspend('PK-CN-A');
    expect((await sharing.pull('cncert')).told.join()).toContain('Admitted by two');
  });
});
