import { bytesOf, ownDocument, trackingOf } from './advisory-world';

/** A vulnerability that is critical, and the product that has it. */
export const VULNERABLE = {
  vulnerabilities: [
    {
      cve: 'CVE-2026-10001',
      notes: [{ category: 'description', text: 'Invented.' }],
      product_status: { known_affected: ['P-1'] },
      scores: [
        {
          products: ['P-1'],
          cvss_v3: {
            version: '3.1',
            vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
            baseScore: 9.8,
            baseSeverity: 'CRITICAL',
          },
        },
      ],
    },
  ],
  product_tree: { full_product_names: [{ product_id: 'P-1', name: 'Larkspur mail gateway' }] },
};

const good = bytesOf(ownDocument({ tracking: trackingOf('PKCERT-2026-40', 1) })).toString();

/** What is wrong with a document, the document, and the rule that it breaks. */
export const FAULTY: [string, Buffer, string][] = [
  ['nothing at all', Buffer.from(''), 'json syntax'],
  ['no JSON', Buffer.from('<csaf/>'), 'json syntax'],
  ['half a document', Buffer.from(good.slice(0, 200)), 'json syntax'],
  ['another encoding', Buffer.from(`\ufeff${good}`, 'utf16le'), 'json encoding'],
  ['a byte order mark', Buffer.from(`\ufeff${good}`), 'json encoding'],
  [
    'a name that occurs twice',
    Buffer.from(good.replace('"document"', '"document":{},"document"')),
    'json duplicate',
  ],
  ['no CSAF', Buffer.from('[]'), 'csaf schema'],
  ['another version of CSAF', Buffer.from(good.replace('"2.0"', '"1.2"')), 'csaf schema'],
  ['a broken rule', Buffer.from(good.replace('"version": "1"', '"version": "2"')), 'csaf 6.1.16'],
  ['a null byte', Buffer.from(good.replace('Larkspur', 'Lark\\u0000spur')), 'json text'],
  ['nesting without end', Buffer.from('['.repeat(100_000)), 'json depth'],
  [
    'an id that no index takes',
    Buffer.from(good.replaceAll('PKCERT-2026-40', 'x'.repeat(1001))),
    'accord length',
  ],
];
