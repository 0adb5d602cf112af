import { describeCsaf } from '../../../src/advisories/csaf/mapping/describe-csaf';
import { csafFileName } from '../../../src/advisories/csaf/mapping/filename-csaf';
import { at } from './documents';
import { advisories, FOLDER } from './real-advisories';
import { describeWithReference } from './reference';

describeWithReference(FOLDER, 'advisories that were really issued', () => {
  test('are read and described, every one', () => {
    const all = advisories();
    expect(all).toHaveLength(58);
    for (const { name, document } of all) {
      const facts = describeCsaf(document);
      expect([name, Array.isArray(facts) ? facts : []]).toEqual([name, []]);
      expect(facts).toMatchObject({ tlp: 'CLEAR', csafVersion: '2.0', sharingGroup: null });
    }
  });

  test('tell their revisions, scores and vulnerabilities', () => {
    const facts = new Map(advisories().map(({ name, document }) => [name, describeCsaf(document)]));
    const named = (id: string): unknown => [...facts].find(([name]) => name.endsWith(`/${id}.json`))?.[1];
    expect(named('icsa-17-129-02')).toMatchObject({ revisionCount: 23, hasVulnerabilities: true });
    expect(named('icsa-17-318-02a')).toMatchObject({ maxBaseScore: null, severity: null });
    expect(at(named('icsa-24-074-07'), 'cves')).toHaveLength(157);
  });

  test('bear the file name that their tracking id prescribes', () => {
    for (const { name, document } of advisories().filter((each) => each.name.startsWith('cisa'))) {
      expect(csafFileName(String(at(document, 'document', 'tracking', 'id')))).toBe(name.split('/').at(-1));
    }
  });
});
