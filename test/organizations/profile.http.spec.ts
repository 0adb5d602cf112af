import { addedToHouseLog, everyone, expectedRefusal, startWorld, type World } from '../cast';

const path = '/api/v1/organizations/pkcert/profile';
const profile = {
  name: 'PKCERT (demonstration)',
  short_name: 'PKCERT',
  time_zone: 'Asia/Karachi',
  working_hours: 'Monday to Friday, 09:00 to 17:00',
  languages: ['en', 'ur'],
  document: { locations: 'https://pkcert.example/rfc2350.txt' },
  charter: { mission: 'To help those who are attacked.\n1. First aid\n2. Advice', constituency: 'Pakistan' },
  disclaimers: 'Everything here is invented.',
};

let world: World;
const administrator = () => world.as('pkcert-administrator');
const change = (base: number, fields: object = {}) =>
  administrator()
    .put(path)
    .send({ ...profile, base, ...fields });
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a profile', () => {
  test('is absent until an administrator of the organization writes one', async () => {
    expect((await world.as('corvia-liaison').get(path)).status).toBe(404);
    const { body } = await world.as('corvia-liaison').get('/api/v1/organizations/pkcert');
    expect(body.profile).toBeNull();
    const answer = await change(0);
    expect([answer.status, answer.body]).toEqual([
      200,
      { ...profile, version: 1, updated_at: world.clock.now().toISOString() },
    ]);
  });

  test.each(everyone)('is read by every person and every key, and nobody else: $name', async (asker) => {
    const refusal = expectedRefusal(asker, ['person', 'api-key']);
    const alone = await asker.ask(world).get(path);
    const within = await asker.ask(world).get('/api/v1/organizations/pkcert');
    expect([alone.status, within.status]).toEqual(refusal ? [refusal, refusal] : [200, 200]);
    if (!refusal) expect(within.body.profile).toEqual(alone.body);
  });

  test.each(everyone)('is changed by own administrators only: $name', async (asker) => {
    const answer = await asker
      .ask(world)
      .put(path)
      .send({ ...profile, base: 99 });
    const others = asker.organization === 'pkcert' ? 409 : 403;
    expect(answer.status).toBe(expectedRefusal(asker, ['administrator']) ?? others);
    if (answer.status === 409) expect(answer.body.type).toBe('/problems/profile/changed');
  });

  test('becomes a new version on the record, with its content', async () => {
    const entries = await addedToHouseLog(world, 'pkcert', () => change(1, { disclaimers: 'None.' }));
    const by = world.people['pkcert-administrator'];
    expect(entries).toEqual([{ kind: 'organization/profile-changed', shared: { by, version: 2 } }]);
    const [{ payload }] = await world.owner.query(
      `SELECT p.payload FROM record_payload p JOIN record_entry e ON e.id = p.entry_id
       WHERE e.kind = 'organization/profile-changed' AND p.audience = 'content' ORDER BY e.position DESC LIMIT 1`,
    );
    expect(JSON.parse(String(payload))).toEqual({ ...profile, disclaimers: 'None.' });
  });

  test('stays as it is when nothing changed', async () => {
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      expect(
        (await change(2, { disclaimers: 'None.', charter: { ...profile.charter, authority: null } })).body
          .version,
      ).toBe(2);
    });
    expect(entries).toEqual([]);
  });

  test('is not changed from a version that somebody else has replaced', async () => {
    const answers = await Promise.all([change(2, { short_name: 'A' }), change(2, { short_name: 'B' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await change(0)).status).toBe(409);
  });

  test('is stored as one text: composed letters, one kind of line end, canonical language tags', async () => {
    const { body } = await change(3, { languages: ['ZH-hans'], charter: { mission: 'Cafe\u0301\r\nbar' } });
    expect([body.languages, body.charter.mission]).toEqual([['zh-Hans'], 'Café\nbar']);
  });

  test('cannot be rewritten in the database', async () => {
    await expect(world.owner.query(`UPDATE organization_profile SET version = 9`)).rejects.toThrow(
      /append-only/,
    );
  });
});

describe('the versions of a profile', () => {
  test.each(everyone)('are for own people: $name', async (asker) => {
    const answer = await asker.ask(world).get(`${path}/versions`);
    const others = asker.organization === 'pkcert' ? 200 : 404;
    expect(answer.status).toBe(expectedRefusal(asker, ['person']) ?? others);
  });

  test('come newest first, each with who made it, and complete over pages', async () => {
    const seen: { version: number; recorded_by: object }[] = [];
    let cursor: string | null = null;
    do {
      const query: object = cursor ? { limit: 3, cursor } : { limit: 3 };
      const { body } = await world.as('pkcert-analyst').get(`${path}/versions`).query(query);
      seen.push(...body.items);
      cursor = body.next;
    } while (cursor);
    expect(seen.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    const id = world.people['pkcert-administrator'];
    expect(seen[0]?.recorded_by).toEqual({ id, name: 'Kamran Zafar (invented)' });
  });
});

describe('the name in a profile', () => {
  const named = async (name: string) => {
    const { body } = await administrator().get(path);
    return change(body.version as number, { name });
  };

  test('becomes the name of the organization', async () => {
    const entries = await addedToHouseLog(world, 'pkcert', () =>
      named('National CERT of Pakistan (invented)'),
    );
    expect(entries[0]).toMatchObject({
      kind: 'organization/renamed',
      shared: { from: 'PKCERT (demonstration)', to: 'National CERT of Pakistan (invented)' },
    });
    const { body } = await world.withKey('corvia').get('/api/v1/organizations/pkcert');
    expect([body.handle, body.name]).toEqual(['pkcert', 'National CERT of Pakistan (invented)']);
  });

  test.each([
    'Corvia CERT (invented)',
    'CORVIA cert (INVENTED)',
    'Ｃorvia CERT (invented)',
    'Corvia CERT (invented)\u200b',
    'Cor\u00advia CERT (invented)',
    '\u200fCorvia CERT (invented)',
    'Corvia  CERT (invented)',
    ' Corvia CERT (invented)',
  ])('is not the name of another organization, nor of a new constituent: %j', async (name) => {
    expect((await named(name)).body.type).toBe('/problems/organization/name-taken');
    const added = await world
      .as('pkcert-administrator')
      .post('/api/v1/organizations')
      .send({ handle: 'corvia-hq', name });
    expect(added.body.type).toBe('/problems/organization/name-taken');
  });
});

describe('the text after RFC 2350', () => {
  const text = () => world.as('corvia-liaison').get(path).set('Accept', 'text/plain');

  test('is a download with every section in its place', async () => {
    const answer = await text();
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="pkcert-rfc2350.txt"');
    const headings = answer.text.split('\n').filter((line) => /^\d/.test(line));
    expect(headings).toHaveLength(33);
    expect(headings).toEqual(headings.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    expect(answer.text).toContain('3.2. Constituency\n\n   Pakistan\n');
    expect(answer.text).toContain('6. Incident Reporting Forms\n\n   Not stated.\n');
  });

  test('lets no line of a text pass for a heading', async () => {
    const { body } = await administrator().get(path);
    await change(body.version as number, { name: body.name as string, disclaimers: 'a\n7. Disclaimers\nb' });
    const { text: shown } = await text();
    expect(shown.match(/^7\. Disclaimers$/gm)).toHaveLength(1);
    expect(shown).toContain('   7. Disclaimers\n   b');
  });

  test('is not served as what it is not', async () => {
    expect((await text().set('Accept', 'application/pdf')).status).toBe(406);
  });
});
