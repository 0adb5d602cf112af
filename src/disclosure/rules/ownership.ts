import type { Question } from './question';
import { type Verdict, when } from './verdict';

/** D-01 ownership (own): the reader's organization owns the item. */
export function ownership({ reader, item }: Question): Verdict {
  return when(reader === item.owner, 'D-01', 'the reader owns the item', 'the reader does not own the item');
}
