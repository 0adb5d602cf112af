/** What an act has done, told on the page that follows it. */
export const told = {
  signedOut: 'You are signed out.',
  saved: 'Saved.',
  drafted: 'The draft is saved. Nobody else sees it yet.',
  versionSaved: 'Saved as a new version.',
  released: 'Released.',
  withdrawn: 'Withdrawn. Those who received it are told.',
} as const;
