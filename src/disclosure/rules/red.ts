import type { Question } from './question';
import { type Verdict, when } from './verdict';

/**
 * D-16 RED (grant): RED goes to named persons who are verified duty officers of the reader. No such verification
 * exists in this version, so nobody can be named, and RED leaves for nobody.
 */
export function red({ item }: Question): Verdict {
  return when(
    item.tlp !== null && item.tlp !== 'RED',
    'D-16',
    'the marking names no persons',
    'RED goes to named persons only, and nobody can be named',
    {
      tlp: item.tlp,
    },
  );
}
