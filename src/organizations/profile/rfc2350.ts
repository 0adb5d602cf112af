import type { OrganizationProfile } from './profile.dto';

/** What the text is made of: the profile that holds, and what is kept for itself beside it. */
export interface Rfc2350Source {
  profile: OrganizationProfile;
  version: number;
  updatedAt: Date;
  /** Lines about telephones, addresses and keys; empty where nothing is kept. */
  telephones: readonly string[];
  emails: readonly string[];
  keys: readonly string[];
}

type Heading = readonly [number: string, title: string, text?: string];

const lines = (...texts: (string | undefined)[]): string | undefined =>
  texts.filter((text) => text !== undefined && text !== '').join('\n') || undefined;

const about = (label: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${label}: ${text}`;

function headings({ profile, version, updatedAt, ...kept }: Rfc2350Source): Heading[] {
  const { document, contact, charter, policies, services } = profile;
  const zone = lines(profile.time_zone, about('Working hours', profile.working_hours));
  const name = lines(profile.name, about('Short name', profile.short_name));
  const other = lines(about('Languages', profile.languages?.join(', ')), contact?.other_information);
  return [
    ['1', 'Document Information'],
    ['1.1', 'Date of Last Update', `${updatedAt.toISOString().slice(0, 10)}, version ${version}`],
    ['1.2', 'Distribution List for Notifications', document?.distribution_list ?? ''],
    ['1.3', 'Locations where this Document May Be Found', document?.locations ?? ''],
    ['2', 'Contact Information'],
    ['2.1', 'Name of the Team', name ?? ''],
    ['2.2', 'Address', contact?.address ?? ''],
    ['2.3', 'Time Zone', zone ?? ''],
    ['2.4', 'Telephone Number', kept.telephones.join('\n')],
    ['2.5', 'Facsimile Number', contact?.facsimile ?? ''],
    ['2.6', 'Other Telecommunication', contact?.other_telecommunication ?? ''],
    ['2.7', 'Electronic Mail Address', kept.emails.join('\n')],
    ['2.8', 'Public Keys and Encryption Information', lines(kept.keys.join('\n'), contact?.encryption) ?? ''],
    ['2.9', 'Team Members', contact?.team_members ?? ''],
    ['2.10', 'Other Information', other ?? ''],
    ['2.11', 'Points of Customer Contact', contact?.points_of_customer_contact ?? ''],
    ['3', 'Charter'],
    ['3.1', 'Mission Statement', charter?.mission ?? ''],
    ['3.2', 'Constituency', charter?.constituency ?? ''],
    ['3.3', 'Sponsorship and/or Affiliation', charter?.affiliation ?? ''],
    ['3.4', 'Authority', charter?.authority ?? ''],
    ['4', 'Policies'],
    ['4.1', 'Types of Incidents and Level of Support', policies?.incident_types ?? ''],
    [
      '4.2',
      'Co-operation, Interaction and Disclosure of Information',
      policies?.cooperation_and_disclosure ?? '',
    ],
    ['4.3', 'Communication and Authentication', policies?.communication_and_authentication ?? ''],
    ['5', 'Services'],
    ['5.1', 'Incident Response'],
    ['5.1.1', 'Incident Triage', services?.incident_triage ?? ''],
    ['5.1.2', 'Incident Coordination', services?.incident_coordination ?? ''],
    ['5.1.3', 'Incident Resolution', services?.incident_resolution ?? ''],
    ['5.2', 'Proactive Activities', services?.proactive_activities ?? ''],
    ['6', 'Incident Reporting Forms', profile.incident_reporting_forms ?? ''],
    ['7', 'Disclaimers', profile.disclaimers ?? ''],
  ];
}

/** Set in from the edge, so that no line of a text can pass for a heading. */
const indented = (text: string): string =>
  (text || 'Not stated.')
    .split('\n')
    .map((line) => (line.trim() ? `   ${line}` : ''))
    .join('\n');

/** The profile as the text that RFC 2350 describes (appendix D), each section in its place; UTF-8, `\n`. */
export function rfc2350Text(source: Rfc2350Source): string {
  const first = `RFC 2350 profile of ${source.profile.name}`;
  const sections = headings(source).map(([number, title, text]) =>
    text === undefined ? `${number}. ${title}` : `${number}. ${title}\n\n${indented(text)}`,
  );
  return `${[first, ...sections].join('\n\n')}\n`;
}
