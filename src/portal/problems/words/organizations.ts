import { type WordsByCode, words } from '../problem';

const WHO = 'Each organization answers for what is said of it.';
const BOUND = 'What everybody reads of an organization is bounded, so that it stays readable.';

/** Organizations: what each says of itself, whom to reach, and how they merge. */
export const ORGANIZATION_WORDS: WordsByCode = {
  'organization/handle-taken': words(
    'Another organization has this handle.',
    'A handle names one organization for good.',
    'Choose another handle.',
  ),
  'organization/no-constituents': words(
    'Only a national CERT has constituents.',
    'A sectoral CERT belongs to the national CERT of its country.',
    'Ask the national CERT to add it.',
  ),
  'organization/not-yours': words(
    'It is not your organization.',
    WHO,
    'Ask its administrators; their contacts are listed with it.',
  ),
  'organization/name-taken': words(
    'Another organization has this name.',
    'Two of the same name would be taken for each other.',
    'Choose another name, as one that says the country.',
  ),
  'organization/namespace-set': words(
    'The organization has a namespace already.',
    'Its documents are known by it, so it never changes.',
    'Nothing is left to do. Read the organization for its namespace.',
  ),
  'organization/namespace-taken': words(
    'Another organization has this namespace.',
    'A namespace says whose a document is.',
    'Take an address that belongs to your organization.',
  ),
  'organization/not-mergeable': words(
    'The organizations cannot be merged; the detail says why.',
    'An organization on which rights rest would take them along, or leave them to nobody.',
    'End what the detail names first: agreements, cases, advisories or reports.',
  ),
  'organization/would-widen': words(
    'The merger would change what somebody may see.',
    'A merger is about people and names; nobody gets or loses anything by it.',
    'Look at those the detail names, and end first what lets them see it.',
  ),
  'profile/changed': words(
    'The profile has a later version than the one you have read.',
    'Nobody overwrites what she has not seen.',
    'Read it again, and send the change with the present version as base.',
  ),
  'contact/changed': words(
    'The contact has a later version than the one you have read.',
    'Nobody overwrites or verifies what she has not seen.',
    'Read it again, and name the present version.',
  ),
  'contact/own-entry': words(
    'You entered this version of the contact.',
    'A contact is verified by somebody else: two people see what others rely on.',
    'Ask another administrator, a liaison officer or a duty officer to try it.',
  ),
  'contact/too-many': words(
    'The organization has as many contacts as it may have.',
    BOUND,
    'Remove one that is not used, or change it.',
  ),
  'key/already-kept': words(
    'This very copy of the key is kept already.',
    'Keeping it once more would change nothing.',
    'Nothing is left to do. Send a newer copy when the key has changed.',
  ),
  'key/revoked': words(
    'A copy of this key with its revocation was kept before.',
    'A revocation is final. A copy without it would hide it from those who encrypt.',
    'Make a new key and send that.',
  ),
  'key/too-many': words(
    'The organization keeps as many OpenPGP keys as it may.',
    BOUND,
    'Remove one that is not used any more.',
  ),
};
