import { type Earlier, weighImport } from '../../src/advisories/rules/import-order';
import { notesOn } from '../../src/advisories/rules/notes';
import { isThirdParty } from '../../src/advisories/rules/third-party';
import { renderAdvisory } from '../../src/advisories/render-advisory';
import { csafOf } from '../../src/advisories/render-csaf';
import { newTrackingId } from '../../src/advisories/tracking-id';
import type { RenderInput } from '../../src/disclosure';

describe('another publisher’s document (D-17)', () => {
  const own = 'https://pkcert.example';
  test.each<[string, string | null, string | null, boolean]>([
    [own, own, 'AMBER', false],
    [`${own}/`, own, null, false],
    [own, null, 'AMBER', true],
    ['https://pkcert.example.evil.example', own, 'AMBER', true],
    ['https://pkcert.example/team', own, 'AMBER', true],
    ['http://pkcert.example', own, 'GREEN', true],
    ['https://corvia.example', own, 'RED', true],
    ['https://corvia.example', own, null, true],
    ['https://corvia.example', own, 'CLEAR', false],
    ['https://corvia.example', null, 'CLEAR', false],
  ])('published by %s, imported by the team of %s, labelled %s: %s', (namespace, mine, tlp, third) => {
    expect(isThirdParty(namespace, mine, tlp)).toBe(third);
  });

  test('has every reason named that keeps it with its owner', () => {
    const rules = notesOn({ thirdParty: true, tlp: null, status: 'draft' }).map(({ rule }) => rule);
    expect(rules).toEqual(['accord third-party', 'accord unlabelled', 'accord draft-status']);
    expect(notesOn({ thirdParty: false, tlp: 'RED', status: 'interim' })).toEqual([]);
  });
});

describe('a document among those imported before', () => {
  const earlier = (order: Earlier['order'], change: Partial<Earlier> = {}): Earlier => ({
    itemId: 'item',
    number: 1,
    trackingVersion: '1',
    order,
    sameBytes: false,
    ...change,
  });
  test.each<[string, Earlier[], object]>([
    ['is the first', [], { kind: 'first' }],
    ['is newer than all', [earlier('newer'), earlier('newer')], { kind: 'newer', itemId: 'item' }],
    [
      'is known, though a later one is',
      [earlier('same', { sameBytes: true, number: 3 }), earlier('older')],
      { kind: 'known', itemId: 'item', number: 3 },
    ],
    [
      'is a version that was changed in silence',
      [earlier('same'), earlier('older')],
      { kind: 'refused', rule: 'accord same-version' },
    ],
    ['is older', [earlier('newer'), earlier('older')], { kind: 'refused', rule: 'accord older-version' }],
    [
      'is counted in another way',
      [earlier('not comparable')],
      { kind: 'refused', rule: 'accord incomparable-version' },
    ],
  ])('%s', (_, known, verdict) => {
    expect(weighImport(known)).toMatchObject(verdict);
  });
});

test('a tracking id is random, of its year, and without letters that are mistaken for others', () => {
  const ids = Array.from({ length: 200 }, () =>
    newTrackingId('pkcert', new Date('2025-12-31T23:59:59.999Z')),
  );
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^PKCERT-2025-[0-9A-HJKMNP-TV-Z]{8}$/);
});

describe('what is rendered', () => {
  const input = (change: Partial<RenderInput> = {}): RenderInput => ({
    kind: 'advisory',
    externalId: '11111111-1111-4111-8111-111111111111',
    reference: 'PK-7QX4-M2F9-3',
    number: 2,
    title: 'Invented',
    content: {
      tracking_id: 'PK-1',
      summary: 'Invented.',
      references: [],
      cves: [],
      lang: 'en',
      imported: null,
    },
    document: null,
    handling: {
      tlp: 'GREEN',
      information_type: 'threat_report',
      categories: ['other/other'],
      sectors: ['other'],
      severity: null,
      pap: null,
    },
    owner: { handle: 'pkcert', name: 'PKCERT', namespace: 'https://pkcert.example' },
    releasedAt: new Date('2026-03-02T08:00:00Z'),
    history: [
      { number: 1, madeAt: '2026-03-02T08:00:00.000Z' },
      { number: 2, madeAt: '2026-03-02T08:00:00.000Z' },
    ],
    parts: [],
    toPublic: false,
    ...change,
  });

  test('is the same bytes each time', () => {
    const bytes = () => renderAdvisory(input()).map((document) => document.bytes.toString());
    expect(bytes()).toEqual(bytes());
  });

  test('has revisions in the order of their numbers even if two were made in one millisecond', () => {
    const csaf = csafOf(input());
    const { document } = JSON.parse('bytes' in csaf ? csaf.bytes.toString() : '{}');
    expect(document.tracking.revision_history).toMatchObject([
      { number: '1', date: '2026-03-02T08:00:00.000Z' },
      { number: '2', date: '2026-03-02T08:00:00.001Z' },
    ]);
  });

  test('is JSON alone where no CSAF can be written, so that the rest of a list does not fall with it', () => {
    const owner = { handle: 'energy', name: 'Energy CERT', namespace: null };
    const [json, ...more] = renderAdvisory(input({ owner }));
    expect(more).toEqual([]);
    expect(JSON.parse(json!.bytes.toString())).toMatchObject({ tracking_id: null, originator: 'energy' });
  });

  test('names the publisher of what was imported, and its own team as originator', () => {
    const publisher = { name: 'Corvia CERT', namespace: 'https://corvia.example' };
    const content = { ...input().content, imported: { publisher, status: 'final', tlp: 'CLEAR' } };
    const [json] = renderAdvisory(input({ content }));
    expect(JSON.parse(json!.bytes.toString())).toMatchObject({ publisher, originator: 'pkcert' });
  });
});
