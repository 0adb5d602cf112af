import type { Question } from './question';
import { type Verdict, when } from './verdict';

/** D-15 audience (grant): on the item's include list (or open to any partner) and not excluded; empty is nobody. */
export function audience({ reader, item }: Question): Verdict {
  const { any, include, exclude } = item.audience;
  return when(
    (any || include.includes(reader)) && !exclude.includes(reader),
    'D-15',
    'the reader is in the audience of the item',
    'the reader is not in the audience of the item',
  );
}
