import type { Question } from './question';
import { notApplicable, type Verdict, when } from './verdict';

/** D-14 embargo (public, grant): nothing, existence included, before the instant. */
export function embargo({ at, item }: Question): Verdict {
  if (item.embargoUntil === null) return notApplicable('D-14', 'the version has no embargo');
  return when(at >= item.embargoUntil, 'D-14', 'the embargo is over', 'the version is under embargo', {
    at,
    until: item.embargoUntil,
  });
}
