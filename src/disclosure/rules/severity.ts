import type { GrantFacts, Question } from './question';
import { forbids, passes, type Verdict, when } from './verdict';
import { SEVERITIES } from './vocabulary';

const D08 = 'D-08';

/** D-08 severity (grant): the normalised severity lies within the bounds of the grant, both of them included. */
export function severity({ item }: Question, grant: GrantFacts): Verdict {
  const { severity: bounds, clause } = grant;
  const compared = { severity: item.severity, granted: bounds, clause };
  if (bounds === 'any') return passes(D08, 'any severity is granted', compared);
  if (item.severity === null) return forbids(D08, 'there is no severity, and the grant bounds it', compared);
  const rank = SEVERITIES.indexOf(item.severity);
  const least = bounds.least === null ? 0 : SEVERITIES.indexOf(bounds.least);
  const most = bounds.most === null ? SEVERITIES.length - 1 : SEVERITIES.indexOf(bounds.most);
  return when(
    least >= 0 && rank >= least && rank <= most,
    D08,
    'the severity is within the bounds',
    'the severity is outside the bounds',
    compared,
  );
}
