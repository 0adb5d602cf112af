import type { GivenOverlay } from './given-overlays';
import type { Channel, GrantObligations, Nexus, Pap, Purpose, Severity, Tlp } from '../../src/disclosure';
import type {
  PartTag,
  PersonalData,
  SourceAttribution,
  ThirdPartyContent,
  VictimIdentity,
} from '../../src/disclosure/rules/vocabulary';
import type {
  ApprovalRow,
  ConsentScope,
  GivenLevel,
  Need,
  VictimConsentScope,
} from '../../src/disclosure/rules/vocabulary';

/** Milliseconds since 1970. */
export type Moment = number;

/**
 * When a fact takes effect, and when it was recorded if later. Where a second person is needed, `confirmed` says when
 * that person did, and null that nobody did.
 */
export type GivenFact = Moment | { effective: Moment; recorded: Moment; confirmed?: Moment | null };

export interface GivenGrant {
  from: string;
  to: string;
  types: [string, Tlp][];
  categories: 'any' | string[];
  sectors: 'any' | string[];
  severity?: 'any' | { least: Severity | null; most: Severity | null };
  nexus?: Nexus;
  papCeiling?: 'any' | Pap;
  channels?: 'any' | Channel[];
  /** Whether what is sent has to be encrypted. */
  encryption?: 'must' | 'may';
  /** Those that it obliges to. */
  purposes?: 'any' | Purpose[];
  victimIdentity?: VictimIdentity;
  sourceAttribution?: SourceAttribution;
  personalData?: PersonalData;
  thirdPartyContent?: ThirdPartyContent;
  productTypes?: 'any' | { include: string[] } | { exclude: string[] };
  need?: Need;
  /** How far AMBER reaches below the recipient; a list names constituents. */
  amberReach?: 'own_organisation' | 'all_constituents' | string[];
  /** Who has to approve what. */
  releaseApproval?: ApprovalRow[];
  /** Up to which marking one person lets go alone. */
  emergencyUpTo?: Tlp | null;
  onward?: 'none' | 'own_constituents' | 'with_prior_written_consent';
  reachBack: 'none' | 'all' | Moment;
  priority?: number;
  clause?: string;
}
export interface GivenTerms {
  /** Who joins with these terms. */
  joining?: string[];
  /** Without one, before whatever happens. */
  drawnUp?: Moment;
  approved: GivenFact | null;
  /** In the order of `allParties`. */
  signed: (GivenFact | null)[];
  entered: GivenFact | null;
  expires: Moment | null;
  corrections?: 'allowed' | 'none';
  grants: GivenGrant[];
}
export interface GivenSuspension {
  from: Moment;
  until: Moment | null;
  direction: [string, string] | null;
  /** Of these alone. */
  types?: string[] | null;
}
export interface GivenAgreement {
  reference?: string;
  kind?: string;
  /** The reference of the agreement that it stands below. */
  below?: string;
  parties: string[];
  authority: string | null;
  terms: GivenTerms[];
  ended: GivenFact | null;
  suspended: GivenSuspension[];
}
/** A part of a version; what it does not say is as with the item. */
export interface GivenPart {
  tlp?: Tlp | null;
  type?: string | null;
  pap?: Pap | null;
  tags?: PartTag[];
  /** Whom it tells of, for the consents of victims. */
  victim?: string | null;
}
/** A duty officer, and the organization she is of. */
export interface GivenOfficer {
  person: string;
  of: string;
}
/** That `by` verified a duty officer; `recorded` if later. */
export interface GivenVerification extends GivenOfficer {
  by: string;
  verified: Moment;
  recorded?: Moment;
  until: Moment;
  /** When it was revoked. */
  ended: Moment | null;
}
export interface GivenVersion {
  tlp: Tlp | null;
  type: string | null;
  categories: string[];
  productTypes?: string[];
  sectors: string[];
  severity?: Severity | null;
  /** Countries. */
  nexus?: string[];
  pap?: Pap | null;
  parts?: GivenPart[];
  audience: 'any' | string[];
  exclude: string[];
  /** Of RED. */
  named?: GivenOfficer[];
  embargo: Moment | null;
  released: Moment | null;
  public: boolean;
  /** Another publisher's. */
  thirdParty?: boolean;
  /** Released by its own author. */
  byAuthor?: boolean;
  /** Released by one person alone. */
  emergency?: boolean;
}
export interface GivenItem {
  owner: string;
  versions: GivenVersion[];
  withdrawn: Moment | null;
  /** Requests of a team that were answered with it. */
  requested?: { by: string; from: Moment; until: Moment }[];
  consents?: { scope: ConsentScope; team: string | null; from: Moment; until: Moment }[];
  victimConsents?: {
    victim: string;
    scope: VictimConsentScope;
    team: string | null;
    from: Moment;
    until: Moment;
  }[];
  /** That its owner consents that a team passes it on to its constituents. */
  onward?: { by: string; from: Moment; until: Moment }[];
  passedOn?: { by: string; to: string; from: Moment; until: Moment | null }[];
  /** Of versions by their numbers; of a ministry, which. */
  approvals?: { version: number; level: GivenLevel; ministry: string | null; from: Moment }[];
  /** Written as it stands, even where the tables will refuse it; otherwise made to fit. */
  insisted?: boolean;
}
export interface GivenWorld {
  agreements: GivenAgreement[];
  items: GivenItem[];
  stops: { from: string; to: string; at: Moment; until: Moment | null }[];
  verifications?: GivenVerification[];
  overlays?: GivenOverlay[];
}

/** Whoever is party to any terms of an agreement: since the draft, then as they join. */
export const allParties = ({ parties, terms }: GivenAgreement): string[] => [
  ...new Set([...parties, ...terms.flatMap(({ joining = [] }) => joining)]),
];

const recordedAt = (fact: GivenFact): Moment => (typeof fact === 'number' ? fact : fact.recorded);

/** Which terms these amend: the latest whose entry was on record when they were drawn up; 0 for none. */
export const amendedBy = (terms: readonly GivenTerms[], index: number): number => {
  const { drawnUp } = terms[index]!;
  if (drawnUp === undefined) return 0;
  return (
    1 +
    terms.slice(0, index).findLastIndex(({ entered }) => entered !== null && recordedAt(entered) <= drawnUp)
  );
};

/** Who is party to terms: who joined with former ones too, if their entry was on record when these were drawn up. */
export function partiesTo({ parties, terms }: GivenAgreement, index: number): string[] {
  const { joining = [] } = terms[index]!;
  const joined = terms
    .slice(0, amendedBy(terms, index))
    .filter(({ entered }) => entered !== null)
    .flatMap((former) => former.joining ?? []);
  return [...new Set([...parties, ...joined, ...joining])];
}

/** What a grant obliges its recipient to, in the words of the terms. */
export const obligationsOf = ({ purposes = 'any', onward, encryption }: GivenGrant): GrantObligations => ({
  ...(purposes !== 'any' && { permitted_purposes: purposes }),
  ...(onward && { onward_sharing: onward }),
  ...(encryption && { encryption_in_transit: encryption }),
});
