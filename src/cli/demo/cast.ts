import type { NewOrganization } from '../../organizations';
import type { Role } from '../../platform/viewer';

/** The demonstration's organizations, by their handles. All they do here is invented. */
export const ORGANIZATIONS = {
  pkcert: {
    name: 'PKCERT (demonstration)',
    kind: 'national-cert',
    country: 'PK',
    namespace: 'https://pkcert.example',
  },
  moitt: { name: 'Ministry of IT and Telecommunication (demonstration)', kind: 'ministry', country: 'PK' },
  cncert: {
    name: 'CNCERT/CC (demonstration)',
    kind: 'national-cert',
    country: 'CN',
    namespace: 'https://cncert.example',
  },
  itu: { name: 'ITU (demonstration)', kind: 'international-body', namespace: 'https://itu.example' },
  corvia: {
    name: 'Corvia CERT (invented)',
    kind: 'national-cert',
    country: 'XC',
    namespace: 'https://corvia.example',
  },
  dunmere: {
    name: 'Dunmere CERT (invented)',
    kind: 'national-cert',
    country: 'XD',
    namespace: 'https://dunmere.example',
  },
  banking: { name: 'Banking CERT (invented)', kind: 'sectoral-cert', parent: 'pkcert' },
  energy: { name: 'Energy CERT (invented)', kind: 'sectoral-cert', parent: 'pkcert' },
  telecom: { name: 'Telecommunications CERT (invented)', kind: 'sectoral-cert', parent: 'pkcert' },
} as const satisfies Record<string, Omit<NewOrganization, 'handle'>>;

export type OrganizationKey = keyof typeof ORGANIZATIONS;
/** Parents come before their constituents. */
export const ORGANIZATION_KEYS = Object.keys(ORGANIZATIONS) as OrganizationKey[];

/** The demonstration's people: an invented name and the roles; the key begins with the organization's. */
export const PEOPLE = {
  'pkcert-analyst': ['Amna Sethi', 'analyst'],
  'pkcert-second-analyst': ['Bilal Qureshi', 'analyst'],
  'pkcert-senior-analyst': ['Sadia Karim', 'analyst', 'releaser'],
  'pkcert-releaser': ['Farah Nadeem', 'releaser'],
  'pkcert-liaison': ['Hamid Raza', 'liaison'],
  'pkcert-second-liaison': ['Saima Aftab', 'liaison'],
  'pkcert-duty-officer': ['Usman Tariq', 'duty-officer'],
  'pkcert-auditor': ['Nadia Mirza', 'auditor'],
  'pkcert-administrator': ['Kamran Zafar', 'administrator'],
  'moitt-liaison': ['Rabia Anwar', 'liaison'],
  'moitt-administrator': ['Javed Iqbal Khan', 'administrator'],
  'cncert-liaison': ['Lin Yue', 'liaison'],
  'cncert-duty-officer': ['Zhao Wen', 'duty-officer'],
  'cncert-auditor': ['Chen Rui', 'auditor'],
  'cncert-administrator': ['Gao Ming', 'administrator'],
  'itu-liaison': ['Elodie Marchand', 'liaison'],
  'itu-administrator': ['Tomas Lindqvist', 'administrator'],
  'corvia-liaison': ['Ilona Vasko', 'liaison'],
  'corvia-auditor': ['Marek Dovic', 'auditor'],
  'corvia-administrator': ['Petra Halas', 'administrator'],
  'dunmere-liaison': ['Aidan Kerr', 'liaison'],
  'dunmere-administrator': ['Moira Laing', 'administrator'],
  'banking-analyst': ['Zainab Malik', 'analyst'],
  'banking-administrator': ['Omar Farooqi', 'administrator'],
  'energy-analyst': ['Hira Baloch', 'analyst'],
  'energy-administrator': ['Danish Rehman', 'administrator'],
  'telecom-analyst': ['Sana Yousaf', 'analyst'],
  'telecom-administrator': ['Asad Mehmood', 'administrator'],
} as const satisfies Record<`${OrganizationKey}-${string}`, readonly [name: string, ...roles: Role[]]>;

export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[];

/** One person of the cast, spelt out. */
export interface CastMember {
  key: PersonKey;
  organization: OrganizationKey;
  email: string;
  name: string;
  roles: readonly Role[];
}

/** Spells a person out: `pkcert-duty-officer` signs in as duty-officer@pkcert.example. */
export function castMember(key: PersonKey): CastMember {
  const [name, ...roles]: readonly [string, ...Role[]] = PEOPLE[key];
  const organization = key.slice(0, key.indexOf('-')) as OrganizationKey;
  const email = `${key.slice(organization.length + 1)}@${organization}.example`;
  return { key, organization, email, name: `${name} (invented)`, roles };
}
