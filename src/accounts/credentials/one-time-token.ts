import { createHash, randomBytes } from 'node:crypto';

/** What a token is for; it stands at the token's beginning, so that secret scanners find a leaked one. */
export type TokenKind = 'refresh' | 'invitation' | 'reset';

/** A new token of 32 random bytes. Nobody guesses it, so its plain hash is all that is kept (see key-format). */
export const makeToken = (kind: TokenKind): string =>
  `accord-${kind}-${randomBytes(32).toString('base64url')}`;

/** What is stored of a token, and what it is found by. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
