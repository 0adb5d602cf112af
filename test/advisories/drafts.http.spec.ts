import { addedToHouseLog, type World } from '../cast';
import { advisoryWorld, Desk, DRAFT, PATH } from './advisory-world';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await advisoryWorld();
  desk = new Desk(world);
});
afterAll(() => world.close());
const show = async (id: string) => (await world.as('pkcert-auditor').get(`${PATH}/${id}`)).body;

describe('a drafted advisory', () => {
  test('keeps every text and label, and who wrote it, and is on the record', async () => {
    const audience = { include: ['corvia', 'cncert'], exclude: ['itu'] };
    const body = {
      ...DRAFT,
      details: 'Line one\nLine two',
      recommendation: 'Block the sender.',
      references: [{ summary: 'Notice', url: 'https://supplier.example/notice?a=b%20c' }],
      cves: ['CVE-2026-10001'],
      lang: 'ur',
      handling: { ...DRAFT.handling, nexus: ['PK'], pap: 'AMBER', audience },
    };
    let id = '';
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      id = (await world.as('pkcert-analyst').post(PATH).send(body)).body.id;
    });
    const { 'pkcert-analyst': analyst } = world.people;
    expect(await show(id)).toEqual({
      id,
      reference: expect.stringMatching(/^PK-/) as string,
      created_at: world.clock.now().toISOString(),
      created_by: analyst,
      people: [{ id: analyst, name: 'Amna Sethi (invented)' }],
      title: body.title,
      tracking_id: expect.stringMatching(/^PKCERT-2026-[0-9A-HJKMNP-TV-Z]{8}$/),
      version: 1,
      released_version: null,
      third_party: false,
      from_case: null,
      derived_from: null,
      versions: [
        {
          version: 1,
          created_at: world.clock.now().toISOString(),
          created_by: analyst,
          authors: [analyst],
          title: body.title,
          summary: body.summary,
          details: body.details,
          recommendation: body.recommendation,
          references: body.references,
          cves: body.cves,
          lang: 'ur',
          handling: {
            tlp: 'GREEN',
            information_type: 'threat_report',
            categories: ['fraud/phishing'],
            sectors: ['energy'],
            severity: 'high',
            nexus: ['PK'],
            product_types: [],
            pap: 'AMBER',
            embargo_until: null,
            audience: { include: ['cncert', 'corvia'], exclude: ['itu'] },
            named_persons: [],
          },
          parts: [],
        },
      ],
      releases: [],
      withdrawal: null,
      source: null,
      findings: [],
    });
    expect(entries).toEqual([{ kind: 'advisory/drafted', shared: { by: analyst, item: id, version: 1 } }]);
  });

  test('begins unlabelled and for nobody when nothing is said', async () => {
    const id = await desk.draft({ handling: undefined });
    expect((await show(id)).versions[0].handling).toEqual({
      ...{ tlp: null, information_type: null, severity: null, pap: null, embargo_until: null },
      ...{ categories: [], sectors: [], nexus: [], named_persons: [], product_types: [] },
      audience: { include: [], exclude: [] },
    });
  });

  test('is brought into form C', async () => {
    const id = await desk.draft({ title: 'Cafe\u0301', summary: 'Re\u0301sume\u0301' });
    expect((await show(id)).versions[0]).toMatchObject({ title: 'Café', summary: 'Résumé' });
  });

  test('is shown to its owner as the CSAF that everybody would get, and is no disclosure', async () => {
    const id = await desk.draft();
    const { body, headers } = await world.as('pkcert-auditor').get(`${PATH}/${id}/csaf`);
    expect(body.document).toMatchObject({
      title: DRAFT.title,
      distribution: { tlp: { label: 'GREEN' } },
      tracking: { id: (await show(id)).tracking_id, version: '1', status: 'final' },
    });
    expect(headers['content-disposition']).toMatch(/^inline; filename="pkcert-2026-[0-9a-z]{8}\.json"$/);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(await world.owner.query('SELECT 1 FROM disclosure')).toEqual([]);
  });

  test('is no CSAF before it is labelled', async () => {
    const id = await desk.draft({ handling: {} });
    const answer = await world.as('pkcert-auditor').get(`${PATH}/${id}/csaf`);
    expect(answer.body).toMatchObject({ status: 409, type: '/problems/advisory/no-csaf' });
  });
});

describe('a case that an advisory is drafted from', () => {
  const open = async (owner: 'pkcert' | 'corvia') => {
    const person = world.people[owner === 'pkcert' ? 'pkcert-analyst' : 'corvia-liaison'];
    const [row] = await world.owner.query<{ id: string }[]>(
      `INSERT INTO item VALUES (gen_random_uuid(), 'incident', $1, now(), $2) RETURNING id`,
      [world.organizations[owner], person],
    );
    return row!.id;
  };

  test('is kept for the owner', async () => {
    const from_case = await open('pkcert');
    expect(await show(await desk.draft({ from_case }))).toMatchObject({ from_case });
  });

  test('must be a case of the own organization, and no advisory', async () => {
    for (const from_case of [await open('corvia'), await desk.draft(), crypto.randomUUID()]) {
      const answer = await world
        .as('pkcert-analyst')
        .post(PATH)
        .send({ ...DRAFT, from_case });
      expect(answer.body).toMatchObject({ status: 422, errors: [{ field: 'from_case' }] });
    }
  });
});

describe('a change', () => {
  test('makes a version on top of the one that was read and leaves the rest as it was', async () => {
    const id = await desk.draft({ details: 'Old details', cves: ['CVE-2026-10001'] });
    const answer = await desk.change(
      id,
      { base: 1, summary: 'New summary', details: null, handling: { tlp: 'AMBER' } },
      'pkcert-second-analyst',
    );
    expect(answer.status).toBe(201);
    const { versions } = answer.body;
    expect(versions).toHaveLength(2);
    expect(versions[1]).toEqual({
      ...versions[0],
      version: 2,
      created_by: world.people['pkcert-second-analyst'],
      authors: expect.arrayContaining([
        world.people['pkcert-analyst'],
        world.people['pkcert-second-analyst'],
      ]),
      summary: 'New summary',
      details: null,
      handling: { ...versions[0].handling, tlp: 'AMBER' },
    });
  });

  test('on a version that is not the latest is refused, and so is one on none at all', async () => {
    const id = await desk.draft();
    expect((await desk.change(id, { base: 1, title: 'Second' })).status).toBe(201);
    const late = await desk.change(id, { base: 1, title: 'Too late' });
    expect(late.body).toMatchObject({ status: 409, type: '/problems/item/changed' });
    const early = await desk.change(id, { base: 7, title: 'Too early' });
    expect(early.body).toMatchObject({ status: 422, errors: [{ field: 'base' }] });
  });

  test('of two at once on one base, one is refused', async () => {
    const id = await desk.draft();
    const answers = await Promise.all(
      ['First', 'Second'].map((title) => desk.change(id, { base: 1, title })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await show(id)).version).toBe(2);
  });

  test('that is refused stores nothing and records nothing', async () => {
    const id = await desk.draft();
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      const unknown = { base: 1, handling: { audience: { include: ['corvia', 'nobody'] } } };
      const answer = await desk.change(id, unknown);
      expect(answer.body).toMatchObject({ status: 422, errors: [{ field: 'handling.audience.include[1]' }] });
    });
    expect(entries).toEqual([]);
    expect((await show(id)).version).toBe(1);
  });
});

describe('the list of own advisories', () => {
  const page = async (query: object) =>
    (
      await world
        .as('pkcert-duty-officer')
        .get(PATH)
        .query({ scope: 'own', ...query })
    ).body;

  test('is complete over pages of any size, newest first, each advisory once', async () => {
    for (let n = 0; n < 5; n++) await desk.draft({ title: `Number ${n}` });
    world.clock.advance(1000);
    await desk.draft({ title: 'Newest' });
    const [{ count }] = await world.owner.query(
      `SELECT count(*)::int FROM item WHERE kind = 'advisory' AND owner_id = $1`,
      [world.organizations.pkcert],
    );
    for (const limit of [1, 3, 200]) {
      const seen: { id: string; title: string }[] = [];
      for (let next: string | null | undefined; next !== null;) {
        const body: { items: typeof seen; next: string | null } = await page(
          next ? { limit, cursor: next } : { limit },
        );
        seen.push(...body.items);
        next = body.next;
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
      expect(seen).toHaveLength(count);
      expect(seen[0]?.title).toBe('Newest');
    }
  });

  test('shows one label only when asked for it', async () => {
    await desk.draft({ title: 'Bare', handling: {} });
    await desk.draft({ title: 'Red', handling: { tlp: 'RED' } });
    const red = await page({ tlp: 'RED' });
    expect(red.items.map(({ title }: { title: string }) => title)).toEqual(['Red']);
    const bare: { items: { handling: { tlp: unknown } }[] } = await page({ tlp: 'unlabelled' });
    expect(bare.items.length).toBeGreaterThan(0);
    expect(new Set(bare.items.map(({ handling }) => handling.tlp))).toEqual(new Set([null]));
  });

  test('takes a cursor only for what it was given for, and the filter for what has no label only for own ones', async () => {
    const { next } = await page({ limit: 1 });
    for (const query of [{ scope: 'own', tlp: 'RED', cursor: next }, { cursor: next }]) {
      const answer = await world.as('pkcert-duty-officer').get(PATH).query(query);
      expect(answer.body.type).toBe('/problems/cursor/invalid');
    }
    const received = await world.as('pkcert-duty-officer').get(PATH).query({ tlp: 'unlabelled' });
    expect(received.body).toMatchObject({ status: 422, errors: [{ field: 'tlp' }] });
  });
});
