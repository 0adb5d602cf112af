import { randomInt } from 'node:crypto';

/** Crockford's base 32: nothing that is taken for something else on the telephone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new tracking id, as `PKCERT-2026-7QF3KX0M`. Random, so that it does not tell how many advisories there are;
 * eight characters, so that a team that writes ten thousand a year meets one again once in twenty thousand years.
 */
export function newTrackingId(handle: string, at: Date): string {
  const random = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${handle.toUpperCase()}-${at.getUTCFullYear()}-${random}`;
}
