import type { FactKind, Instant } from './agreement';

/** A consent, its refusal, or a notification, recorded for a party: its own, or that of someone who does not sign in (`onBehalfOf`). */
export interface Consent {
  terms: number;
  party: string;
  effectiveAt: Instant;
  onBehalfOf: string | null;
  hasEvidence: boolean;
}

/** What a person may ask to be recorded of an agreement. Organizations by id. */
export type Command =
  | { do: 'submit'; terms: number }
  | ({ do: 'approve' } & Consent)
  | ({ do: 'sign' } & Consent)
  | ({ do: 'reject' } & Consent)
  | ({ do: 'notify' } & Consent)
  | { do: 'withdraw'; terms: number }
  | { do: 'correct'; terms: number }
  | { do: 'confirm_correction'; terms: number }
  | { do: 'enter_into_force'; terms: number; effectiveAt: Instant }
  /** Without `effectiveAt` the end is computed from the period of notice. */
  | { do: 'give_notice'; givenAt: Instant; effectiveAt: Instant | null; hasEvidence: boolean }
  | { do: 'end'; effectiveAt: Instant };

/** A fact to be recorded, as the rules admit it. */
export interface NewFact {
  kind: FactKind;
  terms: number | null;
  party: string;
  effectiveAt: Instant;
  secondPerson: boolean;
}

export interface Allowed {
  allowed: true;
  facts: readonly NewFact[];
}
