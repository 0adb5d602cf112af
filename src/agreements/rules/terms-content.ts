/** Bounds of the normalised severity, both included; one that is left out is no bound. */
export interface SeverityBounds {
  least?: string;
  most?: string;
}

/** How long something may take; working hours are left out where it is around the clock. */
export interface SaidTime {
  minutes: number;
  by_severity?: { none?: number; low?: number; medium?: number; high?: number; critical?: number };
  working_hours?: {
    zone: string;
    days: readonly string[];
    from: string;
    until: string;
    holidays?: readonly string[];
  };
}

type Surviving = 'confidentiality' | 'purposes' | 'onward_sharing' | 'retention' | 'attribution';

/** What a grant obliges its recipient to; only what is said. */
export interface SaidObligations {
  permitted_purposes?: readonly string[];
  prohibited_purposes?: readonly string[];
  onward_sharing?: string;
  retention_days?: number;
  breach_notice_hours?: number;
  acknowledge_within?: SaidTime;
  destruction?: { means: string; certificate: boolean; logs_exempt: boolean };
  legal_hold?: string;
  compelled_disclosure?: string;
  post_termination?: { rule: string; days?: number };
  /** Years, or `indefinite`; by `confidentiality`, `purposes`, `onward_sharing`, `retention` and `attribution`. */
  survival?: Readonly<Partial<Record<Surviving, number | 'indefinite'>>>;
  feedback?: readonly string[];
  /** By language. */
  marking?: readonly { language: string; text: string }[];
  encryption_in_transit?: string;
  encryption_at_rest?: string;
  permitted_actions?: string;
  affected_party_notice?: string;
  access?: SaidAccess;
  /** By label. */
  classification_map?: readonly { label: string; level: string }[];
}

/** Who may have it; only what is said. */
export interface SaidAccess {
  need_to_know?: boolean;
  named_persons?: boolean;
  nationality?: readonly string[];
  contractors_bound?: boolean;
}

/** Only these, or all but these. */
export interface ProductTypes {
  include?: string[];
  exclude?: string[];
}

/** What a grant lets go in one direction; organizations by handle, lists sorted, `any` said explicitly. */
export interface GrantContent {
  from: string;
  to: string;
  clause: string;
  /** The clause behind each term that has another than `clause`; left out where there is none. */
  clauses?: Readonly<Record<string, string>>;
  information_types: { type: string; tlp_ceiling: string }[];
  categories: 'any' | string[];
  sectors: 'any' | string[];
  severity: 'any' | SeverityBounds;
  /** Whose constituency it has to affect: `any`, `originator`, `recipient` or `either`. */
  nexus: string;
  /** `any`, or the narrowest PAP that may go. */
  pap_ceiling: string;
  /** By which it may leave. */
  channels: 'any' | string[];
  /** What becomes of parts that tell of victims, sources and persons. */
  victim_identity: string;
  source_attribution: string;
  personal_data: string;
  /** These five are left out where they say nothing, as before there were any: the hash of such terms is the same. */
  third_party_content?: string;
  product_types?: ProductTypes;
  default_label?: string;
  /** Within which time the giving side answers what is asked of it. */
  respond_within?: SaidTime;
  /** Every how many hours it says how far it is. */
  update_interval_hours?: number;
  /** `push`, `on_request` or `both`. */
  need: string;
  /** How far AMBER reaches below the recipient: a word, or handles of constituents. */
  amber_reach: string | string[];
  /** Who has to approve what; left out where it is not said, as before it could be. */
  release_approval?: ApprovalTerm[];
  /** What one person may release alone in an emergency; left out where nothing. */
  emergency_release?: EmergencyTerm;
  /** What was released before entry into force: none of it, all of it, or what came after an instant (ISO 8601). */
  reach_back: string;
  /** What the recipient is obliged to, beyond the marking; only what is said. */
  obligations: SaidObligations;
}

/** A clause of the text that no machine enforces. */
export interface OtherClause {
  number: string;
  language?: string;
  heading: string;
  text?: string;
  /** Who looks after it: a role, or an organization by handle. */
  owner_role?: string;
  owner?: string;
  binding?: string;
}

/** What is marked and as severe as this, or more, needs an approval of a level. */
export interface ApprovalTerm {
  tlp?: string;
  severity?: string;
  needs: string;
}

/** Up to which marking one person lets go alone. */
export interface EmergencyTerm {
  up_to: string;
}

/** The content of a terms version, as two installations compare it. */
export interface TermsContent {
  agreement: string;
  kind: string;
  /** What it stands below; left out where it stands by itself, as before anything could. */
  parent?: string;
  parties: { organization: string; roles: string[] }[];
  expires_at: string | null;
  /** Left out where there is none, as before there were any: the hash of such terms is the same. */
  entry_condition?: { rule: string; date?: string; days?: number };
  /** Left out where no period of notice is named, as above. */
  notice_days?: number;
  corrections: string;
  /** Left out where nothing is said, for the same reason. */
  contact_verification_days?: number;
  meetings_days?: number;
  /** The clauses behind what is said of the whole; left out where none are named. */
  clauses?: Readonly<Record<string, string>>;
  /** What no machine enforces; left out where there is nothing. */
  other_clauses?: OtherClause[];
  grants: GrantContent[];
}

export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (list: 'any' | string[]) => (list === 'any' ? list : [...list].sort(byText));

/** Lists in one order, holidays by date, days by their names. */
const sortedTime = ({ working_hours: hours, ...others }: SaidTime): SaidTime => ({
  ...others,
  ...(hours && {
    working_hours: {
      ...hours,
      days: [...hours.days].sort(byText),
      ...(hours.holidays && { holidays: [...hours.holidays].sort(byText) }),
    },
  }),
});

const sortedProducts = ({ include, exclude }: ProductTypes): ProductTypes => ({
  ...(include && { include: [...include].sort(byText) }),
  ...(exclude && { exclude: [...exclude].sort(byText) }),
});

const sortedAccess = ({ nationality, ...others }: SaidAccess): SaidAccess => ({
  ...others,
  ...(nationality && { nationality: [...nationality].sort(byText) }),
});

const sortedObligations = ({
  permitted_purposes: permitted,
  prohibited_purposes: prohibited,
  feedback,
  acknowledge_within: within,
  marking,
  access,
  classification_map: levels,
  ...others
}: SaidObligations): SaidObligations => ({
  ...others,
  ...(marking && { marking: [...marking].sort((a, b) => byText(a.language, b.language)) }),
  ...(access && { access: sortedAccess(access) }),
  ...(levels && { classification_map: [...levels].sort((a, b) => byText(a.label, b.label)) }),
  ...(within && { acknowledge_within: sortedTime(within) }),
  ...(permitted && { permitted_purposes: [...permitted].sort(byText) }),
  ...(prohibited && { prohibited_purposes: [...prohibited].sort(byText) }),
  ...(feedback && { feedback: [...feedback].sort(byText) }),
});

const approvalKey = ({ tlp = '', severity = '', needs }: ApprovalTerm): string =>
  `${tlp} ${severity} ${needs}`;

/**
 * Terms in the one order that does not depend on how they were typed in. The hash of this value's canonical bytes
 * (RFC 8785) is what two installations that hold the same agreement compare. The version's number is no part of
 * it: a proposal that only one of them saw must not make the same terms differ.
 */
export function canonicalTerms(content: TermsContent): TermsContent & { accord: 'terms/1' } {
  return {
    accord: 'terms/1',
    ...content,
    parties: content.parties
      .map(({ organization, roles }) => ({ organization, roles: [...roles].sort(byText) }))
      .sort((a, b) => byText(a.organization, b.organization)),
    ...(content.other_clauses && {
      other_clauses: [...content.other_clauses].sort(
        (a, b) => byText(a.number, b.number) || byText(a.language ?? '', b.language ?? ''),
      ),
    }),
    grants: content.grants
      .map((grant) => ({
        ...grant,
        information_types: [...grant.information_types].sort((a, b) => byText(a.type, b.type)),
        categories: sorted(grant.categories),
        sectors: sorted(grant.sectors),
        channels: sorted(grant.channels),
        ...(grant.product_types && { product_types: sortedProducts(grant.product_types) }),
        amber_reach: Array.isArray(grant.amber_reach)
          ? [...grant.amber_reach].sort(byText)
          : grant.amber_reach,
        ...(grant.respond_within && { respond_within: sortedTime(grant.respond_within) }),
        obligations: sortedObligations(grant.obligations),
        ...(grant.release_approval && {
          release_approval: grant.release_approval
            .map(({ tlp, severity, needs }) => ({
              ...(tlp && { tlp }),
              ...(severity && { severity }),
              needs,
            }))
            .sort((a, b) => byText(approvalKey(a), approvalKey(b))),
        }),
      }))
      .sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to)),
  };
}
