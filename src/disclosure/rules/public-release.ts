import type { Question } from './question';
import { type Verdict, when } from './verdict';

/** D-02 public release (public): CLEAR and released to the public. */
export function publicRelease({ item }: Question): Verdict {
  return when(
    item.tlp === 'CLEAR' && item.release?.public === true,
    'D-02',
    'the version is CLEAR and was released to the public',
    'the version is not CLEAR, or was not released to the public',
    { tlp: item.tlp, public: item.release?.public ?? false },
  );
}
