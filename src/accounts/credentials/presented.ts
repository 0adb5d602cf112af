import type { Request } from 'express';
import { isKey } from './key-format';

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1); undefined for any other scheme or shape. */
function bearerOf(header: string): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(header)?.[1];
}

/**
 * The key in the password of `Authorization: Basic …` (RFC 7617), for systems that can do no other; the user name is
 * ignored. A password that is no key is no credential: people sign in.
 */
function keyInBasic(header: string): string | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString();
  const password = text.slice(text.indexOf(':') + 1);
  return text.includes(':') && isKey(password) ? password : undefined;
}

/** What a request presents to prove who sends it: an access token or an API key, not judged yet. */
export function presentedBy({ headers }: Request): string | undefined {
  const { authorization = '' } = headers;
  return bearerOf(authorization) ?? keyInBasic(authorization);
}
