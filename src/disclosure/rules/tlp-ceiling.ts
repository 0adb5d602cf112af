import type { GrantFacts, Question } from './question';
import { forbids, type Verdict, when } from './verdict';
import { TLP_LABELS } from './vocabulary';

/** D-04 TLP ceiling (grant): the marking is at most the ceiling for its information type; it is never lowered to fit. */
export function tlpCeiling({ item }: Question, grant: GrantFacts): Verdict {
  const ceiling = grant.informationTypes.find(({ type }) => type === item.informationType)?.ceiling;
  const compared = { tlp: item.tlp, ceiling: ceiling ?? null, clause: grant.clause };
  if (item.tlp === null || ceiling === undefined)
    return forbids('D-04', 'there is no marking, or no ceiling for this information type', compared);
  const rank = TLP_LABELS.indexOf(item.tlp);
  const limit = TLP_LABELS.indexOf(ceiling);
  return when(
    rank >= 0 && rank <= limit,
    'D-04',
    'the marking is within the ceiling',
    'the marking is above the ceiling',
    compared,
  );
}
