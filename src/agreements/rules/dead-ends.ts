import { type Actor, type Agreement, holding, type Instant, under } from './agreement';
import type { Allowed, Command } from './command';
import { stepsInWords } from './next-steps';
import { allow, allowPast, closed, mayRecordFor } from './progress';
import { refused, type Refused } from './refusal';
import { standing, type VersionStanding } from './standing';

type Rejection = Extract<Command, { do: 'reject' }>;

/** Whose word terms still lack. */
const lackingOf = (version: VersionStanding) => [
  ...version.approvalsMissing,
  ...version.signaturesMissing,
  ...version.confirmationsMissing,
];

/** Rejection of submitted terms by a party whose approval or signature they still lack, or on its behalf. */
export function judgeRejection(
  agreement: Agreement,
  command: Rejection,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const { terms: number, party, effectiveAt } = command;
  const no = closed(agreement, number, at, 'either');
  if (no) return no;
  const concerned = under(agreement, number);
  const asked = (role: 'signatory' | 'approving_authority') =>
    holding(concerned, role).some(({ id }) => id === party);
  const confirms = standing(agreement, at).versions.find(
    (one) => one.number === number,
  )?.confirmationsMissing;
  if (!asked('signatory') && !asked('approving_authority') && !confirms?.some(({ id }) => id === party))
    return refused('agreement/not-your-role', 'Terms are rejected by who signs or approves them.', 'party');
  const barred = mayRecordFor(concerned, command, actor);
  if (barred) return barred;
  const version = standing(agreement, at).versions.find((one) => one.number === number);
  const steps = stepsInWords(agreement, at);
  const corrected = agreement.facts.some((fact) => fact.kind === 'corrected' && fact.terms === number);
  if (!version || !(version.submitted || corrected))
    return refused('terms/not-submitted', `Terms version ${number} has not been submitted. ${steps}`);
  if (!lackingOf(version).some(({ id }) => id === party)) {
    const done = asked('signatory') ? 'signed' : 'approved';
    return refused(`terms/${done}-already`, `That party has ${done} terms version ${number}. ${steps}`);
  }
  return allowPast({ kind: 'rejected', terms: number, party, effectiveAt }, command, at);
}

/** Withdrawal by who proposed the terms, as long as not all have consented: after that they are everybody's. */
export function judgeWithdrawal(
  agreement: Agreement,
  number: number,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = closed(agreement, number, at, 'either');
  if (no) return no;
  const proposer = agreement.terms.find((one) => one.number === number)?.proposedBy;
  if (proposer !== actor.organization.handle)
    return refused('agreement/not-your-role', `Terms are withdrawn by who proposed them: ${proposer}.`);
  const version = standing(agreement, at).versions.find((one) => one.number === number);
  const pending = agreement.terms.some((one) => one.number === number && one.corrigendum);
  if (!pending && version?.approved && version.signed)
    return refused(
      'terms/agreed',
      `All have approved and signed terms version ${number}: nobody withdraws it alone. ${stepsInWords(agreement, at)}`,
    );
  const party = actor.organization.id;
  return allow({ kind: 'withdrawn', terms: number, party, effectiveAt: at, secondPerson: false });
}
