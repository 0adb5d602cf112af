/** An instant in milliseconds since 1970, UTC. */
export type Instant = number;

export type PartyRole = 'signatory' | 'operating_cert' | 'approving_authority' | 'observer';
export type FactKind = 'submitted' | 'approved' | 'signed' | 'entered_into_force' | 'notice_given' | 'ended';

export interface Organization {
  id: string;
  handle: string;
  kind: string;
  country: string | null;
}

export interface Party {
  organization: Organization;
  roles: readonly PartyRole[];
}

/** One direction of exchange: what the operating CERT `from` may let `to` have. Organizations by id. */
export interface Direction {
  from: string;
  to: string;
}

export interface Terms {
  number: number;
  createdAt: Instant;
  expiresAt: Instant | null;
  grants: readonly Direction[];
}

/** A dated fact about one terms version, or (`terms` null) about the agreement as a whole. */
export interface Fact {
  id: string;
  kind: FactKind;
  terms: number | null;
  party: string;
  effectiveAt: Instant;
  recordedAt: Instant;
  recordedBy: string;
  recordedByOrg: string;
  secondPerson: boolean;
  confirmedAt: Instant | null;
}

export interface Resumption {
  requestedBy: string;
  requestedAt: Instant;
  effectiveAt: Instant;
  confirmedAt: Instant | null;
}

/** A suspension of an agreement, or a stop of what one team sends to another. No direction means every one. */
export interface Pause {
  id: string;
  kind: 'suspension' | 'stop';
  from: string | null;
  to: string | null;
  startsAt: Instant;
  endsAt: Instant | null;
  recordedAt: Instant;
  recordedByOrg: string;
  resumption: Resumption | null;
}

/** An instrument with everything that was ever recorded of it; its state is derived, never stored. */
export interface Agreement {
  reference: string;
  kind: string;
  drafter: Organization;
  parties: readonly Party[];
  terms: readonly Terms[];
  facts: readonly Fact[];
  pauses: readonly Pause[];
}

/** Who acts: a person, for an organization. */
export interface Actor {
  person: string;
  organization: Organization;
}

/** Organizations that hold a role in the agreement. */
export const holding = (agreement: Agreement, role: PartyRole): Organization[] =>
  agreement.parties.filter((party) => party.roles.includes(role)).map((party) => party.organization);

/** Organizations that hold any of these roles, or drafted the agreement if `drafter` is among them; each once. */
export function acting(agreement: Agreement, ...roles: (PartyRole | 'drafter')[]): Organization[] {
  const found = agreement.parties
    .filter((party) => party.roles.some((role) => roles.includes(role)))
    .map((party) => party.organization);
  if (roles.includes('drafter') && !found.some(({ id }) => id === agreement.drafter.id))
    found.push(agreement.drafter);
  return found;
}

/** Whether a fact still waits for its second person. */
export const countsNotYet = (fact: Fact): boolean => fact.secondPerson && fact.confirmedAt === null;
