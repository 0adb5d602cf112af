import { type CsafFacts, describeCsaf } from '../../../src/advisories/csaf/mapping/describe-csaf';
import { PUBLIC_SHARING_GROUP } from '../../../src/advisories/csaf/mapping/sharing-group';
import { invented, tracking } from './documents';

const STRICT_TEXT = 'TLP v2.0: TLP:AMBER+STRICT';

function labelOf(version: '2.0' | '2.1', distribution: unknown): unknown {
  return (describeCsaf(invented(version, { distribution })) as CsafFacts).tlp;
}

describe('the facts of a CSAF document', () => {
  test('name publisher, identity, version and dates as the document writes them', () => {
    expect(describeCsaf(invented())).toEqual({
      csafVersion: '2.0',
      publisherNamespace: 'https://cert.corvia.example',
      publisherName: 'Corvia CERT',
      trackingId: 'CORVIA-2026-0007',
      trackingVersion: '1',
      revisionCount: 1,
      trackingStatus: 'final',
      initialReleaseDate: '2026-03-02T08:00:00Z',
      currentReleaseDate: '2026-03-02T08:00:00Z',
      title: 'Invented flaw in the Larkspur mail gateway',
      category: 'csaf_base',
      lang: null,
      tlp: null,
      summary: null,
      cves: [],
      hasVulnerabilities: false,
      maxBaseScore: null,
      severity: null,
      sharingGroup: null,
    });
  });

  test('take the first note of the category summary', () => {
    const notes = [
      { category: 'details', text: 'Long.' },
      { category: 'summary', text: 'Short.' },
      { category: 'summary', text: 'Another.' },
    ];
    expect(describeCsaf(invented('2.0', { notes }))).toMatchObject({ summary: 'Short.' });
  });

  test('name each CVE once and rate by the highest base score, not by the stated word', () => {
    const vulnerabilities = [
      { cve: 'CVE-2026-10001', scores: [{ cvss_v3: { baseScore: 6.9, baseSeverity: 'CRITICAL' } }] },
      { cve: 'CVE-2026-10001', scores: [{ cvss_v2: { baseScore: 7.2 } }] },
      { ids: [{ system_name: 'Corvia', text: '7' }] },
    ];
    expect(describeCsaf(invented('2.0', {}, { vulnerabilities }))).toMatchObject({
      cves: ['CVE-2026-10001'],
      hasVulnerabilities: true,
      maxBaseScore: 7.2,
      severity: 'high',
    });
  });

  test.each([
    [0, 'none'],
    [0.1, 'low'],
    [3.9, 'low'],
    [4, 'medium'],
    [7, 'high'],
    [8.9, 'high'],
    [9, 'critical'],
  ])('put a base score of %d among %s', (baseScore, severity) => {
    const vulnerabilities = [{ metrics: [{ content: { cvss_v4: { baseScore } } }] }];
    expect(describeCsaf(invented('2.1', {}, { vulnerabilities }))).toMatchObject({ severity });
  });

  test('list every thing that is missing, with its place', () => {
    expect(describeCsaf(invented('2.0', { title: '', tracking: tracking({ id: 7 }) }))).toMatchObject([
      { path: '/document/tracking/id', rule: 'accord facts' },
      { path: '/document/title', rule: 'accord facts' },
    ]);
  });

  test.each([[null], [[]], ['text'], [{}], [{ document: [] }], [{ document: { tracking: null } }]])(
    'of something else, %j, are findings',
    (document) => {
      expect(describeCsaf(document)).toEqual(
        expect.arrayContaining([expect.objectContaining({ rule: 'accord facts' })]),
      );
    },
  );
});

describe('the TLP label of a CSAF document', () => {
  test.each([
    ['WHITE', undefined, 'CLEAR'],
    ['GREEN', undefined, 'GREEN'],
    ['AMBER', 'Do not forward.', 'AMBER'],
    ['RED', undefined, 'RED'],
    ['RED', `Ask first. ${STRICT_TEXT}`, 'AMBER+STRICT'],
    ['RED', 'TLP v2.0: TLP:AMBER', 'RED'],
    ['RED', 'TLP:AMBER+STRICT', 'RED'],
    ['RED', 'TLP v2.0: TLP:AMBER+STRICTER', 'RED'],
    ['GREEN', 'TLP v2.0: TLP:REDACTED', 'GREEN'],
    ['RED', `${STRICT_TEXT} TLP v2.0: TLP:RED`, 'RED'],
    ['AMBER', STRICT_TEXT, 'AMBER+STRICT'],
    ['GREEN', 'TLP v2.0: TLP:RED', 'RED'],
    ['AMBER', 'TLP v2.0: TLP:CLEAR', 'AMBER'],
  ])('in 2.0, %s with the text %j, is %s', (label, text, expected) => {
    expect(labelOf('2.0', { text, tlp: { label } })).toBe(expected);
  });

  test('in 2.0, spelled out in the text alone, counts', () => {
    expect(labelOf('2.0', { text: STRICT_TEXT })).toBe('AMBER+STRICT');
  });

  test.each(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'])('in 2.1 is %s as written', (label) => {
    expect(labelOf('2.1', { text: 'TLP v2.0: TLP:GREEN', tlp: { label } })).toBe(label);
  });

  test.each([
    ['2.0', 'CLEAR'],
    ['2.0', 'AMBER+STRICT'],
    ['2.1', 'WHITE'],
    ['2.1', 'amber'],
    ['2.0', null],
  ] as const)('of CSAF %s is never %s', (version, label) => {
    expect(describeCsaf(invented(version, { distribution: { tlp: { label } } }))).toMatchObject([
      { path: '/document/distribution/tlp/label' },
    ]);
  });
});

describe('the sharing group of a CSAF document', () => {
  const group = (id: string, label: string): unknown =>
    describeCsaf(invented('2.1', { distribution: { sharing_group: { id, name: 'Any' }, tlp: { label } } }));

  test('may be everyone, on CLEAR', () => {
    expect(group(PUBLIC_SHARING_GROUP, 'CLEAR')).toMatchObject({ sharingGroup: PUBLIC_SHARING_GROUP });
  });

  test.each([
    [PUBLIC_SHARING_GROUP, 'AMBER'],
    ['00000000-0000-0000-0000-000000000000', 'CLEAR'],
    ['5868d6be-b28a-404e-a245-0b5093b31b8b', 'GREEN'],
  ])('%s on %s is refused at entry, not stored and ignored', (id, label) => {
    expect(group(id, label)).toEqual([
      expect.objectContaining({ path: '/document/distribution/sharing_group', rule: 'accord sharing-group' }),
    ]);
  });

  test('is refused in a 2.0 document too, where it is an additional property', () => {
    const distribution = {
      sharing_group: { id: '5868d6be-b28a-404e-a245-0b5093b31b8b' },
      tlp: { label: 'RED' },
    };
    expect(describeCsaf(invented('2.0', { distribution }))).toMatchObject([{ rule: 'accord sharing-group' }]);
  });
});
