/** What any request can be refused with, and what has to do with accounts. */
export const requestFaults = {
  invalid: 'Some fields are not accepted. Check those that are marked.',
  malformed: 'The request was broken on its way. Open the page again and try once more.',
  'malformed-json': 'What was sent is not well-formed JSON. Check it, then send it again.',
  'malformed-path': 'The address is not well-formed. Check the link, or begin at home.',
  'method-not-allowed': 'This cannot be done here. Go back and use the buttons of the page.',
  'too-large': 'It is too large. Send less at once: up to 1 MB, documents up to 16 MB.',
  'unsupported-media-type': 'This kind of file is not accepted here. Choose a JSON document.',
  'unsupported-encoding': 'The content encoding is not supported. Send it plain or with gzip.',
  'unsupported-charset': 'The text is not UTF-8. Save it as UTF-8 and send it again.',
  'headers-too-large': 'The address or the cookies are too long. Begin at home, or with fewer filters.',
  timeout: 'It took too long to arrive. Check the connection and send it again.',
  refused: 'It was refused before anything was looked at. Open the page again.',
  'not-acceptable': 'It is not available in the form that was asked for. Choose another format.',
  'limits/unavailable': 'Requests cannot be counted now, so none are let in. Try again in a few seconds.',
  draining: 'This part of the installation is restarting. Try again in a moment.',
  'clock-behind':
    'The clock of the installation was set back, so nothing is answered until it has caught up. Tell the operator.',
  'question/too-long': 'The question took too long and was given up. Ask for less, or at a quieter time.',
  'cursor/invalid': 'This place in the list is not valid any more. Begin with the first page.',
  'idempotency/malformed-key': 'The key for repeating the request is not well-formed. Take a random UUID.',
  'idempotency/different-request':
    'The same key was used for another request. Take a new one for each change.',
  'idempotency/secret-answer':
    'The answer holds a secret and is not kept, so this cannot be repeated. If it was lost, make another.',
  'idempotency/not-offered':
    'This takes what is good once and cannot be repeated. Look first whether it was done.',
  'precondition/failed': 'It was changed since you have read it. Read it again, then decide anew.',
  'precondition/not-offered': 'No condition can be checked here. Send it without one.',
  unauthenticated: 'Nobody is signed in. Sign in first.',
  'credential/invalid': 'Your session is not valid any more. Sign in again.',
  'sign-in/too-many-attempts': 'Too many attempts have failed. Wait a quarter of an hour, then try again.',
  'refresh/refused': 'The session is over. Sign in again.',
  'second-factor/required': 'Your roles need a second factor. Set one up under your account first.',
  'second-factor/enrolled':
    'You have a second factor already. If you have lost it, ask another administrator to remove it.',
  'second-factor/not-begun':
    'There is nothing to confirm any more: too much time has passed, or too many codes were wrong. Begin again.',
  'second-factor/not-enrolled':
    'You have no second factor, so there are no recovery codes. Set one up first.',
  'second-factor/own': 'Nobody removes her or his own second factor. Ask another administrator.',
  'second-factor/none': 'The person has no second factor. Nothing is left to do.',
  'account/own-password': 'Nobody resets her or his own password. Change it under your account.',
  'invitation/open-already': 'An invitation for this e-mail is open. Use that one, or revoke it first.',
  'invitation/accepted': 'The invitation was accepted. Record the departure if the person shall not be in.',
  'api-key/rotated': 'The key has a successor already. Rotate that one.',
  'api-key/ended': 'The key has expired or was revoked. Issue a new one.',
  'access/prove-again': 'Confirm once more that it is you: it covers five minutes. Send the form again.',
  'access/people-only': 'This is for people who are signed in, not for systems.',
  'access/roles-changed':
    'A role of yours was taken away in the meantime. Nothing was changed. Ask an administrator.',
  'account/email-taken': 'An account with this e-mail exists already. Take another address.',
  'account/own-roles': 'Nobody changes her or his own roles. Ask another administrator.',
  'account/of-nobody':
    'The account belongs to no person: it stands for what systems file. Revoke their keys instead.',
  'account/departed': 'The person has left, and that is final. Create a new account if she or he is back.',
  'account/no-longer-administrator': 'You are not an administrator any more. Ask one of your organization.',
  'account/last-administrator':
    'The organization would be left without an administrator. Make somebody else one first.',
} as const;
