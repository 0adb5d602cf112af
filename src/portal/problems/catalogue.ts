import type { WordsByCode } from './problem';
import { AGREEMENT_WORDS } from './words/agreements';
import { APPROVAL_WORDS } from './words/approvals';
import { CONDITION_WORDS } from './words/conditions';
import { CREDENTIAL_WORDS } from './words/credentials';
import { ITEM_WORDS } from './words/items';
import { OBLIGATION_WORDS } from './words/obligations';
import { ORGANIZATION_WORDS } from './words/organizations';
import { OVERLAY_WORDS } from './words/overlays';
import { PEOPLE_WORDS } from './words/people';
import { REQUEST_WORDS } from './words/requests';
import { TERMS_WORDS } from './words/terms';

/** Every code that a problem document can name; a test holds it against the sources. */
export const PROBLEMS: WordsByCode = {
  ...REQUEST_WORDS,
  ...CREDENTIAL_WORDS,
  ...PEOPLE_WORDS,
  ...ORGANIZATION_WORDS,
  ...OVERLAY_WORDS,
  ...ITEM_WORDS,
  ...OBLIGATION_WORDS,
  ...CONDITION_WORDS,
  ...APPROVAL_WORDS,
  ...AGREEMENT_WORDS,
  ...TERMS_WORDS,
};
