import type { Question } from './question';
import { forbids, passes, type Verdict } from './verdict';

const D19 = 'D-19';

/** D-19 state (public, grant): the current released version, never a draft; of withdrawn items the notice only. */
export function state({ at, subject, item }: Question): Verdict {
  const { release, withdrawnAt } = item;
  if (!release || at < release.at) return forbids(D19, 'the version is a draft');
  const withdrawn = withdrawnAt !== null && at >= withdrawnAt;
  if (subject === 'withdrawal') {
    return withdrawn
      ? passes(D19, 'the item is withdrawn, and the notice has no content')
      : forbids(D19, 'the item is not withdrawn');
  }
  if (subject === 'removal') return passes(D19, 'the notice has no content');
  if (withdrawn) return forbids(D19, 'the item is withdrawn', { withdrawn_at: withdrawnAt });
  if (release.supersededAt !== null && at >= release.supersededAt)
    return forbids(D19, 'a later version was released', { superseded_at: release.supersededAt });
  return passes(D19, 'the version is the current released one');
}
