import type { GrantFacts } from '../rules/question';
import { type Severity, SEVERITIES } from '../rules/vocabulary';
import { dueWithin } from './within';

const DAY = 86_400_000;
/** What arrives within a minute is one set, to be acknowledged together. */
const TOGETHER = 60_000;

/** A disclosure that was just made under a grant, and what else admits it. */
export interface Known {
  readonly log: string;
  readonly agreementId: string;
  readonly grant: GrantFacts;
  /** Every grant that lets it go now, the one that is cited included. */
  readonly admitting: readonly GrantFacts[];
  readonly person: string | null;
  /** Where it lies in the feed, if it came through the feed. */
  readonly place: bigint | null;
  readonly severity: Severity | null;
}

/** A set of disclosures with what is owed for it. */
export interface OwedSet {
  readonly kind: 'acknowledge' | 'destroy' | 'return';
  readonly log: string;
  readonly agreementId: string;
  readonly grant: GrantFacts;
  readonly termGrant: GrantFacts;
  readonly person: string | null;
  readonly severities: readonly string[] | null;
  readonly from: number;
  readonly until: number;
  readonly due: number;
  readonly certificate: boolean;
  /** The places of the feed that a pull has to have gone past. */
  readonly places: { readonly low: bigint; readonly high: bigint } | null;
}

interface Due {
  readonly due: number;
  readonly termGrant: GrantFacts;
}
type Times = Pick<Known, 'grant' | 'admitting'>;

/** The earliest of what several grants say; the cited one where they say the same. */
function strictest(
  { grant, admitting }: Times,
  dueUnder: (grant: GrantFacts) => number | undefined,
): Due | null {
  const all = [grant, ...admitting].flatMap((one) => {
    const due = dueUnder(one);
    return due === undefined ? [] : [{ due, termGrant: one }];
  });
  return all.reduce<Due | null>((best, one) => (best === null || one.due < best.due ? one : best), null);
}

const setOf = ({ log, agreementId, grant, person }: Known, { due, termGrant }: Due) => ({
  ...{ log, agreementId, grant, person, due, termGrant },
});

function destructionOf(known: Known, at: number): OwedSet | null {
  const day = at - (at % DAY);
  const found = strictest(known, ({ obligations: { retention_days: days } }) =>
    days === undefined ? undefined : at + days * DAY,
  );
  if (found === null) return null;
  const terms = [known.grant, ...known.admitting].map(({ obligations }) => obligations.destruction);
  return {
    ...setOf(known, found),
    kind: known.grant.obligations.destruction?.means === 'return' ? 'return' : 'destroy',
    certificate: terms.some((one) => one?.certificate),
    severities: null,
    ...{ from: day, until: day + DAY, places: null },
  };
}

const receiptDue = (times: Times, severity: Severity | null, at: number): Due | null =>
  strictest(times, ({ obligations: { acknowledge_within: within } }) =>
    within === undefined ? undefined : dueWithin(within, severity, at),
  );

function receiptOf(known: Known, at: number): OwedSet | null {
  const { place, severity, person } = known;
  // Where there is no cursor to go on with, the answer is the delivery. No pull has what is one person's.
  if (place === null || person !== null) return null;
  const found = receiptDue(known, severity, at);
  if (found === null) return null;
  // Of every severity that has the same time, so that a set is the same whatever arrives first.
  const alike = [...SEVERITIES, null].filter((one) => receiptDue(known, one, at)?.due === found.due);
  return {
    ...setOf(known, found),
    kind: 'acknowledge',
    certificate: false,
    severities: alike.map((one) => one ?? 'unknown').sort(),
    ...{ from: at, until: at + TOGETHER, places: { low: place, high: place } },
  };
}

const alikeKey = ({ grant, admitting, person, severity, place }: Known): string =>
  [grant.id, ...admitting.map(({ id }) => id), person, severity, place === null].join(' ');
const setKey = ({ kind, grant, termGrant, person, due }: OwedSet): string =>
  [kind, grant.id, termGrant.id, person, due].join(' ');

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const most = (a: bigint, b: bigint) => (a > b ? a : b);

function together(sets: readonly OwedSet[]): OwedSet {
  return sets.reduce((one, other) => ({
    ...one,
    certificate: one.certificate || other.certificate,
    places: one.places &&
      other.places && {
        low: least(one.places.low, other.places.low),
        high: most(one.places.high, other.places.high),
      },
  }));
}

/** Disclosures that owe the same, as one that has all their places. */
function spread(alike: readonly Known[], at: number): OwedSet[] {
  const [first] = alike as [Known, ...Known[]];
  const places = alike.flatMap(({ place }) => (place === null ? [] : [place]));
  const span = places.length > 0 && { low: places.reduce(least), high: places.reduce(most) };
  return [receiptOf(first, at), destructionOf(first, at)].flatMap((set) =>
    set === null ? [] : [{ ...set, places: set.places && (span || null) }],
  );
}

/**
 * What is owed for what became known at an instant: a handful of sets, however many disclosures there are.
 * @param at milliseconds since 1970, UTC
 */
export function owedSets(news: readonly Known[], at: number): OwedSet[] {
  const alike = [...Map.groupBy(news, alikeKey).values()];
  const owed = alike.flatMap((some) => spread(some, at));
  return [...Map.groupBy(owed, setKey).values()].map(together);
}
