import type { Actor, Agreement, Instant } from './agreement';
import type { Allowed, Command } from './command';
import { notBefore } from './entry-condition';
import { rolesThatEnd, stepsInWords } from './next-steps';
import { noticeDays, noticeEnds } from './notice-period';
import { allow, withoutRole } from './progress';
import { refused, type Refused } from './refusal';
import { counting, standing } from './standing';

type Notice = Extract<Command, { do: 'give_notice' }>;

function endRecorded(agreement: Agreement, at: Instant): Refused | null {
  const steps = stepsInWords(agreement, at);
  if (standing(agreement, at).ended) return refused('agreement/ended', `The agreement has ended. ${steps}`);
  if (counting(agreement, null, 'ended').length === 0) return null;
  return refused('agreement/end-recorded', `The end of the agreement is recorded already. ${steps}`);
}

/** When notice was given: now, or earlier with evidence, as of a letter that was handed over before. */
function badGiving({ givenAt, hasEvidence }: Notice, at: Instant): Refused | null {
  if (givenAt > at)
    return refused('agreement/effective-instant', 'Notice that is recorded was given.', 'given_at');
  if (givenAt < at && !hasEvidence)
    return refused(
      'agreement/notice-period',
      'Notice that was given before it is recorded needs evidence of it.',
      'evidence_sha256',
    );
  return null;
}

/**
 * Notice: the agreement stays in force until the day the notice names, which is recorded with it. Where the terms in
 * force have a period of notice the day is computed, and an earlier one refused.
 */
export function judgeNotice(
  agreement: Agreement,
  notice: Notice,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = withoutRole(agreement, actor, 'operating_cert', 'signatory') ?? endRecorded(agreement, at);
  if (no) return no;
  const { inForce } = standing(agreement, at);
  if (!inForce)
    return refused(
      'agreement/not-in-force',
      `Notice is given of what is in force. ${stepsInWords(agreement, at)}`,
    );
  const bad = badGiving(notice, at);
  if (bad) return bad;
  const earliest = noticeEnds(agreement, notice.givenAt, at);
  const effectiveAt = notice.effectiveAt ?? earliest;
  if (effectiveAt === null)
    return refused(
      'agreement/notice-period',
      'The terms name no period of notice: say when the agreement ends.',
      'effective_at',
    );
  if (earliest !== null && effectiveAt < earliest)
    return refused(
      'agreement/notice-period',
      `The terms ask for ${noticeDays(agreement, at)} days of notice: ${notBefore(earliest)}.`,
      'effective_at',
    );
  if (effectiveAt <= at)
    return refused(
      'agreement/effective-instant',
      'Notice names an instant to come; an agreement that ends now is ended, without notice.',
      'effective_at',
    );
  const common = { terms: null, party: actor.organization.id, secondPerson: false };
  return allow(
    { ...common, kind: 'notice_given', effectiveAt: notice.givenAt },
    { ...common, kind: 'ended', effectiveAt },
  );
}

/**
 * End without notice, which terms with a period of notice do not know. Whoever only drafted an agreement may drop it as
 * long as nothing has entered into force.
 */
export function judgeEnd(
  agreement: Agreement,
  effectiveAt: Instant,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = withoutRole(agreement, actor, ...rolesThatEnd(agreement)) ?? endRecorded(agreement, at);
  if (no) return no;
  const days = noticeDays(agreement, at);
  if (days !== null)
    return refused(
      'agreement/notice-period',
      `The terms ask for ${days} days of notice; until then the exchange can be suspended. ${stepsInWords(agreement, at)}`,
    );
  if (effectiveAt < at)
    return refused('agreement/effective-instant', 'An agreement ends now or later.', 'effective_at');
  const party = actor.organization.id;
  return allow({ kind: 'ended', terms: null, party, effectiveAt, secondPerson: false });
}
