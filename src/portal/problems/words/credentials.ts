import { type WordsByCode, words } from '../problem';

const COUNTED =
  'Attempts are limited for each e-mail and for each network, so that secrets cannot be guessed.';

/** How people and systems prove who they are: passwords, second factors, sessions, invitations and keys. */
export const CREDENTIAL_WORDS: WordsByCode = {
  unauthenticated: words(
    'The route asks who you are, and no credential came with the request.',
    'Only what was released to everybody is read without one.',
    'Sign in at /api/v1/sign-in, or present an API key: Authorization: Bearer …',
  ),
  'credential/invalid': words(
    'The credential is not valid, or no longer, or not from here.',
    'A token lasts 15 minutes, a key until it expires or is revoked or replaced, and both end when a person leaves. A key may be bound to addresses. A bad credential is never taken for none.',
    'Sign in again, or ask your administrator for another key.',
  ),
  'sign-in/refused': words(
    'The e-mail or the password is wrong.',
    'Which of the two is not said, so that nobody learns who has an account.',
    'Try again; after several failures sign-in waits for a while.',
  ),
  'sign-in/code-required': words(
    'The account has a second factor, and no code came with the password.',
    'Who has a second factor signs in with both.',
    'Send the same again with code: six digits of the authenticator app, or a recovery code.',
  ),
  'sign-in/code-refused': words(
    'The code of the second factor is wrong, or was used before.',
    'Each code is good once and for a short time. Failures count as those of passwords do.',
    'Wait for the next code of the app; check its clock if that fails, too.',
  ),
  'sign-in/too-many-attempts': words(
    'Too many attempts have failed.',
    COUNTED,
    'Wait as many seconds as Retry-After says.',
  ),
  'refresh/refused': words(
    'The session is over.',
    'It has ended, or its refresh token was used before, which is taken for theft. Which it is, is not said.',
    'Sign in again. Send each refresh token once, one request at a time.',
  ),
  'second-factor/required': words(
    'Your roles need a second factor, and you have none yet.',
    'Who can give roles or let content out is not known by a password alone.',
    'Enrol with POST /api/v1/me/second-factor, then sign in again.',
  ),
  'second-factor/enrolled': words(
    'You have a second factor already.',
    'There is one for each person, so that an old one is never left open beside it.',
    'Ask another administrator to remove it if you have lost it, then enrol anew.',
  ),
  'second-factor/not-begun': words(
    'There is no enrolment to confirm.',
    'A code confirms the secret that was shown when it began.',
    'Begin with POST /api/v1/me/second-factor.',
  ),
  'second-factor/not-enrolled': words(
    'You have no second factor, so there are no recovery codes.',
    'They stand in for the codes of an app.',
    'Enrol with POST /api/v1/me/second-factor.',
  ),
  'second-factor/own': words(
    'Nobody removes her or his own second factor.',
    'Somebody who took over a session could do that, too.',
    'Ask another administrator of your organization.',
  ),
  'second-factor/none': words(
    'The person has no second factor.',
    'There is nothing to remove.',
    'Nothing is left to do.',
  ),
  'account/own-password': words(
    'Nobody issues a password reset for herself or himself.',
    'Who knows the password changes it with that; who does not is known by a colleague.',
    'Change it with PUT /api/v1/me/password, or ask another administrator.',
  ),
  'invitation/open-already': words(
    'An invitation for this e-mail is open.',
    'One token at a time leads to an account.',
    'Use that one, or revoke it first.',
  ),
  'invitation/accepted': words(
    'The invitation was accepted.',
    'There is an account by now, and that is not undone by revoking.',
    'Record the departure of the person if she or he shall not be in.',
  ),
  'api-key/rotated': words(
    'The key has a successor already.',
    'A key is replaced once, so that no two are taken for the one in use.',
    'Rotate the successor; the list of keys names it.',
  ),
  'api-key/ended': words(
    'The key has expired or was revoked.',
    'What is over has no successor: there would be no time in which both are good.',
    'Issue a new key.',
  ),
};
