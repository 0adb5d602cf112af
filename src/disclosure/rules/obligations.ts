import type { GrantFacts, Instant } from './question';
import type { GrantObligations } from './vocabulary';

/** One obligation that goes with what is disclosed. It outlives the agreement. */
export interface Obligation {
  readonly rule: string;
  readonly term: keyof GrantObligations;
  readonly value: GrantObligations[keyof GrantObligations];
  readonly clause: string;
  readonly says: string;
  /** Until when it has to be met; null where that depends on what happens. */
  readonly due: Instant | null;
}

const DAY = 86_400_000;
const words = (codes: readonly string[]) => codes.map((code) => code.replaceAll('_', ' ')).join(', ');
const ONWARD = {
  none: 'It is passed on to nobody.',
  own_constituents: 'It is passed on to own constituents only.',
  with_prior_written_consent: 'It is passed on only with the prior written consent of the originator.',
} as const;

type Said = Required<GrantObligations>;
interface Rule<Term extends keyof GrantObligations> {
  readonly id: string;
  readonly says: (value: Said[Term]) => string;
  readonly due?: (value: Said[Term], at: Instant) => Instant;
}
/** A rule for each term, in the order in which they are told. */
const RULES: { readonly [Term in keyof Said]: Rule<Term> } = {
  permitted_purposes: { id: 'O-01', says: (value) => `It is used for ${words(value)} only.` },
  prohibited_purposes: { id: 'O-02', says: (value) => `It is not used for ${words(value)}.` },
  onward_sharing: { id: 'O-03', says: (value) => ONWARD[value] },
  retention_days: {
    id: 'O-04',
    says: (value) => `It is destroyed within ${value} days.`,
    due: (value, at) => at + value * DAY,
  },
  breach_notice_hours: {
    id: 'O-05',
    says: (value) => `The originator is told of a loss or misuse within ${value} hours.`,
  },
};
export const OBLIGATION_TERMS = Object.keys(RULES) as (keyof GrantObligations)[];
export const OBLIGATION_RULES = OBLIGATION_TERMS.map((term) => RULES[term].id);

function obligation<Term extends keyof GrantObligations>(
  term: Term,
  value: Said[Term],
  clause: string,
  at: Instant,
): Obligation {
  const { id, says, due } = RULES[term];
  return { rule: id, term, value, clause, says: says(value), due: due?.(value, at) ?? null };
}

/** What what is said obliges to, in words. */
export const obligationsInWords = (said: GrantObligations): string[] =>
  obligationsOf({ obligations: said, clause: '' }, 0).map(({ says }) => says);

/**
 * The obligations that go with what is disclosed under a grant; none without one, as with what is public or one's own
 * (design, section 3, O-rules).
 * @param at when it becomes known to the recipient
 */
export function obligationsOf(
  grant: Pick<GrantFacts, 'obligations' | 'clause'> | null,
  at: Instant,
): Obligation[] {
  if (grant === null) return [];
  return OBLIGATION_TERMS.flatMap((term) => {
    const value = grant.obligations[term];
    return value === undefined ? [] : [obligation(term, value as never, grant.clause, at)];
  });
}
