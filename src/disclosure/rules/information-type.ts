import type { GrantFacts, Question } from './question';
import { type Verdict, when } from './verdict';

/** D-05 information type (grant): the item's type is among the grant's. */
export function informationType({ item }: Question, grant: GrantFacts): Verdict {
  const types = grant.informationTypes.map(({ type }) => type);
  return when(
    item.informationType !== null && types.includes(item.informationType),
    'D-05',
    'the information type is granted',
    'the information type is missing or not granted',
    { information_type: item.informationType, granted: types, clause: grant.clause },
  );
}
