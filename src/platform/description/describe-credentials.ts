import type { OpenAPIObject } from '@nestjs/swagger';
import { KEYS } from '../access';
import { type Operation, operationsOf } from './operations';

const BEARER = { bearer: [] };
/** A key may also be the password of HTTP Basic; what it may call, it may call either way. */
const BASIC = { basic: [] };

function credentialsOf({ security, 'x-callers': callers = [] }: Operation): Record<string, string[]>[] {
  // A route that takes no credential says so by naming none: signing in, and what a token in the body is for.
  if (!security) return [];
  if (callers.includes('anyone')) return [{}, BEARER, BASIC];
  return callers.some((caller) => caller in KEYS) ? [BEARER, BASIC] : [BEARER];
}

/** Says of every operation which credentials it takes, and of those for anyone that none is needed. */
export function describeCredentials(api: OpenAPIObject): void {
  for (const { operation } of operationsOf(api)) operation.security = credentialsOf(operation);
}
