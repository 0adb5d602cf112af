import { type WordsByCode, words } from '../problem';

/** Who may do what, and the accounts of an organization. */
export const PEOPLE_WORDS: WordsByCode = {
  'access/not-for-you': words(
    'The route is for other roles than yours.',
    'Each route says who may call it; everything else is refused.',
    'Ask a colleague with the role, or your administrator for it.',
  ),
  'access/prove-again': words(
    'The route asks you to prove once more who you are.',
    'A session that a browser holds releases, withdraws and changes keys for five minutes after a proof, so that an unlocked screen is not enough.',
    'Send your password, and the code of your second factor, with POST /api/v1/me/proof, then ask again.',
  ),
  'portal/forged': words(
    'The form was not sent from a page of this session.',
    'No other site may act in the name of who is signed in, so forms of the portal carry what only its pages know.',
    'Open the page again, and send the form from there.',
  ),
  'access/people-only': words(
    'This is for people who are signed in, not for systems with a key.',
    'Keys pull what is shared with your team; the work of your own organization is for its people.',
    'Sign in as a person of the organization.',
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
  'account/of-nobody': words(
    'The account belongs to no person.',
    'What systems file and what is imported stands in its name, so it has no role, no password and no end.',
    'Revoke the API keys that file in its name, if that is what you are after.',
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
  'access/roles-changed': words(
    'A role of yours was taken away while the request was under way.',
    'Whoever changes something has to be allowed to until it is done.',
    'Nothing was changed. Ask an administrator of your organization.',
  ),
  'account/last-administrator': words(
    'The organization would be left without an administrator.',
    'Somebody has to be able to give roles.',
    'Make somebody else an administrator first.',
  ),
};
