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
