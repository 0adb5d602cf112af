import { Logger } from '@nestjs/common';
import { createDataSource } from '../../src/platform/data-source';
import { everyone, type World } from '../cast';
import { validateCsaf } from '../../src/advisories/csaf/validate-csaf';
import { expected, LABELS } from './sharing-world';
import { PARTS, part, PartsWorld, type ToldAdvisory, WIDE, WORDS } from './parts-world';

let parts: PartsWorld;
let world: World;
let own: string;
beforeAll(async () => {
  parts = await PartsWorld.start();
  ({ world } = parts);
  await parts.sharing.inForce('cncert', 'PK-CN-WIDE', WIDE);
  await parts.sharing.inForce('corvia', 'PK-CO-NARROW');
  own = await parts.released('With parts');
});
afterAll(() => world.close());
const faults = jest.spyOn(Logger.prototype, 'error');
beforeEach(() => faults.mockClear());
const csafOf = async (team: 'cncert' | 'corvia', { id }: ToldAdvisory) =>
  (await expected(200, world.withKey(team).get(`/api/v1/advisories/${id}/csaf`))) as {
    document: { notes: { category: string; title: string; text: string }[]; tracking: { id: string } };
  };
test('terms that let it go give each part as it is, but for what is RED', async () => {
  const { parts: told } = (await parts.read('cncert', 'With parts'))!;
  expect(told.map(({ title, text }) => [title, text])).toEqual(
    PARTS.slice(0, 5).map(({ title, text }) => [title, text]),
  );
  expect(told[4]).toEqual({
    ...{ number: 5, kind: 'indicator', title: 'Address', text: '192.0.2.77 kwordamber' },
    ...{ tlp: 'AMBER', information_type: 'threat_report', pap: 'AMBER', tags: [] },
  });
  expect(told[0]).toMatchObject({ tlp: 'GREEN', information_type: 'threat_report', pap: null });
});

test('terms that say nothing let go what has no tag, with PKCERT for the source, counted without gaps', async () => {
  const { parts: told } = (await parts.read('corvia', 'With parts'))!;
  const { name } = (await expected(200, world.as('corvia-liaison').get('/api/v1/organizations/pkcert'))) as {
    name: string;
  };
  expect(told.map(({ number, title, text }) => [number, title, text])).toEqual([
    [1, 'What was seen', PARTS[0]!.text],
    [2, 'Who told us', name],
  ]);
});

test('two variants have identifiers of their own, valid CSAF, and not a byte of what only the other holds', async () => {
  const [wide, narrow] = [await parts.read('cncert', 'With parts'), await parts.read('corvia', 'With parts')];
  for (const field of ['id', 'reference', 'tracking_id'] as const)
    expect(wide![field]).not.toBe(narrow![field]);
  expect([wide!.version, narrow!.version]).toEqual([1, 1]);
  const documents = { cncert: await csafOf('cncert', wide!), corvia: await csafOf('corvia', narrow!) };
  for (const document of Object.values(documents)) expect(await validateCsaf(document)).toEqual([]);
  const bytes = JSON.stringify([narrow, documents.corvia]);
  for (const word of WORDS.slice(1)) expect(bytes.toLowerCase()).not.toContain(word);
  for (const title of [
    'Who was hit',
    'Who clicked',
    'Address',
    'For named persons',
    wide!.id,
    wide!.reference,
  ])
    expect(bytes).not.toContain(title);
  expect(documents.cncert.document.notes.slice(1).map(({ category, title }) => [category, title])).toEqual([
    ['general', 'What was seen (TLP:GREEN)'],
    ['general', 'Who was hit (TLP:GREEN)'],
    ['general', 'Who told us (TLP:GREEN)'],
    ['details', 'Who clicked (TLP:GREEN)'],
    ['other', 'Address (TLP:AMBER, PAP:AMBER)'],
  ]);
});

test('a document that holds a part above GREEN is kept out of every cache, though its item is GREEN', async () => {
  const caching = async (team: 'cncert' | 'corvia') => {
    const { id } = (await parts.read(team, 'With parts'))!;
    const paths = [`/api/v1/advisories/${id}`, `/api/v1/advisories/${id}/csaf`];
    const answers = await Promise.all(paths.map((path) => world.withKey(team).get(path)));
    return answers.map(({ headers }) => String(headers['cache-control']));
  };
  expect(await caching('cncert')).toEqual(['private, no-store', 'private, no-store']);
  for (const cache of await caching('corvia')) expect(cache).not.toContain('no-store');
});

test('nobody finds an item by what its parts say, and no part of it is on any list or in any feed', async () => {
  for (const { name, ask } of everyone)
    for (const word of WORDS) {
      const answer = await ask(world).get(`/api/v1/advisories?text=${word}`);
      if (answer.status === 200) expect([name, (answer.body as { items: [] }).items]).toEqual([name, []]);
    }
  for (const team of ['cncert', 'corvia'] as const) {
    const { text } = await world.withKey(team).get('/api/v1/feed');
    for (const word of WORDS) expect(text.toLowerCase()).not.toContain(word);
  }
});

test('a pseudonym is stable, the same for what reads the same, and another for another team', async () => {
  for (const [team, reference] of [
    ['cncert', 'PK-CN-WIDE'],
    ['corvia', 'PK-CO-NARROW'],
  ] as const)
    await parts.sharing.amend(team, reference, 2, {
      victim_identity: 'pseudonym',
      personal_data: 'minimised',
    });
  const victim = (title: string, text: string) => part(title, text, { tags: ['victim_identity'] });
  await parts.released('Pseudonyms', [
    victim('One', 'Invented  Bank'),
    victim('Two', 'invented bank '),
    victim('Three', 'Another bank'),
    part('Four', 'Invented bank', { tags: ['personal_data'] }),
  ]);
  const [cncert, corvia] = [
    await parts.told('cncert', 'Pseudonyms'),
    await parts.told('corvia', 'Pseudonyms'),
  ];
  expect(cncert!.One).toMatch(/^Pseudonym [0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect([cncert!.Two, cncert!.Four]).toEqual([cncert!.One, cncert!.One]);
  expect(cncert!.Three).not.toBe(cncert!.One);
  expect(corvia!.One).not.toBe(cncert!.One);
  await parts.released('Again', [victim('One', 'INVENTED BANK')]);
  expect((await parts.told('cncert', 'Again'))!.One).toBe(cncert!.One);
  await parts.sharing.amend('corvia', 'PK-CO-NARROW', 3, { victim_identity: 'sector_only' });
  expect((await parts.told('corvia', 'Again'))!.One).toBe('Sector: banking');
});

test('everybody gets what is CLEAR and bears no tag, and so does a partner of what is public', async () => {
  const sent = [part('Open', 'For all.'), part('Closer', 'Not for all.', { tlp: 'GREEN' }), PARTS[1]!];
  await parts.released('Public', sent, { tlp: 'CLEAR' }, true);
  for (const team of [null, 'cncert', 'dunmere'] as const)
    expect(await parts.told(team, 'Public')).toEqual({ Open: 'For all.' });
});

test('a new version keeps the parts, unless it says others or none', async () => {
  const id = await parts.released('Kept', [part('One', 'First.'), PARTS[5]!]);
  const analyst = world.as('pkcert-analyst');
  const change = (base: number, body: object) =>
    expected(201, analyst.post(`/api/v1/advisories/${id}/versions`).send({ base, ...body })) as Promise<{
      versions: { parts: { number: number; title: string; tlp: string | null }[] }[];
    }>;
  await change(1, { title: 'Kept on' });
  await expected(201, parts.sharing.release(id, 2));
  expect(await parts.told('corvia', 'Kept on')).toEqual({ One: 'First.' });
  await change(2, { parts: [part('Two', 'Second.')] });
  const { versions } = await change(3, { parts: [] });
  expect(versions.map((version) => version.parts.map(({ title }) => title))).toEqual([
    ['One', 'For named persons'],
    ['One', 'For named persons'],
    ['Two'],
    [],
  ]);
  expect(versions[0]!.parts[1]).toMatchObject({ number: 2, tlp: 'RED', tags: [] });
});

test.each<[string, object, string]>([
  ['an attachment', { kind: 'attachment' }, 'parts.0.kind'],
  ['no text', { text: ' ' }, 'parts.0.text'],
  ['a title on two lines', { title: 'One\nTwo' }, 'parts.0.title'],
  ['a text that is too long', { text: 'x'.repeat(10_001) }, 'parts.0.text'],
  ['an embargo of its own', { embargo_until: '2027-01-01T00:00:00Z' }, 'parts.0.embargo_until'],
  ['an audience of its own', { audience: { include: [] } }, 'parts.0.audience'],
  ['a wider TLP', { tlp: 'CLEAR' }, 'parts.0.tlp'],
  ['a wider PAP', { pap: 'CLEAR' }, 'parts.0.pap'],
  ['an unknown tag', { tags: ['rumour'] }, 'parts.0.tags'],
  ['a tag twice', { tags: ['personal_data', 'personal_data'] }, 'parts.0.tags'],
  ['an unknown type', { information_type: 'rumour' }, 'parts.0.information_type'],
])('a part with %s is refused by its field', async (_, change, field) => {
  const handling = { ...LABELS, pap: 'GREEN' };
  const body = { title: 'Refused', summary: 'Of a test.', handling, parts: [part('One', 'First.', change)] };
  const answer = await world.as('pkcert-analyst').post('/api/v1/advisories').send(body);
  expect(answer.status).toBe(422);
  expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(
    field,
  );
});

test('a list of parts that is none, or has more than two hundred, is refused', async () => {
  const many = Array.from({ length: 201 }, (_unused, n) => part(`Part ${n}`, 'Text.'));
  for (const sent of [many, null, {}, 'none', [1], [[]]]) {
    const body = { title: 'Refused', summary: 'Of a test.', parts: sent };
    const answer = await world.as('pkcert-analyst').post('/api/v1/advisories').send(body);
    expect([sent, answer.status]).toEqual([sent, 422]);
  }
  const id = await parts.draft('As many as go', many.slice(1));
  await expected(201, parts.sharing.release(id));
  expect(Object.keys((await parts.told('cncert', 'As many as go'))!)).toHaveLength(200);
});

test('an item that is marked narrower than its parts is refused, by the part', async () => {
  const id = await parts.draft('Narrower', [part('One', 'First.'), part('Two', 'Second.', { tlp: 'GREEN' })]);
  const change = { base: 1, handling: { tlp: 'AMBER' } };
  const answer = await world.as('pkcert-analyst').post(`/api/v1/advisories/${id}/versions`).send(change);
  const message = expect.stringContaining('TLP:AMBER') as string;
  const errors = [{ field: 'parts.1.tlp', rule: 'narrower', message }];
  expect([answer.status, answer.body]).toMatchObject([422, { errors }]);
});

test('others than the owner read no rows of parts, and of variants their own alone', async () => {
  const app = await createDataSource(world.appUrl, { entities: [] }).initialize();
  const counted = (team: string, sql: string) =>
    app.transaction(async (manager) => {
      const setting = `SELECT set_config('app.viewer_org', $1, true), set_config('app.at', $2, true)`;
      await manager.query(setting, [team, world.clock.now().toISOString()]);
      return Number((await manager.query<{ count: string }[]>(sql))[0]!.count);
    });
  try {
    const { pkcert, cncert, corvia } = world.organizations;
    const rows = 'SELECT count(*) FROM item_part';
    expect(await counted(pkcert, rows)).toBeGreaterThan(0);
    for (const team of [cncert, corvia]) expect(await counted(team, rows)).toBe(0);
    const versions = await world.owner.query<{ id: string }[]>(
      'SELECT vv.id FROM variant_version vv JOIN variant s ON s.id = vv.variant_id WHERE s.team_id = $1',
      [cncert],
    );
    const told = `SELECT count(*) FROM app.variant_parts('{${versions.map(({ id }) => id).join(',')}}')`;
    expect(await counted(cncert, told)).toBeGreaterThan(0);
    expect(await counted(corvia, told)).toBe(0);
  } finally {
    await app.destroy();
  }
});

test('nobody changes a part, or adds one to a version that is made', async () => {
  await expect(world.owner.query(`UPDATE item_part SET text = 'Changed'`)).rejects.toThrow();
  await expect(
    world.owner.query(
      `INSERT INTO item_part SELECT (jsonb_populate_record(p, '{"number": 7}')).* FROM item_part p WHERE p.item_version_id IN (SELECT id FROM item_version WHERE item_id = $1) LIMIT 1`,
      [own],
    ),
  ).rejects.toThrow('a version keeps the parts it was made with');
});

test('where what would be served holds more than the decision lets it, it is withheld and reported', async () => {
  await parts.released('Tampered', [PARTS[0]!, PARTS[5]!]);
  expect(await parts.told('cncert', 'Tampered')).toEqual({ 'What was seen': PARTS[0]!.text });
  expect(faults).not.toHaveBeenCalled();
  await world.owner.query('ALTER TABLE variant_version DISABLE TRIGGER USER');
  await world.owner.query(
    `UPDATE variant_version v SET shape = '' FROM item_version i WHERE i.id = v.item_version_id AND i.title = 'Tampered'`,
  );
  await world.owner.query('ALTER TABLE variant_version ENABLE TRIGGER USER');
  expect(await parts.read('cncert', 'Tampered')).toBeUndefined();
  expect(faults).toHaveBeenCalledWith(expect.stringContaining('holds more than is let go'));
});
