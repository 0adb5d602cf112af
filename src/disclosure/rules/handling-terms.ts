import type { Tlp } from './tlp';

/** One of the texts that stand on every document of a grant: a line in one language (BCP 47). */
export interface MarkingText {
  readonly language: string;
  readonly text: string;
}

/** Whether something has to be encrypted; `may` says that it need not be. From the strictest. */
export const ENCRYPTION = ['must', 'may'] as const;
export type Encryption = (typeof ENCRYPTION)[number];

/** What a recipient may do with what it received, as FIRST's IEP 2.0 writes it. From the strictest. */
export const PERMITTED_ACTIONS = [
  'NONE',
  'CONTACT FOR INSTRUCTION',
  'INTERNALLY VISIBLE ACTIONS',
  'EXTERNALLY VISIBLE INDIRECT ACTIONS',
  'EXTERNALLY VISIBLE DIRECT ACTIONS',
] as const;
export type PermittedActions = (typeof PERMITTED_ACTIONS)[number];

/** Whether the recipient may tell whom it affects (IEP 2.0, affected party notifications). From the strictest. */
export const AFFECTED_PARTY_NOTICE = ['must_not', 'via_originator', 'may'] as const;
export type AffectedPartyNotice = (typeof AFFECTED_PARTY_NOTICE)[number];

/** Who of the recipient may have it. What is not said is not asked for; something is. */
export interface AccessTerm {
  readonly need_to_know?: true;
  /** Of whom the recipient keeps a list. */
  readonly named_persons?: true;
  /** Citizens of these countries alone, ISO 3166-1 alpha-2. */
  readonly nationality?: readonly string[];
  /** Contractors are bound to these terms before they have it. */
  readonly contractors_bound?: true;
}

/** The level of the recipient's national scheme that a label is held at. No label has two levels, nor a level two labels. */
export interface MappedLevel {
  readonly label: Tlp;
  readonly level: string;
}

/** How what is disclosed is handled, as far as a grant says it. */
export interface HandlingObligations {
  readonly marking?: readonly MarkingText[];
  /** Weighed by D-12, too: with `must` nothing goes by a channel that is not known to be encrypted. */
  readonly encryption_in_transit?: Encryption;
  readonly encryption_at_rest?: Encryption;
  readonly permitted_actions?: PermittedActions;
  readonly affected_party_notice?: AffectedPartyNotice;
  readonly access?: AccessTerm;
  readonly classification_map?: readonly MappedLevel[];
}

/** Of terms whose value is one word: the words from the strictest. */
export const FROM_STRICTEST = {
  encryption_in_transit: ENCRYPTION,
  encryption_at_rest: ENCRYPTION,
  permitted_actions: PERMITTED_ACTIONS,
  affected_party_notice: AFFECTED_PARTY_NOTICE,
} as const satisfies Partial<Record<keyof HandlingObligations, readonly string[]>>;
