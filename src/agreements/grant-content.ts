import type { ApprovalRow, GrantObligations, WithinTime } from '../disclosure';
import type { StoredGrant } from './dossier';
import { expandCategories } from './input-checks';
import { instantOf } from './instant';
import { iso } from './pause-view';
import type { ApprovalTerm, GrantContent, SeverityBounds } from './rules/terms-content';
import type { GrantDto } from './terms.dto';

/** A stored grant in the words of the web API, organizations by handle. */
export function grantContent(
  grant: StoredGrant,
  handleOf: (id: string) => string,
): GrantContent & { obligations: GrantObligations; respond_within?: WithinTime } {
  return {
    from: handleOf(grant.from),
    to: handleOf(grant.to),
    clause: grant.clause,
    ...(hasAny(grant.clauses) && { clauses: grant.clauses }),
    information_types: grant.informationTypes,
    categories: grant.categories,
    sectors: grant.sectors,
    severity: boundsOf(grant.severity),
    nexus: grant.nexus,
    pap_ceiling: grant.papCeiling,
    channels: grant.channels,
    victim_identity: grant.victimIdentity,
    source_attribution: grant.sourceAttribution,
    personal_data: grant.personalData,
    ...(grant.thirdPartyContent !== 'with_consent' && { third_party_content: grant.thirdPartyContent }),
    ...(grant.productTypesOnly && { product_types: { include: grant.productTypesOnly } }),
    ...(grant.productTypesExcept && { product_types: { exclude: grant.productTypesExcept } }),
    ...(grant.defaultLabel && { default_label: grant.defaultLabel }),
    ...(grant.respondWithin && { respond_within: grant.respondWithin }),
    ...(grant.updateIntervalHours && { update_interval_hours: grant.updateIntervalHours }),
    need: grant.need,
    amber_reach: grant.amberReach,
    obligations: grant.obligations,
    ...(grant.releaseApproval && { release_approval: grant.releaseApproval.map(approvalTerm) }),
    ...(grant.emergencyUpTo && { emergency_release: { up_to: grant.emergencyUpTo } }),
    reach_back: typeof grant.reachBack === 'number' ? iso(grant.reachBack) : grant.reachBack,
  };
}

export const hasAny = (said: object | undefined): boolean =>
  said !== undefined && Object.keys(said).length > 0;
/** Of what is not said, nothing: rows are kept with all three. */
const approvalTerm = ({ tlp, severity, needs }: ApprovalRow): ApprovalTerm => ({
  ...(tlp && { tlp }),
  ...(severity && { severity }),
  needs,
});
export const approvalRow = ({ tlp, severity, needs }: ApprovalTerm): ApprovalRow =>
  ({ tlp: tlp ?? null, severity: severity ?? null, needs }) as ApprovalRow;

/** Bounds as they are kept: without any they are `any`. */
function boundsOf(
  severity: 'any' | { least?: string | null; most?: string | null } | undefined,
): 'any' | SeverityBounds {
  if (severity === undefined || severity === 'any') return 'any';
  const { least, most } = severity;
  return { ...(least && { least }), ...(most && { most }) };
}

/** Without what is left out, so that whoever fills that in finds nothing in its place. */
const onlySaid = <T extends object>(said: T): Partial<T> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The content that terms of the input have once classes are expanded and instants written in one way. */
export function readGrant({
  third_party_content: third = 'with_consent',
  product_types: products = 'any',
  default_label: label = 'none',
  ...grant
}: GrantDto): GrantContent {
  const since = instantOf(grant.reach_back);
  return {
    ...grant,
    ...(third !== 'with_consent' && { third_party_content: third }),
    ...(products !== 'any' && { product_types: { ...products } }),
    ...(label !== 'none' && { default_label: label }),
    information_types: grant.information_types.map(({ type, tlp_ceiling }) => ({ type, tlp_ceiling })),
    categories: expandCategories(grant.categories),
    severity: boundsOf(grant.severity),
    nexus: grant.nexus ?? 'any',
    pap_ceiling: grant.pap_ceiling ?? 'any',
    channels: grant.channels ?? 'any',
    victim_identity: grant.victim_identity ?? 'omit',
    source_attribution: grant.source_attribution ?? 'must_not',
    personal_data: grant.personal_data ?? 'none',
    need: grant.need ?? 'push',
    amber_reach: grant.amber_reach ?? 'own_organisation',
    obligations: onlySaid({ ...grant.obligations }),
    reach_back: since === undefined ? grant.reach_back : iso(since),
  };
}
