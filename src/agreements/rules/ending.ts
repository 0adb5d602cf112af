import type { Actor, Agreement, Instant } from './agreement';
import type { Allowed } from './command';
import { rolesThatEnd, stepsInWords } from './next-steps';
import { allow, withoutRole } from './progress';
import { refused, type Refused } from './refusal';
import { counting, standing } from './standing';

function endRecorded(agreement: Agreement, at: Instant): Refused | null {
  const { ended } = standing(agreement, at);
  const endsAt = counting(agreement, null, 'ended')[0]?.from ?? null;
  const steps = stepsInWords(agreement, at);
  if (ended) return refused('agreement/ended', `The agreement has ended. ${steps}`);
  if (endsAt === null) return null;
  return refused('agreement/end-recorded', `The end of the agreement is recorded already. ${steps}`);
}

/** Notice: the agreement stays in force until the day the notice names, which is recorded with it. */
export function judgeNotice(
  agreement: Agreement,
  effectiveAt: Instant,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = withoutRole(agreement, actor, 'operating_cert', 'signatory') ?? endRecorded(agreement, at);
  if (no) return no;
  if (!standing(agreement, at).inForce)
    return refused(
      'agreement/not-in-force',
      `Notice is given of what is in force. ${stepsInWords(agreement, at)}`,
    );
  if (effectiveAt <= at)
    return refused(
      'agreement/effective-instant',
      'Notice names an instant to come; an agreement that ends now is ended, without notice.',
      'effective_at',
    );
  const common = { terms: null, party: actor.organization.id, secondPerson: false };
  return allow(
    { ...common, kind: 'notice_given', effectiveAt: at },
    { ...common, kind: 'ended', effectiveAt },
  );
}

/** End without notice. Whoever only drafted an agreement may drop it as long as nothing has entered into force. */
export function judgeEnd(
  agreement: Agreement,
  effectiveAt: Instant,
  actor: Actor,
  at: Instant,
): Allowed | Refused {
  const no = withoutRole(agreement, actor, ...rolesThatEnd(agreement)) ?? endRecorded(agreement, at);
  if (no) return no;
  if (effectiveAt < at)
    return refused('agreement/effective-instant', 'An agreement ends now or later.', 'effective_at');
  const party = actor.organization.id;
  return allow({ kind: 'ended', terms: null, party, effectiveAt, secondPerson: false });
}
