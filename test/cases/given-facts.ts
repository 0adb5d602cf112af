import { type OrganizationKey, ORGANIZATIONS } from '../../src/cli/demo/cast';
import type {
  GrantFacts,
  Instant,
  ItemFacts,
  NamedPerson,
  TermsFacts,
} from '../../src/disclosure/rules/question';
import type { NewOrganization } from '../../src/organizations';
import { termsInForce } from '../../src/disclosure/rules/terms-in-force';
import { overlayFacts } from './given-overlays';
import { partFacts } from './given-parts';
import { releasesOf } from './given-releases';
import { allParties, obligationsOf, partiesTo } from './given-world';
import type {
  GivenAgreement,
  GivenFact,
  GivenItem,
  GivenOfficer,
  GivenTerms,
  GivenVerification,
  GivenWorld,
  Moment,
} from './given-world';

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

function grantsOf(
  agreement: GivenAgreement,
  reference: string,
  { stops, overlays }: GivenWorld,
  countryOf: CountryOf,
  at?: Moment,
): readonly GrantFacts[] {
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
            .map(({ from, until }) => ({ from, until })),
          ...stops
            .filter(({ from, to }) => from === is && to === goes)
            .map(({ at, until }) => ({ from: at, until })),
        ],
        predecessor: former.get(`${is} ${goes}`) ?? null,
      };
    });
    if (terms.entered !== null) for (const grant of grants) former.set(`${grant.from} ${grant.to}`, grant);
    return grants;
  });
}

/** Every grant of a world as decide() takes it, worked out without a database. @param at whose overlays count */
export const grantFacts = (
  world: GivenWorld,
  countryOf: CountryOf = countryOfHandle,
  at?: Moment,
): GrantFacts[] =>
  world.agreements.flatMap((agreement, index) =>
    grantsOf(agreement, agreement.reference ?? `G-${index + 1}`, world, countryOf, at),
  );

/** A duty officer with what the owner has verified of her. */
const namedFacts = (
  owner: string,
  { person, of }: GivenOfficer,
  verifications: readonly GivenVerification[],
): NamedPerson => ({
  ...{ person, of },
  verified: verifications
    .filter((one) => one.by === owner && one.person === person)
    .map(({ verified, recorded = verified, until, ended }) => ({
      ...{ from: Math.max(verified, recorded), until, endedAt: ended },
    })),
});
/** Intervals that are not empty. */
const begun = <One extends { from: number; until: number | null }>(intervals: One[] = []): One[] =>
  intervals.filter(({ from, until }) => until === null || from < until);

/** The parent of an organization of the cast by its handle. */
export const parentOfHandle = (handle: string): string | null =>
  (ORGANIZATIONS[handle as OrganizationKey] as Omit<NewOrganization, 'handle'> | undefined)?.parent ?? null;

/** One version of an item as decide() takes it. @param number from 1 @param at whose overlay counts */
export function itemFacts(
  item: GivenItem,
  number: number,
  { verifications = [], overlays }: Pick<GivenWorld, 'verifications' | 'overlays'>,
  at?: Moment,
): ItemFacts {
  const version = item.versions[number - 1]!;
  const { releases, withdrawnAt } = releasesOf(item);
  const release = releases[number - 1] ?? null;
  return {
    version: String(number),
    owner: item.owner,
    authors: ['the author'],
    tlp: version.tlp,
    informationType: version.type,
    categories: version.categories,
    productTypes: version.productTypes ?? [],
    sectors: version.sectors,
    severity: version.severity ?? null,
    nexus: version.nexus ?? [],
    pap: version.pap ?? null,
    thirdParty: version.thirdParty ?? false,
    overlay: overlayFacts(overlays, item.owner, at),
    embargoUntil: version.embargo,
    audience: {
      any: version.audience === 'any',
      include: version.audience === 'any' ? [] : version.audience,
      exclude: version.exclude,
    },
    named: (version.named ?? []).map((one) => namedFacts(item.owner, one, verifications)),
    release: release && { ...release, by: [version.byAuthor ? 'the author' : 'the releaser'] },
    withdrawnAt,
    parts: partFacts(version, item),
    requested: begun(item.requested),
    consents: begun(item.consents),
    onward: begun(item.onward),
    passedOn: begun(item.passedOn),
    approvals: (item.approvals ?? [])
      .filter((one) => one.version === number)
      .map(({ level, ministry, from }) => ({ level, ministry, from, by: ['an approver'] })),
  };
}
