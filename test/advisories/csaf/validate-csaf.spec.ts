import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { prohibitedCategory } from '../../../src/advisories/csaf/mapping/document-category';
import { validateCsaf } from '../../../src/advisories/csaf/validate-csaf';
import { stopCsafValidator } from '../../../src/advisories/csaf/validator-thread';
import { invented, rulesOf, tracking } from './documents';

afterAll(stopCsafValidator);

describe('validating a CSAF document', () => {
  test('finds nothing in a valid document', async () => {
    expect(await validateCsaf(invented())).toEqual([]);
  });

  test.each([
    [null],
    [[]],
    ['{}'],
    [{}],
    [invented('2.0', { csaf_version: '1.2' })],
    [invented('2.0', { csaf_version: 2 })],
  ])('refuses what does not say that it is CSAF 2.0 or 2.1', async (document) => {
    expect(await validateCsaf(document)).toMatchObject([
      { path: '/document/csaf_version', rule: 'csaf schema' },
    ]);
  });

  test('tells the place and the rule of each fault', async () => {
    const lost = {
      vulnerabilities: [{ product_status: { fixed: ['P1'] }, notes: [{ category: 'other', text: 'x' }] }],
    };
    expect(await validateCsaf(invented('2.0', {}, lost))).toEqual([
      {
        path: '/vulnerabilities/0/product_status/fixed/0',
        rule: 'csaf 6.1.1',
        message: expect.any(String) as unknown,
      },
    ]);
    const shapeless = await validateCsaf(
      invented('2.0', { title: 7, tracking: tracking({ status: 'done' }) }),
    );
    expect(shapeless.map(({ path, rule }) => [path, rule])).toEqual([
      ['/document/title', 'csaf schema'],
      ['/document/tracking/status', 'csaf schema'],
    ]);
  });

  test('does not ask the mandatory tests about a document of the wrong shape', async () => {
    const document = invented('2.0', { notes: 'none', tracking: tracking({ version: '9' }) });
    expect(rulesOf(await validateCsaf(document))).toEqual(['csaf schema']);
  });

  test('asks for no address that the document names', async () => {
    let asked = 0;
    const server = createServer((_, response) => response.end(String((asked += 1)))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret.json`;
    const references = ['self', 'external'].map((category) => ({ category, summary: 'Inner', url }));
    expect(await validateCsaf({ $schema: url, ...invented('2.0', { references }) })).toEqual([]);
    await promisify(server.close.bind(server))();
    expect(asked).toBe(0);
  });

  test('gives up on a document that takes too long, and judges the next', async () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => ({ system_name: 'Corvia', text: `${index}` }));
    const costly = validateCsaf(invented('2.0', {}, { vulnerabilities: [{ ids }] }), 300);
    const next = validateCsaf(invented());
    expect(rulesOf(await costly)).toEqual(['accord validation-cost']);
    expect(await next).toEqual([]);
  });

  test('answers with no more findings than a person reads', async () => {
    expect(await validateCsaf(invented('2.0', { notes: Array(50_000).fill(1) }))).toHaveLength(100);
  });

  test('judges documents that arrive together each by itself', async () => {
    const verdicts = await Promise.all([
      validateCsaf(invented()),
      validateCsaf(invented('2.0', { title: '' })),
      validateCsaf(invented()),
    ]);
    expect(verdicts.map((findings) => findings.length)).toEqual([0, 1, 0]);
  });
});

describe('a category that looks like a profile', () => {
  test.each([
    'Csaf_a',
    'CsaF_VeX',
    'csafvex',
    'V_eX',
    'Security      Advisory',
    'security–incident‑response',
    'csaf_BASE',
    'v\u2212ex',
  ])('%s is refused', (category) => {
    for (const version of ['2.0', '2.1'] as const) {
      expect(rulesOf(prohibitedCategory(version, invented(version, { category })))).toEqual(['csaf 6.1.26']);
    }
  });

  test('is accepted where it is that profile, or like none', () => {
    for (const category of ['csaf_base', 'csaf_vex', 'Generic Advisory']) {
      expect(prohibitedCategory('2.0', invented('2.0', { category }))).toEqual([]);
    }
    expect(prohibitedCategory('2.1', invented('2.1', { category: 'csaf_withdrawn' }))).toEqual([]);
    expect(prohibitedCategory('2.0', invented('2.0', { category: 'csaf_withdrawn' }))).toHaveLength(1);
  });
});
