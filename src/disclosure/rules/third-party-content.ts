import type { Question } from './question';
import { type Verdict, when } from './verdict';

/**
 * D-17 third-party content (public, grant): what came from another publisher carries that publisher's rule. What it
 * marked CLEAR may go on; anything narrower would need its recorded consent, which this version cannot hold.
 */
export function thirdPartyContent({ item }: Question): Verdict {
  return when(
    !item.thirdParty,
    'D-17',
    'the content is the owner’s, or free to pass on',
    'the content is another publisher’s, whose consent is not recorded',
  );
}
