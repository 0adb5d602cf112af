import type { components } from '../../../../docs/openapi';
import type { MessageKey } from '../../messages/catalogue';

type Schemas = components['schemas'];
export type Profile = Schemas['OrganizationProfileView'];
type Texts = Readonly<Record<string, string | undefined>>;

/** A text of the profile: where it stands, what it is called, and how long it may be. */
export interface ProfileField {
  /** As the web API names it: `charter.mission`. */
  readonly name: string;
  /** Its place in RFC 2350. */
  readonly number: string;
  readonly label: MessageKey;
  readonly longest: number;
  readonly line?: boolean;
}

type SectionName = 'document' | 'contact' | 'charter' | 'policies' | 'services';

const field = <Section extends SectionName>(
  section: Section,
  name: keyof NonNullable<Profile[Section]> & string,
  number: string,
  longest: number,
  line = false,
): ProfileField => ({
  name: `${section}.${name}`,
  number,
  label: `organizations.${name}` as MessageKey,
  longest,
  line,
});

/** The sections of RFC 2350 (appendix D) with the texts that are kept for each. */
export const SECTIONS = {
  1: [field('document', 'distribution_list', '1.2', 2000), field('document', 'locations', '1.3', 2000)],
  2: [
    field('contact', 'address', '2.2', 1000),
    field('contact', 'facsimile', '2.5', 100, true),
    field('contact', 'other_telecommunication', '2.6', 2000),
    field('contact', 'encryption', '2.8', 4000),
    field('contact', 'team_members', '2.9', 4000),
    field('contact', 'other_information', '2.10', 4000),
    field('contact', 'points_of_customer_contact', '2.11', 4000),
  ],
  3: [
    field('charter', 'mission', '3.1', 8000),
    field('charter', 'constituency', '3.2', 8000),
    field('charter', 'affiliation', '3.3', 4000),
    field('charter', 'authority', '3.4', 8000),
  ],
  4: [
    field('policies', 'incident_types', '4.1', 8000),
    field('policies', 'cooperation_and_disclosure', '4.2', 8000),
    field('policies', 'communication_and_authentication', '4.3', 8000),
  ],
  5: [
    field('services', 'incident_triage', '5.1.1', 4000),
    field('services', 'incident_coordination', '5.1.2', 4000),
    field('services', 'incident_resolution', '5.1.3', 4000),
    field('services', 'proactive_activities', '5.2', 8000),
  ],
  6: [
    {
      name: 'incident_reporting_forms',
      number: '6',
      label: 'organizations.incident_reporting_forms',
      longest: 8000,
    },
  ],
  7: [{ name: 'disclaimers', number: '7', label: 'organizations.disclaimers', longest: 8000 }],
} as const satisfies Record<number, readonly ProfileField[]>;
export type SectionNumber = keyof typeof SECTIONS;
export const SECTION_NUMBERS = Object.keys(SECTIONS).map(Number) as SectionNumber[];

/** What a profile says in a field. */
export function textOf(profile: Profile | null, { name }: Pick<ProfileField, 'name'>): string | undefined {
  const [section = '', inner] = name.split('.');
  const found = (profile as unknown as Record<string, unknown> | null)?.[section];
  if (inner === undefined) return found as string | undefined;
  return (found as Texts | undefined)?.[inner];
}

/** A profile from texts by the names of their fields; empty ones and empty sections are left out. */
export function profileFrom(text: (name: string) => string | undefined): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name } of Object.values(SECTIONS).flat()) {
    const value = text(name);
    if (value === undefined) continue;
    const [section = '', inner] = name.split('.');
    if (inner === undefined) found[section] = value;
    else found[section] = { ...(found[section] as object | undefined), [inner]: value };
  }
  return found;
}
