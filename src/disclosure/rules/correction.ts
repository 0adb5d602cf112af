import type { GrantFacts, Question } from './question';
import { forbids, notApplicable, passes, type Verdict } from './verdict';

const D21 = 'D-21';

/** D-21 correction (grant): a notice without content goes to those only who received the item; after suspension or end, where the terms allow corrections. */
export function correction({ subject, received }: Question, grant: GrantFacts, inForce: Verdict): Verdict {
  if (subject === 'content') return notApplicable(D21, 'the question is for content');
  if (!received) return forbids(D21, 'the reader never received the item');
  if (inForce.verdict === 'passes') return passes(D21, 'the terms are in force');
  if (subject === 'withdrawal' && grant.terms.corrections === 'allowed') {
    return passes(D21, 'the terms allow corrections after suspension or end', { clause: grant.clause });
  }
  return forbids(D21, 'the terms allow no corrections after suspension or end', { clause: grant.clause });
}
