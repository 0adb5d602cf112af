import type { Request } from 'express';

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1); undefined for any other scheme or shape. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
