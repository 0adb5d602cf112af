import fc from 'fast-check';
import type { Tlp } from '../../src/disclosure';
import type { GivenAgreement, GivenItem, GivenVersion, GivenWorld, Moment } from './given-world';
import { countries, likely, maybe, moment, type Places, some, suspendedTypes, types } from './random-ground';
import { withChildren } from './random-children';
import { overlays } from './random-overlays';
import { withSomeRed } from './random-red';
import { verification } from './random-verifications';
import { randomParts, VICTIMS } from './random-parts';
import { allTerms, categories, NATIONAL, products, sectors, SEVERITIES } from './random-terms';

export { EARLIER, INSTANTS, LATER, type Places, START } from './random-ground';

const agreement = (places: Places, partner: string): fc.Arbitrary<GivenAgreement> => {
  const direction = fc.constantFrom<[string, string] | null>(
    null,
    [places.originator, partner],
    [partner, places.originator],
  );
  const suspension = fc
    .record({ from: moment, until: maybe(moment, 3), direction, types: suspendedTypes })
    .filter(({ from, until }) => until === null || until > from);
  return fc.record({
    parties: fc.constant([places.originator, partner]),
    authority: maybe(fc.constant(places.authority), 2),
    terms: allTerms(places, partner),
    ended: maybe(moment, 0.25),
    suspended: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(suspension, { maxLength: 2 }) },
    ),
  }) as fc.Arbitrary<GivenAgreement>;
};

/** Mostly as always; in an emergency by whoever it is. */
const alone = {
  emergency: fc.constantFrom(false, false, true),
};

const MARKINGS = ['CLEAR', 'CLEAR', 'GREEN', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
const version = (
  { partners, officers }: Places,
  released: fc.Arbitrary<Moment>,
  markings: readonly Tlp[] = MARKINGS,
): fc.Arbitrary<GivenVersion> =>
  fc
    .record({
      tlp: likely(fc.constantFrom(...markings)),
      type: likely(fc.constantFrom(...types)),
      categories: fc.oneof(
        { weight: 2, arbitrary: some(categories, 1) },
        { weight: 1, arbitrary: some([...categories, ...NATIONAL], 1) },
      ),
      productTypes: some(products),
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
      ...alone,
      thirdParty: fc.oneof(
        { weight: 9, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      some: fc.subarray(officers, { minLength: Math.min(2, officers.length) }),
    })
    .map(({ some: named, ...given }) => (given.tlp === 'RED' ? { ...given, named } : given));

const span = fc
  .tuple(moment, moment)
  .filter(([from, until]) => from < until)
  .map(([from, until]) => ({ from, until }));
const ofPartners = ({ partners }: Places) =>
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
const victimConsents = ({ partners, constituents }: Places): fc.Arbitrary<GivenItem['victimConsents']> =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(...VICTIMS),
        fc.constantFrom('partners', 'partners', ...partners, ...Object.values(constituents).flat()),
        span,
      )
      .map(([victim, to, when]) =>
        to === 'partners'
          ? { victim, scope: 'partners' as const, team: null, ...when }
          : { victim, scope: 'team' as const, team: to, ...when },
      ),
    { maxLength: 4 },
  );
const passedOn = ({ constituents }: Places): fc.Arbitrary<GivenItem['passedOn']> => {
  const pairs = Object.entries(constituents).flatMap(([by, all]) => all.map((to) => ({ by, to })));
  const one = () =>
    fc
      .tuple(fc.constantFrom(...pairs), span, fc.boolean())
      .map(([pair, { from, until }, ends]) => ({ ...pair, from, until: ends ? until : null }));
  return pairs.length === 0 ? fc.constant([]) : fc.array(one(), { maxLength: 3 });
};

/** Each level once for each version, by the one ministry there is. */
const approvals = ({ authority }: Places): fc.Arbitrary<GivenItem['approvals']> =>
  fc.uniqueArray(
    fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('duty_officer' as const, 'ministry' as const),
        moment,
      )
      .map(([version, level, from]) => ({
        ...{ version, level, from },
        ministry: level === 'ministry' ? authority : null,
      })),
    { maxLength: 4, selector: ({ version, level }) => `${version} ${level}` },
  );

const item = (places: Places, released: fc.Arbitrary<Moment>): fc.Arbitrary<GivenItem> =>
  fc.record({
    owner: fc.constant(places.originator),
    versions: fc.array(version(places, released), { minLength: 1, maxLength: 3 }),
    withdrawn: maybe(released, 0.25),
    requested: ofPartners(places),
    onward: ofPartners(places),
    consents: consents(places),
    victimConsents: victimConsents(places),
    passedOn: passedOn(places),
    approvals: approvals(places),
  });

/** One RED version, for whichever partner it names somebody of. */
const red = (places: Places, released: fc.Arbitrary<Moment>): fc.Arbitrary<GivenItem> =>
  version(places, released, ['RED']).map((one) => ({
    owner: places.originator,
    versions: [{ ...one, audience: 'any' as const, exclude: [] }],
    withdrawn: null,
  }));
const worldOf = (places: Places, released: fc.Arbitrary<Moment>): fc.Arbitrary<GivenWorld> =>
  fc.record({
    agreements: fc
      .tuple(
        ...places.partners.map((partner) =>
          fc.array(agreement(places, partner), { minLength: 1, maxLength: 2 }),
        ),
      )
      .chain((lists) => withChildren(places, lists.flat())),
    // So much has to come together for RED that a world has some that is nothing else.
    items: fc
      .tuple(
        fc.array(item(places, released), { minLength: 3, maxLength: 6 }),
        fc.array(red(places, released), { minLength: 1, maxLength: 1 }),
      )
      .map((items) => items.flat()),
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
    verifications: fc.array(verification(places), { minLength: 4, maxLength: 7 }),
    overlays: overlays(places),
  });

/**
 * Agreements of one originator with some partners, items, stops, national overlays: anything the tables accept.
 * @param released when items are released and withdrawn
 */
export const randomWorld = (
  places: readonly Places[],
  released: fc.Arbitrary<Moment> = moment,
): fc.Arbitrary<GivenWorld> =>
  fc.constantFrom(...places).chain((one) => withSomeRed(one, released, worldOf(one, released)));

/** Whose items a random world holds. */
export const originatorOf = ({ items }: GivenWorld): string => items[0]!.owner;
