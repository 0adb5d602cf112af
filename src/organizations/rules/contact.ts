export const CONTACT_ROLES = [
  'security-team',
  'duty',
  'technical',
  'liaison',
  'management',
  'legal',
  'press',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** How a contact is found to be true. */
export const VERIFICATION_METHODS = ['email-reply', 'telephone-call', 'in-person', 'signed-message'] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

export const VERIFICATIONS = ['verified', 'lapsed', 'never'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** E.164: a plus sign and 7 to 15 digits, without blanks. */
export const TELEPHONE = /^\+[1-9]\d{6,14}$/;

/** An organization has no more contacts than these at a time. */
export const MOST_CONTACTS = 50;

/** A verification counts until the same day a year later, and not at that instant any more. */
export function verificationAt(at: Date, lapsesAt: Date | null): Verification {
  if (lapsesAt === null) return 'never';
  return at.getTime() < lapsesAt.getTime() ? 'verified' : 'lapsed';
}
