import type { Question } from './question';
import { forbids, type Verdict, when } from './verdict';

/** D-13 release approval (public, grant): somebody released the version, and nobody who did is an author of it. */
export function releaseApproval({ item }: Question): Verdict {
  if (!item.release || item.release.by.length === 0) return forbids('D-13', 'the version has no release');
  return when(
    !item.release.by.some((person) => item.authors.includes(person)),
    'D-13',
    'the version was released by a person who is not an author of it',
    'the version was released by an author of it',
  );
}
