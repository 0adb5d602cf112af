import { type Actor, type Agreement, countsNotYet, type Instant } from './agreement';
import type { Allowed, Command } from './command';
import { judgeCorrection, judgeCorrectionConfirmation } from './correcting';
import { judgeRejection, judgeWithdrawal } from './dead-ends';
import { judgeEnd, judgeNotice } from './ending';
import { entryState } from './entry-condition';
import { isOvertaken, stepsInWords } from './next-steps';
import { judgeNotification } from './notifying';
import { allow, judgeConsent, judgeEntry, judgeSubmission, withoutRole } from './progress';
import { refused, type Refused } from './refusal';
import { standing } from './standing';

/** May this be recorded of the agreement, by this person, at this instant? Allowed: with the facts to record. */
export function judge(agreement: Agreement, command: Command, actor: Actor, at: Instant): Allowed | Refused {
  switch (command.do) {
    case 'submit':
      return judgeSubmission(agreement, command.terms, actor, at);
    case 'approve':
    case 'sign':
      return judgeConsent(agreement, command, actor, at);
    case 'reject':
      return judgeRejection(agreement, command, actor, at);
    case 'notify':
      return judgeNotification(agreement, command, actor, at);
    case 'withdraw':
      return judgeWithdrawal(agreement, command.terms, actor, at);
    case 'correct':
      return judgeCorrection(agreement, command.terms, actor, at);
    case 'confirm_correction':
      return judgeCorrectionConfirmation(agreement, command.terms, actor, at);
    case 'enter_into_force':
      return judgeEntry(agreement, command, actor, at);
    case 'give_notice':
      return judgeNotice(agreement, command, actor, at);
    case 'end':
      return judgeEnd(agreement, command.effectiveAt, actor, at);
  }
}

/** May new terms be proposed? What they say is judged apart. */
export function judgeProposal(agreement: Agreement, actor: Actor, at: Instant): Allowed | Refused {
  const no = withoutRole(agreement, actor, 'operating_cert', 'drafter');
  if (no) return no;
  if (standing(agreement, at).ended)
    return refused('agreement/ended', `The agreement has ended. ${stepsInWords(agreement, at)}`);
  return allow();
}

/** The second person: another one of the organization that recorded the fact, while it still matters. */
export function judgeConfirmation(
  agreement: Agreement,
  id: string,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const fact = agreement.facts.find((one) => one.id === id);
  if (!fact) return refused('fact/absent', 'There is no such fact.');
  const steps = stepsInWords(agreement, at);
  if (!countsNotYet(fact)) return refused('fact/counts-already', `This fact needs no confirmation. ${steps}`);
  if (fact.recordedByOrg !== actor.organization.id)
    return refused('agreement/not-your-role', 'The organization that recorded a fact confirms it.');
  if (fact.recordedBy === actor.person)
    return refused(
      'fact/second-person',
      'Whoever recorded a fact cannot confirm it: a second person has to.',
    );
  const now = standing(agreement, at);
  if (now.ended) return refused('agreement/ended', `The agreement has ended. ${steps}`);
  if (fact.terms !== null && isOvertaken(agreement, fact.terms))
    return refused('terms/overtaken', `Terms version ${fact.terms} is overtaken. ${steps}`);
  const version = now.versions.find(({ number }) => number === fact.terms);
  if (version?.deadEnd)
    return refused(
      `terms/${version.deadEnd}`,
      `Terms version ${fact.terms} was ${version.deadEnd}. ${steps}`,
    );
  const { approvalsMissing: approvals = [], signaturesMissing: signatures = [] } = version ?? {};
  const terms = agreement.terms.find(({ number }) => number === fact.terms);
  const notified = terms ? entryState(agreement, terms, at).notificationsMissing : [];
  const lacking = {
    approved: approvals,
    signed: signatures,
    rejected: [...approvals, ...signatures, ...(version?.confirmationsMissing ?? [])],
    notified,
  };
  if (fact.kind === 'corrected') return allow();
  const open = Object.entries(lacking).find(([kind]) => kind === fact.kind)?.[1] ?? [];
  if (!open.some(({ id: party }) => party === fact.party))
    return refused('fact/counts-already', `The consent of that party counts already. ${steps}`);
  return allow();
}
