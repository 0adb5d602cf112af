/** What an act has done, told on the page that follows it. */
export const told = {
  signedOut: 'You are signed out.',
  saved: 'Saved.',
  signedOutEverywhere: 'You are signed out everywhere.',
  sessionEnded: 'The session has ended.',
  passwordChanged: 'Your password is changed. Your other sessions have ended.',
  passwordSet: 'Your new password is set. Sign in with it.',
  accountMade: 'Your account is ready. Sign in with your e-mail and password.',
  personCreated: 'The account is created.',
  rolesChanged: 'The roles are changed. The person signs in anew.',
  departed: 'The departure is recorded.',
  secondFactorRemoved: 'The second factor is removed.',
  invitationRevoked: 'The invitation is revoked.',
  keyRevoked: 'The key is revoked.',
  stopped: 'Sending is stopped.',
  verified: 'The verification is recorded.',
  verificationRevoked: 'The verification is revoked.',
} as const;
