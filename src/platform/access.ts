import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role, Viewer } from './viewer';
import { isAnonymous } from './viewer';

/** Who may call a route: anyone at all, any person, systems with a key for pulling, or people with one of the roles. */
export type Caller = 'anyone' | 'person' | 'api-key' | Role;

export const ACCESS = 'accord:access';

/** Declares who may call a route. A route without it keeps the application from starting. */
export const Access = (...callers: [Caller, ...Caller[]]) =>
  applyDecorators(SetMetadata(ACCESS, callers), ApiExtension('x-callers', callers));

/** Whether a viewer is among the callers a route declares. */
export function mayCall(viewer: Viewer, callers: readonly Caller[]): boolean {
  if (callers.includes('anyone')) return true;
  if (isAnonymous(viewer)) return false;
  if (viewer.apiKeyId) return callers.includes('api-key') && viewer.apiKeyScopes?.includes('pull') === true;
  return callers.includes('person') || viewer.roles.some((role) => callers.includes(role));
}
