import { everyone, type PersonKey } from '../cast';
import { NAMED, type NamedItem, Naming, VERIFICATIONS } from './named-world';
import { expected, LABELS } from './sharing-world';

const ZHAO = 'cncert-duty-officer';
const CHEN = 'cncert-auditor';

describe('RED shared by name', () => {
  let naming: Naming;
  beforeEach(async () => {
    naming = await Naming.start();
  });
  afterEach(() => naming.world.close());
  const as = (person: PersonKey) => naming.world.as(person);

  it('is listed for the named and verified duty officer and read by her, as JSON and as CSAF, and by nobody else of the whole cast', async () => {
    await naming.verify(ZHAO);
    await naming.verify(CHEN);
    const own = await naming.share('Names of the victims', ZHAO);
    const [item, ...others] = await naming.named(as(ZHAO));
    expect([item, others]).toMatchObject([
      { title: 'Names of the victims', tlp: 'RED', originator: 'pkcert', version: 1 },
      [],
    ]);
    const { id, reference, documents } = item!;
    expect(documents.map(({ href }) => href)).toEqual([
      `/api/v1/advisories/${id}`,
      `/api/v1/advisories/${id}/csaf`,
    ]);
    for (const path of documents.map(({ href }) => href).concat(`/api/v1/advisories/${reference}`)) {
      const answer = await as(ZHAO).get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers['cache-control']).toBe('private, no-store');
    }
    const absent = (
      await naming.world.anonymous().get('/api/v1/advisories/0b9e4c1a-0000-4000-8000-000000000000')
    ).text;
    for (const asker of everyone) {
      if (asker.person === ZHAO) continue;
      const caller = asker.ask(naming.world);
      for (const path of [...documents.map(({ href }) => href), `/api/v1/advisories/${reference}`]) {
        const { status, body } = (await caller.get(path)) as { status: number; body: object };
        const owner = asker.organization === 'pkcert' && asker.person && path.endsWith(reference);
        // The owner finds its item by the reference of any reader, who may read it out over the telephone.
        if (owner) expect([asker.name, status]).toEqual([asker.name, 200]);
        else
          expect([asker.name, path, status, { ...body, request_id: '' }]).toEqual([
            asker.name,
            path,
            404,
            { ...(JSON.parse(absent) as object), request_id: '' },
          ]);
      }
      const list = await caller.get(NAMED);
      const officer = asker.person?.endsWith('duty-officer') || asker.person === CHEN;
      expect([asker.name, list.status]).toEqual([
        asker.name,
        officer ? 200 : asker.organization === 'public' ? 401 : 403,
      ]);
      if (officer) expect(list.body).toEqual({ items: [], next: null });
      for (const path of [
        '/api/v1/feed?limit=200',
        '/api/v1/advisories?limit=200',
        '/api/v1/advisories?text=victims',
      ])
        expect((await caller.get(path)).text).not.toContain('victims');
    }
    expect((await as('pkcert-analyst').get(`/api/v1/advisories/${own}`)).status).toBe(200);
  });

  it('gives two named persons of one team an identifier and a reference each, which are nothing to the other', async () => {
    await naming.verify(ZHAO);
    await naming.verify(CHEN);
    await naming.share('For two', ZHAO, CHEN);
    const [[zhao], [chen]] = [await naming.named(as(ZHAO)), await naming.named(as(CHEN))] as [
      NamedItem[],
      NamedItem[],
    ];
    expect(zhao!.id).not.toBe(chen!.id);
    expect(zhao!.reference).not.toBe(chen!.reference);
    expect((await as(ZHAO).get(chen!.documents[0]!.href)).status).toBe(404);
    expect((await as(ZHAO).get(`/api/v1/advisories/${chen!.reference}`)).status).toBe(404);
    expect((await as(CHEN).get(chen!.documents[0]!.href)).status).toBe(200);
  });

  it('is there from her verification on, and is absent from the next request on once that is revoked or has lapsed', async () => {
    const { clock } = naming.world;
    await naming.share('Later', ZHAO);
    expect(await naming.titles(ZHAO)).toEqual([]);
    const first = await naming.verify(ZHAO);
    const [item] = await naming.named(as(ZHAO));
    const read = async () => (await as(ZHAO).get(item!.documents[0]!.href)).status;
    expect(await read()).toBe(200);
    await naming.revoke(first);
    expect([await naming.titles(ZHAO), await read()]).toEqual([[], 404]);
    await naming.verify(ZHAO, 60_000);
    expect([await naming.titles(ZHAO), await read()]).toEqual([['Later'], 200]);
    clock.advance(59_999);
    expect(await read()).toBe(200);
    clock.advance(1);
    expect([await naming.titles(ZHAO), await read()]).toEqual([[], 404]);
  });

  it('ends with her role, and does not come back with it; it stays where another role changes', async () => {
    await naming.verify(CHEN);
    await naming.share('With the role', CHEN);
    const roles = (...wanted: string[]) =>
      expected(
        200,
        as('cncert-administrator')
          .put(`/api/v1/accounts/${naming.account(CHEN)}/roles`)
          .send({ roles: wanted }),
      );
    const verifications = async () =>
      (await expected(200, as('pkcert-auditor').get(VERIFICATIONS))) as { items: object[] };
    const standing = async () =>
      (await verifications()).items.map((one) => (one as { valid: boolean }).valid);
    await roles('duty-officer', 'analyst');
    expect(await standing()).toEqual([true]);
    await roles('analyst');
    await roles('duty-officer');
    expect((await verifications()).items).toMatchObject([
      { valid: false, ended_because: 'role-lost', ended_by: null },
    ]);
    await naming.verify(CHEN);
    expect(await standing()).toEqual([true, false]);
    await expected(
      201,
      as('cncert-administrator')
        .post(`/api/v1/accounts/${naming.account(CHEN)}/departure`)
        .send({ reason: 'Moved on' }),
    );
    expect((await verifications()).items).toMatchObject([{ valid: false, ended_because: 'departed' }, {}]);
  });

  it('stops with the agreement, and is gone once it is withdrawn or its next version does not name her', async () => {
    await naming.verify(ZHAO);
    const id = await naming.share('First words', ZHAO);
    expect(await naming.titles(ZHAO)).toEqual(['First words']);
    const stop = (await expected(
      201,
      as('pkcert-duty-officer').post('/api/v1/stops').send({ to: 'cncert', reason: 'A test.' }),
    )) as { id: string };
    expect(await naming.titles(ZHAO)).toEqual([]);
    await expected(
      201,
      as('pkcert-liaison').post(`/api/v1/pauses/${stop.id}/resumption`).send({ reason: 'Over.' }),
    );
    await expected(
      201,
      as('pkcert-duty-officer').post(`/api/v1/pauses/${stop.id}/resumption/confirmation`).send({}),
    );
    expect(await naming.titles(ZHAO)).toEqual(['First words']);
    const change = (base: number, body: object) =>
      expected(
        201,
        as('pkcert-analyst')
          .post(`/api/v1/advisories/${id}/versions`)
          .send({ base, ...body }),
      );
    naming.world.clock.advance(1000);
    await change(1, { title: 'Second words' });
    await expected(201, naming.sharing.release(id, 2));
    naming.world.clock.advance(1000);
    expect(await naming.named(as(ZHAO))).toMatchObject([{ title: 'Second words', version: 2 }]);
    naming.world.clock.advance(1000);
    await change(2, { handling: { named_persons: [naming.account(CHEN)] } });
    await expected(201, naming.sharing.release(id, 3));
    naming.world.clock.advance(1000);
    expect(await naming.titles(ZHAO)).toEqual([]);
    await naming.verify(CHEN);
    expect(await naming.titles(CHEN)).toEqual(['Second words']);
    await expected(
      201,
      as('pkcert-releaser').post(`/api/v1/advisories/${id}/withdrawal`).send({ reason: 'A mistake.' }),
    );
    expect(await naming.titles(CHEN)).toEqual([]);
    // No feed was told anything of it.
    const feed = await naming.world.withKey('cncert').get('/api/v1/feed?limit=200');
    expect(
      (feed.body as { items: { event: string }[] }).items.filter(({ event }) => event !== 'notice'),
    ).toEqual([]);
  });

  it('is answered 304 to who holds the list, and paged by the newest first', async () => {
    await naming.verify(ZHAO);
    for (const title of ['One', 'Two', 'Three']) {
      await naming.share(title, ZHAO);
      naming.world.clock.advance(1000);
    }
    const first = await as(ZHAO).get(`${NAMED}?limit=2`);
    const { items, next } = first.body as { items: NamedItem[]; next: string };
    expect(items.map(({ title }) => title)).toEqual(['Three', 'Two']);
    const last = await as(ZHAO).get(`${NAMED}?limit=2&cursor=${next}`);
    expect(last.body).toMatchObject({ items: [{ title: 'One' }], next: null });
    expect((await as(CHEN).get(`${NAMED}?cursor=${next}`)).status).toBe(400);
    const again = await as(ZHAO).get(NAMED);
    expect((await as(ZHAO).get(NAMED).set('If-None-Match', again.headers.etag!)).status).toBe(304);
  });

  it('of incidents as of advisories', async () => {
    await naming.verify(ZHAO);
    const handling = { ...LABELS, information_type: 'incident_summary', ...naming.red(ZHAO) };
    const { id } = (await expected(
      201,
      as('pkcert-analyst')
        .post('/api/v1/incidents')
        .send({ title: 'A case', summary: 'Of a test.', handling }),
    )) as { id: string };
    await expected(201, as('pkcert-releaser').post(`/api/v1/incidents/${id}/release`).send({ version: 1 }));
    const [item] = await naming.named(as(ZHAO));
    expect(item).toMatchObject({ type: 'incident', title: 'A case' });
    expect((await as(ZHAO).get(item!.documents[0]!.href)).status).toBe(200);
    expect((await as('cncert-liaison').get(item!.documents[0]!.href)).status).toBe(404);
    expect((await naming.world.withKey('cncert').get(item!.documents[0]!.href)).status).toBe(404);
  });
});
