import type { GrantFacts, Question } from './question';
import { type Verdict, when } from './verdict';

/**
 * D-15 audience (grant): on the item's include list (or open to any partner) and not excluded; empty is nobody. A
 * constituent is in it with the parent that the grant names, unless it is excluded itself.
 */
export function audience({ reader, item }: Question, { to }: GrantFacts): Verdict {
  const { any, include, exclude } = item.audience;
  return when(
    (any || include.includes(to)) && !exclude.includes(to) && !exclude.includes(reader),
    'D-15',
    'the reader is in the audience of the item',
    'the reader is not in the audience of the item',
  );
}
