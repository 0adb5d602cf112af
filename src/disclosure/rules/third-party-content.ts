import type { GrantFacts, Question } from './question';
import { within } from './terms-in-force';
import { forbids, notApplicable, passes, type Verdict, when } from './verdict';
import type { Tlp } from './vocabulary';

const D17 = 'D-17';
/** What may go on among those who work together, whoever it came from (TLP 2.0). */
const isFree = (tlp: Tlp | null): boolean => tlp === 'CLEAR' || tlp === 'GREEN';

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
 * partner has it itself. The terms may let nothing of it go, or all that its marking lets travel among CERTs (up to GREEN):
 * no terms widen what a source has marked narrower.
 */
export function thirdPartyContent(question: Question, grant: GrantFacts): Verdict {
  const { reader, item } = question;
  if (item.thirdParty && grant.thirdPartyContent === 'never')
    return forbids(D17, 'the terms let no content of another publisher go', { clause: grant.clause });
  if (item.thirdParty && grant.thirdPartyContent === 'forward' && isFree(item.tlp))
    return passes(D17, 'the terms let it go as far as its marking does', { clause: grant.clause });
  const { to } = grant;
  const toRecipient = ({ scope, team }: Consent) => scope === 'partners' || (scope === 'team' && team === to);
  const toReader = ({ scope, team }: Consent) => scope === 'team' && team === reader;
  return reader === to ? judge(question, toRecipient) : judge(question, toRecipient, toReader);
}

/** D-17 on the public basis: the source consents that everybody reads it. */
export const thirdPartyPublished = (question: Question): Verdict =>
  judge(question, ({ scope }) => scope === 'public');
