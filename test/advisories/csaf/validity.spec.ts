import fc from 'fast-check';
import { deriveVariant } from '../../../src/advisories/csaf/mapping/derive-variant';
import { readCsafBytes } from '../../../src/advisories/csaf/read-csaf';
import { validateCsaf } from '../../../src/advisories/csaf/validate-csaf';
import { stopCsafValidator } from '../../../src/advisories/csaf/validator-thread';
import { identifier, label, original } from './arbitrary-documents';
import skips from './corpus-skips.json';
import { invented, rulesOf } from './documents';
import { advisories, FOLDER } from './real-advisories';
import { describeWithReference, readReference, sample } from './reference';

interface Case {
  readonly name: string;
  readonly valid: boolean;
}
interface CorpusIndex {
  readonly tests: readonly { readonly failures?: readonly Case[]; readonly valid?: readonly Case[] }[];
}

const CORPORA = [
  { version: '2.0', every: 1, cases: 239 },
  { version: '2.1', every: 3, cases: 856 },
] as const;

function casesOf(version: string): Case[] {
  const index = JSON.parse(
    readReference(`csaf/${version}/validator-tests/testcases.json`).toString(),
  ) as CorpusIndex;
  return index.tests.flatMap(({ failures = [], valid = [] }) => [...failures, ...valid]);
}

async function verdict(version: string, name: string): Promise<boolean> {
  const outcome = readCsafBytes(readReference(`csaf/${version}/validator-tests/${name}`));
  return 'document' in outcome && (await validateCsaf(outcome.document)).length === 0;
}

// One file for all that is judged in both versions: a thread needs seconds to load the tests of 2.1.
afterAll(stopCsafValidator);

describeWithReference('csaf', 'the official test corpora', () => {
  test.each(CORPORA)('CSAF $version is judged as its authors judge it', async ({ version, every, cases }) => {
    const all = casesOf(version);
    expect(all).toHaveLength(cases);
    const asked = sample(all, every);
    const disagreements: string[] = [];
    for (const { name, valid } of asked) {
      if ((await verdict(version, name)) !== valid) disagreements.push(name);
    }
    // A skipped document that comes to be judged rightly fails this too: then its line goes.
    const reasons: Readonly<Record<string, string>> = skips[version];
    const expected = asked.map(({ name }) => name).filter((name) => name in reasons);
    expect(disagreements).toEqual(expected);
  });

  test('every skipped document is in a corpus, and says why', () => {
    for (const version of ['2.0', '2.1'] as const) {
      const names = new Set(casesOf(version).map(({ name }) => name));
      for (const [name, reason] of Object.entries(skips[version])) {
        expect(names).toContain(name);
        expect(reason).toMatch(/\w+ \w+/);
      }
    }
  });
});

/** Their history ends with a revision 2 while the document calls itself version 1. */
const CONTRADICT_THEIR_HISTORY = [
  'redhat/cve-2022-45787.json',
  'redhat/cve-2023-0044.json',
  'redhat/cve-2023-20861.json',
  'redhat/cve-2023-24815.json',
];

const revisions = [
  { number: '1', date: '2026-04-01T09:00:00Z', summary: 'Shared with one partner' },
] as const;

describeWithReference(FOLDER, 'advisories that were really issued', () => {
  test('are valid but for those whose version contradicts their history', async () => {
    const refused: string[] = [];
    for (const { name, document } of advisories()) {
      const findings = await validateCsaf(document);
      if (findings.length === 0) continue;
      refused.push(name);
      expect(rulesOf(findings)).toEqual(['csaf 6.1.16']);
    }
    expect(refused).toEqual(CONTRADICT_THEIR_HISTORY);
  });

  test('have valid variants, the contradictory ones too, since a variant has its own history', async () => {
    for (const { name, document } of advisories()) {
      const variant = deriveVariant(document, { externalId: 'CORVIA-7QF3', tlp: 'AMBER+STRICT', revisions });
      expect([name, await validateCsaf(variant)]).toEqual([name, []]);
    }
  });
});

describe('documents that Accord makes', () => {
  test('are valid CSAF 2.1 when they were derived from it', async () => {
    expect(await validateCsaf(invented('2.1'))).toEqual([]);
    const variant = deriveVariant(invented('2.1'), { externalId: 'PK-7QF3-K', tlp: 'RED', revisions });
    expect(await validateCsaf(variant)).toEqual([]);
  });

  test('pass the mandatory tests, every variant of every document', async () => {
    await fc.assert(
      fc.asyncProperty(original, identifier, label, async (document, externalId, tlp) => {
        expect(await validateCsaf(document)).toEqual([]);
        expect(await validateCsaf(deriveVariant(document, { externalId, tlp, revisions }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
