import { type OrganizationKey, ORGANIZATIONS } from '../../src/cli/demo/cast';
import type { GrantFacts, Instant, TermsFacts } from '../../src/disclosure/rules/question';
import type { NewOrganization } from '../../src/organizations';
import { termsInForce } from '../../src/disclosure/rules/terms-in-force';
import { overlayFacts } from './given-overlays';
export { itemFacts, parentOfHandle } from './given-item-facts';
import { allParties, obligationsOf, partiesTo } from './given-world';
import type { GivenAgreement, GivenFact, GivenTerms, GivenWorld, Moment } from './given-world';

/** When a fact came to count, as the database derives it; null if it never did. */
function countsFrom(fact: GivenFact | null | undefined): Instant | null {
  if (fact === null || fact === undefined) return null;
  if (typeof fact === 'number') return fact;
  if (fact.confirmed === null) return null;
  return Math.max(fact.effective, fact.recorded, fact.confirmed ?? fact.recorded);
}

type Counted = TermsFacts['counted'][number];
const counted = (
  party: string,
  kind: Counted['kind'],
  fact: GivenFact | null | undefined,
): readonly Counted[] => {
  const from = countsFrom(fact);
  return from === null ? [] : [{ party, kind, from }];
};

/** The facts of one terms version; `later` are those of the versions after it. */
function termsFacts(
  agreement: GivenAgreement,
  reference: string,
  number: number,
  terms: GivenTerms,
  later: TermsFacts[],
): TermsFacts {
  const { kind, authority, ended } = agreement;
  const parties = partiesTo(agreement, number - 1);
  const signed = (party: string) => terms.signed[allParties(agreement).indexOf(party)];
  const intervals = later.map(termsInForce).filter((interval) => interval !== null);
  return {
    id: `${reference} ${number}`,
    number,
    agreement: reference,
    kind: kind ?? 'mou',
    required: [
      ...parties.map((party) => ({ party, kind: 'signed' as const })),
      ...(authority === null ? [] : [{ party: authority, kind: 'approved' as const }]),
    ],
    counted: [
      ...parties.flatMap((party) => counted(party, 'signed', signed(party))),
      ...(authority === null ? [] : counted(authority, 'approved', terms.approved)),
    ],
    entered: countsFrom(terms.entered),
    expiresAt: terms.expires,
    followedAt: intervals.length > 0 ? Math.min(...intervals.map(({ from }) => from)) : null,
    later: intervals,
    endedAt: countsFrom(ended),
    corrections: terms.corrections ?? 'none',
  };
}

/** The facts of all terms versions, in their order; each needs to know those after it. */
function allTerms(agreement: GivenAgreement, reference: string): TermsFacts[] {
  return agreement.terms.reduceRight<TermsFacts[]>(
    (later, terms, index) => [termsFacts(agreement, reference, index + 1, terms, later), ...later],
    [],
  );
}

/** The country of an organization of a world, by what it goes by there. */
export type CountryOf = (organization: string) => string | null;

/** That of an organization of the cast by its handle; constituents are where their parents are. */
export const countryOfHandle: CountryOf = (handle) => {
  const { country, parent } = ORGANIZATIONS[handle as OrganizationKey] as Omit<NewOrganization, 'handle'>;
  return country ?? (parent === undefined ? null : countryOfHandle(parent));
};

/** The grants of one agreement, without what stands below it; of an instrument below another as it says them itself. */
function grantsOf(
  agreement: GivenAgreement,
  reference: string,
  { stops, overlays }: GivenWorld,
  countryOf: CountryOf,
  at?: Moment,
): readonly GrantFacts[] {
  const isBelow = agreement.below !== undefined;
  const facts = allTerms(agreement, reference);
  const former = new Map<string, GrantFacts>();
  return agreement.terms.flatMap((terms, index) => {
    const grants = terms.grants.map((grant): GrantFacts => {
      const [is, goes] = [grant.from, grant.to];
      return {
        id: `${reference} ${index + 1} ${is} ${goes}`,
        from: is,
        to: goes,
        clause: grant.clause ?? 'art. 1',
        priority: grant.priority ?? 0,
        informationTypes: grant.types.map(([type, ceiling]) => ({ type, ceiling })),
        categories: grant.categories,
        sectors: grant.sectors,
        severity: grant.severity ?? 'any',
        nexus: grant.nexus ?? 'any',
        fromCountry: countryOf(is),
        toCountry: countryOf(goes),
        toOverlay: overlayFacts(overlays, goes, at),
        papCeiling: grant.papCeiling ?? 'any',
        channels: grant.channels ?? 'any',
        victimIdentity: grant.victimIdentity ?? 'omit',
        sourceAttribution: grant.sourceAttribution ?? 'must_not',
        personalData: grant.personalData ?? 'none',
        thirdPartyContent: grant.thirdPartyContent ?? 'with_consent',
        productTypes: grant.productTypes ?? 'any',
        reachBack: grant.reachBack,
        need: grant.need ?? 'push',
        amberReach: grant.amberReach ?? 'own_organisation',
        releaseApproval: grant.releaseApproval ?? [],
        emergencyUpTo: grant.emergencyUpTo ?? null,
        obligations: obligationsOf(grant),
        terms: facts[index]!,
        pauses: [
          ...agreement.suspended
            .filter(({ direction }) => !direction || (direction[0] === is && direction[1] === goes))
            .map(({ from, until, types = null }) => ({ from, until, types })),
          ...stops
            .filter(({ from, to }) => !isBelow && from === is && to === goes)
            .map(({ at, until }) => ({ from: at, until, types: null })),
        ],
        predecessor: isBelow ? null : (former.get(`${is} ${goes}`) ?? null),
        narrowedBy: [],
      };
    });
    if (terms.entered !== null) for (const grant of grants) former.set(`${grant.from} ${grant.to}`, grant);
    return grants;
  });
}

const referenceOf = ({ reference }: GivenAgreement, index: number): string => reference ?? `G-${index + 1}`;

/** The agreements above one, from the next on. */
function above(agreement: GivenAgreement, all: readonly GivenAgreement[]): GivenAgreement[] {
  const next = all.find((other, index) => referenceOf(other, index) === agreement.below);
  return next ? [next, ...above(next, all)] : [];
}

const earliest = (instants: (Instant | null)[]): Instant | null => {
  const known = instants.filter((instant) => instant !== null);
  return known.length > 0 ? Math.min(...known) : null;
};

/** Every grant of a world as decide() takes it, worked out without a database. @param at whose overlays count */
export function grantFacts(
  world: GivenWorld,
  countryOf: CountryOf = countryOfHandle,
  at?: Moment,
): GrantFacts[] {
  const { agreements } = world;
  const all = agreements.map((agreement, index) => {
    const reference = referenceOf(agreement, index);
    const line = above(agreement, agreements);
    const grants = grantsOf(agreement, reference, world, countryOf, at);
    return { reference, line, grants };
  });
  const below = all.flatMap(({ line, grants }) => {
    const top = line.at(-1);
    if (top === undefined) return [];
    const root = referenceOf(top, agreements.indexOf(top));
    const under = line.slice(0, -1).map((one) => referenceOf(one, agreements.indexOf(one)));
    const ends = line.map(({ ended }) => countsFrom(ended));
    return grants.map((grant) => {
      const terms = { ...grant.terms, endedAt: earliest([grant.terms.endedAt, ...ends]) };
      return { root, facts: { ...grant, terms, under } };
    });
  });
  return all
    .filter(({ line }) => line.length === 0)
    .flatMap(({ reference, grants }) =>
      grants.map((grant) => ({
        ...grant,
        narrowedBy: below
          .filter(
            ({ root, facts }) => root === reference && facts.from === grant.from && facts.to === grant.to,
          )
          .map(({ facts }) => facts),
      })),
    );
}
