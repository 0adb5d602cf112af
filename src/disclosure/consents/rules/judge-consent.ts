/** What the rules weigh of a recorded consent; instants in milliseconds since 1970. */
export interface Consent {
  recordedBy: string;
  recordedAt: number;
  validFrom: number;
  validUntil: number;
  confirmedAt: number | null;
  revokedAt: number | null;
}

/** Where a consent stands: only a `counted` one lets anything go. */
export const CONSENT_STATES = ['unconfirmed', 'to_come', 'counted', 'lapsed', 'revoked'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** Why a consent is not confirmed or revoked. */
export interface ConsentRefusal {
  code:
    | 'consent/second-person'
    | 'consent/confirmed'
    | 'consent/revoked'
    | 'consent/lapsed'
    | 'consent/not-third-party'
    | 'consent/ask-source';
  forbidden: boolean;
  detail: string;
}

const refuse = (code: ConsentRefusal['code'], detail: string, forbidden = false): ConsentRefusal => ({
  code,
  detail,
  forbidden,
});

/** From when it counts: late recording and late confirmation authorise nothing earlier. */
export const countsFrom = ({ validFrom, recordedAt, confirmedAt }: Consent): number | null =>
  confirmedAt === null ? null : Math.max(validFrom, recordedAt, confirmedAt);

export function stateOf(consent: Consent, at: number): ConsentState {
  const from = countsFrom(consent);
  if (consent.revokedAt !== null && consent.revokedAt <= at) return 'revoked';
  if (consent.validUntil <= at) return 'lapsed';
  if (from === null) return 'unconfirmed';
  return from <= at ? 'counted' : 'to_come';
}

const over = (state: ConsentState): ConsentRefusal | null => {
  if (state === 'revoked') return refuse('consent/revoked', 'The consent was revoked. Record a new one.');
  if (state === 'lapsed') return refuse('consent/lapsed', 'The consent has lapsed. Record a new one.');
  return null;
};

/** Why a person may not confirm a consent; null when she may. */
export function confirmationRefusal(consent: Consent, person: string, at: number): ConsentRefusal | null {
  const past = over(stateOf(consent, at));
  if (past) return past;
  if (consent.confirmedAt !== null)
    return refuse('consent/confirmed', 'A second person has confirmed it already.');
  if (consent.recordedBy !== person) return null;
  return refuse(
    'consent/second-person',
    'You recorded this consent. Another person of your organization has to confirm it.',
    true,
  );
}

/** Why a consent is not revoked; null when it is. One that was never confirmed is revoked as well. */
export const revocationRefusal = (consent: Consent, at: number): ConsentRefusal | null =>
  over(stateOf(consent, at));

/** A source that can be asked says itself what it consents to. */
export const askedRefusal = (source: string): ConsentRefusal =>
  refuse(
    'consent/ask-source',
    `The item holds what ${source} shares with your team. Ask it for its consent with POST /api/v1/consent-requests.`,
  );

/** Whose the content is decides whether there is a consent to record at all. */
export const ownContentRefusal = (): ConsentRefusal =>
  refuse(
    'consent/not-third-party',
    'No version of this item holds another publisher’s content, so nobody else’s consent is needed.',
  );
