import { type WordsByCode, words } from '../problem';

/** National overlays: what the law of a country withholds. */
export const OVERLAY_WORDS: WordsByCode = {
  'overlay/not-a-cert': words(
    'Your organization is no national CERT.',
    'A national overlay is kept by the CERT that sends and receives under agreements.',
    'Ask the national CERT of your country to record it.',
  ),
  'overlay/changed': words(
    'There is a later version of the overlay than the one you build on.',
    'A version stands in place of the one before, so nobody replaces what she has not read.',
    'Read the latest version, and build on its number.',
  ),
  'overlay/second-person': words(
    'You recorded this version yourself.',
    'It lets go what is withheld now, and that takes two people.',
    'Ask another liaison officer to confirm it.',
  ),
  'overlay/counts-already': words(
    'This version counts already.',
    'It only narrowed, or somebody has confirmed it.',
    'Nothing is left to do.',
  ),
  'overlay/followed': words(
    'A later version was recorded in place of this one.',
    'Only the last version can come to count.',
    'Confirm the last one, or record another.',
  ),
};
