import { type WordsByCode, words } from '../problem';

const ANEW = 'Record a new consent if there is one, and have it confirmed.';

/** What single items hang on: consents of their source, and what is passed on to constituents. */
export const CONDITION_WORDS: WordsByCode = {
  'consent/not-third-party': words(
    'No version of the item holds another publisher’s content.',
    'Nobody else’s consent is needed for what is your own, or free to pass on.',
    'Release it: its handling and the agreements say who gets it.',
  ),
  'consent/second-person': words(
    'You recorded this consent yourself.',
    'What lets another’s content go is looked at by two people.',
    'Ask another liaison officer or a releaser of your organization to confirm it.',
  ),
  'consent/confirmed': words(
    'The consent is confirmed already.',
    'A second person confirms it once.',
    'Nothing is left to do.',
  ),
  'consent/revoked': words('The consent was revoked.', 'A revocation is final.', ANEW),
  'consent/lapsed': words(
    'The consent has lapsed.',
    'It lasted until an instant that is over, and nothing is shared under it since.',
    ANEW,
  ),
  'consent/ask-source': words(
    'The item holds what a team here shares with yours.',
    'A source that can be asked says itself what it consents to.',
    'Ask it with POST /api/v1/consent-requests.',
  ),
  'consent-request/free': words(
    'The item is TLP:CLEAR.',
    'What is CLEAR goes on without anybody’s consent.',
    'Pass it on, or release what you made of it.',
  ),
  'consent-request/not-derived': words(
    'No version of your advisory holds another’s content.',
    'A consent is asked for what another team shares with yours.',
    'Draft the advisory with derived_from, or import the document; then ask.',
  ),
  'consent-request/other-source': words(
    'Your advisory is declared to hold another item.',
    'An advisory has one source that can be asked, so that the consent of one lets nothing of another go.',
    'Draft an advisory of its own for each source.',
  ),
  'consent-request/consent-recorded': words(
    'Your team has itself recorded a consent of the source, and it lasts.',
    'A source that can be asked says itself what it consents to; two answers could contradict one another.',
    'Revoke the recorded consent, then ask.',
  ),
  'consent-request/over': words(
    'The request was answered or closed, or has lapsed.',
    'An answer is given once, and what has lapsed is not answered.',
    'Whoever still needs the consent asks anew.',
  ),
  'consent-request/no-consent': words(
    'There is no consent that lasts.',
    'Only what was consented to and is not over can be withdrawn.',
    'Nothing is left to do.',
  ),
  'consent-request/not-originator': words(
    'Only the originator of the item answers.',
    'It says what becomes of what it shared.',
    'To end a request of your own, close it.',
  ),
  'consent-request/not-requester': words(
    'Only the team that asked closes its request.',
    'Who asked says whether it still needs the consent.',
    'To end a request that came to you, refuse it.',
  ),
  'passing-on/public': words(
    'Everybody may read the item, your constituents too.',
    'Only what your team has under an agreement is passed on.',
    'Nothing is left to do. Point your constituents to it.',
  ),
  'passing-on/out-of-reach': words(
    'The item may not reach this constituent.',
    'Its label, the terms under which your team has it, and what its originator and its source allow say how far it goes.',
    'Leave it where it is, or ask its originator.',
  ),
  'passing-on/ended': words(
    'It is not passed on any more.',
    'What has ended does not end twice.',
    'Nothing is left to do. To pass it on again, use POST /api/v1/passing-on.',
  ),
};
