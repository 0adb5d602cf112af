import canonicalize from 'canonicalize';
import { createHmac, randomBytes } from 'node:crypto';

/** One audience's part of an entry: `shared`, `content`, or the id of the one organization that may read it. */
export interface Part {
  audience: string;
  salt: Buffer;
  payload: Buffer;
  commitment: string;
}

/** RFC 8785 canonical bytes of a JSON value; `undefined` members are left out. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(JSON.parse(JSON.stringify(value)));
  if (text === undefined) throw new TypeError('Only JSON values have canonical bytes.');
  return Buffer.from(text, 'utf8');
}

/** HMAC-SHA-256 of the payload under its salt, in hex: binding, and no oracle for guessing the content. */
export function commit(salt: Buffer, payload: Buffer): string {
  return createHmac('sha256', salt).update(payload).digest('hex');
}

/** Seals one part with a fresh 32-byte salt. */
export function seal(audience: string, value: unknown): Part {
  const salt = randomBytes(32);
  const payload = canonicalBytes(value);
  return { audience, salt, payload, commitment: commit(salt, payload) };
}
