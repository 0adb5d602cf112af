import { everyOneListed } from './every-one-listed';
import type { GrantFacts, Question } from './question';
import { type Verdict, when } from './verdict';

/** D-07 sector (grant): every sector of the item is in the grant's list; none at all is unknown and forbids. */
export function sector({ item }: Question, grant: GrantFacts): Verdict {
  return when(
    everyOneListed(item.sectors, grant.sectors),
    'D-07',
    'every sector is granted',
    'a sector is missing or not granted',
    {
      sectors: item.sectors,
      granted: grant.sectors,
      clause: grant.clause,
    },
  );
}
