/** What an act has done, told on the page that follows it. */
export const told = {
  signedOut: 'You are signed out.',
  saved: 'Saved.',
  filed: 'Filed.',
  answered: 'The reporter was answered.',
  noted: 'The note was added.',
  released: 'It was shared.',
  withdrawn: 'It was withdrawn.',
} as const;
