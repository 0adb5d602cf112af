import type { Dossier, StoredPause, StoredTerms } from '../dossier';
import type { Direction, FactKind, Instant } from '../rules/agreement';
import { lackingConsents, type SupposedStep } from '../rules/supposing';

/** What a step would put on record, as `app.visible` takes it: as it would count. Instants in ISO 8601. */
export interface Hypothesis {
  facts?: readonly {
    agreement_id: string;
    terms_version_id: string | null;
    kind: FactKind;
    party_id: string;
    counts_from: string;
  }[];
  pauses?: readonly {
    agreement_id: string | null;
    from_id: string | null;
    to_id: string | null;
    /** Null is of all of them. */
    information_types: readonly string[] | null;
    valid_from: string;
    valid_until: string | null;
  }[];
  resumed?: readonly { pause_id: string; valid_until: string }[];
  /** Terms whose signatures would meet what was released. */
  signed?: string;
}

/** A step that may be taken: whose sight it changes, of which instant is asked, and what it would put on record. */
export interface Supposed {
  teams: readonly string[];
  at: Date;
  hypothesis: Hypothesis;
}

const iso = (instant: Instant): string => new Date(instant).toISOString();

const paused = (
  agreement_id: string | null,
  direction: Direction | null,
  information_types: readonly string[] | null,
  from: Instant,
  until: Instant | null,
): Hypothesis => ({
  pauses: [
    {
      ...{ agreement_id, from_id: direction?.from ?? null, to_id: direction?.to ?? null, information_types },
      ...{ valid_from: iso(from), valid_until: until === null ? null : iso(until) },
    },
  ],
});

/** Signed by all, and the own releases have not met all of their grants yet; the entry would see to the rest. */
const isBeingMatched = ({ matching }: StoredTerms): boolean => matching?.finishedAt === null;

/** Each party that lacks consents itself and now; then the terms enter into force. */
function entered(agreement: Dossier, number: number, by: string, at: Instant, now: Instant): Hypothesis {
  const terms = agreement.terms.find((one) => one.number === number);
  if (!terms) return {};
  const fact = (kind: FactKind, party_id: string, from: Instant) => ({
    ...{ agreement_id: agreement.id, terms_version_id: terms.id, kind, party_id },
    counts_from: iso(from),
  });
  const lacking = lackingConsents(agreement, number, now);
  const consents = lacking.map(({ kind, party }) => fact(kind, party, now));
  return {
    facts: [...consents, fact('entered_into_force', by, Math.max(at, now))],
    ...(lacking.some(({ kind }) => kind === 'signed') || isBeingMatched(terms) ? { signed: terms.id } : {}),
  };
}

/** @param by who takes the step @param now before which nothing counts that is recorded now */
export function hypothesisOf(
  agreement: Dossier,
  supposed: SupposedStep,
  by: string,
  now: Instant,
): Hypothesis {
  const from = Math.max(supposed.at, now);
  switch (supposed.step) {
    case 'enter':
      return entered(agreement, supposed.terms, by, supposed.at, now);
    case 'suspend':
      return paused(agreement.id, supposed.direction, supposed.informationTypes, from, supposed.until);
    case 'end': {
      const ended = {
        agreement_id: agreement.id,
        terms_version_id: null,
        kind: 'ended',
        party_id: by,
      } as const;
      return { facts: [{ ...ended, counts_from: iso(from) }] };
    }
  }
}

/** What an organization sends to a team stops, under whatever agreement. */
export const hypothesisOfStop = (direction: Direction, now: Instant): Hypothesis =>
  paused(null, direction, null, now, null);

/** A suspension or stop ends, as when its resumption is confirmed. */
export const hypothesisOfResumption = ({ id }: StoredPause, now: Instant): Hypothesis => ({
  resumed: [{ pause_id: id, valid_until: iso(now) }],
});
