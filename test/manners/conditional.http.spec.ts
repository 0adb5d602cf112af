import { startWorld, type Caller, type PersonKey, type World } from '../cast';
import { DRAFT, PATH } from '../advisories/advisory-world';
import { Instrument } from '../agreements/agreement-world';
import { work } from '../incidents/case-work';
import { asked, callerOf, changing, inventoryOf, whoMay } from '../house/inventory';

interface Problem {
  type: string;
  current_version?: number;
  changed_fields?: string[];
}

/** The routes that change a thing with a tag. An invitation, an OpenPGP key and a consent
 * never change: they are there or over. */
const COMPARING =
  /^\/api\/v1\/((advisories(?!\/\{id\}\/(consents|victim-consents|findings))|incidents(?!\/\{id\}\/victim-consents)|information-requests|consent-requests|obligations|obligation-notices|reports|accounts|api-keys|pauses)\/\{id\}|agreements\/\{reference\}(?!\/activities)|organizations\/\{handle\}\/(profile$|namespace$|contacts\/\{id\}))/;

describe('conditions on what was read', () => {
  let world: World;
  let advisory: string;
  let incident: string;
  let report: string;
  beforeAll(async () => {
    world = await startWorld();
    advisory = await draft();
    incident = await work(world).open();
    report = (await work(world).file()).id as string;
    await new Instrument(world, 'PK-CN-TAG').draft();
    await world
      .as('banking-administrator')
      .put('/api/v1/organizations/banking/profile')
      .send({ base: 0, name: 'Banking CERT (invented)' });
  });
  afterAll(() => world.close());

  const analyst = () => world.as('pkcert-analyst');
  const draft = async (): Promise<string> =>
    ((await analyst().post(PATH).send(DRAFT)).body as { id: string }).id;
  /** The tag of the bytes themselves; a compressed answer has another. */
  const tagOf = async (path: string, caller: Caller = analyst()) =>
    (await caller.get(path).set('Accept-Encoding', 'identity')).headers.etag!;
  const own = (): string[] => [
    `${PATH}/${advisory}`,
    `/api/v1/incidents/${incident}`,
    `/api/v1/reports/${report}`,
    '/api/v1/agreements/PK-CN-TAG',
    '/api/v1/organizations/pkcert',
    '/api/v1/organizations/banking/profile',
  ];

  it('tags every own read, and answers 304 without a body to who holds that state', async () => {
    const get = (path: string) => analyst().get(path).set('Accept-Encoding', 'identity');
    for (const path of own()) {
      const first = await get(path);
      world.clock.advance(1000);
      const { etag, vary } = first.headers;
      expect([path, first.status, etag]).toEqual([path, 200, expect.stringMatching(/^"[^"]+"$/)]);
      for (const known of [etag!, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await get(path).set('If-None-Match', known);
        expect([path, known, again.status, again.text]).toEqual([path, known, 304, '']);
        expect([again.headers.etag, again.headers.vary]).toEqual([etag, vary]);
        expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
      }
      expect((await analyst().get(path).set('If-None-Match', '"other"')).status).toBe(200);
    }
  });

  it('keeps what is own out of shared caches, and what is confidential out of every cache', async () => {
    for (const path of own()) {
      const { headers } = await analyst().get(path);
      const cache = path.includes('organizations') ? 'private, no-cache' : 'private, no-store';
      expect([path, headers['cache-control'], headers.vary]).toEqual([
        path,
        cache,
        expect.stringMatching(/^Authorization, Accept/),
      ]);
    }
  });

  it('asks who is reading before it answers 304', async () => {
    for (const path of own()) {
      const tag = await tagOf(path);
      const refused = await world.anonymous().get(path).set('If-None-Match', tag);
      expect([path, [401, 404].includes(refused.status), refused.headers.etag]).toEqual([
        path,
        true,
        undefined,
      ]);
      if (path.includes('organizations')) continue;
      const strange = await world.as('dunmere-liaison').get(path).set('If-None-Match', tag);
      expect([path, strange.status, strange.headers.etag]).toEqual([path, 404, undefined]);
    }
  });

  it('gives each side of an agreement a tag of its own reading', async () => {
    const path = '/api/v1/agreements/PK-CN-TAG';
    await new Instrument(world, 'PK-CN-TAG').done('pkcert-liaison', 'terms/1/submission');
    expect(await tagOf(path)).not.toBe(await tagOf(path, world.as('cncert-liaison')));
  });

  it('answers a change with the tag under which it is read next', async () => {
    const id = await draft();
    const changed = await analyst().post(`${PATH}/${id}/versions`).send({ base: 1, title: 'Mended' });
    expect(await tagOf(`${PATH}/${id}`)).toBe(changed.headers.etag);
  });

  it.each<[string, PersonKey, () => Promise<[read: string, change: string, body: object]>]>([
    [
      'an advisory',
      'pkcert-analyst',
      async () => [`${PATH}/${advisory}`, 'versions', { base: 1, title: 'New' }],
    ],
    ['a case', 'pkcert-analyst', async () => [`/api/v1/incidents/${incident}`, 'notes', { note: 'Seen.' }]],
    [
      'a report',
      'pkcert-analyst',
      async () => [`/api/v1/reports/${report}`, 'answers', { status: 'in-work', answer: 'We look.' }],
    ],
    [
      'an agreement',
      'pkcert-liaison',
      async () => [
        '/api/v1/agreements/PK-CN-TAG',
        'terms/1/approvals',
        {
          party: 'moitt',
          on_behalf_of: 'Cabinet (invented)',
          evidence_sha256: 'ab'.repeat(32),
          effective_at: '2026-02-10T09:00:00Z',
        },
      ],
    ],
  ])('changes %s only as it was read', async (_, person, given) => {
    const [read, change, body] = await given();
    const post = (condition: string) =>
      world.as(person).post(`${read}/${change}`).set('If-Match', condition).send(body);
    const tag = await tagOf(read, world.as(person));
    for (const stale of ['"1.old"', `W/${tag}`, '']) {
      const { status, body: problem } = await post(stale);
      expect([stale, status, (problem as Problem).type]).toEqual([
        stale,
        412,
        '/problems/precondition/failed',
      ]);
    }
    expect(await tagOf(read, world.as(person))).toBe(tag);
    const done = await post(`"1.old", ${tag}`);
    expect([done.status, done.body]).toMatchObject([201, {}]);
    expect((await post(tag)).status).toBe(412);
  });

  it('takes * for whatever it is now', async () => {
    const id = await draft();
    const answer = await analyst()
      .post(`${PATH}/${id}/versions`)
      .set('If-Match', '*')
      .send({ base: 1, title: 'Any' });
    expect(answer.status).toBe(201);
  });

  it('says which version it is now, and which fields have changed since the one that was read', async () => {
    const id = await draft();
    const tag = await tagOf(`${PATH}/${id}`);
    await analyst()
      .post(`${PATH}/${id}/versions`)
      .send({ base: 1, title: 'Mended', handling: { tlp: 'AMBER' } });
    await analyst().post(`${PATH}/${id}/versions`).send({ base: 2, title: 'Mended again' });
    const { status, body, headers } = await analyst()
      .post(`${PATH}/${id}/versions`)
      .set('If-Match', tag)
      .send({ base: 1, title: 'Late' });
    expect([status, body]).toMatchObject([
      412,
      { current_version: 3, changed_fields: ['handling', 'title'] },
    ]);
    expect(headers.etag).toBe(await tagOf(`${PATH}/${id}`));
  });

  it('names what was added beside the versions, as a release', async () => {
    const id = await draft();
    const tag = await tagOf(`${PATH}/${id}`);
    expect(
      (await world.as('pkcert-releaser').post(`${PATH}/${id}/release`).send({ version: 1 })).status,
    ).toBe(201);
    const late = await analyst()
      .post(`${PATH}/${id}/versions`)
      .set('If-Match', tag)
      .send({ base: 1, title: 'Late' });
    expect([late.status, late.body]).toMatchObject([
      412,
      { changed_fields: ['people', 'released_version', 'releases'] },
    ]);
  });

  it('tells nobody of a change of what is not hers to read', async () => {
    const tag = await tagOf(`${PATH}/${advisory}`);
    const answer = await world
      .as('banking-analyst')
      .post(`${PATH}/${advisory}/versions`)
      .set('If-Match', tag)
      .send({ base: 1, title: 'x' });
    const absent = await world
      .as('banking-analyst')
      .post(asked(`${PATH}/{id}/versions`))
      .set('If-Match', tag)
      .send({ base: 1, title: 'x' });
    expect([answer.status, answer.headers.etag, answer.body]).toEqual([404, undefined, absent.body]);
  });

  it('lets one of 8 changes through that were all made on the same state', async () => {
    const tag = await tagOf(`/api/v1/incidents/${incident}`);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        analyst()
          .post(`/api/v1/incidents/${incident}/notes`)
          .set('If-Match', tag)
          .send({ note: `Note ${n}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 412),
    ]);
  });

  it('never ignores the condition: every changing route compares it, or refuses it', async () => {
    const routes = changing(inventoryOf(world));
    const may = await whoMay(world, routes);
    for (const route of routes) {
      const { status, body } = await callerOf(world, may, route)
        [route.method](asked(route.path))
        .set('If-Match', '"1.x"')
        .send({});
      // 404: the thing that it would be compared with is not there.
      expect([route.name, status, (body as Problem).type]).toEqual(
        COMPARING.test(route.path)
          ? [route.name, 404, '/problems/not-found']
          : [route.name, 412, '/problems/precondition/not-offered'],
      );
    }
  });
});
