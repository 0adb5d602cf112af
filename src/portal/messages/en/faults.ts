import { agreementFaults } from './faults/agreements';
import { consentFaults } from './faults/consents';
import { itemFaults } from './faults/items';
import { obligationFaults } from './faults/obligations';
import { requestFaults } from './faults/requests';

/** What went wrong: of whole requests by the problem's code, and of fields by the rule that they break. */
export const faults = {
  ...requestFaults,
  ...itemFaults,
  ...consentFaults,
  ...agreementFaults,
  ...obligationFaults,
  title: 'That did not work',
  'not-found': 'There is nothing here that you may see.',
  'access/not-for-you': 'This is for other roles than yours.',
  'sign-in/refused': 'The e-mail or the password is wrong.',
  'sign-in/code-required': 'Enter the code of your second factor, too.',
  'sign-in/code-refused': 'The code is wrong, or was used before.',
  'limits/exceeded': 'Too many attempts. Wait a little, then try again.',
  'portal/forged': 'The form was not sent from this page, or your session has changed. Open the page again.',
  'item/changed': 'Somebody saved a later version meanwhile. Read it first, then do yours again.',
  'item/unchanged': 'Nothing in this differs from the version before.',
  'item/withdrawn': 'It is withdrawn. Draft a new one instead.',
  'item/not-released': 'It was never released, so there is nothing to take back.',
  'release/author': 'You are one of the authors of this version, so another releaser has to release it.',
  'release/unlabelled': 'It is not labelled completely. Set what is named here first.',
  'release/red': 'TLP:RED goes to named persons, and none is named.',
  'release/not-clear': 'Only TLP:CLEAR is released to everybody.',
  'release/third-party':
    'The content is another publisher’s. Its consent has to be recorded and confirmed first.',
  'release/national-overlay': 'The law of your country bars this from release to everybody.',
  'release/already': 'This version is released already.',
  'release/withdrawn': 'It is withdrawn. Draft a new one instead.',
  'release/embargo': 'An earlier version is out or will be before this embargo ends. Shorten the embargo.',
  'advisory/no-csaf': 'There is no CSAF document of this advisory yet. It needs a label first.',
  'advisory/draft-status':
    'The imported document calls itself a draft. Import a version that is interim or final.',
  'advisory/csaf-invalid':
    'The CSAF document that would leave breaks rules of the standard. Mend what is named here.',
  'cursor/invalid': 'This page of the list is no longer there. Go to the first page.',
  malformed: 'What was sent cannot be read. Open the page again.',
  'case/not-national-cert': 'Cases are opened by national CERTs. File a report instead.',
  'report/no-recipient': 'Your organization is below no national CERT, so nobody would receive the report.',
  'report/not-recipient': 'Only the recipient of a report answers it.',
  internal: 'Something failed on our side. Nothing was changed.',
  other: 'It was refused: {code}.',
  reference: 'If you ask for help, tell this: {id}',
  fieldOther: 'This is not accepted: {message}',
  check: 'Please check {count, plural, one {# field} other {# fields}}.',
} as const;
