import type { OverlayFacts } from './overlay';
import type {
  AmberReach,
  ApprovalRow,
  Channel,
  ConsentScope,
  GivenLevel,
  GrantObligations,
  Need,
  Nexus,
  Pap,
  PartTag,
  PersonalData,
  Purpose,
  Severity,
  SourceAttribution,
  ThirdPartyContent,
  Tlp,
  VictimConsentScope,
  VictimIdentity,
} from './vocabulary';

/** Milliseconds since 1970, UTC. Intervals are half open: from is in, until is not; null is open. */
export type Instant = number;
export interface Interval {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A suspension or stop, of what is of these information types alone; null is of everything. */
export interface PauseFacts extends Interval {
  readonly types: readonly string[] | null;
}

/** What the rules weigh of a part of an item version; where it says nothing of its own, it is as the item. */
export interface PartFacts {
  readonly number: number;
  readonly tlp: Tlp | null;
  readonly informationType: string | null;
  readonly pap: Pap | null;
  readonly tags: readonly PartTag[];
  /** When the victim that it tells of consents that it is told, and to whom. */
  readonly victimConsents: readonly (Interval & {
    readonly scope: VictimConsentScope;
    readonly team: string | null;
  })[];
}

/** That the owner verified a person as a duty officer: [from, the earlier of until and endedAt). */
export interface Verification extends Interval {
  readonly until: Instant;
  /** When it was revoked, or the person lost the role or left; null while nothing of that happened. */
  readonly endedAt: Instant | null;
}
/** A duty officer whom the owner named on a RED version, the organization she is of, and when she was verified. */
export interface NamedPerson {
  readonly person: string;
  readonly of: string;
  readonly verified: readonly Verification[];
}

/** What the rules weigh of an item version. Null and empty are unknown, and unknown forbids. */
export interface ItemFacts {
  readonly version: string;
  readonly owner: string;
  readonly authors: readonly string[];
  readonly tlp: Tlp | null;
  readonly informationType: string | null;
  /** RSIT codes, and codes of national schemes as `cn:scheme#code`. */
  readonly categories: readonly string[];
  /** What kinds of product it is. */
  readonly productTypes: readonly string[];
  readonly sectors: readonly string[];
  readonly severity: Severity | null;
  /** Countries whose constituencies the item affects, ISO 3166-1 alpha-2. */
  readonly nexus: readonly string[];
  readonly pap: Pap | null;
  readonly thirdParty: boolean;
  /** The national rules of its owner that count at the instant. */
  readonly overlay: OverlayFacts | null;
  readonly embargoUntil: Instant | null;
  readonly audience: {
    readonly any: boolean;
    readonly include: readonly string[];
    readonly exclude: readonly string[];
  };
  readonly named: readonly NamedPerson[];
  readonly release: {
    readonly at: Instant;
    readonly by: readonly string[];
    readonly public: boolean;
    /** Whether one person released it alone, who may be its author. */
    readonly emergency: boolean;
    readonly supersededAt: Instant | null;
  } | null;
  readonly withdrawnAt: Instant | null;
  /** When open requests of a team were answered with the item. */
  readonly requested: readonly (Interval & { readonly by: string })[];
  /** When the source of another publisher's content consents that it goes on, and to whom. */
  readonly consents: readonly (Interval & { readonly scope: ConsentScope; readonly team: string | null })[];
  /** When the originator consents that a team passes the item on to its constituents, where terms ask for that. */
  readonly onward: readonly (Interval & { readonly by: string })[];
  /** When a team that receives the item passes it on to one of its constituents. */
  readonly passedOn: readonly (Interval & { readonly by: string; readonly to: string })[];
  /** Who approved the version beside its release, and since when that counts; of a ministry, which. */
  readonly approvals: readonly {
    readonly level: GivenLevel;
    readonly by: readonly string[];
    readonly ministry: string | null;
    readonly from: Instant;
  }[];
  /** In the order of their numbers. */
  readonly parts: readonly PartFacts[];
}

/** The dated facts of an agreement and one of its terms versions; `from` is when a fact came to count. */
export interface TermsFacts {
  readonly id: string;
  readonly number: number;
  readonly agreement: string;
  readonly kind: string;
  readonly required: readonly { readonly party: string; readonly kind: 'approved' | 'signed' }[];
  readonly counted: readonly {
    readonly party: string;
    readonly kind: 'approved' | 'signed';
    readonly from: Instant;
  }[];
  readonly entered: Instant | null;
  readonly expiresAt: Instant | null;
  readonly followedAt: Instant | null;
  /** When later terms of the same agreement are in force; they may have dropped the direction. */
  readonly later: readonly Interval[];
  readonly endedAt: Instant | null;
  readonly corrections: 'allowed' | 'none';
}

/** One grant: what one operating CERT lets another have, under a clause of terms. `to` may pass on to a constituent. */
export interface GrantFacts {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly clause: string;
  readonly priority: number;
  readonly informationTypes: readonly { readonly type: string; readonly ceiling: Tlp }[];
  readonly categories: 'any' | readonly string[];
  readonly sectors: 'any' | readonly string[];
  /** Both bounds are included; null is no bound on that side. */
  readonly severity: 'any' | { readonly least: Severity | null; readonly most: Severity | null };
  readonly nexus: Nexus;
  readonly fromCountry: string | null;
  readonly toCountry: string | null;
  /** The national rules of the recipient that count at the instant. */
  readonly toOverlay: OverlayFacts | null;
  readonly papCeiling: 'any' | Pap;
  readonly channels: 'any' | readonly Channel[];
  readonly victimIdentity: VictimIdentity;
  readonly sourceAttribution: SourceAttribution;
  readonly personalData: PersonalData;
  readonly thirdPartyContent: ThirdPartyContent;
  /** Only these, or all but these; of one of the two it says nothing. */
  readonly productTypes:
    'any' | { readonly include: readonly string[] } | { readonly exclude: readonly string[] };
  readonly reachBack: 'none' | 'all' | Instant;
  readonly need: Need;
  /** Who has to approve; what no row is of needs a second person, as everything does. */
  readonly releaseApproval: readonly ApprovalRow[];
  /** Up to which marking it lets go what one person released alone; null is nothing. */
  readonly emergencyUpTo: Tlp | null;
  /** How far AMBER reaches below the recipient; a list names constituents. */
  readonly amberReach: AmberReach | readonly string[];
  readonly obligations: GrantObligations;
  readonly terms: TermsFacts;
  readonly pauses: readonly PauseFacts[];
  readonly predecessor: GrantFacts | null;
  /** Of every instrument below the agreement, the grants of the same direction, in force or not. */
  readonly narrowedBy: readonly NarrowingFacts[];
}

/**
 * What an instrument that stands below another says of a direction (D-23): no basis of its own. Its pauses are the
 * suspensions of the instrument itself, and it has no predecessor: what it has yet to narrow was admitted without it.
 */
export interface NarrowingFacts extends GrantFacts {
  /** References of the instruments between it and the agreement whose grant it narrows: when one ends, so does it. */
  readonly under: readonly string[];
}

/** `withdrawal` and `removal` ask whether a notice without content may go; `content` asks for the item itself. */
export type Subject = 'content' | 'withdrawal' | 'removal';

/** Everything a decision needs, the instant included. */
export interface Question {
  readonly reader: string;
  /** The person of the reader who asks; null for a system, and where nobody in particular asks. */
  readonly person: string | null;
  /** The team whose constituent the reader is. */
  readonly parent: string | null;
  readonly at: Instant;
  readonly subject: Subject;
  readonly item: ItemFacts;
  readonly grants: readonly GrantFacts[];
  /** Whether the reader was served the item before. */
  readonly received: boolean;
  /** By which it is asked for; null where the question is not about one. */
  readonly channel: Channel | 'message' | null;
  /** Of a channel that may or may not be encrypted: that it was. What is left out is not known. */
  readonly encrypted?: boolean;
  /** What it is said to be for; null where nothing is said. */
  readonly purpose: Purpose | null;
}
