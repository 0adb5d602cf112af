import { Logger } from '@nestjs/common';
import { expected, Sharing } from './sharing-world';

/** Two tools of one partner, each with a cursor of its own: one is quick, one is slow. */
describe('what is taken back', () => {
  let sharing: Sharing;
  const faults = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC', {}, { corrections: 'allowed' });
    await sharing.inForce('dunmere', 'PK-XD');
  });
  beforeEach(() => faults.mockClear());
  // A row that a list offers and the Gate refuses is a fault of ours, and is logged as one.
  afterEach(() => expect(faults).not.toHaveBeenCalled());
  afterAll(() => sharing.world.close());
  const items = (told: string[]) => told.filter((line) => !line.startsWith('notice'));

  it.each([
    ['withdrawn', 'withdraw'],
    ['no_longer_shared', 'narrow'],
  ] as const)(
    'reaches as %s, after a stop, the tool that went past it during the stop',
    async (event, act) => {
      const id = await sharing.released(`Taken back: ${act}`);
      const { next } = await sharing.pull('cncert');
      await sharing[act](id);
      const quick = await sharing.pull('cncert', next);
      expect(quick.told).toEqual([event]);
      const stopped = await sharing.stop('cncert');
      const during = await sharing.pull('cncert', next);
      expect(during.told).toEqual(['notice sharing-paused']);
      await sharing.resume(stopped);
      const after = await sharing.pull('cncert', during.next);
      expect(after.told).toEqual(['notice sharing-resumed', event]);
      expect((await sharing.pull('cncert', after.next)).told).toEqual([]);
    },
  );

  it.each([
    ['withdrawn', 'withdraw'],
    ['no_longer_shared', 'narrow'],
  ] as const)('waits as %s where it happened during a stop, and comes once', async (event, act) => {
    const id = await sharing.released(`Taken back during a stop: ${act}`);
    const { next } = await sharing.pull('cncert');
    const stopped = await sharing.stop('cncert');
    const paused = await sharing.pull('cncert', next);
    await sharing[act](id);
    expect((await sharing.pull('cncert', paused.next)).told).toEqual([]);
    await sharing.resume(stopped);
    const after = await sharing.pull('cncert', paused.next);
    expect(after.told).toEqual([event, 'notice sharing-resumed']);
    expect((await sharing.pull('cncert', after.next)).told).toEqual([]);
  });

  it.each([
    ['withdrawn', 'withdraw'],
    ['no_longer_shared', 'narrow'],
  ] as const)(
    'waits as %s while the type of the item is suspended, and not where another is',
    async (event, act) => {
      const id = await sharing.released(`Taken back of a suspended type: ${act}`);
      const other = await sharing.released(`Taken back of another type: ${act}`);
      const { next } = await sharing.pull('cncert');
      const suspended = async (type: string) =>
        sharing.world
          .as('pkcert-liaison')
          .post('/api/v1/agreements/PK-CN/suspensions')
          .send({ reason: 'Of a test.', information_types: [type] })
          .then(({ body }) => (body as { pauses: { id: string; open: boolean }[] }).pauses)
          .then((pauses) => pauses.find(({ open }) => open)!.id);
      let pause = await suspended('statistics');
      const first = await sharing.pull('cncert', next);
      await sharing[act](other);
      const told = await sharing.pull('cncert', first.next);
      expect([first.told, told.told]).toEqual([['notice sharing-paused'], [event]]);
      await sharing.resume(pause);
      pause = await suspended('threat_report');
      await sharing[act](id);
      const during = await sharing.pull('cncert', told.next);
      expect(items(during.told)).toEqual([]);
      await sharing.resume(pause);
      const after = await sharing.pull('cncert', during.next);
      expect(items(after.told)).toEqual([event]);
      expect((await sharing.pull('cncert', after.next)).told).toEqual([]);
    },
  );

  it('goes as a withdrawal through the stop where the terms allow corrections, to both tools', async () => {
    const id = await sharing.released('Corrected');
    const { next } = await sharing.pull('corvia');
    await sharing.withdraw(id);
    expect((await sharing.pull('corvia', next)).told).toEqual(['withdrawn']);
    const stopped = await sharing.stop('corvia');
    const during = await sharing.pull('corvia', next);
    expect(during.told).toEqual(['withdrawn', 'notice sharing-paused']);
    await sharing.resume(stopped);
    expect((await sharing.pull('corvia', during.next)).told).toEqual(['notice sharing-resumed']);
  });

  it('is told as withdrawn to who was told before that it is no longer shared', async () => {
    const id = await sharing.released('Narrowed, then withdrawn');
    const { next } = await sharing.pull('cncert');
    await sharing.narrow(id);
    const narrowed = await sharing.pull('cncert', next);
    expect(narrowed.told).toEqual(['no_longer_shared']);
    await sharing.withdraw(id);
    expect((await sharing.pull('cncert', narrowed.next)).told).toEqual(['withdrawn']);
    expect((await sharing.pull('cncert', next)).told).toEqual(['withdrawn']);
  });

  it('is told as withdrawn to the public that could read it once', async () => {
    const id = await sharing.released('Public once', { tlp: 'CLEAR' }, true);
    const seen = { public: (await sharing.pull(null)).next, itu: (await sharing.pull('itu')).next };
    await sharing.narrow(id);
    const narrowed = {
      public: await sharing.pull(null, seen.public),
      itu: await sharing.pull('itu', seen.itu),
    };
    expect(narrowed.public.told).toEqual(['no_longer_shared']);
    expect(narrowed.itu.told).toEqual(['no_longer_shared']);
    await sharing.withdraw(id);
    expect((await sharing.pull(null, narrowed.public.next)).told).toEqual(['withdrawn']);
    expect((await sharing.pull('itu', narrowed.itu.next)).told).toEqual(['withdrawn']);
  });

  it('is told where an amendment drops the whole direction, and a withdrawal before it as well', async () => {
    const kept = await sharing.released('Of the direction that ends');
    const id = await sharing.released('Withdrawn before the direction ends');
    const { next } = await sharing.pull('dunmere');
    await sharing.withdraw(id);
    await sharing.amend('dunmere', 'PK-XD', 2, { from: 'dunmere', to: 'pkcert' });
    const after = await sharing.pull('dunmere', next);
    expect(items(after.told).filter((line) => line === 'withdrawn')).toHaveLength(1);
    expect(items(after.told).filter((line) => line === 'no_longer_shared').length).toBeGreaterThan(0);
    await expected(404, sharing.world.withKey('dunmere').get(`/api/v1/advisories/${kept}`));
  });

  it('is told where an amendment asks for an approval that the item lacks', async () => {
    const id = await sharing.released('Not approved by a duty officer');
    const { next } = await sharing.pull('cncert');
    const change = { release_approval: [{ needs: 'duty_officer' }], reach_back: 'all' };
    await sharing.amend('cncert', 'PK-CN', 2, change);
    const { told } = await sharing.pull('cncert', next);
    expect(items(told)).toContain('no_longer_shared');
    expect((await sharing.pull('cncert')).told.join()).not.toContain('Not approved');
    const approval = { item: id, version: 1, level: 'duty_officer' };
    await expected(201, sharing.world.as('pkcert-duty-officer').post('/api/v1/approvals').send(approval));
    expect((await sharing.pull('cncert')).told).toContain('added Not approved by a duty officer');
  });
});
