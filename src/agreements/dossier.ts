import type { GrantObligations } from '../disclosure';
import type { Agreement, Fact, Instant, Organization, Party, Pause, Terms } from './rules/agreement';

/** An agreement as it is stored, with all that its parties may read; the rules need only a part of it. */
export interface Dossier extends Agreement {
  id: string;
  title: string;
  createdAt: Instant;
  drafter: NamedOrganization;
  parties: readonly NamedParty[];
  terms: readonly StoredTerms[];
  facts: readonly StoredFact[];
  pauses: readonly StoredPause[];
}

export interface NamedParty extends Party {
  organization: NamedOrganization;
}

export interface NamedOrganization extends Organization {
  name: string;
}

export interface StoredTerms extends Terms {
  createdAt: Instant;
  id: string;
  corrections: string;
  sha256: string;
  parties: readonly NamedParty[];
  /** Handles of those who join with these terms. */
  joining: readonly string[];
  grants: readonly StoredGrant[];
  /** Of the reader's own items; null before all have signed, and to whom they let nothing of its own go. */
  matching: StoredMatching | null;
}

/** How far released versions have met the grants of signed terms. */
export interface StoredMatching {
  of: number;
  done: number;
  beganAt: Instant;
  finishedAt: Instant | null;
}

export interface StoredGrant {
  id: string;
  from: string;
  to: string;
  clause: string;
  informationTypes: { type: string; tlp_ceiling: string }[];
  categories: 'any' | string[];
  sectors: 'any' | string[];
  severity: 'any' | { least: string | null; most: string | null };
  nexus: string;
  papCeiling: string;
  channels: 'any' | string[];
  victimIdentity: string;
  sourceAttribution: string;
  personalData: string;
  thirdPartyContent: string;
  productTypesOnly: string[] | null;
  productTypesExcept: string[] | null;
  defaultLabel: string | null;
  need: string;
  /** A word, or handles of constituents. */
  amberReach: string | string[];
  reachBack: 'none' | 'all' | Instant;
  obligations: GrantObligations;
}

/** Names of persons are there for the reader's own organization only: accounts of others are not readable. */
export interface StoredFact extends Fact {
  person: string | null;
  confirmedByPerson: string | null;
  onBehalfOf: string | null;
  reason: string | null;
  evidence: string | null;
}

export interface StoredPause extends Pause {
  agreement: string | null;
  fromHandle: string | null;
  toHandle: string | null;
  recordedByHandle: string;
  reviewAt: Instant | null;
  grounds: string;
  evidence: string | null;
  person: string | null;
  resumption:
    | (NonNullable<Pause['resumption']> & {
        id: string;
        reason: string;
        person: string | null;
        confirmedByPerson: string | null;
      })
    | null;
}
