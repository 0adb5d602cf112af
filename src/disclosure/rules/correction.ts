import { pauseThatHolds } from './pause';
import type { GrantFacts, Question } from './question';
import { termsInForce, within } from './terms-in-force';
import { forbids, notApplicable, passes, type Verdict } from './verdict';

const D21 = 'D-21';

/** The terms of the grant were in force, later ones of its agreement are, and nothing pauses the direction for the item. */
function agreementGoesOn({ at, item }: Question, { terms, pauses }: GrantFacts): boolean {
  const began = termsInForce(terms)?.from ?? Number.POSITIVE_INFINITY;
  return (
    began <= at &&
    terms.later.some((interval) => within(at, interval)) &&
    pauseThatHolds(at, item, pauses) === undefined
  );
}

/** D-21 correction (grant): a notice without content goes to those only who received the item; after suspension or end, where the terms allow corrections. */
export function correction(question: Question, grant: GrantFacts, inForce: Verdict): Verdict {
  const { subject, received } = question;
  if (subject === 'content') return notApplicable(D21, 'the question is for content');
  if (!received) return forbids(D21, 'the reader never received the item');
  if (inForce.verdict === 'passes') return passes(D21, 'the terms are in force');
  if (agreementGoesOn(question, grant)) return passes(D21, 'later terms of the agreement are in force');
  if (subject === 'withdrawal' && grant.terms.corrections === 'allowed') {
    return passes(D21, 'the terms allow corrections after suspension or end', { clause: grant.clause });
  }
  return forbids(D21, 'the terms allow no corrections after suspension or end', { clause: grant.clause });
}
