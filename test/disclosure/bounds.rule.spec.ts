import type { GrantFacts, ItemFacts } from '../../src/disclosure/rules/question';
import { PAP_LEVELS, SEVERITIES } from '../../src/disclosure/rules/vocabulary';
import { ask, forbidding, grant } from '../cases/question';

const admits = (facts: Partial<ItemFacts>, terms: Partial<GrantFacts>) => ask(facts, [grant(terms)]).released;
const refusedBy = (facts: Partial<ItemFacts>, terms: Partial<GrantFacts>) => forbidding(facts, terms);

describe('D-08 severity', () => {
  it('admits what lies within the bounds, both of them included', () => {
    for (const [least, lower] of SEVERITIES.entries())
      for (const [most, upper] of SEVERITIES.entries())
        for (const [rank, severity] of SEVERITIES.entries())
          expect([
            lower,
            upper,
            severity,
            admits({ severity }, { severity: { least: lower, most: upper } }),
          ]).toEqual([lower, upper, severity, rank >= least && rank <= most]);
  });
  it('has no bound on a side that is not said', () => {
    for (const [rank, severity] of SEVERITIES.entries()) {
      expect(admits({ severity }, { severity: { least: 'medium', most: null } })).toBe(rank >= 2);
      expect(admits({ severity }, { severity: { least: null, most: 'medium' } })).toBe(rank <= 2);
    }
  });
  it('withholds what has no severity where there are bounds, and nothing where there are none', () => {
    expect(refusedBy({ severity: null }, { severity: { least: 'none', most: null } })).toEqual(['D-08']);
    expect(admits({ severity: null }, { severity: 'any' })).toBe(true);
  });
  it('withholds a severity, and by bounds, that it does not know', () => {
    const unknown = 'dreadful' as never;
    expect(refusedBy({ severity: unknown }, { severity: { least: null, most: 'critical' } })).toEqual([
      'D-08',
    ]);
    expect(refusedBy({ severity: 'high' }, { severity: { least: unknown, most: null } })).toEqual(['D-08']);
    expect(refusedBy({ severity: 'high' }, { severity: { least: null, most: unknown } })).toEqual(['D-08']);
  });
});

describe('D-09 nexus', () => {
  it.each<[string, GrantFacts['nexus'], string[], boolean]>([
    ['anything, also of nobody, under any', 'any', [], true],
    ['what affects the originator’s country, where the grant asks for it', 'originator', ['PK'], true],
    ['nothing else there', 'originator', ['CN', 'XC'], false],
    ['what affects the recipient’s country, where the grant asks for it', 'recipient', ['XC', 'CN'], true],
    ['nothing else there, either', 'recipient', ['PK'], false],
    ['what affects one of the two', 'either', ['CN'], true],
    ['what affects the other of the two', 'either', ['PK'], true],
    ['nothing that affects third countries only', 'either', ['XC'], false],
    ['nothing of which it is not said', 'either', [], false],
  ])('admits %s', (_, nexus, affected, expectation) => {
    const refused = refusedBy({ nexus: affected }, { nexus });
    expect(refused).toEqual(expectation ? [] : ['D-09']);
  });
  it('admits nothing for a side without a country, or by a nexus it does not know', () => {
    expect(refusedBy({ nexus: ['PK'] }, { nexus: 'originator', fromCountry: null })).toEqual(['D-09']);
    expect(refusedBy({ nexus: ['CN'] }, { nexus: 'recipient', toCountry: null })).toEqual(['D-09']);
    expect(admits({ nexus: ['CN'] }, { nexus: 'either', fromCountry: null })).toBe(true);
    expect(refusedBy({ nexus: ['PK'] }, { nexus: 'friends' as never })).toEqual(['D-09']);
  });
});

describe('D-11 PAP', () => {
  it('admits what is at most as narrow as the ceiling', () => {
    for (const [limit, papCeiling] of PAP_LEVELS.entries())
      for (const [rank, pap] of PAP_LEVELS.entries())
        expect([papCeiling, pap, admits({ pap }, { papCeiling })]).toEqual([papCeiling, pap, rank <= limit]);
  });
  it('withholds what has no PAP where there is a ceiling, and nothing where there is none', () => {
    expect(refusedBy({ pap: null }, { papCeiling: 'RED' })).toEqual(['D-11']);
    for (const pap of [null, ...PAP_LEVELS]) expect(admits({ pap }, { papCeiling: 'any' })).toBe(true);
  });
  it('withholds a PAP, and by a ceiling, that it does not know', () => {
    expect(refusedBy({ pap: 'WHITE' as never }, { papCeiling: 'RED' })).toEqual(['D-11']);
    expect(refusedBy({ pap: 'GREEN' }, { papCeiling: 'WHITE' as never })).toEqual(['D-11']);
  });
});

describe('what is not said of an item, and the grant bounds, is called missing', () => {
  const says = (rule: string, facts: Partial<ItemFacts>, terms: Partial<GrantFacts>) =>
    ask(facts, [grant(terms)])
      .bases.flatMap(({ verdicts }) => verdicts)
      .find((verdict) => verdict.rule === rule)!.says;
  it('of severity', () => {
    const bounds = { severity: { least: 'low', most: null } } as const;
    expect(says('D-08', { severity: null }, bounds)).toBe('there is no severity, and the grant bounds it');
    expect(says('D-08', { severity: 'none' }, bounds)).toBe('the severity is outside the bounds');
  });
  it('of nexus', () => {
    const asked = { nexus: 'either' } as const;
    const missing = 'it is not said whom the item affects, and the grant asks';
    expect(says('D-09', { nexus: [] }, asked)).toBe(missing);
    expect(says('D-09', { nexus: ['XC'] }, asked)).toBe('it affects nobody whom the grant asks for');
    expect(says('D-09', { nexus: ['PK'] }, { nexus: 'friends' as never })).toBe(missing);
  });
  it('of PAP', () => {
    expect(says('D-11', { pap: null }, { papCeiling: 'RED' })).toBe(
      'there is no PAP, and the grant bounds it',
    );
    expect(says('D-11', { pap: 'RED' }, { papCeiling: 'GREEN' })).toBe('the PAP is above the ceiling');
  });
});
