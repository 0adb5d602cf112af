/** What a key may be used for; the codes are those of the web API. */
export const scopes = {
  pull: 'Read',
  report: 'Report',
  acknowledge: 'Acknowledge',
  witness: 'Witness',
  'pull-does': 'Reads what is shared with your organization.',
  'report-does': 'Files reports with your national CERT and reads them.',
  'acknowledge-does': 'Says that shared items have arrived.',
  'witness-does': 'Reads the signed heads of the logs of your organization, and cosigns them.',
} as const;
