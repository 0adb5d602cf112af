/** Who approves a version beside its release, as the terms of some partners require. */
export const approvals = {
  title: 'Approvals',
  help: 'The terms of some partners require an approval beside the release. They get the version from then on; all others need none.',
  none: 'Nobody has approved a version beside its release.',
  who: 'Approved by',
  byOfficer: 'Duty officer',
  byMinistry: 'Ministry',
  recorded: 'Recorded',
  counts: 'Counts from',
  waits: 'Not before a second person confirms it.',
  confirm: 'Confirm',
  asOfficer: 'Approve version {version} as duty officer',
  onBehalf: 'Record that a ministry approved',
  ministry: 'Ministry',
  evidence: 'SHA-256 of what shows it',
  evidenceHint: 'Of the letter or message of the ministry, in lower-case hex.',
  recordIt: 'Record the approval',
} as const;
