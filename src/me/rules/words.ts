/**
 * Every sentence that is made here, in one table, so that another language is another table. Names in braces are
 * replaced.
 */
export const WORDS = {
  'direction/receive': 'Under {clause} of {agreement} your team receives from {name}: {types}.',
  'direction/give': 'Under {clause} of {agreement} your team gives to {name}: {types}.',
  ceiling: '{type} up to TLP:{tlp}',
  'categories/any': 'Of any category.',
  'categories/some': 'Only if every category of it is one of: {list}.',
  'sectors/any': 'For any sector.',
  'sectors/some': 'Only if every sector of it is one of: {list}.',
  'severity/least': 'Of severity {severity} or above.',
  'severity/most': 'Of severity {severity} or below.',
  'nexus/originator': 'Only if it affects the country of the originator.',
  'nexus/recipient': 'Only if it affects the country of the recipient.',
  'nexus/either': 'Only if it affects the country of either side.',
  'pap/ceiling': 'Up to PAP:{pap}.',
  channels: 'Only by {list}.',
  'channel/portal': 'the portal',
  'channel/rest': 'the web API',
  'channel/csaf': 'CSAF',
  'channel/taxii': 'TAXII',
  'channel/misp': 'MISP',
  'channel/mail': 'encrypted mail',
  'channel/voice': 'voice',
  'victims/pseudonym': 'Victims go under a pseudonym.',
  'victims/sector_only': 'Of victims the sector alone is told.',
  'victims/with_consent': 'A victim is named where it consents, and left out otherwise.',
  'victims/full': 'Victims are named.',
  'sources/may': 'Sources may be named.',
  'sources/must': 'Sources are named; an item whose source may not be told does not go.',
  'persons/minimised': 'Personal data goes under a pseudonym.',
  'persons/full_with_basis': 'Personal data goes in full.',
  'third-party/forward': 'What other publishers marked up to TLP:GREEN goes without asking them.',
  'third-party/never': 'Nothing of other publishers goes.',
  'products/only': 'Only of these product types: {list}.',
  'products/except': 'Of no such product type: {list}.',
  'unmarked/label': 'What bears no label is filed as TLP:{label}.',
  'need/on_request': 'Only in answer to an open request.',
  'amber/all': 'The recipient may pass it on to any of its constituents, up to TLP:AMBER.',
  'amber/named': 'The recipient may pass it on to these of its constituents, up to TLP:AMBER: {list}.',
  'reach/none': 'Released since these terms are in force.',
  'reach/all': 'Whenever it was released.',
  'reach/date': 'Released since {instant}.',
  'until/open': 'No end is set.',
  'until/date': 'These terms hold until {instant}.',
  'paused/suspension': 'Suspended since {since}: nothing comes through now.',
  'paused/stop': 'Stopped since {since}: nothing comes through now.',
  'paused/types':
    'Suspended since {since} for {list}: what is of these, or has a part that is, does not come through now.',
  'type/indicator': 'indicators',
  'type/incident_summary': 'summaries of incidents',
  'type/incident_detail': 'details of incidents',
  'type/victim_notification': 'notifications of victims',
  'type/vulnerability_published': 'published vulnerabilities',
  'type/vulnerability_unpublished': 'unpublished vulnerabilities',
  'type/malware_sample': 'samples of malware',
  'type/threat_report': 'threat reports',
  'type/forensic_data': 'forensic data',
  'type/statistics': 'statistics',
  'type/best_practice': 'best practice',
  'second-factor-missing': 'Your roles ask for a second factor, and you have not enrolled one.',
  'second-factor-missing/next': 'Begin with POST /api/v1/me/second-factor.',
  'agreement-not-in-force': 'No agreement is in force under which your team receives anything from another.',
  'agreement-not-in-force/next':
    'What is public is open to you already. For more, a liaison officer drafts an agreement with POST /api/v1/agreements, or takes the next step of one: GET /api/v1/agreements names it.',
  'direction-paused': 'What {name} gives your team under {agreement} is paused since {since}.',
  'direction-paused/next':
    'Ask {name}, whose contacts are at GET /api/v1/organizations/{handle}/contacts. Keep your cursor: after the pause the feed tells what it held back.',
  'types-paused': 'Of what {name} gives your team under {agreement}, {list} are suspended since {since}.',
  'types-paused/next':
    'Ask {name}, whose contacts are at GET /api/v1/organizations/{handle}/contacts. Everything else goes on, and after the suspension the feed tells what it held back.',
  'agreement-ends-soon': '{agreement} is in force until {until} and not longer, as far as is recorded.',
  'agreement-ends-soon/next':
    'A liaison officer proposes terms that go on with POST /api/v1/agreements/{agreement}/terms; they have to be approved and signed before that day.',
  'agreement-ends-soon/next-ending':
    'Its end is recorded. To go on sharing, a liaison officer drafts a new agreement with POST /api/v1/agreements before that day.',
  'contact-not-verified': 'No contact of your organization is verified, so nobody can be sure to reach it.',
  'contact-not-verified/next':
    'An administrator adds one with POST /api/v1/organizations/{handle}/contacts; somebody else of your organization reaches it and records that with POST /api/v1/organizations/{handle}/contacts/ID/verifications.',
  'api-key-missing': 'No API key of your organization is good, so no system of it can pull.',
  'api-key-missing/next': 'An administrator issues one with POST /api/v1/api-keys.',
  'api-key-expires-soon': 'The last API key of your organization ends within 30 days.',
  'api-key-expires-soon/own': 'This API key ends at {until}.',
  'api-key-expires-soon/next':
    'An administrator issues its successor with POST /api/v1/api-keys/ID/rotation; both are good for a while.',
  'releaser-missing': 'Nobody of your organization may release what it writes.',
  'releaser-missing/next': 'An administrator invites a releaser with POST /api/v1/invitations.',
  'second-person-missing':
    'Nobody of your organization could release what another has written: nobody releases what she wrote herself.',
  'second-person-missing/next':
    'An administrator invites an analyst or a releaser with POST /api/v1/invitations, so that there are two people.',
  'namespace-missing': 'Your organization has no namespace, which its documents name as their publisher.',
  'namespace-missing/next':
    'Ask the operator of this installation to set it; it never changes. A constituent gets it from the national CERT above it, or from the operator.',
} as const;
export type Word = keyof typeof WORDS;

/** What an information type is called. */
export function typeInWords(type: string): string {
  const word = `type/${type}`;
  return word in WORDS ? say(word as Word) : type;
}

/** The sentence of a word with what stands in its braces. */
export function say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
