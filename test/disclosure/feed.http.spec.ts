import { expected, Sharing } from './sharing-world';

describe('the feed of a partner', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-CN');
    await sharing.inForce('corvia', 'PK-XC', {}, { corrections: 'allowed' });
  });
  afterAll(() => sharing.world.close());
  const cursorNow = async (team: 'cncert' | 'corvia' | null = 'cncert') => (await sharing.pull(team)).next;

  it('goes on from its cursor and repeats nothing', async () => {
    const before = await cursorNow();
    await sharing.released('Once');
    const first = await sharing.pull('cncert', before);
    expect(first.told).toEqual(['added Once']);
    expect((await sharing.pull('cncert', first.next)).told).toEqual([]);
  });

  it('tells a new version as updated and shows the former no more', async () => {
    const before = await cursorNow();
    const id = await sharing.released('First title');
    const { next } = await sharing.pull('cncert', before);
    await expected(
      201,
      sharing.world
        .as('pkcert-analyst')
        .post(`/api/v1/advisories/${id}/versions`)
        .send({ base: 1, title: 'Second title' }),
    );
    await expected(201, sharing.release(id, 2));
    expect((await sharing.pull('cncert', next)).told).toEqual(['updated Second title']);
    expect((await sharing.pull('cncert', before)).told).toEqual(['updated Second title']);
  });

  it('tells no longer shared, without content, to a team that a new version leaves out', async () => {
    const before = await cursorNow();
    const id = await sharing.released('Narrowed later');
    const { next } = await sharing.pull('cncert', before);
    await sharing.narrow(id);
    expect((await sharing.pull('cncert', next)).told).toEqual(['no_longer_shared']);
  });

  it('tells nothing of a narrowed item to a team that never received it', async () => {
    const before = await cursorNow();
    const id = await sharing.released('Narrowed at once');
    await sharing.narrow(id);
    expect((await sharing.pull('cncert', before)).told).toEqual([]);
  });

  it('tells a withdrawal to those only who received the item', async () => {
    const [cncert, corvia] = [await cursorNow(), await cursorNow('corvia')];
    const id = await sharing.released('Withdrawn', { audience: { include: ['cncert'] } });
    const { next } = await sharing.pull('cncert', cncert);
    await sharing.withdraw(id);
    expect((await sharing.pull('cncert', next)).told).toEqual(['withdrawn']);
    expect((await sharing.pull('corvia', corvia)).told).toEqual([]);
  });

  it('holds an embargoed item back until the instant, on every route', async () => {
    const before = await cursorNow();
    const until = new Date(sharing.world.clock.now().getTime() + 60_000);
    await sharing.released('Embargoed', { embargo_until: until.toISOString() });
    sharing.world.clock.set(new Date(until.getTime() - 1).toISOString());
    expect((await sharing.pull('cncert', before, 0)).told).toEqual([]);
    sharing.world.clock.set(until.toISOString());
    expect((await sharing.pull('cncert', before, 0)).told).toEqual(['added Embargoed']);
  });

  it('holds a public item under embargo back from the public, and from its disclosures, until the instant', async () => {
    const before = await cursorNow(null);
    const until = new Date(sharing.world.clock.now().getTime() + 60_000);
    await sharing.released('Public later', { tlp: 'CLEAR', embargo_until: until.toISOString() }, true);
    expect((await sharing.pull(null, before, 0)).told).toEqual([]);
    sharing.world.clock.set(until.toISOString());
    expect((await sharing.pull(null, before, 0)).told).toEqual(['added Public later']);
    expect((await sharing.pull('itu')).told).toContain('added Public later');
  });

  it('shows a team what was granted and then became public under the identifiers it knows', async () => {
    const before = await cursorNow();
    const id = await sharing.released('From granted to public');
    sharing.world.clock.advance(1000);
    const known = await sharing.world.withKey('cncert').get(`/api/v1/feed?cursor=${before}`);
    const after = (await sharing.pull('cncert', before)).next;
    await expected(
      201,
      sharing.world
        .as('pkcert-analyst')
        .post(`/api/v1/advisories/${id}/versions`)
        .send({ base: 1, handling: { tlp: 'CLEAR' } }),
    );
    await expected(201, sharing.release(id, 2, true));
    sharing.world.clock.advance(1000);
    const now = await sharing.world.withKey('cncert').get(`/api/v1/feed?cursor=${after}`);
    const ids = ({ body }: { body: { items: { event: string; item: { id: string } }[] } }) =>
      body.items.map(({ item }) => item.id);
    expect(ids(now as never)).toEqual(ids(known as never));
  });

  it('tells a correction to a stopped team where the terms allow corrections, and content to nobody', async () => {
    const before = await cursorNow('corvia');
    const id = await sharing.released('Corrected during the stop');
    const { next } = await sharing.pull('corvia', before);
    const stopped = await sharing.stop('corvia');
    await sharing.released('Released during the stop');
    await sharing.withdraw(id);
    expect((await sharing.pull('corvia', next)).told).toEqual(['notice sharing-paused', 'withdrawn']);
    await sharing.resume(stopped);
  });

  it('gives again after a stop what the cursor had passed over unserved, and once', async () => {
    const before = await cursorNow();
    await sharing.released('Seen before the stop');
    await sharing.released('Second page');
    const caller = sharing.world.withKey('cncert');
    const first = (await expected(200, caller.get(`/api/v1/feed?limit=1&cursor=${before}`))) as {
      next: string;
    };
    const stopped = await sharing.stop('cncert');
    const during = await sharing.pull('cncert', first.next);
    expect(during.told).toEqual(['notice sharing-paused']);
    await sharing.resume(stopped);
    expect((await sharing.pull('cncert', during.next)).told).toEqual([
      'notice sharing-resumed',
      'added Second page',
    ]);
  });

  it('tells what an amendment no longer admits, and keeps what it still does', async () => {
    const before = await cursorNow('corvia');
    await sharing.released('Still admitted', { categories: ['fraud/phishing'] });
    await sharing.released('No longer admitted', { categories: ['fraud/masquerade'] });
    const { next } = await sharing.pull('corvia', before);
    await sharing.amend('corvia', 'PK-XC', 2, { categories: ['fraud/phishing'] });
    const told = (await sharing.pull('corvia', next)).told;
    expect(told.filter((line) => !line.startsWith('notice'))).toEqual(
      expect.arrayContaining(['no_longer_shared']),
    );
    const list = (await expected(
      200,
      sharing.world.withKey('corvia').get('/api/v1/advisories?limit=200'),
    )) as { items: { title: string }[] };
    const titles = list.items.map(({ title }) => title);
    expect(titles).toContain('Still admitted');
    expect(titles).not.toContain('No longer admitted');
  });
});
