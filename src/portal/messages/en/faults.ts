import { agreementFaults } from './faults-of-agreements';
import { itemFaults } from './faults-of-items';
import { requestFaults } from './faults-of-requests';

/** What went wrong: of whole requests by the problem's code, and of fields by the rule that they break. */
export const faults = {
  ...requestFaults,
  ...itemFaults,
  ...agreementFaults,
  title: 'That did not work',
  'not-found': 'There is nothing here that you may see.',
  'access/not-for-you': 'This is for other roles than yours.',
  'sign-in/refused': 'The e-mail or the password is wrong.',
  'sign-in/code-required': 'Enter the code of your second factor, too.',
  'sign-in/code-refused': 'The code is wrong, or was used before.',
  'limits/exceeded': 'Too many attempts. Wait a little, then try again.',
  'portal/forged': 'The form was not sent from this page, or your session has changed. Open the page again.',
  internal: 'Something failed on our side. Nothing was changed.',
  other: 'It was refused: {code}.',
  reference: 'If you ask for help, tell this: {id}',
  fieldOther: 'This is not accepted: {message}',
  check: 'Please check {count, plural, one {# field} other {# fields}}.',
} as const;
