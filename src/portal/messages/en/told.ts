/** What an act has done, told on the page that follows it. */
export const told = {
  signedOut: 'You are signed out.',
  saved: 'Saved.',
  stopped: 'Sending is stopped.',
  verified: 'The verification is recorded.',
  verificationRevoked: 'The verification is revoked.',
} as const;
