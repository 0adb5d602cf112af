import {
  type DerivedFrom,
  type Handling,
  type ItemRow,
  type Part,
  presentPart,
  type ReleaseRow,
  type WithdrawalRow,
} from '../disclosure';
import type { Organization } from '../organizations';
import type { OwnAdvisory, VersionHead } from './advisories.store';
import type { CsafSourceRow } from './advisory.entity';
import { contentOf } from './advisory-content';
import type {
  AdvisoryView,
  HandlingView,
  OwnAdvisorySummary,
  ReleaseView,
  SourceView,
  VersionView,
  WithdrawalView,
} from './advisory-view.dto';
import { notesOn } from './rules/notes';

/** Organizations by id, as far as audiences name them. */
export type Names = ReadonlyMap<string, Organization>;

/** All that its owner knows of an advisory, as it was found. */
export interface FoundAdvisory {
  item: ItemRow;
  reference: string;
  /** Oldest first, at least one. */
  versions: VersionHead[];
  /** By the ids of the versions that have any. */
  parts: ReadonlyMap<string, readonly Part[]>;
  releases: ReleaseRow[];
  withdrawal: WithdrawalRow | undefined;
  source: CsafSourceRow | undefined;
  caseId: string | null;
  derivedFrom: DerivedFrom | undefined;
  people: { id: string; name: string }[];
}

/** The ids that audiences name. */
export const namedIn = (handlings: readonly Handling[]): string[] =>
  handlings.flatMap(({ audienceInclude, audienceExclude }) => [...audienceInclude, ...audienceExclude]);

/** The accounts of who wrote, released and withdrew an advisory. */
export const actingOn = (
  versions: readonly Pick<VersionHead, 'createdBy' | 'authors'>[],
  releases: readonly Pick<ReleaseRow, 'releasedBy'>[],
  withdrawal: Pick<WithdrawalRow, 'recordedBy'> | undefined,
): string[] => [
  ...versions.flatMap(({ createdBy, authors }) => [createdBy, ...authors]),
  ...releases.map(({ releasedBy }) => releasedBy),
  ...(withdrawal ? [withdrawal.recordedBy] : []),
];

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

function presentHandling(handling: Handling, names: Names): HandlingView {
  const handles = (ids: string[]) => ids.map((id) => names.get(id)?.handle ?? '').sort();
  const { tlp, informationType, categories, productTypes, sectors, severity, nexus, pap, embargoUntil } =
    handling;
  return {
    tlp,
    information_type: informationType,
    categories,
    product_types: productTypes,
    sectors,
    severity,
    nexus,
    pap,
    embargo_until: instant(embargoUntil),
    audience: {
      include: handling.audienceAny ? 'partners' : handles(handling.audienceInclude),
      exclude: handles(handling.audienceExclude),
    },
    named_persons: handling.namedPersons,
  };
}

/** An own advisory in a list. */
export function presentSummary(found: OwnAdvisory, names: Names): OwnAdvisorySummary {
  const { id, reference, created_at, number, title, thirdParty, released_version, withdrawn } = found;
  return {
    id,
    reference,
    created_at: created_at.toISOString(),
    version: number,
    title,
    handling: presentHandling(found, names),
    third_party: thirdParty,
    released_version,
    withdrawn,
  };
}

function presentVersion(version: VersionHead, parts: readonly Part[], names: Names): VersionView {
  const { number, createdAt, createdBy, authors, title } = version;
  const { summary, details, recommendation, references, cves, lang } = contentOf(version.content);
  return {
    version: number,
    created_at: createdAt.toISOString(),
    created_by: createdBy,
    authors,
    title,
    summary,
    details,
    recommendation,
    references: [...references],
    cves: [...cves],
    lang,
    handling: presentHandling(version, names),
    parts: parts.map(presentPart),
  };
}

function presentRelease(release: ReleaseRow, versions: readonly VersionHead[]): ReleaseView {
  const { itemVersionId, releasedAt, releasedBy, public: toPublic, emergency } = release;
  const { embargoUntil, supersededAt } = release;
  return {
    version: versions.find(({ id }) => id === itemVersionId)?.number ?? 0,
    released_at: releasedAt.toISOString(),
    released_by: releasedBy,
    public: toPublic,
    emergency,
    embargo_until: instant(embargoUntil),
    superseded_at: instant(supersededAt),
  };
}

const presentWithdrawal = ({ at, recordedBy, reason }: WithdrawalRow): WithdrawalView => ({
  at: at.toISOString(),
  recorded_by: recordedBy,
  reason,
});

function presentSource(source: CsafSourceRow, latest: VersionHead): SourceView {
  const { imported } = contentOf(latest.content);
  return {
    publisher_namespace: source.publisherNamespace,
    publisher_name: imported?.publisher.name ?? '',
    tracking_id: source.trackingId,
    tracking_version: source.trackingVersion,
    tracking_status: imported?.status ?? '',
    sha256: source.documentSha256.toString('hex'),
  };
}

/** The owner's view of an advisory. */
export function presentAdvisory(found: FoundAdvisory, names: Names): AdvisoryView {
  const { item, reference, versions, parts, releases, withdrawal, source, caseId, derivedFrom, people } =
    found;
  const latest = versions.at(-1);
  if (!latest) throw new Error('Every advisory has a version.');
  const { tracking_id, imported } = contentOf(latest.content);
  const { thirdParty, tlp, title, number } = latest;
  const shown = releases.map((release) => presentRelease(release, versions));
  return {
    id: item.id,
    reference,
    created_at: item.createdAt.toISOString(),
    created_by: item.createdBy,
    title,
    tracking_id,
    version: number,
    released_version: shown.find(({ superseded_at }) => superseded_at === null)?.version ?? null,
    third_party: thirdParty,
    from_case: caseId,
    derived_from: derivedFrom ?? null,
    versions: versions.map((version) => presentVersion(version, parts.get(version.id) ?? [], names)),
    releases: shown,
    withdrawal: withdrawal ? presentWithdrawal(withdrawal) : null,
    source: source ? presentSource(source, latest) : null,
    findings: imported ? notesOn({ thirdParty, tlp, status: imported.status }) : [],
    people,
  };
}
