import fc from 'fast-check';
import { type CsafVariant, deriveVariant } from '../../../src/advisories/csaf/mapping/derive-variant';
import { type CsafFacts, describeCsaf } from '../../../src/advisories/csaf/mapping/describe-csaf';
import type { JsonObject } from '../../../src/advisories/csaf/mapping/json';
import { PUBLIC_SHARING_GROUP } from '../../../src/advisories/csaf/mapping/sharing-group';
import { identifier, label, original } from './arbitrary-documents';
import { at, invented, tracking } from './documents';

const VARIANT: CsafVariant = {
  externalId: 'PK-7QF3-K',
  tlp: 'AMBER',
  revisions: [{ number: '1', date: '2026-04-01T09:00:00Z', summary: 'Shared with Dunmere CERT' }],
};
const OWN_PAGE = {
  category: 'self',
  summary: 'The canonical URL.',
  url: 'https://cert.corvia.example/2026/corvia-2026-0007.json',
};
const OWN_PDF = { category: 'self', summary: 'As a printed page', url: 'https://cert.corvia.example/7.pdf' };
const NEWS = { category: 'external', summary: 'Vendor notice', url: 'https://larkspur.example/notice' };

function derive(document: JsonObject, changes: Partial<CsafVariant> = {}): JsonObject {
  const variant = deriveVariant(document, { ...VARIANT, ...changes });
  expect(Array.isArray(variant)).toBe(false);
  return variant as JsonObject;
}

function distribution(version: '2.0' | '2.1', existing: JsonObject, tlp: CsafVariant['tlp']): unknown {
  return at(derive(invented(version, { distribution: existing }), { tlp }), 'document', 'distribution');
}

describe('a variant of a CSAF document', () => {
  test('has its own id first and the original id as suffix', () => {
    expect(at(derive(invented()), 'document', 'tracking', 'id')).toBe('PK-7QF3-K-CORVIA-2026-0007');
  });

  test('lists the original first, by the URL under which the original names itself', () => {
    const references = at(
      derive(invented('2.0', { references: [NEWS, OWN_PDF, OWN_PAGE] })),
      'document',
      'references',
    );
    expect(references).toEqual([
      { category: 'external', summary: 'Original advisory CORVIA-2026-0007', url: OWN_PAGE.url },
      NEWS,
      { ...OWN_PDF, category: 'external' },
    ]);
  });

  test('lists an original without a URL of its own by its publisher', () => {
    expect(at(derive(invented()), 'document', 'references', 0, 'url')).toBe('https://cert.corvia.example');
  });

  test('keeps no claim to be the same document, and makes its own when it knows its URL', () => {
    const ownUrl = 'https://accord.example/csaf/pk-7qf3-k-corvia-2026-0007.json';
    const references = at(
      derive(invented('2.0', { references: [OWN_PAGE] }), {
        ownUrl,
        originalUrl: 'https://elsewhere.example/7',
      }),
      'document',
      'references',
    );
    expect(references).toMatchObject([
      { category: 'external', url: 'https://elsewhere.example/7' },
      { category: 'self', url: ownUrl },
      { category: 'external', url: OWN_PAGE.url },
    ]);
  });

  test('begins a history of its own and takes its version and dates from it', () => {
    const second = { number: '2', date: '2026-04-03T09:00:00Z', summary: 'Indicator withdrawn' };
    const history = tracking({
      version: '1.0.3',
      aliases: ['CORVIA#7'],
      generator: { engine: { name: 'Quill' } },
    });
    const variant = derive(invented('2.0', { tracking: history }), {
      revisions: [...VARIANT.revisions, second],
    });
    expect(at(variant, 'document', 'tracking')).toEqual({
      id: 'PK-7QF3-K-CORVIA-2026-0007',
      status: 'final',
      generator: { engine: { name: 'Quill' } },
      version: '2',
      initial_release_date: '2026-04-01T09:00:00Z',
      current_release_date: '2026-04-03T09:00:00Z',
      revision_history: [...VARIANT.revisions, second],
    });
  });

  test('writes AMBER+STRICT in 2.0 as RED with the label spelled out after the existing text', () => {
    expect(
      distribution('2.0', { text: 'Ask before forwarding.', tlp: { label: 'AMBER' } }, 'AMBER+STRICT'),
    ).toEqual({
      text: 'Ask before forwarding.\nTLP v2.0: TLP:AMBER+STRICT',
      tlp: { label: 'RED' },
    });
  });

  test('drops a spelled-out label that would weaken or contradict the new one', () => {
    const strict = {
      text: 'TLP v2.0: TLP:AMBER+STRICT',
      tlp: { label: 'RED', url: 'https://www.first.org/tlp/' },
    };
    const red = { tlp: { label: 'RED', url: 'https://www.first.org/tlp/' } };
    expect(distribution('2.0', strict, 'RED')).toEqual(red);
  });

  test('drops the public sharing group when the label is no longer CLEAR', () => {
    const open = { sharing_group: { id: PUBLIC_SHARING_GROUP, name: 'Public' }, tlp: { label: 'CLEAR' } };
    expect(distribution('2.1', open, 'GREEN')).toEqual({ tlp: { label: 'GREEN' } });
    expect(distribution('2.1', open, 'CLEAR')).toEqual(open);
  });

  test.each([
    [{}, VARIANT],
    [invented('2.0', { csaf_version: '3.0' }), VARIANT],
    [invented('2.0', { tracking: {} }), VARIANT],
    [invented(), { ...VARIANT, externalId: ' ' }],
    [invented(), { ...VARIANT, externalId: 'PK\n7' }],
  ])('is refused for a document or an identifier that cannot make one', (document, variant) => {
    expect(deriveVariant(document, variant)).toMatchObject([{ rule: 'accord variant' }]);
  });
});

describe('every variant of every document', () => {
  test('leaves the original alone, is another document, says its label and keeps the rest', () => {
    fc.assert(
      fc.property(original, identifier, label, (document, externalId, tlp) => {
        const before = JSON.stringify(document);
        const variant = derive(document, { externalId, tlp });
        expect(JSON.stringify(document)).toBe(before);
        const facts = describeCsaf(variant) as CsafFacts;
        const id = String(at(document, 'document', 'tracking', 'id'));
        expect(facts).toMatchObject({ tlp, trackingId: `${externalId}-${id}`, trackingVersion: '1' });
        expect(facts.trackingId).not.toBe(id);
        const rest = (whole: JsonObject): unknown => ({
          ...whole,
          document: { ...(whole['document'] as JsonObject), tracking: 0, distribution: 0, references: 0 },
        });
        expect(rest(variant)).toEqual(rest(document));
      }),
    );
  });
});
