/** Agreements and terms while they are written. */
export const drafting = {
  help: 'Change the terms below, then read what they say before you propose them. They replace nothing until they are submitted, approved, signed and in force.',
  helpDraft:
    'Say what it is and between whom, type its first terms, and read what they say before you keep them.',
  terms: 'Terms',
  termsHint: 'As JSON, in the words of the web API. You can paste a file.',
  unreadable: 'This cannot be read: {where}.',
  reads: 'This is what it says',
  read: 'Read it first',
  propose: 'Propose these terms',
  new: 'new',
  reference: 'Reference',
  referenceHint: 'Capital letters, digits and hyphens, beginning with your country, as PK-CN-2026',
  title: 'Title',
  party: 'Party {number}',
  template: 'Begin with a template',
  templateHint:
    'For the parties chosen above; what stands in the field of terms is replaced. Change what does not fit, above all the clauses, and read it.',
  templateSides: 'Choose at least two parties above that exchange under it, and fill the terms again.',
  fill: 'Fill the terms',
  'template_first-memorandum': 'Cautious first memorandum: up to GREEN, for three years',
  'template_community-membership': 'Community membership: the same for every member',
  'template_close-partnership': 'Close partnership: up to AMBER, RED by name, for five years',
  'template_capacity-agreement': 'Capacity agreement: grants nothing',
} as const;
