import type { components } from '../../../docs/openapi';
import { hasRole, type Screen } from '../screen/screen';

type Schemas = components['schemas'];
export type Organization = Schemas['OrganizationDetail'];
export type Contact = Schemas['ContactView'];
export type Key = Schemas['OpenPgpKeyView'];

/** Where an organization is shown. */
export const addressOf = (handle: string): string => `/portal/organizations/${encodeURIComponent(handle)}`;

export const isOwn = ({ me }: Screen, handle: string): boolean => me?.organization.handle === handle;

/** Whether the reader keeps what this organization says of itself. */
export const mayKeep = (screen: Screen, handle: string): boolean =>
  isOwn(screen, handle) && hasRole(screen, 'administrator');

/** A fingerprint in groups of four, as people compare it. */
export const grouped = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
