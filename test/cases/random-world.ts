import fc from 'fast-check';
import { channels, purposes } from './random-how';
import { partTerms, randomParts } from './random-parts';
import type { GivenAgreement, GivenItem, GivenTerms, GivenVersion, GivenWorld, Moment } from './given-world';
import { randomOverlays } from './random-overlays';

/** Ids that a random world is made of. */
export interface Places {
  originator: string;
  partners: string[];
  authority: string;
  /** Of partners. */
  constituents: Record<string, string[]>;
}

const HOUR = 3_600_000;
export const START = Date.parse('2026-06-01T00:00:00Z');
/** Few instants, so that boundaries meet; each also one millisecond before and after. */
export const INSTANTS: Moment[] = Array.from({ length: 8 }, (_, n) => START + n * HOUR).flatMap((t) => [
  t - 1,
  t,
  t + 1,
]);

/** The first half, in which everything is released, and the second, in which it is asked for. */
export const EARLIER = INSTANTS.slice(0, INSTANTS.length / 2);
export const LATER = INSTANTS.slice(INSTANTS.length / 2);

const moment = fc.constantFrom(...INSTANTS);
const early = fc.constantFrom(...INSTANTS.slice(0, 5));
/** `freq` times as often a value as none; below one, more often none. */
const maybe = <T>(value: fc.Arbitrary<T>, freq = 4) =>
  fc.oneof({ weight: Math.round(freq * 4), arbitrary: value }, { weight: 4, arbitrary: fc.constant(null) });
const likely = <T>(value: fc.Arbitrary<T>) => maybe(value, 24);
const types = ['vulnerability_published', 'incident_summary', 'threat_report'];
const categories = ['fraud/phishing', 'malicious-code/c2-server', 'vulnerable/vulnerable-system'];
const sectors = ['banking', 'energy', 'telecommunications'];
const some = (values: string[], minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 2 });
const list = (values: string[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('any' as const) }, { weight: 1, arbitrary: some(values, 1) });

const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'] as const;
const countries = ['PK', 'CN', 'XC'];
/** Each bound of a grant is seldom there: of many at once nothing would be granted. */
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant('any' as const) }, { weight: 1, arbitrary: value });
/** Mostly unbounded, so that enough is granted; else from one severity to another, either of them open. */
const bounds = fc.oneof(
  { weight: 6, arbitrary: fc.constant('any' as const) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(maybe(fc.constantFrom(...SEVERITIES), 2), maybe(fc.constantFrom(...SEVERITIES), 2))
      .map(([one, other]) =>
        one !== null && other !== null && SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other)
          ? { least: other, most: one }
          : { least: one, most: other },
      )
      .map((found) => (found.least === null && found.most === null ? ('any' as const) : found)),
  },
);

/** Mostly enough, so that what hangs on a request is let go sometimes. */
const need = fc.oneof(
  { weight: 8, arbitrary: fc.constant('push' as const) },
  { weight: 1, arbitrary: fc.constantFrom('on_request' as const, 'both' as const) },
);
const reach = (constituents: string[] = []) =>
  fc.oneof(
    fc.constantFrom('own_organisation' as const, 'all_constituents' as const),
    ...(constituents.length ? [fc.subarray(constituents, { minLength: 1, maxLength: 1 })] : []),
  );
const onward = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('none' as const, 'own_constituents' as const) },
);

const grant = ({ constituents }: Places, from: string, to: string) =>
  fc.record({
    from: fc.constant(from),
    to: fc.constant(to),
    types: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...types),
        fc.constantFrom('CLEAR' as const, 'GREEN' as const, 'AMBER' as const, 'AMBER+STRICT' as const),
      ),
      {
        minLength: 1,
        maxLength: 3,
        selector: ([type]) => type,
      },
    ),
    categories: list(categories),
    sectors: list(sectors),
    severity: bounds,
    nexus: seldom(fc.constantFrom('originator' as const, 'recipient' as const, 'either' as const)),
    papCeiling: seldom(fc.constantFrom('CLEAR' as const, 'GREEN' as const, 'AMBER' as const, 'RED' as const)),
    channels: seldom(channels),
    purposes: seldom(purposes),
    ...partTerms,
    need,
    amberReach: reach(constituents[to]),
    onward,
    reachBack: fc.oneof(fc.constant('none' as const), fc.constant('all' as const), early),
    priority: fc.nat({ max: 1 }),
  });

const terms = (places: Places, partner: string): fc.Arbitrary<GivenTerms> =>
  fc.record({
    approved: likely(early),
    signed: fc.tuple(likely(early), likely(early)),
    entered: likely(early),
    expires: maybe(moment, 0.5),
    grants: fc.tuple(grant(places, places.originator, partner)),
  });

const agreement = (places: Places, partner: string): fc.Arbitrary<GivenAgreement> => {
  const direction = fc.constantFrom<[string, string] | null>(
    null,
    [places.originator, partner],
    [partner, places.originator],
  );
  const suspension = fc
    .record({ from: moment, until: maybe(moment, 3), direction })
    .filter(({ from, until }) => until === null || until > from);
  return fc.record({
    parties: fc.constant([places.originator, partner]),
    authority: maybe(fc.constant(places.authority), 2),
    terms: fc.array(terms(places, partner), { minLength: 1, maxLength: 2 }),
    ended: maybe(moment, 0.25),
    suspended: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(suspension, { maxLength: 1 }) },
    ),
  }) as fc.Arbitrary<GivenAgreement>;
};

const version = ({ partners }: Places, released: fc.Arbitrary<Moment>): fc.Arbitrary<GivenVersion> =>
  fc.record({
    tlp: likely(fc.constantFrom('CLEAR', 'CLEAR', 'GREEN', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
    type: likely(fc.constantFrom(...types)),
    categories: some(categories, 1),
    sectors: some(sectors, 1),
    severity: likely(fc.constantFrom(...SEVERITIES)),
    nexus: some(countries),
    pap: maybe(fc.constantFrom('CLEAR' as const, 'GREEN' as const, 'AMBER' as const, 'RED' as const), 6),
    parts: randomParts(types),
    audience: fc.oneof(
      { weight: 3, arbitrary: fc.constant('any' as const) },
      { weight: 2, arbitrary: some(partners) },
    ),
    exclude: fc.oneof(
      { weight: 4, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: some(partners) },
    ),
    embargo: maybe(moment, 0.5),
    released: likely(released),
    public: fc.boolean(),
    thirdParty: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  });

const span = fc
  .tuple(moment, moment)
  .filter(([from, until]) => from < until)
  .map(([from, until]) => ({ from, until }));
const requested = ({ partners }: Places) =>
  fc.array(
    fc.tuple(fc.constantFrom(...partners), span).map(([by, when]) => ({ by, ...when })),
    { maxLength: 3 },
  );
const consents = ({ partners, constituents }: Places): fc.Arbitrary<GivenItem['consents']> =>
  fc.array(
    fc
      .tuple(fc.constantFrom('partners', 'public', ...partners, ...Object.values(constituents).flat()), span)
      .map(([to, when]) =>
        to === 'partners' || to === 'public'
          ? { scope: to as 'partners', team: null, ...when }
          : { scope: 'team' as const, team: to, ...when },
      ),
    { maxLength: 3 },
  );
const passedOn = ({ constituents }: Places): fc.Arbitrary<GivenItem['passedOn']> => {
  const pairs = Object.entries(constituents).flatMap(([by, all]) => all.map((to) => ({ by, to })));
  const one = () =>
    fc
      .tuple(fc.constantFrom(...pairs), span, fc.boolean())
      .map(([pair, { from, until }, ends]) => ({ ...pair, from, until: ends ? until : null }));
  return pairs.length === 0 ? fc.constant([]) : fc.array(one(), { maxLength: 3 });
};

const item = (places: Places, released: fc.Arbitrary<Moment>): fc.Arbitrary<GivenItem> =>
  fc.record({
    owner: fc.constant(places.originator),
    versions: fc.array(version(places, released), { minLength: 1, maxLength: 3 }),
    withdrawn: maybe(released, 0.25),
    requested: requested(places),
    consents: consents(places),
    passedOn: passedOn(places),
  });

const worldOf = (places: Places, released: fc.Arbitrary<Moment>): fc.Arbitrary<GivenWorld> =>
  fc.record({
    agreements: fc
      .tuple(
        ...places.partners.map((partner) =>
          fc.array(agreement(places, partner), { minLength: 1, maxLength: 2 }),
        ),
      )
      .map((lists) => lists.flat()),
    items: fc.array(item(places, released), { minLength: 3, maxLength: 6 }),
    stops: fc.array(
      fc
        .record({
          from: fc.constant(places.originator),
          to: fc.constantFrom(...places.partners),
          at: moment,
          until: maybe(moment, 3),
        })
        .filter(({ at, until }) => until === null || until > at),
      { maxLength: 1 },
    ),
    overlays: randomOverlays(places, START - HOUR),
  });

/**
 * Agreements of one originator with some partners, items, stops, national overlays: anything the tables accept.
 * @param released when items are released and withdrawn
 */
export const randomWorld = (
  places: readonly Places[],
  released: fc.Arbitrary<Moment> = moment,
): fc.Arbitrary<GivenWorld> => fc.constantFrom(...places).chain((one) => worldOf(one, released));

/** Whose items a random world holds. */
export const originatorOf = ({ items }: GivenWorld): string => items[0]!.owner;
