import { createHash } from 'node:crypto';
import { describeCsaf } from '../../src/advisories/csaf/mapping/describe-csaf';
import type { JsonObject } from '../../src/advisories/csaf/mapping/json';
import { validateCsaf } from '../../src/advisories/csaf/validate-csaf';
import type { OrganizationKey, World } from '../cast';
import { advisoryWorld, bytesOf, Desk, label, LABELS, ownDocument, PATH, trackingOf } from './advisory-world';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await advisoryWorld();
  desk = new Desk(world);
});
afterAll(() => world.close());

const { tlp: _tlp, ...UNTIL_LABEL } = LABELS;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const parsed = (bytes: Buffer) => JSON.parse(bytes.toString()) as JsonObject;

/** A document's head, as far as these tests look into it. */
interface Head {
  distribution: { tlp: { label: string }; text?: string };
  references: { summary: string; url: string }[];
  tracking: {
    id: string;
    version: string;
    initial_release_date: string;
    current_release_date: string;
    revision_history: { number: string }[];
  };
}
const headOf = (bytes: Buffer) => parsed(bytes).document as Head;

/** Imports a document, labels what it does not say itself, and releases it. */
async function publish(document: Buffer, toPublic: boolean, handling: object = UNTIL_LABEL): Promise<string> {
  const { advisory, version } = await desk.import(document);
  expect((await desk.change(advisory, { base: version, handling })).status).toBe(201);
  await desk.released(advisory, version + 1, toPublic);
  return advisory;
}

/** What a reader gets of an advisory as CSAF; whoever gets it gets a valid document. */
async function csafFor(reader: OrganizationKey | 'public', title: string) {
  const answer = await desk.read(reader, title, '/csaf');
  expect({ reader, status: answer.status }).toEqual({ reader, status: 200 });
  const bytes: Buffer = answer.body;
  expect(await validateCsaf(parsed(bytes))).toEqual([]);
  return { bytes, head: headOf(bytes), answer };
}

describe('a public document that was imported with its label', () => {
  const bytes = bytesOf(
    ownDocument({ title: 'Ünïcode flaw', ...label('WHITE'), tracking: trackingOf('PKCERT-2026-#1', 3) }),
  );
  beforeAll(() => publish(bytes, true));

  test('leaves byte for byte, to everybody, under its own file name', async () => {
    for (const reader of ['public', 'dunmere', 'corvia', 'cncert'] as const) {
      const { bytes: served, answer } = await csafFor(reader, 'Ünïcode flaw');
      expect(sha256(served)).toBe(sha256(bytes));
      expect(answer.headers['content-disposition']).toBe('inline; filename="pkcert-2026-_1.json"');
    }
  });

  test('is announced with the digest of those bytes', async () => {
    const { body } = await world.anonymous().get(PATH);
    const { documents } = body.items.find(({ title }: { title: string }) => title === 'Ünïcode flaw');
    expect(documents).toContainEqual(
      expect.objectContaining({ projection: 'csaf', sha256: sha256(bytes), media_type: 'application/json' }),
    );
  });
});

test('a document without a label is labelled before it leaves, which makes it another document', async () => {
  const title = 'Without a label';
  await publish(bytesOf(ownDocument({ title, tracking: trackingOf('PKCERT-2026-2', 1) })), true, {
    ...LABELS,
    tlp: 'CLEAR',
  });
  const { head } = await csafFor('public', title);
  expect(head.distribution.tlp.label).toBe('WHITE');
  expect(head.tracking.id).toMatch(/^[0-9a-f-]{36}-PKCERT-2026-2$/);
  expect(head.references[0]?.summary).toBe('Original advisory PKCERT-2026-2');
});

describe('a document for partners', () => {
  const title = 'For partners';
  const own = (version: number) =>
    bytesOf(ownDocument({ title, ...label('GREEN'), tracking: trackingOf('PKCERT-2026-3', version) }));
  beforeAll(() => publish(own(4), false));

  test('has for each team an identity and a history of its own', async () => {
    const ids = new Set<string>();
    for (const reader of ['cncert', 'corvia'] as const) {
      const { head } = await csafFor(reader, title);
      expect(head.tracking).toMatchObject({
        version: '1',
        revision_history: [{ number: '1' }],
        status: 'final',
      });
      expect(head.tracking.initial_release_date).toBe(head.tracking.current_release_date);
      expect(head.tracking.id).toMatch(/-PKCERT-2026-3$/);
      ids.add(head.tracking.id);
    }
    expect(ids.size).toBe(2);
  });

  test('tells a team nothing of versions that it never had', async () => {
    // A next version that only CNCERT/CC may have, then one that both may have again.
    const [{ id: advisory }] = await world.owner.query<[{ id: string }]>(
      'SELECT item_id AS id FROM csaf_source WHERE tracking_id = $1',
      ['PKCERT-2026-3'],
    );
    const audiences = [{ include: ['cncert'] }, { include: 'partners' }];
    for (const [n, audience] of audiences.entries()) {
      await desk.import(own(5 + n));
      await desk.change(advisory, { base: 3 + 2 * n, handling: { audience } });
      await desk.released(advisory, 4 + 2 * n);
      await desk.list('cncert');
    }
    const { head: cncert } = await csafFor('cncert', title);
    expect(cncert.tracking.version).toBe('3');
    expect(cncert.tracking.revision_history).toHaveLength(3);
    const { head: corvia } = await csafFor('corvia', title);
    expect(corvia.tracking.version).toBe('2');
    expect(corvia.tracking.revision_history).toHaveLength(2);
  });
});

describe('a drafted advisory', () => {
  const title = 'Drafted here';
  let id: string;
  let trackingId: string;
  beforeAll(async () => {
    const handling = { ...LABELS, tlp: 'CLEAR' };
    id = await desk.draft({ title, handling, cves: ['CVE-2026-10001'], details: 'مزید', lang: 'ur' });
    await desk.released(id, 1, true);
    trackingId = (await world.as('pkcert-auditor').get(`${PATH}/${id}`)).body.tracking_id;
  });

  test('leaves to everybody as a valid incident response document under its tracking id', async () => {
    const { head, bytes } = await csafFor('public', title);
    expect(head).toMatchObject({
      category: 'csaf_security_incident_response',
      publisher: { name: 'PKCERT (demonstration)', namespace: 'https://pkcert.example' },
      tracking: { id: trackingId, version: '1' },
    });
    expect(describeCsaf(parsed(bytes))).toMatchObject({ tlp: 'CLEAR', cves: ['CVE-2026-10001'] });
  });

  test('leaves to a team as a valid variant of it', async () => {
    await desk.released(await desk.draft({ title: 'Drafted for teams' }), 1);
    const { head } = await csafFor('cncert', 'Drafted for teams');
    expect(head.tracking.id).toMatch(/^[0-9a-f-]{36}-PKCERT-2026-[0-9A-Z]{8}$/);
    expect(head.distribution.tlp.label).toBe('GREEN');
    expect(head.references[0]).toMatchObject({ category: 'external', url: 'https://pkcert.example' });
  });

  test('leaves as JSON with nothing internal in it', async () => {
    for (const [reader, shown] of [
      ['public', title],
      ['cncert', 'Drafted for teams'],
    ] as const) {
      const answer = await desk.read(reader, shown);
      const json = parsed(answer.body);
      expect(Object.keys(json).sort()).toEqual([
        'categories',
        'cves',
        'details',
        'id',
        'information_type',
        'lang',
        'originator',
        'pap',
        'parts',
        'publisher',
        'recommendation',
        'reference',
        'references',
        'released_at',
        'sectors',
        'severity',
        'summary',
        'title',
        'tlp',
        'tracking_id',
        'type',
        'version',
      ]);
      expect(json.tracking_id).toBe((await csafFor(reader, shown)).head.tracking.id);
      const internal = [id, ...Object.values(world.people), ...Object.values(world.organizations)];
      for (const secret of internal) expect(answer.body.toString()).not.toContain(secret);
    }
  });

  test('goes on under its tracking id, and its history grows', async () => {
    await desk.change(id, { base: 1, summary: 'More is known.' });
    await desk.released(id, 2, true);
    const { head, bytes } = await csafFor('public', title);
    expect(head.tracking).toMatchObject({ id: trackingId, version: '2' });
    expect(head.tracking.revision_history.map(({ number }) => number)).toEqual(['1', '2']);
    const own = await world.as('pkcert-auditor').get(`${PATH}/${id}/csaf`);
    expect(own.body).toEqual(parsed(bytes));
  });

  test('keeps every restriction in its text when the label is AMBER+STRICT', async () => {
    const strict = 'For nobody else';
    await desk.draft({ title: strict, handling: { ...LABELS, tlp: 'AMBER+STRICT' } });
    const { body } = await world.as('pkcert-auditor').get(`${PATH}?scope=own&tlp=AMBER%2BSTRICT`);
    const csaf = await world.as('pkcert-auditor').get(`${PATH}/${body.items[0].id}/csaf`);
    expect(csaf.body.document.distribution).toEqual({
      text: 'TLP v2.0: TLP:AMBER+STRICT',
      tlp: { label: 'RED' },
    });
  });
});

test('an advisory under embargo leaves to nobody before its instant, and to whom it may after', async () => {
  const title = 'Under embargo';
  const embargo_until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const id = await desk.draft({ title, handling: { ...LABELS, tlp: 'CLEAR', embargo_until } });
  await desk.released(id, 1, true);
  const titles = async (reader: 'public' | 'cncert') => (await desk.list(reader)).map((shown) => shown.title);
  for (const reader of ['public', 'cncert'] as const) expect(await titles(reader)).not.toContain(title);
  world.clock.set(embargo_until);
  for (const reader of ['public', 'cncert'] as const) expect(await titles(reader)).toContain(title);
});

test('a caller who holds the bytes is answered 304 and no bytes', async () => {
  const [shown] = await desk.list('cncert');
  const first = await world.withKey('cncert').get(`${PATH}/${shown?.id}`);
  const again = await world
    .withKey('cncert')
    .get(`${PATH}/${shown?.id}`)
    .set('If-None-Match', first.headers.etag ?? '');
  expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
});
