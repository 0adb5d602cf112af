import type { GrantFacts, Question } from './question';
import { forbids, passes, type Verdict, when } from './verdict';

const D09 = 'D-09';

/** D-09 nexus (grant): the item affects the country of the originator, of the reader, or of either, as the grant says. */
export function nexus({ item }: Question, grant: GrantFacts): Verdict {
  const compared = {
    affected: item.nexus,
    granted: grant.nexus,
    originator: grant.fromCountry,
    recipient: grant.toCountry,
    clause: grant.clause,
  };
  if (grant.nexus === 'any') return passes(D09, 'whoever is affected, it is granted', compared);
  const wanted = {
    originator: [grant.fromCountry],
    recipient: [grant.toCountry],
    either: [grant.fromCountry, grant.toCountry],
  }[grant.nexus];
  if (!wanted || item.nexus.length === 0)
    return forbids(D09, 'it is not said whom the item affects, and the grant asks', compared);
  return when(
    wanted.some((country) => country !== null && item.nexus.includes(country)),
    D09,
    'it affects whom the grant asks for',
    'it affects nobody whom the grant asks for',
    compared,
  );
}
