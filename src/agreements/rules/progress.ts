import {
  acting,
  type Actor,
  type Agreement,
  holding,
  type Instant,
  type PartyRole,
  under,
} from './agreement';
import type { Allowed, Command, Consent as ForParty, NewFact } from './command';
import { conditionInWords, entryState, notBefore } from './entry-condition';
import { isOvertaken, stepsInWords } from './next-steps';
import { refused, type Refused } from './refusal';
import { deadEnd, standing } from './standing';

type Consent = Extract<Command, { do: 'approve' | 'sign' }>;
type Entry = Extract<Command, { do: 'enter_into_force' }>;

export const allow = (...facts: NewFact[]): Allowed => ({ allowed: true, facts });

/** A fact about what a party has done; on behalf of another it waits for a second person. */
export function allowPast(
  fact: Omit<NewFact, 'secondPerson'>,
  { onBehalfOf }: { onBehalfOf: string | null },
  at: Instant,
): Allowed | Refused {
  if (fact.effectiveAt > at)
    return refused(
      'agreement/effective-instant',
      'What has yet to happen cannot be recorded as having happened.',
      'effective_at',
    );
  return allow({ ...fact, secondPerson: onBehalfOf !== null });
}

/** Refuses an actor whose organization has none of the roles. */
export function withoutRole(
  agreement: Agreement,
  actor: Actor,
  ...roles: (PartyRole | 'drafter')[]
): Refused | null {
  const able = acting(agreement, ...roles);
  if (able.some(({ id }) => id === actor.organization.id)) return null;
  const who = able.map(({ handle }) => handle).join(', ') || 'nobody';
  return refused('agreement/not-your-role', `This is for ${roles.join(' or ')}: ${who}.`);
}

/**
 * What forbids any further step with a terms version, whoever takes it.
 * @param of what the step is for: a corrigendum is neither approved nor signed, since its text is
 */
export function closed(
  agreement: Agreement,
  number: number,
  at: Instant,
  of: 'terms' | 'corrigendum' | 'either' = 'terms',
): Refused | null {
  const terms = agreement.terms.find((one) => one.number === number);
  if (!terms) return refused('terms/absent', `There is no terms version ${number}.`);
  const steps = stepsInWords(agreement, at);
  if (standing(agreement, at).ended) return refused('agreement/ended', `The agreement has ended. ${steps}`);
  if (agreement.facts.some((fact) => fact.kind === 'entered_into_force' && fact.terms === number))
    return refused(
      'terms/entered-already',
      `The entry into force of terms version ${number} is recorded already. ${steps}`,
    );
  const dead = deadEnd(agreement, number, at);
  if (dead) return refused(`terms/${dead}`, `Terms version ${number} was ${dead}. ${steps}`);
  if (isOvertaken(agreement, number))
    return refused(
      'terms/overtaken',
      `Other terms entered into force since terms version ${number} was drawn up, or later ones have. ${steps}`,
    );
  if (terms.expiresAt !== null && terms.expiresAt <= at)
    return refused('terms/expiry', `Terms version ${number} is past its expiry. ${steps}`);
  if (of === 'terms' && terms.corrigendum)
    return refused(
      'terms/corrigendum',
      `Terms version ${number} is a corrigendum: it is confirmed. ${steps}`,
    );
  if (of === 'corrigendum' && !terms.corrigendum)
    return refused('terms/corrigendum', `Terms version ${number} is no corrigendum. ${steps}`);
  return null;
}

/** Submission: the text is settled and goes to those who approve and sign. Once per terms version. */
export function judgeSubmission(
  agreement: Agreement,
  number: number,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = withoutRole(agreement, actor, 'operating_cert', 'drafter') ?? closed(agreement, number, at);
  if (no) return no;
  if (standing(agreement, at).versions.some((version) => version.number === number && version.submitted))
    return refused(
      'terms/submitted-already',
      `Terms version ${number} is submitted already. ${stepsInWords(agreement, at)}`,
    );
  const party = actor.organization.id;
  return allow({ kind: 'submitted', terms: number, party, effectiveAt: at, secondPerson: false });
}

/** Who may record what another party consents to or rejects: a state organ with a part in it, of the same country. */
export function mayRecordFor(
  agreement: Agreement,
  { party, onBehalfOf, hasEvidence }: ForParty,
  actor: Actor,
): Refused | null {
  const own = party === actor.organization.id;
  if (own && onBehalfOf === null) return null;
  if (onBehalfOf === null)
    return refused('agreement/on-behalf', 'Say on whose behalf this is recorded.', 'on_behalf_of');
  if (!hasEvidence)
    return refused(
      'agreement/on-behalf',
      'What is recorded on behalf of someone needs the hash of its evidence.',
      'evidence_sha256',
    );
  if (own) return null;
  const { country, kind } = actor.organization;
  const other = agreement.parties.find(({ organization }) => organization.id === party)?.organization;
  if (country === null || other?.country !== country || kind === 'sectoral-cert')
    return refused(
      'agreement/other-party',
      'Only a ministry or national CERT of the same country may record this for another party.',
    );
  return withoutRole(agreement, actor, 'signatory', 'operating_cert', 'approving_authority', 'drafter');
}

/** Approval by an approving authority, or signature by a signatory, recorded by itself or on its behalf. */
export function judgeConsent(agreement: Agreement, command: Consent, actor: Actor, at: Instant) {
  const [kind, role] =
    command.do === 'sign'
      ? (['signed', 'signatory'] as const)
      : (['approved', 'approving_authority'] as const);
  const { terms: number, party, effectiveAt } = command;
  const no = closed(agreement, number, at);
  if (no) return no;
  const concerned = under(agreement, number);
  if (!holding(concerned, role).some(({ id }) => id === party))
    return refused('agreement/not-your-role', `That party is no ${role} of these terms.`, 'party');
  const barred = mayRecordFor(concerned, command, actor);
  if (barred) return barred;
  const version = standing(agreement, at).versions.find((one) => one.number === number);
  const steps = stepsInWords(agreement, at);
  if (!version?.submitted)
    return refused('terms/not-submitted', `Terms version ${number} has not been submitted. ${steps}`);
  const open = kind === 'signed' ? version.signaturesMissing : version.approvalsMissing;
  if (!open.some(({ id }) => id === party))
    return refused(
      `terms/${kind}-already`,
      `That party has ${kind} terms version ${number} already. ${steps}`,
    );
  return allowPast({ kind, terms: number, party, effectiveAt }, command, at);
}

/** What forbids that terms enter into force at an instant that lies before their condition holds. */
function beforeItsCondition(agreement: Agreement, number: number, effectiveAt: Instant, at: Instant) {
  const terms = agreement.terms.find((one) => one.number === number);
  if (!terms?.entry) return null;
  const { from, notificationsMissing } = entryState(agreement, terms, at);
  const condition = `Terms version ${number} enters into force ${conditionInWords(terms.entry)}`;
  const steps = stepsInWords(agreement, at);
  if (from === null) {
    const open = notificationsMissing.map(({ handle }) => handle).sort();
    return refused('terms/condition', `${condition}; missing is that of ${open.join(', ')}. ${steps}`);
  }
  if (effectiveAt >= from) return null;
  const text = `${condition}: ${notBefore(from)}. ${steps}`;
  return refused('terms/condition', text, 'effective_at');
}

/** What forbids that an instrument enters into force before what it stands below. */
function beforeItsParent({ parent }: Agreement, effectiveAt: Instant): Refused | null {
  if (!parent || (parent.from !== null && parent.from <= effectiveAt)) return null;
  const { reference, from } = parent;
  const when = from === null ? 'which is not in force yet' : `which is in force ${notBefore(from)}`;
  const text = `It enters into force not before ${reference}, ${when}.`;
  return refused('agreement/parent', text, from === null ? undefined : 'effective_at');
}

/** Entry into force, once every approval and signature counts; never earlier than it is recorded. */
export function judgeEntry(
  agreement: Agreement,
  { terms: number, effectiveAt }: Entry,
  actor: Actor,
  at: Instant,
) {
  const no = withoutRole(agreement, actor, 'operating_cert', 'signatory') ?? closed(agreement, number, at);
  if (no) return no;
  const now = standing(agreement, at);
  const version = now.versions.find((one) => one.number === number);
  const steps = stepsInWords(agreement, at);
  if (!version?.submitted)
    return refused('terms/not-submitted', `Terms version ${number} has not been submitted. ${steps}`);
  if (!version.approved || !version.signed)
    return refused(
      'terms/incomplete',
      `An approval or a signature of terms version ${number} is missing. ${steps}`,
    );
  const tooEarly =
    beforeItsCondition(agreement, number, effectiveAt, at) ?? beforeItsParent(agreement, effectiveAt);
  if (tooEarly) return tooEarly;
  const expiresAt = agreement.terms.find((one) => one.number === number)?.expiresAt ?? null;
  const late = [expiresAt, now.endsAt].some((end) => end !== null && end <= effectiveAt);
  if (effectiveAt < at || late)
    return refused(
      'agreement/effective-instant',
      'Terms enter into force now or later, before they expire and before the agreement ends.',
      'effective_at',
    );
  const party = actor.organization.id;
  return allow({ kind: 'entered_into_force', terms: number, party, effectiveAt, secondPerson: false });
}
