/** What an act has done, told on the page that follows it. */
export const told = {
  signedOut: 'You are signed out.',
  saved: 'Saved.',
  stopped: 'Sending is stopped.',
  endAsked: 'You asked for its end. Another person of your team confirms it.',
  resumed: 'It is over: what the agreements allow is sent again.',
  verified: 'The verification is recorded.',
  verificationRevoked: 'The verification is revoked.',
} as const;
