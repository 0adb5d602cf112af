/** What people do in their organizations; the codes are those of the web API. */
export const roles = {
  analyst: 'Analyst',
  releaser: 'Releaser',
  liaison: 'Liaison officer',
  'duty-officer': 'Duty officer',
  auditor: 'Auditor',
  administrator: 'Administrator',
  'analyst-does': 'Files incidents, drafts advisories, answers partners.',
  'releaser-does': 'Approves what leaves the organization, never what she wrote herself.',
  'liaison-does': 'Keeps agreements, contacts, consents and obligations.',
  'duty-officer-does': 'Is reached at any hour, receives TLP:RED, and can stop sharing at once.',
  'auditor-does': 'Reads and exports the record; changes nothing.',
  'administrator-does': 'Lets people and systems in, and gives roles.',
} as const;
