import { createHash } from 'node:crypto';
import { isProblem } from '../../cast/bad-input';
import type { World } from '../../cast';
import { sharedWorld } from '../shared-world';

const PATHS = ['/api/v1/advisories', '/api/v1/incidents'];
let world: World;
beforeAll(async () => {
  ({ world } = await sharedWorld());
});
afterAll(() => world.close());

const OF_EITHER: [field: string, query: string][] = [
  ['tlp', 'tlp=amber'],
  ['tlp', 'tlp=GREEN&tlp=AMBER'],
  ['type', 'type=report'],
  ['category', 'category=fraud'],
  ['sector', 'sector='],
  ['severity', 'severity=severe'],
  ['cve', 'cve=2026-10001'],
  ['cve', 'cve=CVE-2026-1%25'],
  ['text', 'text=%20%21'],
  ['text', `text=${'a'.repeat(201)}`],
  ['reference', 'reference=PK'],
  ['reference', 'reference=PK-7QX4-M2F9-0'],
  ['sort', 'sort=title'],
  ['fields', 'fields=id,owner_id'],
  ['fields', 'fields='],
  ['fields', 'fields=id,,title'],
  ['owner', 'owner=pkcert'],
  ['released_at', 'released_at=2026-01-01T00:00:00Z'],
];
const OF_RECEIVED: [field: string, query: string][] = [
  ['tlp', 'tlp=unlabelled'],
  ['originator', 'originator=PKCERT'],
  ['released_to_you_from', 'released_to_you_from=2026-01-01'],
  ['released_to_you_to', 'released_to_you_from=2026-01-02T00:00:00Z&released_to_you_to=2026-01-02T00:00:00Z'],
  ['created_from', 'created_from=2026-01-01T00:00:00Z'],
  ['updated_to', 'updated_to=2026-01-01T00:00:00Z'],
  ['sort', 'sort=-created'],
];
const OF_OWN: [field: string, query: string][] = [
  ['originator', 'originator=pkcert'],
  ['released_to_you_from', 'released_to_you_from=2026-01-01T00:00:00Z'],
  ['created_to', 'created_from=2026-01-02T00:00:00Z&created_to=2026-01-01T00:00:00Z'],
  ['updated_from', 'updated_from=yesterday'],
  ['sort', 'sort=released_to_you'],
  ['fields', 'fields=released_to_you'],
];

describe.each(PATHS)('%s', (path) => {
  test.each([
    ...[...OF_EITHER, ...OF_RECEIVED].map(([field, query]) => [field, query]),
    ...[...OF_EITHER, ...OF_OWN].map(([field, query]) => [field, `scope=own&${query}`]),
  ])('refuses, naming %s, the query %s', async (field, query) => {
    const answer = await world.as('pkcert-analyst').get(`${path}?${query}`);
    expect([answer.status, isProblem(answer)]).toEqual([422, true]);
    expect((answer.body.errors as { field: string }[]).map((error) => error.field)).toContain(field);
  });
});

test('a cursor is of use only with the filters and the order that it was given for', async () => {
  const ask = (query: string) => world.withKey('cncert').get(`/api/v1/advisories?${query}`);
  const { next } = (await ask('sector=banking&limit=1')).body as { next: string };
  for (const [query, status] of [
    ['sector=banking', 200],
    ['sector=banking&limit=7&fields=id', 200],
    ['sector=energy', 400],
    ['sector=banking&text=partners', 400],
    ['sector=banking&sort=released_to_you', 400],
    ['', 400],
  ] as const)
    expect([query, (await ask(`${query}&cursor=${next}`)).status]).toEqual([query, status]);
});

test('fewer fields are sent as they stand in the whole', async () => {
  const ask = (query: string) => world.withKey('cncert').get(`/api/v1/advisories?${query}`);
  const whole = (await ask('')).body.items as Record<string, unknown>[];
  const { items } = (await ask('fields=title,id,tlp')).body as { items: object[] };
  expect(items).toEqual(whole.map(({ id, title, tlp }) => ({ id, title, tlp })));
  const own = (await world.as('pkcert-auditor').get('/api/v1/incidents?scope=own&fields=title,reference'))
    .body;
  expect(own.items).toEqual([{ title: 'The case', reference: expect.stringMatching(/^PK-/) as string }]);
});

test('the whole summary counts as disclosed, and the digest of a transfer is over what was sent', async () => {
  const { text, body } = await world
    .withKey('corvia')
    .get('/api/v1/advisories?fields=id&text=Corvia%20alone');
  const [{ id }] = body.items as [{ id: string }];
  expect(Object.keys(body.items[0] as object)).toEqual(['id']);
  const [row] = await world.owner.query<{ whole: boolean; body_sha256: Buffer }[]>(
    `SELECT d.content_sha256 = r.sha256 AS whole, t.body_sha256 FROM variant s JOIN variant_version v ON v.variant_id = s.id
     JOIN disclosure d ON d.variant_version_id = v.id AND d.projection = 'summary'
     JOIN rendition r ON r.variant_version_id = v.id AND r.projection = 'summary'
     JOIN transfer_disclosure c ON c.disclosure_id = d.id JOIN transfer t ON t.id = c.transfer_id
     WHERE s.external_id = $1 ORDER BY t.at DESC, t.id DESC LIMIT 1`,
    [id],
  );
  expect(row).toEqual({ whole: true, body_sha256: createHash('sha256').update(text).digest() });
});

test('released_to_you is when the feed says that the item came in', async () => {
  const { body } = await world.withKey('cncert').get('/api/v1/feed');
  const came = new Map(
    (body.items as { at: string; item?: { id: string } }[]).map(({ at, item }) => [item?.id, at]),
  );
  const listed = (await world.withKey('cncert').get('/api/v1/advisories')).body.items as {
    id: string;
    released_to_you: string;
  }[];
  expect(listed.length).toBeGreaterThan(2);
  for (const { id, released_to_you } of listed) expect(released_to_you).toBe(came.get(id));
});
