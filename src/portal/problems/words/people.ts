import { type WordsByCode, words } from '../problem';

/** Who is calling, and the accounts and keys of an organization. */
export const PEOPLE_WORDS: WordsByCode = {
  unauthenticated: words(
    'The route asks who you are, and no credential came with the request.',
    'Only what was released to everybody is read without one.',
    'Sign in at /api/v1/sign-in, or present an API key: Authorization: Bearer …',
  ),
  'credential/invalid': words(
    'The credential is not valid, or no longer.',
    'A token lasts 15 minutes, a key until it expires or is revoked, and both end when a person leaves. A bad credential is never taken for none.',
    'Sign in again, or ask your administrator for another key.',
  ),
  'access/not-for-you': words(
    'The route is for other roles than yours.',
    'Each route says who may call it; everything else is refused.',
    'Ask a colleague with the role, or your administrator for it.',
  ),
  'access/people-only': words(
    'This is for people who are signed in, not for systems with a key.',
    'Keys pull what is shared with your team; the work of your own organization is for its people.',
    'Sign in as a person of the organization.',
  ),
  'sign-in/refused': words(
    'The e-mail or the password is wrong.',
    'Which of the two is not said, so that nobody learns who has an account.',
    'Try again; after several failures sign-in waits for a while.',
  ),
  'sign-in/too-many-attempts': words(
    'Too many attempts to sign in have failed.',
    'Attempts are limited for each e-mail and for each network, so that passwords cannot be guessed.',
    'Wait as many seconds as Retry-After says.',
  ),
  'account/email-taken': words(
    'An account with this e-mail exists already.',
    'An e-mail names one person, and that of somebody who left stays taken.',
    'Take another address, or use the account that is there.',
  ),
  'account/own-roles': words(
    'Nobody changes her or his own roles.',
    'Rights are given by somebody else.',
    'Ask another administrator of your organization.',
  ),
  'account/departed': words(
    'The person has left.',
    'A departure is final.',
    'Create a new account if the person has come back.',
  ),
  'account/no-longer-administrator': words(
    'You are not an administrator any more.',
    'Your role was taken away while the request was under way.',
    'Ask an administrator of your organization.',
  ),
  'account/last-administrator': words(
    'The organization would be left without an administrator.',
    'Somebody has to be able to give roles.',
    'Make somebody else an administrator first.',
  ),
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
};
