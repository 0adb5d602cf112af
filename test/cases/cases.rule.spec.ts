import { decide } from '../../src/disclosure/rules/decide';
import { answerOf, asFarAsExpected } from './answer';
import { RULES, TRANSFORMATIONS } from './case-schema';
import type { Case, CaseQuestion } from './case-types';
import { countryOfHandle, grantFacts, itemFacts, parentOfHandle } from './given-facts';
import { readCases } from './read-cases';

const cases = readCases();

function asked({ world }: Case, { version, expected: _, ...question }: CaseQuestion) {
  const { reader, at } = question;
  const item = itemFacts(world.items[0]!, version, world, at);
  const grants = grantFacts(world, countryOfHandle, at);
  return decide({ ...question, parent: parentOfHandle(reader), item, grants });
}

describe('decide() answers as the cases say:', () => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const answers = one.questions.map((question) => {
      const decision = asked(one, question);
      // Whatever a reader may see, it may see by a basis that no rule of it forbids.
      expect(decision.released).toBe(decision.bases.some(({ released }) => released));
      return asFarAsExpected(answerOf(decision), question.expected);
    });
    expect(answers).toEqual(one.questions.map(({ expected }) => expected));
  });
});

describe('the cases', () => {
  it('are at least 150 small worlds, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  });

  it('have each rule forbid somewhere, and somewhere alone', () => {
    const forbidding = cases.flatMap((one) =>
      one.questions.flatMap(({ expected }) => Object.values(expected.forbidding)),
    );
    const named = new Set(forbidding.flat());
    expect(RULES.filter((rule) => !named.has(rule))).toEqual([]);
    const alone = new Set(forbidding.filter((rules) => rules.length === 1).flat());
    // A type that is not granted has no ceiling: D-04 is always beside D-05.
    expect(RULES.filter((rule) => !alone.has(rule))).toEqual(['D-05']);
  });

  it('have each transformation change a part somewhere', () => {
    const said = cases.flatMap((one) =>
      one.questions.flatMap(({ expected }) => Object.values(expected.parts)),
    );
    const named = new Set(said.map((one) => one.split(' ')[0]));
    expect(TRANSFORMATIONS.filter((rule) => !named.has(rule))).toEqual([]);
  });
});
