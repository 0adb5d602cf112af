import { type OrganizationKey, ORGANIZATIONS } from '../../src/cli/demo/cast';
import type { ItemFacts, NamedPerson } from '../../src/disclosure/rules/question';
import type { NewOrganization } from '../../src/organizations';
import { overlayFacts } from './given-overlays';
import { partFacts } from './given-parts';
import { releasesOf } from './given-releases';
import type { GivenItem, GivenOfficer, GivenVerification, GivenWorld, Moment } from './given-world';

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
