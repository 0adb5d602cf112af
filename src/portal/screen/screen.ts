import type { components } from '../../../docs/openapi';
import { Refusal } from '../../platform/refusal';
import type { MessageKey, Values } from '../messages/catalogue';
import type { Language } from '../messages/locales';
import type { Api } from '../web-api/web-api';

export type Me = components['schemas']['IdentityView'];
/** Besides: what lies between the reader's organization and others, and what it is missing. */
export type Standing = Pick<components['schemas']['MeView'], 'agreements' | 'directions' | 'missing'>;

/** What every screen is made with: who reads it, how, and the web API on her behalf. */
export interface Screen {
  readonly api: Api;
  /** Undefined where nobody is signed in. */
  readonly me: Me | undefined;
  /** Only where the handler is marked with `WithStanding`: it takes longer to find out. */
  readonly standing: Standing | undefined;
  readonly language: Language;
  /** IANA time zone of the reader, as `Asia/Karachi`. */
  readonly zone: string;
  readonly theme: 'auto' | 'light' | 'dark';
  /** A message of the catalogue in the reader's language. */
  readonly t: (key: MessageKey, values?: Values) => string;
  /** What forms send back; empty where nobody is signed in. */
  readonly csrf: string;
  /** Path and query of this page. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Whether htmx asks for a part of the page. */
  readonly partial: boolean;
  readonly requestId: string;
  readonly demonstration: boolean;
  /** What the act before this page has done. */
  readonly told: MessageKey | undefined;
}

/** @throws Error where the handler is not marked with `WithStanding`: a page must not show nothing for what it did not ask */
export function standingOf({ standing }: Screen): Standing {
  if (!standing) throw new Error('This screen was opened without standing.');
  return standing;
}

/**
 * Opens no form for whom the web API would refuse it anyway.
 * @throws Refusal `access/not-for-you`, as the web API does
 */
export function requireRole(screen: Screen, ...roles: Me['roles'][number][]): void {
  if (!hasRole(screen, ...roles))
    throw Refusal.forbidden('access/not-for-you', 'This is for other roles than yours.');
}

/** Whether the reader has one of these roles. What is not offered to her is refused by the web API all the same. */
export const hasRole = ({ me }: Screen, ...roles: Me['roles'][number][]): boolean =>
  me?.roles.some((role) => roles.includes(role)) ?? false;
