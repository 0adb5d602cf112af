import type { ConsentView, KeptConsentView, VictimConsentView } from './consents.dto';
import type { StoredConsent } from './consents.store';
import { type Consent, countsFrom, stateOf } from './rules/judge-consent';

/** A stored consent as its rules weigh it. */
export const weighed = (stored: StoredConsent): Consent => ({
  recordedBy: stored.recordedBy,
  recordedAt: stored.recordedAt.getTime(),
  validFrom: stored.validFrom.getTime(),
  validUntil: stored.validUntil.getTime(),
  confirmedAt: stored.confirmedAt?.getTime() ?? null,
  revokedAt: stored.revokedAt?.getTime() ?? null,
});

export const nameOfScope = ({ scope, team }: Pick<StoredConsent, 'scope' | 'team'>): string => team ?? scope;

function presentKept(stored: StoredConsent, at: number): KeptConsentView {
  const consent = weighed(stored);
  const from = countsFrom(consent);
  return {
    id: stored.id,
    to: nameOfScope(stored),
    state: stateOf(consent, at),
    valid_from: stored.validFrom.toISOString(),
    valid_until: stored.validUntil.toISOString(),
    counts_from: from === null ? null : new Date(from).toISOString(),
    evidence_sha256: stored.evidence,
    recorded_at: stored.recordedAt.toISOString(),
    recorded_by: stored.recordedByName,
    confirmed_at: stored.confirmedAt?.toISOString() ?? null,
    confirmed_by: stored.confirmedByName,
    revoked_at: stored.revokedAt?.toISOString() ?? null,
    revoked_by: stored.revokedByName,
    revocation_reason: stored.reason,
  };
}

export const presentConsent = (stored: StoredConsent, at: number): ConsentView => ({
  source: stored.givenBy,
  ...presentKept(stored, at),
});

export const presentVictimConsent = (stored: StoredConsent, at: number): VictimConsentView => ({
  victim: stored.victim ?? '',
  given_by: stored.givenBy,
  ...presentKept(stored, at),
});
