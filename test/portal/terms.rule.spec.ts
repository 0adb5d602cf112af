import * as words from '../../src/disclosure/rules/vocabulary';
import * as offered from '../../src/portal/frame/terms';
import { TLP_ORDER } from '../../src/portal/frame/tlp';

/** Pages may import nothing of the rules, so they write down what they offer; it is all there is, and nothing else. */
describe('what people choose from', () => {
  it.each(['INFORMATION_TYPES', 'SECTORS', 'PART_KINDS', 'PART_TAGS', 'RSIT_CODES'] as const)(
    'is what the rules know, whatever the order: %s',
    (name) => {
      expect([...offered[name]].sort()).toEqual([...words[name]].sort());
    },
  );

  it.each(['SEVERITIES', 'PAP_LEVELS'] as const)('is what the rules know, in their order: %s', (name) => {
    expect(offered[name]).toEqual(words[name]);
  });

  it('has the labels of TLP in the order of the rules, by which the narrowest of a page is found', () => {
    expect(TLP_ORDER).toEqual(words.TLP_LABELS);
  });
});
