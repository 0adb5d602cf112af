import type { GrantFacts, Question } from './question';
import { within } from './terms-in-force';
import { notApplicable, type Verdict, when } from './verdict';

const D17 = 'D-17';
type Consent = Question['item']['consents'][number];

function judge({ at, item }: Question, covers: (consent: Consent) => boolean): Verdict {
  if (!item.thirdParty) return notApplicable(D17, 'the content is the owner’s, or free to pass on');
  const consents = item.consents.filter(covers);
  return when(
    consents.some((consent) => within(at, consent)),
    D17,
    'the source consents',
    'the content is another publisher’s, and no consent of it covers this',
    { consents: consents.map(({ scope, from, until }) => ({ scope, from, until })) },
  );
}

/**
 * D-17 third-party content (grant): what came from another publisher carries that publisher's rule. What it marked
 * CLEAR may go on; anything narrower needs its consent, recorded by two persons, to this team or to any partner, and
 * only as long as it lasts. Constituents of a partner are no partners: they are named.
 */
export function thirdPartyContent(question: Question, grant: GrantFacts): Verdict {
  const { reader } = question;
  return judge(
    question,
    ({ scope, team }) =>
      (scope === 'team' && team === reader) || (scope === 'partners' && reader === grant.to),
  );
}

/** D-17 on the public basis: the source consents that everybody reads it. */
export const thirdPartyPublished = (question: Question): Verdict =>
  judge(question, ({ scope }) => scope === 'public');
