import type { GivenAgreement, GivenFact, GivenTerms, Moment } from '../../cases/given-world';

const from = (fact: GivenFact | null): Moment | null =>
  fact === null ? null : typeof fact === 'number' ? fact : Math.max(fact.effective, fact.recorded);

/** When terms began to be in force; null if never. */
function began({ authority }: GivenAgreement, { approved, signed, entered }: GivenTerms): Moment | null {
  const facts = [...signed, entered, ...(authority === null ? [] : [approved])].map(from);
  return facts.some((fact) => fact === null) ? null : Math.max(...(facts as Moment[]));
}

/** Whether some terms of an agreement are in force at an instant and its exchange is not paused. */
export function isOpen(
  agreement: GivenAgreement,
  pauses: readonly { from: Moment; until: Moment | null }[],
  at: Moment,
): boolean {
  const ended = from(agreement.ended);
  const paused = pauses.some((pause) => pause.from <= at && (pause.until === null || pause.until > at));
  const inForce = agreement.terms.some((terms, index) => {
    const start = began(agreement, terms);
    const followed = agreement.terms.slice(index + 1).some((later) => {
      const next = began(agreement, later);
      return next !== null && next <= at;
    });
    return start !== null && start <= at && !followed && (terms.expires === null || terms.expires > at);
  });
  return inForce && !paused && (ended === null || ended > at);
}
