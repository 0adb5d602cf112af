import {
  type Actor,
  type Agreement,
  countsNotYet,
  holding,
  type Instant,
  numberAmended,
  type Terms,
  under,
} from './agreement';
import type { Allowed } from './command';
import { pendingCorrigendum, stepsInWords } from './next-steps';
import { allow, closed, withoutRole } from './progress';
import { refused, type Refused } from './refusal';
import { standing } from './standing';
import type { TermDifference } from './compare-terms';

/** What a corrigendum would do, as two encodings tell. */
export interface Correction {
  /** Whether terms let more go than those in force, or oblige to less, in any place. */
  widens: boolean;
  differences: readonly TermDifference[];
}

/** What a corrigendum leaves alone: it mends how unchanged text was encoded, and by whom and when that was agreed is no matter of encoding. */
const FIXED = /^(?:agreement|kind|parties\..*|entry_condition)$/;

/** What people read and no machine weighs, and how long the agreement binds: to write that anew is nobody's alone. */
const NOBODYS_ALONE = /^(?:clause|clauses\..*|other_clauses\..*|expires_at|notice_days)$/;

const own = (handle: string, { grant }: TermDifference): boolean =>
  grant !== null && (grant.from === handle || grant.to === handle);

/**
 * Whether others have to confirm it: where it widens anything, or writes clauses or the duration anew, and where, among more than two, it
 * touches what is not the own organization's alone to narrow.
 */
export function needsCounterpart(
  agreement: Agreement,
  terms: Terms,
  correction: Correction,
  actor: Actor,
): boolean {
  if (correction.widens || correction.differences.some(({ field }) => NOBODYS_ALONE.test(field))) return true;
  const { handle } = actor.organization;
  const two = holding(under(agreement, terms.number), 'operating_cert').length <= 2;
  return !two && !correction.differences.every((one) => own(handle, one));
}

/** May these terms be drawn up as a corrigendum of those in force? What they say is judged as with any terms. */
export function judgeCorrigendum(
  agreement: Agreement,
  correction: Correction,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = withoutRole(agreement, actor, 'operating_cert');
  if (no) return no;
  const now = standing(agreement, at);
  const { inForce, ended } = now;
  const steps = stepsInWords(agreement, at);
  if (ended) return refused('agreement/ended', `The agreement has ended. ${steps}`);
  if (!inForce)
    return refused('agreement/not-in-force', `A corrigendum mends terms that are in force. ${steps}`);
  if (numberAmended(agreement) !== inForce.number)
    return refused(
      'corrigendum/overtaken',
      `Later terms are recorded to enter into force: mend those once they have. ${steps}`,
    );
  if (pendingCorrigendum(agreement, now))
    return refused('corrigendum/pending', `A corrigendum waits for its confirmation already. ${steps}`);
  if (correction.differences.length === 0)
    return refused('corrigendum/nothing', 'It says the same as the terms in force.', 'grants');
  const fixed = correction.differences.find(({ field }) => FIXED.test(field));
  if (fixed)
    return refused(
      'corrigendum/fixed',
      'A corrigendum changes neither parties nor what was agreed about the entry into force: propose terms instead.',
      fixed.field.split('.')[0] ?? fixed.field,
    );
  return allow();
}

/** The step by which a corrigendum that was drawn up is recorded: at once where it narrows, to be confirmed where it widens. */
export function judgeCorrection(
  agreement: Agreement,
  number: number,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = closed(agreement, number, at, 'corrigendum');
  if (no) return no;
  const terms = agreement.terms.find((one) => one.number === number);
  if (terms?.proposedBy !== actor.organization.handle)
    return refused('agreement/not-your-role', `It is recorded by who drew it up: ${terms?.proposedBy}.`);
  if (agreement.facts.some((fact) => fact.kind === 'corrected' && fact.terms === number))
    return refused('corrigendum/pending', `It is recorded already. ${stepsInWords(agreement, at)}`);
  const fact = { terms: number, party: actor.organization.id, effectiveAt: at } as const;
  if (terms.corrigendum?.needsCounterpart) return allow({ ...fact, kind: 'corrected', secondPerson: true });
  return allow(
    { ...fact, kind: 'corrected', secondPerson: false },
    { ...fact, kind: 'entered_into_force', secondPerson: false },
  );
}

/** Whether with one more confirmation nothing is missing: the other side's, or the second person's of the own. */
function completes(
  agreement: Agreement,
  number: number,
  without: { party?: string; fact?: string },
  at: Instant,
) {
  const version = standing(agreement, at).versions.find((one) => one.number === number);
  const open = version?.confirmationsMissing.filter(({ id }) => id !== without.party) ?? [];
  const recorded = agreement.facts.find((fact) => fact.kind === 'corrected' && fact.terms === number);
  return (
    open.length === 0 && recorded !== undefined && (!countsNotYet(recorded) || recorded.id === without.fact)
  );
}

/** The entry into force that follows when the last of those whose word is needed gives it. */
const entry = (number: number, party: string, at: Instant) =>
  ({ kind: 'entered_into_force', terms: number, party, effectiveAt: at, secondPerson: false }) as const;

/** Confirmation by another operating CERT. The last word brings it into force, at that instant and no earlier. */
export function judgeCorrectionConfirmation(
  agreement: Agreement,
  number: number,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = closed(agreement, number, at, 'corrigendum');
  if (no) return no;
  const steps = stepsInWords(agreement, at);
  const { id: party } = actor.organization;
  const version = standing(agreement, at).versions.find((one) => one.number === number);
  const others = holding(under(agreement, number), 'operating_cert').filter(
    ({ handle }) => handle !== agreement.terms.find((one) => one.number === number)?.proposedBy,
  );
  if (!others.some(({ id }) => id === party))
    return refused('agreement/not-your-role', `A corrigendum is confirmed by the other side. ${steps}`);
  if (!version?.confirmationsMissing.some(({ id }) => id === party))
    return refused('corrigendum/confirmed-already', `Your side has confirmed it already. ${steps}`);
  const fact = { terms: number, party, effectiveAt: at, secondPerson: false } as const;
  const confirmed = { ...fact, kind: 'correction_confirmed' } as const;
  return completes(agreement, number, { party }, at)
    ? allow(confirmed, entry(number, party, at))
    : allow(confirmed);
}

/** What follows from a second person's confirmation of a fact: the entry into force, if it was the last word. */
export function entryOnConfirmation(
  agreement: Agreement,
  factId: string,
  actor: Actor,
  at: Instant,
): Allowed {
  const fact = agreement.facts.find(({ id }) => id === factId);
  if (fact?.kind !== 'corrected' || fact.terms === null) return allow();
  return completes(agreement, fact.terms, { fact: factId }, at)
    ? allow(entry(fact.terms, actor.organization.id, at))
    : allow();
}
