/** What is wrong with a key for good, from the moment it was made or revoked. */
export const KEY_FAULTS = ['revoked', 'weak-rsa', 'weak-dsa', 'sha-1'] as const;
export type KeyFault = (typeof KEY_FAULTS)[number];

export const KEY_WARNINGS = [
  ...KEY_FAULTS,
  'expired',
  'expires-soon',
  'no-encryption-key',
  'user-id-mismatch',
] as const;
export type KeyWarning = (typeof KEY_WARNINGS)[number];

/** RSA keys with fewer bits are called weak. */
export const LEAST_RSA_BITS = 3072;
/** An organization keeps no more keys than these at a time. */
export const MOST_KEYS = 50;
/** The longest key that is taken, in bytes of its armored text. */
export const LONGEST_KEY = 65_536;

const SOON = 60 * 86_400_000;

/** What of a key its warnings depend on. */
export interface KeyFacts {
  faults: readonly KeyFault[];
  emails: readonly string[];
  expires_at: Date | null;
  /** Whether it, or a subkey, is for encryption, and until when; null is for good. */
  encrypts: boolean;
  encrypts_until: Date | null;
}

const isOver = (at: Date, end: Date | null): boolean => end !== null && end.getTime() <= at.getTime();
const isNear = (at: Date, end: Date | null): boolean =>
  end !== null && !isOver(at, end) && end.getTime() - at.getTime() <= SOON;

/** What somebody who is about to use the key has to know at this instant. */
export function keyWarnings(key: KeyFacts, addresses: readonly string[], at: Date): KeyWarning[] {
  const expired = isOver(at, key.expires_at);
  const revoked = key.faults.includes('revoked');
  const found: [boolean, KeyWarning][] = [
    [expired, 'expired'],
    [isNear(at, key.expires_at), 'expires-soon'],
    // Of a key that is over as a whole this says nothing more.
    [!expired && !revoked && (!key.encrypts || isOver(at, key.encrypts_until)), 'no-encryption-key'],
    [!key.emails.some((email) => addresses.includes(email)), 'user-id-mismatch'],
  ];
  return [...key.faults, ...found.flatMap(([holds, warning]) => (holds ? [warning] : []))];
}
