import { expected, Sharing } from './sharing-world';

describe('what is served', () => {
  let sharing: Sharing;
  let routes: string[];
  beforeAll(async () => {
    sharing = await Sharing.start();
    const { world } = sharing;
    await sharing.inForce('cncert', 'PK-CN', {
      information_types: [
        { type: 'threat_report', tlp_ceiling: 'AMBER' },
        { type: 'incident_summary', tlp_ceiling: 'AMBER' },
      ],
    });
    await sharing.released('An advisory', { tlp: 'AMBER' });
    const handling = {
      tlp: 'GREEN',
      information_type: 'incident_summary',
      categories: ['fraud/phishing'],
      sectors: ['banking'],
      audience: { include: 'partners' },
    };
    const incident = (await expected(
      201,
      world
        .as('pkcert-analyst')
        .post('/api/v1/incidents')
        .send({ title: 'An incident', summary: 'Of a test.', handling }),
    )) as { id: string };
    await expected(
      201,
      world.as('pkcert-releaser').post(`/api/v1/incidents/${incident.id}/release`).send({ version: 1 }),
    );
    world.clock.advance(1000);
    const feed = (await expected(200, world.withKey('cncert').get('/api/v1/feed'))) as {
      items: { item: { documents: { href: string }[] } }[];
    };
    routes = [
      '/api/v1/feed',
      '/api/v1/advisories',
      '/api/v1/incidents',
      ...feed.items.flatMap(({ item }) => item.documents.map(({ href }) => href)),
    ];
  });
  afterAll(() => sharing.world.close());
  const transfers = async () =>
    (await sharing.world.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM transfer'))[0]!.n;

  it('is answered 304 to who holds it already, without a transfer, on every route', async () => {
    expect(routes).toHaveLength(6);
    for (const route of routes) {
      const first = await sharing.world.withKey('cncert').get(route);
      expect([route, first.status]).toEqual([route, 200]);
      const etag = String(first.headers.etag);
      const before = await transfers();
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await sharing.world.withKey('cncert').get(route).set('If-None-Match', known);
        expect([route, known, again.status, again.text, again.headers.etag]).toEqual([
          route,
          known,
          304,
          '',
          etag,
        ]);
      }
      expect(await transfers()).toBe(before);
    }
  });

  it('is asked of the gate first: who may not see it gets no 304, whatever it claims to hold', async () => {
    for (const route of routes.slice(3)) {
      const { headers } = await sharing.world.withKey('cncert').get(route);
      for (const known of [String(headers.etag), '*']) {
        const refused = await sharing.world.withKey('corvia').get(route).set('If-None-Match', known);
        expect([route, refused.status, refused.headers.etag]).toEqual([route, 404, undefined]);
      }
    }
  });

  it('above GREEN is kept out of every cache, and nothing is shared between callers', async () => {
    for (const route of routes) {
      const { headers, text } = await sharing.world.withKey('cncert').get(route);
      expect([route, headers['cache-control']]).toEqual([
        route,
        text.includes('AMBER') || route.endsWith('csaf') ? 'private, no-store' : 'private, no-cache',
      ]);
      expect(headers.vary).toContain('Authorization');
    }
  });

  it('is sent even if a proxy asks for fresh bytes', async () => {
    const first = await sharing.world.withKey('cncert').get('/api/v1/feed');
    const before = await transfers();
    const again = await sharing.world
      .withKey('cncert')
      .get('/api/v1/feed')
      .set({ 'Cache-Control': 'no-cache', 'If-None-Match': '"another"' });
    expect(again.text).toBe(first.text);
    expect(await transfers()).toBe(before + 1);
  });
});
