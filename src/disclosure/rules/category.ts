import { everyOneListed } from './every-one-listed';
import type { GrantFacts, Question } from './question';
import { type Verdict, when } from './verdict';

/** D-06 category (grant): every category of the item is in the grant's list; none at all is unknown and forbids. */
export function category({ item }: Question, grant: GrantFacts): Verdict {
  return when(
    everyOneListed(item.categories, grant.categories),
    'D-06',
    'every category is granted',
    'a category is missing or not granted',
    { categories: item.categories, granted: grant.categories, clause: grant.clause },
  );
}
