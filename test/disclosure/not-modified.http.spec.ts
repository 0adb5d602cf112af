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

  it('is written down only if it leaves: a head alone, or an answer that says the caller holds it, discloses nothing', async () => {
    const { world } = sharing;
    await sharing.inForce('corvia', 'PK-XC');
    await sharing.released('Never fetched', { audience: { include: ['corvia'] } });
    world.clock.advance(1000);
    const corvia = world.withKey('corvia');
    const written = async () =>
      (
        await world.owner.query<{ n: number }[]>(
          `SELECT count(*)::int AS n FROM record_entry WHERE kind IN ('disclosure', 'transfer')`,
        )
      )[0]!.n;
    const before = await written();
    for (const route of ['/api/v1/feed', '/api/v1/advisories']) {
      expect([route, (await corvia.get(route).set('If-None-Match', '*')).status]).toEqual([route, 304]);
      const head = await corvia.head(route);
      expect([route, head.status, head.text ?? '']).toEqual([route, 200, '']);
    }
    expect(await written()).toBe(before);
    const page = (await expected(200, corvia.get('/api/v1/feed'))) as {
      items: { item: { documents: { href: string }[] } }[];
    };
    const after = await written();
    expect(after).toBeGreaterThan(before);
    for (const { href } of page.items.at(-1)!.item.documents) {
      expect((await corvia.get(href).set('If-None-Match', '*')).status).toBe(304);
      expect((await corvia.head(href)).status).toBe(200);
    }
    expect(await written()).toBe(after);
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
