import type { components } from '../../../docs/openapi';
import { hasRole, type Screen } from '../screen/screen';

type Schemas = components['schemas'];
export type Telling = Schemas['TellingView'];
export type TellingPage = Schemas['TellingPage'];
export type ExceptionPage = Schemas['ExceptionPage'];
export type Officer = Schemas['DutyOfficerView'];

export const WAYS = ['call', 'message', 'meeting', 'mail'] as const satisfies readonly Telling['how'][];

export const pathOfTelling = (id: string): string => `/portal/tellings/${encodeURIComponent(id)}`;

/** Where somebody records that she told something, with what is known of it already. */
export const pathOfTellingForm = (known: { to?: string; item?: string }): string =>
  `/portal/tellings/new?${new URLSearchParams(known).toString()}`;

/** Who records what was told. */
export const mayTell = (screen: Screen): boolean => hasRole(screen, 'analyst', 'duty-officer', 'liaison');
