import type { ApprovalRow, GrantObligations, WithinTime } from '../disclosure';
import type { OtherClause } from './rules/terms-content';
import type { GrantClauses, TermsClauses } from './rules/claused-terms';
import type { Former, Span } from './rules/succession';
import type { Agreement, Fact, Instant, Organization, Party, Pause, Terms } from './rules/agreement';

/** An agreement as it is stored, with all that its parties may read; the rules need only a part of it. */
export interface Dossier extends Agreement {
  id: string;
  title: string;
  createdAt: Instant;
  /** References of what stands below it, as far as the reader reads it. */
  below: readonly string[];
  drafter: NamedOrganization;
  parties: readonly NamedParty[];
  terms: readonly StoredTerms[];
  facts: readonly StoredFact[];
  pauses: readonly StoredPause[];
  /** What the paper is, as the latest word of a party has it; null before anybody said it. */
  description: StoredDescription | null;
  /** When it is in force, from first to last; null for whoever does not read all of it, and before it is. */
  span: Span | null;
  /** What it supersedes, and what supersedes it, as far as the reader is party to both. */
  supersedes: StoredLink | null;
  supersededBy: readonly StoredLink[];
}

export interface StoredLink {
  reference: string;
  title: string;
  former: Former;
  span: Span | null;
}

export interface StoredDescription {
  binding: string | null;
  languages: string[];
  prevailingLanguage: string | null;
  registryNumber: string | null;
  classification: string | null;
  describedBy: string;
  describedAt: Instant;
}

/** The text of terms in one language: the latest, without its bytes. */
export interface StoredText {
  language: string;
  number: number;
  mediaType: string;
  bytes: number;
  sha256: string;
  uploadedBy: string;
  uploadedAt: Instant;
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
  /** Days of 24 hours; null where the terms do not say it. */
  contactVerificationDays: number | null;
  meetingsDays: number | null;
  sha256: string;
  clauses: TermsClauses;
  otherClauses: readonly OtherClause[];
  texts: readonly StoredText[];
  parties: readonly NamedParty[];
  /** Handles of those who join with these terms. */
  joining: readonly string[];
  grants: readonly StoredGrant[];
  corrigendum: StoredCorrigendum | null;
  /** Of the reader's own items; null before all have signed, and to whom they let nothing of its own go. */
  matching: StoredMatching | null;
}

/** Why terms encode anew the signed text of others, and where in that it is read. */
export interface StoredCorrigendum {
  corrects: number;
  needsCounterpart: boolean;
  reason: string;
  clause: string;
  evidence: string | null;
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
  clauses: GrantClauses;
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
  /** Null where no time is promised. */
  respondWithin: WithinTime | null;
  updateIntervalHours: number | null;
  need: string;
  /** A word, or handles of constituents. */
  amberReach: string | string[];
  reachBack: 'none' | 'all' | Instant;
  obligations: GrantObligations;
  /** Null where the terms do not say. */
  releaseApproval: ApprovalRow[] | null;
  /** Null where nobody may let go alone. */
  emergencyUpTo: string | null;
}

/** Names of persons are there for the reader's own organization only: accounts of others are not readable. */
export interface StoredFact extends Fact {
  person: string | null;
  confirmedByPerson: string | null;
  onBehalfOf: string | null;
  reason: string | null;
  evidence: string | null;
  signedBy: string | null;
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
