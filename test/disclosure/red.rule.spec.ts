import { itemKnownAt } from '../../src/disclosure/rules/known-at';
import type { ItemFacts, NamedPerson, Question } from '../../src/disclosure/rules/question';
import { ask, grant, item, NOON, zhao } from '../cases/question';

const RED = grant({ informationTypes: [{ type: 'threat_report', ceiling: 'RED' }] });
const NOTHING = { terms: [], facts: [], pauses: [], overlays: [] };
const verified = (...held: NamedPerson['verified']) => [{ ...zhao, verified: held }];

/** What D-16 says to a person of the reader. */
function says(facts: Partial<ItemFacts>, change: Partial<Question> = {}): [boolean, string] {
  const { released, bases } = ask({ tlp: 'RED', named: [zhao], ...facts }, [RED], {
    person: 'zhao',
    ...change,
  });
  return [released, bases.at(-1)!.verdicts.find(({ rule }) => rule === 'D-16')!.says];
}

describe('D-16 RED', () => {
  it('releases to the named duty officer whom the owner holds verified', () => {
    expect(says({})).toEqual([
      true,
      'the person is named, and the owner holds her verified as a duty officer',
    ]);
  });
  it('withholds from systems, and where nobody in particular asks', () => {
    expect(says({}, { person: null })).toEqual([
      false,
      'RED goes to named persons only, and none of them asks',
    ]);
  });
  it.each<[string, Partial<ItemFacts>, Partial<Question>]>([
    ['another person', {}, { person: 'lin' }],
    ['whoever is not named', { named: [] }, {}],
    ['who is named as a duty officer of another organization', { named: [{ ...zhao, of: 'xc' }] }, {}],
  ])('withholds from %s', (_, facts, change) => {
    expect(says(facts, change)).toEqual([false, 'the person is not named as a duty officer of the reader']);
  });
  it.each<[string, NamedPerson['verified'], boolean]>([
    ['nothing', [], false],
    ['from its first instant', [{ from: NOON, until: NOON + 1, endedAt: null }], true],
    ['not one millisecond before', [{ from: NOON + 1, until: NOON + 9, endedAt: null }], false],
    ['until one millisecond before its end', [{ from: NOON - 9, until: NOON + 1, endedAt: null }], true],
    ['not at its end', [{ from: NOON - 9, until: NOON, endedAt: null }], false],
    [
      'until one millisecond before it is ended',
      [{ from: NOON - 9, until: NOON + 9, endedAt: NOON + 1 }],
      true,
    ],
    ['not when it is ended', [{ from: NOON - 9, until: NOON + 9, endedAt: NOON }], false],
    [
      'by any one of several',
      [
        { from: NOON - 9, until: NOON - 5, endedAt: null },
        { from: NOON - 3, until: NOON + 9, endedAt: null },
      ],
      true,
    ],
    [
      'not by the parts of two',
      [
        { from: NOON - 9, until: NOON + 9, endedAt: NOON - 1 },
        { from: NOON + 1, until: NOON + 9, endedAt: null },
      ],
      false,
    ],
  ])('counts a verification: %s', (_, held, released) => {
    expect(says({ named: verified(...held) })[0]).toBe(released);
  });
  it('does not apply to another marking, and takes none for RED', () => {
    const grants = [grant({ informationTypes: [{ type: 'threat_report', ceiling: 'AMBER' }] })];
    const { released, bases } = ask({ tlp: 'AMBER' }, grants);
    const verdict = bases.at(-1)!.verdicts.find(({ rule }) => rule === 'D-16')!;
    expect([released, verdict.verdict]).toEqual([true, 'not-applicable']);
    expect(says({ tlp: null })).toEqual([false, 'there is no marking, and it may be RED']);
  });
});

describe('what was known of a verification', () => {
  const named = verified(
    { from: NOON, until: NOON + 9, endedAt: NOON + 5 },
    { from: NOON + 3, until: NOON + 9, endedAt: null },
  );
  it('is what had been recorded: not one to come, nor that it would be revoked', () => {
    const known = (at: number) => itemKnownAt(item({ named }), at, NOTHING).named[0]!.verified;
    expect(known(NOON - 1)).toEqual([]);
    expect(known(NOON)).toEqual([{ from: NOON, until: NOON + 9, endedAt: null }]);
    expect(known(NOON + 5)).toEqual(named[0]!.verified);
  });
});
