import type { GrantFacts, Question } from './question';
import { forbids, passes, type Verdict, when } from './verdict';
import { PAP_LEVELS } from './vocabulary';

const D11 = 'D-11';

/** D-11 PAP (grant): what the recipient may do with it is at most as narrow as the ceiling; it is never lowered to fit. */
export function permissibleActions({ item }: Question, grant: GrantFacts): Verdict {
  const { papCeiling: ceiling, clause } = grant;
  const compared = { pap: item.pap, ceiling, clause };
  if (ceiling === 'any') return passes(D11, 'any permissible actions are granted', compared);
  if (item.pap === null) return forbids(D11, 'there is no PAP, and the grant bounds it', compared);
  const rank = PAP_LEVELS.indexOf(item.pap);
  return when(
    rank >= 0 && rank <= PAP_LEVELS.indexOf(ceiling),
    D11,
    'the PAP is within the ceiling',
    'the PAP is above the ceiling',
    compared,
  );
}
