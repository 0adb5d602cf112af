/** An instant in milliseconds since 1970, UTC. */
export type Instant = number;

export type PartyRole = 'signatory' | 'operating_cert' | 'approving_authority' | 'observer' | 'depositary';
export type FactKind =
  | 'submitted'
  | 'approved'
  | 'signed'
  | 'rejected'
  | 'withdrawn'
  | 'notified'
  | 'corrected'
  | 'correction_confirmed'
  | 'entered_into_force'
  | 'notice_given'
  | 'ended';

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

/** What terms wait for before they may enter into force; days are of 24 hours. */
export type EntryCondition =
  | { rule: 'not_before'; date: Instant }
  | { rule: 'after_last_signature' | 'after_last_notification'; days: number };

export interface Terms {
  number: number;
  /** Handle of the organization that proposed them. */
  proposedBy: string;
  /** Whoever is party to these terms, those who join with them included: they approve and sign them. */
  parties: readonly Party[];
  /** Number of the terms that they amend: the latest entered when these were drawn up; 0 for none. */
  amends: number;
  expiresAt: Instant | null;
  entry: EntryCondition | null;
  /** How many days of 24 hours lie at least between a notice and the end; null: any. */
  noticeDays: number | null;
  grants: readonly Direction[];
  /** Where they are a corrigendum: which terms it mends, and whether the other side has to confirm it. */
  corrigendum?: { corrects: number; needsCounterpart: boolean } | null;
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
  /** Of which information types alone nothing goes; null is of all of them, as with every stop. */
  informationTypes: readonly string[] | null;
  startsAt: Instant;
  endsAt: Instant | null;
  recordedAt: Instant;
  recordedByOrg: string;
  resumption: Resumption | null;
}

/** What an instrument stands below: it narrows that, and ends with it. */
export interface StandsBelow {
  reference: string;
  kind: string;
  /** When terms of it were first in force, or will be; null: never, as far as is recorded. */
  from: Instant | null;
  /** When it ends, or whatever that stands below in turn, as far as is recorded. */
  endsAt: Instant | null;
}

/** An instrument with everything that was ever recorded of it; its state is derived, never stored. */
export interface Agreement {
  reference: string;
  kind: string;
  /** Null: it stands by itself. */
  parent: StandsBelow | null;
  drafter: Organization;
  /** Since the draft, or by terms that are in force: who joins is party to the agreement from then on. */
  parties: readonly Party[];
  terms: readonly Terms[];
  facts: readonly Fact[];
  pauses: readonly Pause[];
  /** When an agreement that supersedes it first enters into force, and when one does that ends it; null: none is to. */
  superseded?: { from: Instant | null; ends: Instant | null };
}

/** Who acts: a person, for an organization. */
export interface Actor {
  person: string;
  organization: Organization;
}

/** Organizations that hold a role in the agreement, or in terms of it. */
export const holding = ({ parties }: Pick<Agreement, 'parties'>, role: PartyRole): Organization[] =>
  parties.filter((party) => party.roles.includes(role)).map((party) => party.organization);

/** The agreement with those as its parties who are party to terms of it: so it is for what concerns these alone. */
export const under = <T extends Agreement>(agreement: T, number: number | null): T => {
  const terms = agreement.terms.find((one) => one.number === number);
  return terms ? { ...agreement, parties: terms.parties } : agreement;
};

/** Organizations that hold any of these roles, or drafted the agreement if `drafter` is among them; each once. */
export function acting(agreement: Agreement, ...roles: (PartyRole | 'drafter')[]): Organization[] {
  const found = agreement.parties
    .filter((party) => party.roles.some((role) => roles.includes(role)))
    .map((party) => party.organization);
  if (roles.includes('drafter') && !found.some(({ id }) => id === agreement.drafter.id))
    found.push(agreement.drafter);
  return found;
}

/** The terms that new ones amend: the latest whose entry into force is recorded, since any others are overtaken by then. */
const amended = ({ terms, facts }: Agreement): Terms | undefined =>
  terms.findLast(({ number }) =>
    facts.some((fact) => fact.kind === 'entered_into_force' && fact.terms === number),
  );

/** Their number; 0 where none have entered into force. */
export const numberAmended = (agreement: Agreement): number => amended(agreement)?.number ?? 0;

/** Who is party to them, or before that to the agreement. */
export const amending = (agreement: Agreement): readonly Party[] =>
  amended(agreement)?.parties ?? agreement.parties;

/** Whether a fact still waits for its second person. */
export const countsNotYet = (fact: Fact): boolean => fact.secondPerson && fact.confirmedAt === null;
