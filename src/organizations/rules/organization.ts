/** The kinds of organization that are listed; the public is a team of its own and never among them. */
export const ORGANIZATION_KINDS = [
  'national-cert',
  'sectoral-cert',
  'ministry',
  'international-body',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** The name under which an organization is addressed: lower case, 2 to 40 characters, never changed. */
export const HANDLE = /^[a-z][a-z0-9-]{1,39}$/;
/** ISO 3166-1 alpha-2, the user-assigned codes included. */
export const COUNTRY = /^[A-Z]{2}$/;
/** Where an organization's own names live (the publisher namespace of CSAF): an https address without a path. */
export const NAMESPACE = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+$/;
/** As long as the name of a host may be, after https://. */
export const LONGEST_NAMESPACE = 261;

export const isNamespace = (text: string): boolean =>
  text.length <= LONGEST_NAMESPACE && NAMESPACE.test(text);

/** Constituents stand below a national CERT and nowhere else. */
export function mayHaveConstituents(kind: OrganizationKind | 'public'): boolean {
  return kind === 'national-cert';
}
