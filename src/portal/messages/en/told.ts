/** What an act has done, told on the page that follows it. */
export const told = {
  signedOut: 'You are signed out.',
  saved: 'Saved.',
  removed: 'Removed.',
  recorded: 'It is recorded.',
  resumptionAsked: 'Your request is recorded. A second person of your organization has to confirm it.',
} as const;
