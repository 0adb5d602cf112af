import type { GrantFacts, Question } from './question';
import { within } from './terms-in-force';
import { notApplicable, type Verdict, when } from './verdict';

const D17 = 'D-17';
type Consent = Question['item']['consents'][number];

/** @param needed which consents cover it: some of each have to last */
function judge({ at, item }: Question, ...needed: ((consent: Consent) => boolean)[]): Verdict {
  if (!item.thirdParty) return notApplicable(D17, 'the content is the owner’s, or free to pass on');
  const lasting = item.consents.filter((consent) => within(at, consent));
  const consents = item.consents.filter((consent) => needed.some((covers) => covers(consent)));
  return when(
    needed.every((covers) => lasting.some(covers)),
    D17,
    'the source consents',
    'the content is another publisher’s, and no consent of it covers this',
    { consents: consents.map(({ scope, from, until }) => ({ scope, from, until })) },
  );
}

/**
 * D-17 third-party content (grant): what came from another publisher carries that publisher's rule. What it marked
 * CLEAR may go on; anything narrower needs its consent, recorded by two persons, to this team or to any partner, and
 * only as long as it lasts. Constituents of a partner are no partners: they are named, beside the consent by which the
 * partner has it itself.
 */
export function thirdPartyContent(question: Question, { to }: GrantFacts): Verdict {
  const { reader } = question;
  const toRecipient = ({ scope, team }: Consent) => scope === 'partners' || (scope === 'team' && team === to);
  const toReader = ({ scope, team }: Consent) => scope === 'team' && team === reader;
  return reader === to ? judge(question, toRecipient) : judge(question, toRecipient, toReader);
}

/** D-17 on the public basis: the source consents that everybody reads it. */
export const thirdPartyPublished = (question: Question): Verdict =>
  judge(question, ({ scope }) => scope === 'public');
