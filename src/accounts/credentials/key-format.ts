import { createHash, randomBytes, randomInt } from 'node:crypto';

export const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const PREFIX_LENGTH = 10;
const WRITTEN = /^accord_([a-z0-9]{10})_([A-Za-z0-9_-]{43})$/;

/** The two parts of an API key: the prefix is shown and finds the key, the secret proves it. */
export interface KeyParts {
  prefix: string;
  secret: string;
}

/** A new key: ten characters of prefix, 32 random bytes of secret. */
export function makeKey(): KeyParts {
  const prefix = Array.from({ length: PREFIX_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return { prefix, secret: randomBytes(32).toString('base64url') };
}

/** As the partner's system sends it. The mark at the start lets secret scanners find a leaked key. */
export const writeKey = ({ prefix, secret }: KeyParts): string => `accord_${prefix}_${secret}`;

export function readKey(text: string): KeyParts | undefined {
  const [, prefix, secret] = WRITTEN.exec(text) ?? [];
  return prefix && secret ? { prefix, secret } : undefined;
}

/** Whether a bearer token claims to be an API key. */
export const isKey = (token: string): boolean => token.startsWith('accord_');

/**
 * What is stored of a secret: plain SHA-256. A slow hash protects what people choose and others can guess; nobody
 * guesses 256 random bits, and a pull every minute should not cost 19 MiB and 20 ms each time.
 */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
