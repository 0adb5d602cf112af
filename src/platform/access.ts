import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role, Viewer } from './viewer';
import { isAnonymous } from './viewer';

/** What a key may be made for: reading what is shared, filing reports, acknowledging what has arrived, witnessing logs. */
export const KEY_SCOPES = ['pull', 'report', 'acknowledge', 'witness'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** A system with a key, by what its key is for. */
export const KEYS = {
  'api-key': 'pull',
  'reporting-key': 'report',
  'acknowledging-key': 'acknowledge',
  'witnessing-key': 'witness',
} as const satisfies Record<string, KeyScope>;
export type KeyCaller = keyof typeof KEYS;

/** Who may call a route: anyone at all, any person, systems with a key for something, or people with one of the roles. */
export type Caller = 'anyone' | 'person' | KeyCaller | Role;

export const ACCESS = 'accord:access';

/** Declares who may call a route. A route without it keeps the application from starting. */
export const Access = (...callers: [Caller, ...Caller[]]) =>
  applyDecorators(SetMetadata(ACCESS, callers), ApiExtension('x-callers', callers));

/** What is for anyone is for a key that pulls: a key for something else reads nothing on the way. */
function mayKeyCall(scopes: readonly string[], callers: readonly Caller[]): boolean {
  if (callers.includes('anyone') && scopes.includes('pull')) return true;
  return (Object.keys(KEYS) as KeyCaller[]).some(
    (key) => callers.includes(key) && scopes.includes(KEYS[key]),
  );
}

/** Whether a viewer is among the callers a route declares. */
export function mayCall(viewer: Viewer, callers: readonly Caller[]): boolean {
  if (viewer.apiKeyId) return mayKeyCall(viewer.apiKeyScopes ?? [], callers);
  if (callers.includes('anyone')) return true;
  if (isAnonymous(viewer)) return false;
  return callers.includes('person') || viewer.roles.some((role) => callers.includes(role));
}
