import type { Basis, Decision } from '../../src/disclosure/rules/decide';
import type { GrantFacts } from '../../src/disclosure/rules/question';
import type { CaseQuestion } from './case-types';

/** An answer in the words of the cases. */
export type Answer = CaseQuestion['expected'];

const citation = ({ terms, clause }: GrantFacts) => `${terms.agreement} ${clause}`;

/** What a basis goes by: a grant by its agreement, with the number of its terms where there are several. */
function nameOf({ basis, grant }: Basis, bases: readonly Basis[]): string {
  if (!grant) return basis;
  const { agreement, number } = grant.terms;
  const same = bases.filter((one) => one.grant?.terms.agreement === agreement);
  return same.length > 1 ? `${agreement} terms ${number}` : agreement;
}

/** What decide() said, in the words of the cases: every basis with the rules that forbid on it. */
export function answerOf({ released, basis, bases, transformations }: Decision): Answer {
  const forbidding = bases.map((one) => [
    nameOf(one, bases),
    one.verdicts.flatMap(({ rule, verdict }) => (verdict === 'forbids' ? [rule] : [])),
  ]);
  return {
    verdict: released ? 'released' : 'withheld',
    basis: basis?.basis ?? null,
    under: basis?.grant ? citation(basis.grant) : null,
    forbidding: Object.fromEntries(forbidding) as Answer['forbidding'],
    parts: Object.fromEntries(transformations.map(({ part, rule, action }) => [part, `${rule} ${action}`])),
  };
}

/**
 * The answer without what the expectation does not speak of: bases other than grants, and the grants of what is
 * released. What is withheld has to be explained on every grant there is.
 */
export function asFarAsExpected(answer: Answer, expected: Answer): Answer {
  const spoken = (name: string) =>
    name in expected.forbidding || (expected.verdict === 'withheld' && name !== 'own' && name !== 'public');
  return {
    ...answer,
    forbidding: Object.fromEntries(Object.entries(answer.forbidding).filter(([name]) => spoken(name))),
  };
}
