/** Roles a person may hold within an organization (design: people and what they do). */
export const ROLES = ['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** The public reads through a team of its own; see app.public_team() in the migrations. */
export const PUBLIC_TEAM = '00000000-0000-4000-8000-000000000000';

/** Who asks: a person, a partner's system with an API key, or anyone at all. */
export interface Viewer {
  readonly organizationId: string;
  readonly personId?: string;
  readonly personName?: string;
  /** The session in which the person is signed in. */
  readonly sessionId?: string;
  /** When the person last proved who she is, of a session that a browser holds; others prove it by their token. */
  readonly provedAt?: Date;
  /** Whether signing in asks the person for a second factor. */
  readonly secondFactor?: boolean;
  readonly apiKeyId?: string;
  readonly apiKeyName?: string;
  /** What the key may be used for. */
  readonly apiKeyScopes?: readonly string[];
  readonly roles: readonly Role[];
}

export const ANONYMOUS: Viewer = Object.freeze({ organizationId: PUBLIC_TEAM, roles: [] });

export const isAnonymous = (viewer: Viewer): boolean => viewer.organizationId === PUBLIC_TEAM;
