import type { GivenItem, GivenVersion, Moment } from './given-world';

/** What happens to a version: when it was released, and when it was followed or withdrawn. */
export interface GivenRelease {
  at: Moment;
  public: boolean;
  emergency: boolean;
  supersededAt: Moment | null;
}

/** What the tables refuse to release. */
const unfit = ({ tlp, type, categories, sectors, named = [] }: GivenVersion) =>
  tlp === null ||
  (tlp === 'RED' && named.length === 0) ||
  type === null ||
  !categories.length ||
  !sectors.length;

/** Whether another publisher's content has a consent that lasts longer than till then. */
const consented = ({ consents = [] }: GivenItem, at: Moment, scope?: 'public') =>
  consents.some((one) => one.from < one.until && one.until > at && (!scope || one.scope === scope));

/**
 * The releases of an item's versions, in their order, and its withdrawal. Unless it is insisted on, what the tables
 * would refuse is made to fit: each release comes after the last, and nothing unlabelled is released, nor RED without names.
 */
export function releasesOf(item: GivenItem): {
  releases: (GivenRelease | null)[];
  withdrawnAt: Moment | null;
} {
  const { versions, withdrawn, insisted = false } = item;
  const releases: (GivenRelease | null)[] = [];
  let last: GivenRelease | undefined;
  for (const version of versions) {
    if (version.released === null || (!insisted && unfit(version))) {
      releases.push(null);
      continue;
    }
    const at = Math.max(version.released, (last?.at ?? -1) + 1);
    if (!insisted && version.thirdParty && !consented(item, at)) {
      releases.push(null);
      continue;
    }
    const publishable = version.tlp === 'CLEAR' && (!version.thirdParty || consented(item, at, 'public'));
    const emergency = version.emergency ?? false;
    const release: GivenRelease = {
      at,
      emergency,
      public: version.public && (insisted || (publishable && !emergency)),
      supersededAt: null,
    };
    if (last) last.supersededAt = release.at;
    releases.push((last = release));
  }
  if (withdrawn === null || !last) return { releases, withdrawnAt: null };
  last.supersededAt = Math.max(withdrawn, last.at + 1);
  return { releases, withdrawnAt: last.supersededAt };
}
