import { overlayAt, type OverlayFacts } from './overlay';
import type {
  GrantFacts,
  Instant,
  Interval,
  ItemFacts,
  NamedPerson,
  NarrowingFacts,
  PauseFacts,
  TermsFacts,
} from './question';
import { termsInForce } from './terms-in-force';
import { CHILD_KINDS, KINDS_WITH_GRANTS } from './vocabulary';

/** Terms as they were proposed; `agreement` is the reference here and below. */
export interface DatedTerms {
  readonly id: string;
  readonly agreement: string;
  readonly number: number;
  readonly expiresAt: Instant | null;
  /** Who has to consent to them, which need not be who had to consent to those before. */
  readonly required: TermsFacts['required'];
  readonly madeAt: Instant;
}

/** A fact of an agreement: from when it counts, and from when it stood in the record, its second person included. */
export interface DatedFact {
  readonly agreement: string;
  readonly terms: string | null;
  readonly kind: string;
  readonly party: string;
  readonly from: Instant;
  readonly knownFrom: Instant;
}

/** A suspension or stop, and what ended it, each with the instant from which it stood in the record. */
export interface DatedPause {
  readonly agreement: string | null;
  readonly direction: { readonly from: string; readonly to: string } | null;
  readonly types: PauseFacts['types'];
  readonly from: Instant;
  readonly until: Instant | null;
  readonly knownFrom: Instant;
  readonly resumed: { readonly from: Instant; readonly knownFrom: Instant } | null;
}

/** What happened to the agreements of a direction up to now. */
export interface Happened {
  readonly terms: readonly DatedTerms[];
  readonly facts: readonly DatedFact[];
  readonly pauses: readonly DatedPause[];
  /** Versions of national overlays that came to count, of whomever. */
  readonly overlays: readonly { readonly organization: string; readonly overlay: OverlayFacts }[];
}

const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.length ? Math.min(...instants) : null;

/** An instant that was not known before it came. */
const come = (instant: Instant | null, known: Instant): Instant | null =>
  instant !== null && instant <= known ? instant : null;

const overlayKnownAt = (organization: string, known: Instant, { overlays }: Happened): OverlayFacts | null =>
  overlayAt(
    overlays.flatMap((one) => (one.organization === organization ? [one.overlay] : [])),
    known,
  );

/** Intervals that had begun by an instant. What ends one is not known before; until then it makes no difference. */
const begun = <One extends Interval>(intervals: readonly One[], known: Instant): One[] =>
  intervals.filter(({ from }) => from <= known).map((one) => ({ ...one, until: come(one.until, known) }));
/** A person as the verifications of her stood; one is recorded by the instant from which it counts. */
const personKnownAt = ({ person, of, verified }: NamedPerson, known: Instant): NamedPerson => ({
  ...{ person, of },
  verified: verified
    .filter(({ from }) => from <= known)
    .map((one) => ({ ...one, endedAt: come(one.endedAt, known) })),
});

/**
 * The facts of an item version as they were known at an instant. Every fact is named, so that one that is added is a
 * type error here until somebody has said whether it is dated.
 */
export function itemKnownAt(item: ItemFacts, known: Instant, happened: Happened): ItemFacts {
  const { version, owner, authors, audience, embargoUntil, thirdParty, named, release, withdrawnAt } = item;
  const { requested, consents, onward, passedOn, approvals, parts } = item;
  const { tlp, informationType, categories, productTypes, sectors, severity, nexus, pap } = item;
  return {
    ...{ version, owner, authors, audience, embargoUntil, thirdParty },
    ...{ tlp, informationType, categories, productTypes, sectors, severity, nexus, pap },
    parts: parts.map((part) => ({ ...part, victimConsents: begun(part.victimConsents, known) })),
    named: named.map((one) => personKnownAt(one, known)),
    overlay: overlayKnownAt(owner, known, happened),
    release:
      release === null || release.at > known
        ? null
        : { ...release, supersededAt: come(release.supersededAt, known) },
    withdrawnAt: come(withdrawnAt, known),
    requested: begun(requested, known),
    consents: begun(consents, known),
    onward: begun(onward, known),
    passedOn: begun(passedOn, known),
    approvals: approvals.filter(({ from }) => from <= known),
  };
}

const isConsent = (kind: string): kind is 'approved' | 'signed' => kind === 'approved' || kind === 'signed';

/**
 * Terms of one agreement as they were known at an instant, alone: whether later ones follow them is not said.
 * @param above instruments with which it ends, besides by itself
 */
function alone(
  { agreement, kind, corrections }: TermsFacts,
  { id, number, expiresAt, required }: Omit<DatedTerms, 'agreement' | 'madeAt'>,
  facts: readonly DatedFact[],
  above: readonly string[],
): TermsFacts {
  const own = facts.filter(({ terms }) => terms === id);
  const ends = facts.filter((one) => one.kind === 'ended' && [agreement, ...above].includes(one.agreement));
  return {
    ...{ id, number, agreement, kind, required, corrections, expiresAt },
    counted: own.flatMap((one) =>
      isConsent(one.kind) ? [{ party: one.party, kind: one.kind, from: one.from }] : [],
    ),
    entered: own.find((one) => one.kind === 'entered_into_force')?.from ?? null,
    endedAt: earliest(ends.map(({ from }) => from)),
    followedAt: null,
    later: [],
  };
}

function termsKnownAt(
  terms: TermsFacts,
  known: Instant,
  happened: Happened,
  above: readonly string[] = [],
): TermsFacts {
  const facts = happened.facts.filter(({ knownFrom }) => knownFrom <= known);
  const grants = [...KINDS_WITH_GRANTS, ...CHILD_KINDS].some((kind) => kind === terms.kind);
  const later = happened.terms
    .filter((one) => grants && one.agreement === terms.agreement && one.number > terms.number)
    .toSorted((one, other) => one.number - other.number)
    .flatMap((one) => {
      const facts_ = alone(terms, one, facts, above);
      const interval = termsInForce(facts_);
      return interval ? [{ terms: facts_, from: interval.from }] : [];
    });
  const followed = (after: number) => earliest(later.slice(after).map(({ from }) => from));
  const intervals = later
    .map((one, place) => termsInForce({ ...one.terms, followedAt: followed(place + 1) }))
    .filter((interval): interval is Interval => interval !== null);
  return { ...alone(terms, terms, facts, above), followedAt: followed(0), later: intervals };
}

/** @param stops whether those that name no agreement are among them */
function pausesKnownAt(
  { from, to, terms }: GrantFacts,
  known: Instant,
  happened: Happened,
  stops: boolean,
): PauseFacts[] {
  const concerns = ({ agreement, direction }: DatedPause) =>
    (agreement === null ? stops : agreement === terms.agreement) &&
    (direction === null || (direction.from === from && direction.to === to));
  return happened.pauses
    .filter((pause) => pause.knownFrom <= known && concerns(pause))
    .map((pause) => {
      const resumed = pause.resumed !== null && pause.resumed.knownFrom <= known ? pause.resumed.from : null;
      return {
        from: pause.from,
        until: earliest([pause.until, resumed].filter((end) => end !== null)),
        types: pause.types,
      };
    });
}

/** A grant as it was known, without what it hangs on of other agreements; null where its terms were not proposed yet. */
function bareGrantKnownAt(
  grant: GrantFacts,
  known: Instant,
  happened: Happened,
  { above, stops }: { above: readonly string[]; stops: boolean },
): Omit<GrantFacts, 'predecessor' | 'narrowedBy'> | null {
  const made = happened.terms.find(({ id }) => id === grant.terms.id)?.madeAt;
  if (made === undefined || made > known) return null;
  const { id, from, to, clause, priority, fromCountry, toCountry } = grant;
  const { informationTypes, categories, sectors, severity, nexus, papCeiling, channels } = grant;
  const { victimIdentity, sourceAttribution, personalData, reachBack, obligations, need, amberReach } = grant;
  const { releaseApproval, emergencyUpTo, thirdPartyContent, productTypes } = grant;
  return {
    ...{ id, from, to, clause, priority, fromCountry, toCountry },
    ...{ informationTypes, categories, sectors, severity, nexus, papCeiling, channels },
    toOverlay: overlayKnownAt(to, known, happened),
    ...{ victimIdentity, sourceAttribution, personalData, reachBack, obligations, need, amberReach },
    ...{ releaseApproval, emergencyUpTo, thirdPartyContent, productTypes },
    terms: termsKnownAt(grant.terms, known, happened, above),
    pauses: pausesKnownAt(grant, known, happened, stops),
  };
}

function narrowingKnownAt(
  child: NarrowingFacts,
  narrowed: GrantFacts,
  known: Instant,
  happened: Happened,
): NarrowingFacts[] {
  const { under } = child;
  const above = [...under, narrowed.terms.agreement];
  const found = bareGrantKnownAt(child, known, happened, { above, stops: false });
  return found ? [{ ...found, under, predecessor: null, narrowedBy: [] }] : [];
}

/**
 * A grant as it was known at an instant: a fact, a pause, the end of a pause or later terms that came into the record
 * afterwards are not in it, whenever they took effect, nor an instrument below that was not drawn up yet. Null for a
 * grant of terms that were not proposed yet.
 */
export function grantKnownAt(grant: GrantFacts, known: Instant, happened: Happened): GrantFacts | null {
  const found = bareGrantKnownAt(grant, known, happened, { above: [], stops: true });
  return (
    found && {
      ...found,
      predecessor: grant.predecessor && grantKnownAt(grant.predecessor, known, happened),
      narrowedBy: grant.narrowedBy.flatMap((child) => narrowingKnownAt(child, grant, known, happened)),
    }
  );
}
