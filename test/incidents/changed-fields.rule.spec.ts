import { changedFields } from '../../src/incidents/rules/changed-fields';

const version = {
  title: 'Phishing',
  content: { summary: 'Of customers', details: 'At length' },
  tlp: 'GREEN',
  informationType: 'incident_summary',
  categories: ['fraud/phishing', 'fraud/masquerade'],
  productTypes: ['alert'],
  sectors: ['banking'],
  severity: 'high',
  nexus: ['PK', 'CN'],
  pap: 'GREEN',
  embargoUntil: new Date('2026-03-02T08:00:00Z'),
  audienceAny: false,
  audienceInclude: ['a', 'b'],
  audienceExclude: [],
  namedPersons: ['zhao'],
};

describe('what a version of a case changes', () => {
  test('is nothing where only the order of lists differs, or an absent text is empty', () => {
    const same = {
      ...version,
      categories: version.categories.toReversed(),
      nexus: version.nexus.toReversed(),
      audienceInclude: ['b', 'a'],
      embargoUntil: new Date(version.embargoUntil),
    };
    expect(changedFields(version, same)).toEqual([]);
    const bare = { ...version, content: { summary: 'Of customers' } };
    expect(changedFields(bare, { ...bare, content: { summary: 'Of customers', details: '' } })).toEqual([]);
  });

  test.each([
    [{ title: 'Spam' }, 'title'],
    [{ content: { ...version.content, summary: 'Of staff' } }, 'summary'],
    [{ content: { summary: 'Of customers' } }, 'details'],
    [{ tlp: null }, 'handling.tlp'],
    [{ namedPersons: [] }, 'handling.named_persons'],
    [{ informationType: 'incident_detail' }, 'handling.information_type'],
    [{ categories: ['fraud/phishing'] }, 'handling.categories'],
    [{ sectors: [] }, 'handling.sectors'],
    [{ severity: 'low' }, 'handling.severity'],
    [{ nexus: ['PK'] }, 'handling.nexus'],
    [{ pap: null }, 'handling.pap'],
    [{ embargoUntil: null }, 'handling.embargo_until'],
    [{ audienceAny: true, audienceInclude: [] }, 'handling.audience'],
    [{ audienceExclude: ['c'] }, 'handling.audience'],
  ])('%j is called %s', (change, field) => {
    expect(changedFields(version, { ...version, ...change })).toEqual([field]);
  });
});
