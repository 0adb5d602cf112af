import { type Agreement, type Fact, holding, type Instant, type Organization, type Terms } from './agreement';
import { type PausedDirection, pausedDirections } from './paused';

/** What is true of an agreement at an instant; several may be true at once. */
export type Statement =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'signed'
  | 'rejected'
  | 'withdrawn'
  | 'in_force'
  | 'suspended'
  | 'notice_given'
  | 'ended'
  | 'expired'
  | 'superseded';

/** How terms come to nothing: what became of them is settled, and nothing more is recorded of them. */
export type DeadEnd = 'rejected' | 'withdrawn';

export interface VersionStanding {
  number: number;
  submitted: boolean;
  approved: boolean;
  signed: boolean;
  approvalsMissing: Organization[];
  signaturesMissing: Organization[];
  /** Of a corrigendum: who else has to confirm it, and has not. */
  confirmationsMissing: Organization[];
  deadEnd: DeadEnd | null;
  /** Half-open interval in which these terms are in force; `from` null: never, as far as is recorded. */
  from: Instant | null;
  until: Instant | null;
  inForce: boolean;
}

export interface Standing {
  versions: VersionStanding[];
  inForce: VersionStanding | null;
  noticeGiven: boolean;
  /** Of its own end, of the beginning of what supersedes it, or of the end of what it stands below: the earliest. */
  endsAt: Instant | null;
  /** Nothing more is recorded of it: it has ended, or something else is in force in its place. */
  ended: boolean;
  /** An agreement that supersedes it has entered into force, and this one is in force no more. */
  superseded: boolean;
  expired: boolean;
  paused: PausedDirection[];
  suspended: 'no' | 'partially' | 'wholly';
  statements: Statement[];
}

/**
 * The instant from which a fact counts: the latest of when it takes effect, when it was recorded, and when the
 * second person confirmed. So late recording never authorises anything earlier. Null: it does not count yet.
 */
export function countsFrom(fact: Fact): Instant | null {
  if (!fact.secondPerson) return Math.max(fact.effectiveAt, fact.recordedAt);
  return fact.confirmedAt === null ? null : Math.max(fact.effectiveAt, fact.recordedAt, fact.confirmedAt);
}

/** The facts of a kind that count, now or later, about one terms version or (null) the agreement. */
export function counting(agreement: Agreement, terms: number | null, kind: Fact['kind']) {
  return agreement.facts
    .filter((fact) => fact.kind === kind && fact.terms === terms)
    .flatMap((fact) => {
      const from = countsFrom(fact);
      return from === null ? [] : [{ party: fact.party, from, effectiveAt: fact.effectiveAt }];
    });
}

/** Who has yet to do it, of those who approve terms, or who sign them and give notice that they may enter into force. */
export function missing(
  agreement: Agreement,
  terms: Terms,
  kind: 'approved' | 'signed' | 'notified',
  at: Instant,
): Organization[] {
  const there = counting(agreement, terms.number, kind).filter(({ from }) => from <= at);
  return holding(terms, kind === 'approved' ? 'approving_authority' : 'signatory').filter(
    ({ id }) => !there.some(({ party }) => party === id),
  );
}

/** Whose confirmation a corrigendum still lacks: that of every other operating CERT of its terms, where it needs any. */
export function unconfirmed(agreement: Agreement, terms: Terms, at: Instant): Organization[] {
  if (!terms.corrigendum?.needsCounterpart) return [];
  const there = counting(agreement, terms.number, 'correction_confirmed').filter(({ from }) => from <= at);
  return holding(terms, 'operating_cert').filter(
    ({ id, handle }) => handle !== terms.proposedBy && !there.some(({ party }) => party === id),
  );
}

/** How terms had come to nothing by the instant; null: they have not. */
export const deadEnd = (agreement: Agreement, terms: number, at: Instant): DeadEnd | null =>
  (['rejected', 'withdrawn'] as const).find((kind) =>
    counting(agreement, terms, kind).some(({ from }) => from <= at),
  ) ?? null;

/** When terms begin to be in force: entered, and approved and signed by all; null if any of it is missing. */
function beginning(agreement: Agreement, terms: Terms): Instant | null {
  const { number } = terms;
  const entered = counting(agreement, number, 'entered_into_force')[0];
  if (!entered || holding(terms, 'signatory').length === 0) return null;
  if (terms.corrigendum) {
    const words = (['corrected', 'correction_confirmed'] as const).map((kind) =>
      counting(agreement, number, kind),
    );
    if (words[0]?.length === 0 || unconfirmed(agreement, terms, Infinity).length > 0) return null;
    return Math.max(entered.from, ...words.flat().map(({ from }) => from));
  }
  for (const kind of ['approved', 'signed'] as const)
    if (missing(agreement, terms, kind, Infinity).length > 0) return null;
  const consents = [...counting(agreement, number, 'approved'), ...counting(agreement, number, 'signed')].map(
    ({ from }) => from,
  );
  return Math.max(entered.from, ...consents);
}

/** The earliest instant of those that are known. */
function earliest(...instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/** Derives the state of an agreement at an instant from its facts. */
export function standing(agreement: Agreement, at: Instant): Standing {
  const ownEnd = counting(agreement, null, 'ended')[0]?.from ?? null;
  const { from: succeeded = null, ends: replaced = null } = agreement.superseded ?? {};
  const end = earliest(ownEnd, replaced, agreement.parent?.endsAt ?? null);
  const begun = agreement.terms.map((terms) => ({ terms, from: beginning(agreement, terms) }));
  const versions = begun.map(({ terms, from }): VersionStanding => {
    const followed = begun
      .filter((later) => later.terms.number > terms.number && later.from !== null)
      .map((later) => later.from);
    const ends = [terms.expiresAt, end, ...followed].filter((instant) => instant !== null);
    const until = from === null || ends.length === 0 ? null : Math.min(...ends);
    // The text that a corrigendum encodes anew is signed already.
    const { corrigendum } = terms;
    const kind = corrigendum ? 'corrected' : 'submitted';
    const submitted = counting(agreement, terms.number, kind).some((fact) => fact.from <= at);
    const approvalsMissing = corrigendum ? [] : missing(agreement, terms, 'approved', at);
    const signaturesMissing = corrigendum ? [] : missing(agreement, terms, 'signed', at);
    return {
      number: terms.number,
      submitted,
      approved: submitted && approvalsMissing.length === 0,
      signed: submitted && signaturesMissing.length === 0,
      approvalsMissing,
      signaturesMissing,
      confirmationsMissing: unconfirmed(agreement, terms, at),
      deadEnd: deadEnd(agreement, terms.number, at),
      from,
      until,
      inForce: from !== null && from <= at && (until === null || until > at),
    };
  });
  const inForce = versions.find((version) => version.inForce) ?? null;
  const latest = versions.at(-1);
  // The progress that is told is that of terms that may still come to something.
  const open = versions.findLast((version) => version.deadEnd === null);
  const ended = end !== null && end <= at;
  const superseded = succeeded !== null && succeeded <= at && !inForce;
  const over = ownEnd !== null && ownEnd <= at;
  // What is cut short by what supersedes it has not run out.
  const cut = replaced !== null && versions.some(({ until }) => until === replaced);
  const expired = !over && !cut && !inForce && versions.some(({ until }) => until !== null && until <= at);
  const noticeGiven = counting(agreement, null, 'notice_given').some(({ from }) => from <= at);
  const shown = agreement.terms.find(({ number }) => number === (inForce ?? open ?? latest)?.number);
  const paused = pausedDirections(agreement.pauses, shown?.grants ?? [], at);
  const all = shown?.grants.every(({ from, to }) =>
    paused.some((one) => one.informationTypes === null && one.from === from && one.to === to),
  );
  const suspended = !inForce || paused.length === 0 ? 'no' : all ? 'wholly' : 'partially';
  const either = (is: (version: VersionStanding) => boolean) =>
    [inForce, open].some((version) => version && is(version));
  const holds: [Statement, boolean][] = [
    ['draft', open !== undefined && !open.submitted],
    ['submitted', either((version) => version.submitted)],
    ['approved', either((version) => version.approved)],
    ['signed', either((version) => version.signed)],
    ['rejected', latest?.deadEnd === 'rejected'],
    ['withdrawn', latest?.deadEnd === 'withdrawn'],
    ['in_force', inForce !== null],
    ['suspended', suspended !== 'no'],
    ['notice_given', noticeGiven && !ended],
    ['ended', over],
    ['expired', expired],
    ['superseded', superseded],
  ];
  const statements = holds.filter(([, true_]) => true_).map(([statement]) => statement);
  return {
    versions,
    inForce,
    noticeGiven,
    endsAt: end,
    ended,
    superseded,
    expired,
    paused,
    suspended,
    statements,
  };
}
