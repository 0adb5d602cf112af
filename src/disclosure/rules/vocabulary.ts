import type { Feedback, Survival } from './lasting-terms';
import type { HandlingObligations } from './handling-terms';
import { type Tlp, TLP_LABELS } from './tlp';

export { type Tlp, TLP_LABELS };

/** What kind of information an item is; unpublished vulnerabilities are their own kind. */
export const INFORMATION_TYPES = [
  'indicator',
  'incident_summary',
  'incident_detail',
  'victim_notification',
  'vulnerability_published',
  'vulnerability_unpublished',
  'malware_sample',
  'threat_report',
  'forensic_data',
  'statistics',
  'best_practice',
] as const;
export type InformationType = (typeof INFORMATION_TYPES)[number];

/** Reference Security Incident Taxonomy 1.3 (machine version 1003): classes and their types. */
export const RSIT: Readonly<Record<string, readonly string[]>> = {
  'abusive-content': ['spam', 'harmful-speech', 'violence'],
  'malicious-code': ['infected-system', 'c2-server', 'malware-distribution', 'malware-configuration'],
  'information-gathering': ['scanner', 'sniffing', 'social-engineering'],
  'intrusion-attempts': ['ids-alert', 'brute-force', 'exploit'],
  intrusions: [
    'privileged-account-compromise',
    'unprivileged-account-compromise',
    'application-compromise',
    'system-compromise',
    'burglary',
  ],
  availability: ['dos', 'ddos', 'misconfiguration', 'sabotage', 'outage'],
  'information-content-security': [
    'unauthorised-information-access',
    'unauthorised-information-modification',
    'data-loss',
    'data-leak',
  ],
  fraud: ['unauthorised-use-of-resources', 'copyright', 'masquerade', 'phishing'],
  vulnerable: [
    'weak-crypto',
    'ddos-amplifier',
    'potentially-unwanted-accessible',
    'information-disclosure',
    'vulnerable-system',
  ],
  other: ['other', 'undetermined'],
  test: ['test'],
};

/** Every RSIT code as `class/type`. */
export const RSIT_CODES: readonly string[] = Object.entries(RSIT).flatMap(([group, types]) =>
  types.map((type) => `${group}/${type}`),
);

/**
 * A code of a national scheme as `cn:GB/T 20986-2023#MI`: the country that keeps it, the scheme with its edition, and the
 * code as it stands there. It is kept as it is, and never translated into another.
 */
export const NATIONAL_CODE =
  /^[a-z]{2}:[^\s#\p{C}](?:[^#\p{C}]{0,58}[^\s#\p{C}])?#[^\s#\p{C}](?:[^#\p{C}]{0,98}[^\s#\p{C}])?$/u;
export const isCategory = (code: unknown): boolean =>
  typeof code === 'string' && (RSIT_CODES.includes(code) || NATIONAL_CODE.test(code));

/** Sectors of constituents, as national lists map to them. */
export const SECTORS = [
  'banking',
  'digital-infrastructure',
  'education',
  'energy',
  'food',
  'government',
  'health',
  'manufacturing',
  'media',
  'telecommunications',
  'transport',
  'water',
  'other',
] as const;

export const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Permissible Actions Protocol (MISP taxonomy `PAP`), from the widest to the narrowest; CLEAR was WHITE. */
export const PAP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const;
export type Pap = (typeof PAP_LEVELS)[number];

/** Whose constituency an item has to affect for a grant to admit it. */
export const NEXUSES = ['any', 'originator', 'recipient', 'either'] as const;
export type Nexus = (typeof NEXUSES)[number];

/** By which ways what is shared may leave; `mail` is encrypted. */
export const CHANNELS = ['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a part of an item may be; what it tells of that terms may change or leave out. */
export const PART_KINDS = ['indicator', 'statement', 'field'] as const;
export type PartKind = (typeof PART_KINDS)[number];
export const PART_TAGS = ['victim_identity', 'source_identity', 'personal_data'] as const;
export type PartTag = (typeof PART_TAGS)[number];

/** What becomes of parts that tell who a victim is, who a source is, and of persons; the first is what is not said. */
export const VICTIM_IDENTITY = ['omit', 'pseudonym', 'sector_only', 'with_consent', 'full'] as const;
export type VictimIdentity = (typeof VICTIM_IDENTITY)[number];
export const SOURCE_ATTRIBUTION = ['must_not', 'may', 'must'] as const;
export type SourceAttribution = (typeof SOURCE_ATTRIBUTION)[number];
export const PERSONAL_DATA = ['none', 'minimised', 'full_with_basis'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

export const PERMITTED_PURPOSES = [
  'network_defence',
  'incident_response',
  'victim_notification',
  'statistics',
  'research',
  'law_enforcement',
] as const;
/** What a request may say it is for. */
export type Purpose = (typeof PERMITTED_PURPOSES)[number];
export const PROHIBITED_PURPOSES = [
  'offensive_use',
  'public_attribution',
  'evidence_in_proceedings',
  'commercial_use',
  'sanctions',
] as const;
/** Whether a grant lets go what nobody asked for; `both` does, and takes requests besides. */
export const NEEDS = ['push', 'on_request', 'both'] as const;
export type Need = (typeof NEEDS)[number];

/** What AMBER means for a recipient that has constituents (TLP 2.0, clients); a list of them is named in terms. */
export const AMBER_REACHES = ['own_organisation', 'all_constituents'] as const;
export type AmberReach = (typeof AMBER_REACHES)[number];

/** To whom a source consents that its content goes on: one team, any that an agreement admits, everybody. */
export const CONSENT_SCOPES = ['team', 'partners', 'public'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];
/** To whom a victim consents that it is told of: it is named to nobody as the public. */
export type VictimConsentScope = Exclude<ConsentScope, 'public'>;

/** Whether content of another publisher goes: while its source consents; as far as its marking lets it; or not at all. */
export const THIRD_PARTY_CONTENT = ['with_consent', 'forward', 'never'] as const;
export type ThirdPartyContent = (typeof THIRD_PARTY_CONTENT)[number];

/**
 * What kind of product of a CERT an item is; it may be several at once. What FIRST's services framework (information
 * security event, incident, vulnerability, situational awareness and knowledge transfer services) has teams publish.
 */
export const PRODUCT_TYPES = [
  'alert',
  'advisory',
  'threat_report',
  'malware_analysis',
  'indicator_list',
  'incident_notice',
  'situation_report',
  'statistics',
  'best_practice',
  'training_material',
] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

/** How far the recipient may pass on, where that is less than the marking lets it. */
export const ONWARD_SHARING = ['none', 'own_constituents', 'with_prior_written_consent'] as const;

export const WORKING_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** When somebody is there to answer: of each working day a half-open span of the wall clock, as `09:00` and `17:00`. */
export interface WorkingHours {
  /** By the IANA time zone database, as `Asia/Karachi`. */
  readonly zone: string;
  readonly days: readonly (typeof WORKING_DAYS)[number][];
  readonly from: string;
  /** After `from`; `24:00` is the end of the day. */
  readonly until: string;
  /** Dates on which nobody works, as `2026-03-23`. */
  readonly holidays?: readonly string[];
}
/** How long something may take: around the clock, or in working hours alone. */
export interface WithinTime {
  readonly minutes: number;
  /** For these severities another time. */
  readonly by_severity?: Readonly<Partial<Record<Severity, number>>>;
  readonly working_hours?: WorkingHours;
}

export const DESTRUCTION_MEANS = ['delete', 'return'] as const;
/** How what may no longer be kept is done away with. */
export interface DestructionTerm {
  readonly means: (typeof DESTRUCTION_MEANS)[number];
  /** Whether only a certificate shows it; otherwise that the recipient says so is enough. */
  readonly certificate: boolean;
  /** Whether logs and copies in backups may be kept. */
  readonly logs_exempt: boolean;
}
/** Who may hold destruction for legal reasons. */
export const HOLDERS = ['recipient', 'originator', 'either'] as const;
export type Holder = (typeof HOLDERS)[number];
/** What the recipient does whom a court or an authority compels to disclose. */
export const COMPELLED = ['notify_before', 'notify_at_once', 'resist_where_lawful'] as const;
export type Compelled = (typeof COMPELLED)[number];
export const POST_TERMINATION = ['keep_under_terms', 'destroy', 'return'] as const;
/** What becomes of what was received once the agreement is over. */
export interface PostTermination {
  readonly rule: (typeof POST_TERMINATION)[number];
  /** Until when it is destroyed or returned, from the end on; not said of what is kept. */
  readonly days?: number;
}

/** What a grant obliges its recipient to, beyond the marking; what is not said obliges to nothing. */
export interface GrantObligations extends HandlingObligations {
  readonly permitted_purposes?: readonly Purpose[];
  readonly prohibited_purposes?: readonly (typeof PROHIBITED_PURPOSES)[number][];
  readonly onward_sharing?: (typeof ONWARD_SHARING)[number];
  /** From when the recipient first gets a version. */
  readonly retention_days?: number;
  /** Until the originator has to know of a loss or misuse, from when the recipient does. */
  readonly breach_notice_hours?: number;
  /** That the recipient says it has what arrived; its next pull says so, too. */
  readonly acknowledge_within?: WithinTime;
  readonly destruction?: DestructionTerm;
  readonly legal_hold?: Holder;
  readonly compelled_disclosure?: Compelled;
  readonly post_termination?: PostTermination;
  readonly survival?: Survival;
  /** Expected, without a date; nothing follows where it does not come. */
  readonly feedback?: readonly Feedback[];
}

/** Kinds of agreement that may grant exchange; a capacity agreement sets up a centre and grants nothing. */
export const KINDS_WITH_GRANTS = ['mou', 'treaty', 'community_membership'] as const;
/** Kinds that stand below another instrument: what they grant only narrows what that grants (D-23). */
export const CHILD_KINDS = ['implementing_annex', 'sop', 'case_arrangement'] as const;

/** Who has to approve before something goes, the lowest first. The first two ask no more than that no author releases. */
export const APPROVAL_LEVELS = ['none', 'four_eyes', 'duty_officer', 'ministry'] as const;
export type ApprovalLevel = (typeof APPROVAL_LEVELS)[number];
/** What is approved beside the release itself. */
export const GIVEN_LEVELS = ['duty_officer', 'ministry'] as const;
export type GivenLevel = (typeof GIVEN_LEVELS)[number];
/** What needs which level: what is marked and as severe as this, or more; null is no bound. */
export interface ApprovalRow {
  readonly tlp: Tlp | null;
  readonly severity: Severity | null;
  readonly needs: ApprovalLevel;
}
