/** Pages of people who come with a token: invited, or with a forgotten password. */
export const arrival = {
  invitation: 'Accept your invitation',
  invitationWhat:
    'You were invited to use Accord. Choose a password; then sign in with your e-mail and that password.',
  reset: 'Set a new password',
  resetWhat: 'An administrator lets you set a new password. All your sessions end; then sign in.',
  token: 'Code that you were given',
  tokenHint: 'Open the link that you were given, or paste what follows “token=” in it.',
  tokenGone:
    'The link is not good any more: it was used, replaced or is too old. Ask the administrator who sent it for another.',
  submit: 'Set the password',
} as const;
