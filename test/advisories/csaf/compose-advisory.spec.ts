import fc from 'fast-check';
import { composeCsaf, type DraftedAdvisory } from '../../../src/advisories/csaf/mapping/compose-advisory';
import { describeCsaf } from '../../../src/advisories/csaf/mapping/describe-csaf';
import { TLP_LABELS } from '../../../src/advisories/csaf/mapping/tlp';
import { validateCsaf } from '../../../src/advisories/csaf/validate-csaf';
import { stopCsafValidator } from '../../../src/advisories/csaf/validator-thread';
import { at } from './documents';

const DRAFT: DraftedAdvisory = {
  trackingId: 'PK-2026-0042',
  publisher: { name: 'PKCERT (demonstration)', namespace: 'https://pkcert.example', category: 'coordinator' },
  title: 'Invented phishing wave against the energy sector',
  summary: 'Letters that imitate a supplier carry a loader.',
  references: [],
  lang: 'en',
  tlp: 'AMBER',
  version: '1',
  initialRelease: '2026-05-04T10:00:00Z',
  currentRelease: '2026-05-04T10:00:00Z',
  revisions: [{ number: '1', date: '2026-05-04T10:00:00Z', summary: 'First release' }],
  status: 'final',
};

afterAll(stopCsafValidator);

describe('an advisory drafted in Accord', () => {
  test('is a valid incident response document, as short as it may be', async () => {
    const document = composeCsaf(DRAFT);
    expect(await validateCsaf(document)).toEqual([]);
    expect(describeCsaf(document)).toMatchObject({
      category: 'csaf_security_incident_response',
      summary: DRAFT.summary,
      tlp: 'AMBER',
      hasVulnerabilities: false,
    });
  });

  test('leads to its publisher when its author gives no reference', () => {
    expect(at(composeCsaf(DRAFT), 'document', 'references')).toEqual([
      { category: 'external', summary: 'PKCERT (demonstration)', url: 'https://pkcert.example' },
    ]);
  });

  test('keeps details, recommendation, contact, references and each CVE once', async () => {
    const document = composeCsaf({
      ...DRAFT,
      publisher: { ...DRAFT.publisher, contact: 'duty@pkcert.example' },
      details: 'The loader waits a day.',
      recommendation: 'Block the sender.',
      references: [{ summary: 'Supplier notice', url: 'https://supplier.example/notice' }],
      cves: ['CVE-2026-10001', 'CVE-2026-10002', 'CVE-2026-10001'],
    });
    expect(await validateCsaf(document)).toEqual([]);
    expect(at(document, 'document', 'notes')).toMatchObject([
      { category: 'summary' },
      { category: 'details', text: 'The loader waits a day.' },
      { category: 'general', title: 'Recommendation', text: 'Block the sender.' },
    ]);
    expect(at(document, 'document', 'publisher', 'contact_details')).toBe('duty@pkcert.example');
    expect(at(document, 'document', 'references')).toHaveLength(1);
    expect(document['vulnerabilities']).toEqual([{ cve: 'CVE-2026-10001' }, { cve: 'CVE-2026-10002' }]);
  });

  test.each(TLP_LABELS)('says TLP:%s so that it is read back as that', (tlp) => {
    expect(describeCsaf(composeCsaf({ ...DRAFT, tlp }))).toMatchObject({ tlp });
  });

  test('may be a draft of version 0', async () => {
    const revisions = [{ number: '0', date: '2026-05-04T10:00:00Z', summary: 'Draft' }];
    expect(await validateCsaf(composeCsaf({ ...DRAFT, status: 'draft', version: '0', revisions }))).toEqual(
      [],
    );
  });

  test('is valid whatever its author writes, in any script', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(words, words, words, async (title, summary, details) => {
        expect(await validateCsaf(composeCsaf({ ...DRAFT, title, summary, details }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
