/** Agreements and terms while they are written. */
export const drafting = {
  help: 'Change the terms below, then read what they say before you propose them. They replace nothing until they are submitted, approved, signed and in force.',
  helpDraft:
    'Say what it is and between whom, type its first terms, and read what they say before you keep them.',
  terms: 'Terms',
  termsHint: 'As JSON, in the words of the web API (TermsDto in its description). You can paste a file.',
  unreadable: 'This cannot be read: {where}.',
  reads: 'This is what it says',
  read: 'Read it first',
  propose: 'Propose these terms',
  new: 'new',
  reference: 'Reference',
  referenceHint: 'Capital letters, digits and hyphens, beginning with your country, as PK-CN-2026',
  title: 'Title',
  party: 'Party {number}',
} as const;
