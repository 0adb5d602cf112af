import { FROM_STRICTEST } from '../../src/agreements/rules/no-less-owed';
import { FROM_NARROWEST } from '../../src/agreements/rules/no-wider';
import * as decided from '../../src/disclosure/rules/handling-terms';
import * as vocabulary from '../../src/disclosure/rules/vocabulary';

describe('the words of ordered terms', () => {
  it.each([
    ['tlp_ceiling', vocabulary.TLP_LABELS],
    ['pap_ceiling', [...vocabulary.PAP_LEVELS, 'any']],
    ['severity', vocabulary.SEVERITIES],
    ['personal_data', vocabulary.PERSONAL_DATA],
  ] as const)('%s are those of the decision, in its order', (name, words) =>
    expect(FROM_NARROWEST[name]).toEqual(words),
  );
  it('of handling are those of the decision, in its order', () =>
    expect(FROM_STRICTEST).toEqual(decided.FROM_STRICTEST));
  it.each([
    ['victim_identity', vocabulary.VICTIM_IDENTITY],
    ['need', vocabulary.NEEDS],
    ['source_attribution', vocabulary.SOURCE_ATTRIBUTION],
  ] as const)('%s are those of the decision', (name, words) =>
    expect(FROM_NARROWEST[name].toSorted()).toEqual(words.toSorted()),
  );
});
