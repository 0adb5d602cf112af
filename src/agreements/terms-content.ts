import { createHash, randomUUID } from 'node:crypto';
import { newId } from '../platform/ids';
import type { GrantObligations } from '../disclosure';
import { canonicalBytes } from '../record';
import type { ExchangeGrantRow, GrantInformationTypeRow, TermsVersionRow } from './agreement.entity';
import type { TermsClauseRow } from './description/description.entity';
import type { Dossier, StoredGrant, StoredTerms } from './dossier';
import { expandCategories } from './input-checks';
import { instantOf, millisOf } from './instant';
import { iso, isoOrNull } from './pause-view';
import type { EntryCondition, Party } from './rules/agreement';
import {
  canonicalTerms,
  type GrantContent,
  type OtherClause,
  type SeverityBounds,
  type TermsContent,
} from './rules/terms-content';
import type { GrantDto, TermsDto } from './terms.dto';

/** A stored grant in the words of the web API, organizations by handle. */
export function grantContent(
  grant: StoredGrant,
  handleOf: (id: string) => string,
): GrantContent & { obligations: GrantObligations } {
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
    need: grant.need,
    amber_reach: grant.amberReach,
    obligations: grant.obligations,
    reach_back: typeof grant.reachBack === 'number' ? iso(grant.reachBack) : grant.reachBack,
  };
}

const hasAny = (said: object | undefined): boolean => said !== undefined && Object.keys(said).length > 0;

/** Bounds as they are kept: without any they are `any`. */
function boundsOf(
  severity: 'any' | { least?: string | null; most?: string | null } | undefined,
): 'any' | SeverityBounds {
  if (severity === undefined || severity === 'any') return 'any';
  const { least, most } = severity;
  return { ...(least && { least }), ...(most && { most }) };
}

/** The content that terms of the input have once classes are expanded and instants written in one way. */
function readGrant(grant: GrantDto): GrantContent {
  const since = instantOf(grant.reach_back);
  return {
    ...grant,
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
    obligations: { ...grant.obligations },
    reach_back: since === undefined ? grant.reach_back : iso(since),
  };
}

/** The instrument that terms belong to, and who is about to propose them as which version. */
export interface TermsFrame {
  agreement: { id: string; reference: string; kind: string; parties: readonly Party[] };
  number: number;
  /** Number of the terms that they amend; 0 for none. */
  amends: number;
  proposedBy: { person: string; organization: string };
  at: Date;
  entry: EntryCondition | null;
  /** The clauses that nothing enforces, as they were read. */
  otherClauses: OtherClause[] | undefined;
  /** Ids of the constituents that grants name, by handle. */
  constituents: ReadonlyMap<string, string>;
  /** The grant of the same direction that these terms take over from, if there is one. */
  predecessorOf: (from: string, to: string) => string | null;
}

export interface TermsRows {
  terms: TermsVersionRow;
  grants: ExchangeGrantRow[];
  types: GrantInformationTypeRow[];
  clauses: TermsClauseRow[];
  /** What their hash is of. */
  content: TermsContent & { accord: 'terms/1' };
}

/** How a reach is kept: in a word, or as those that it names. */
function reachRows(
  reach: string | string[],
  constituents: ReadonlyMap<string, string>,
): Pick<ExchangeGrantRow, 'amberReach' | 'reachNamed'> {
  if (typeof reach === 'string') return { amberReach: reach, reachNamed: [] };
  return { amberReach: 'named_constituents', reachNamed: reach.map((handle) => constituents.get(handle)!) };
}

/** The canonical content of stored terms: what their hash was made of when they were proposed. */
export function storedContent(
  { reference, kind }: Pick<Dossier, 'reference' | 'kind'>,
  { parties, expiresAt, entry, noticeDays, corrections, clauses, otherClauses, grants }: StoredTerms,
): TermsContent & { accord: 'terms/1' } {
  const handles = new Map(parties.map(({ organization: { id, handle } }) => [id, handle]));
  return canonicalTerms({
    agreement: reference,
    kind,
    parties: parties.map(({ organization, roles }) => ({
      organization: organization.handle,
      roles: [...roles],
    })),
    expires_at: isoOrNull(expiresAt),
    ...(entry && { entry_condition: entryContent(entry) }),
    ...(noticeDays !== null && { notice_days: noticeDays }),
    corrections,
    ...(hasAny(clauses) && { clauses }),
    ...(otherClauses.length > 0 && { other_clauses: [...otherClauses] }),
    grants: grants.map((grant) => grantContent(grant, (id) => handles.get(id) ?? '')),
  });
}

/** A condition in the words of the web API. */
export const entryContent = (entry: EntryCondition): { rule: string; date?: string; days?: number } =>
  entry.rule === 'not_before'
    ? { rule: entry.rule, date: iso(entry.date) }
    : { rule: entry.rule, days: entry.days };

/** Rows of a new terms version, with the hash of its canonical content. */
export function makeTerms(dto: TermsDto, frame: TermsFrame): TermsRows {
  const { agreement, number, amends, proposedBy, at, entry, otherClauses } = frame;
  const ids = new Map(agreement.parties.map(({ organization }) => [organization.handle, organization.id]));
  const content = canonicalTerms({
    agreement: agreement.reference,
    kind: agreement.kind,
    parties: agreement.parties.map(({ organization, roles }) => ({
      organization: organization.handle,
      roles: [...roles],
    })),
    expires_at: dto.expires_at === undefined ? null : iso(millisOf(dto.expires_at)),
    ...(entry && { entry_condition: entryContent(entry) }),
    ...(dto.notice_days !== undefined && { notice_days: dto.notice_days }),
    corrections: dto.corrections ?? 'none',
    ...(dto.clauses && { clauses: dto.clauses }),
    ...(otherClauses && { other_clauses: otherClauses }),
    grants: dto.grants.map(readGrant),
  });
  const termsVersionId = newId();
  const grants = content.grants.map((grant): ExchangeGrantRow => {
    const [fromId, toId] = [ids.get(grant.from) ?? '', ids.get(grant.to) ?? ''];
    const since = instantOf(grant.reach_back);
    return {
      id: randomUUID(),
      termsVersionId,
      agreementId: agreement.id,
      fromId,
      toId,
      clause: grant.clause,
      clauses: grant.clauses ?? {},
      priority: 0,
      anyCategory: grant.categories === 'any',
      categories: grant.categories === 'any' ? [] : grant.categories,
      anySector: grant.sectors === 'any',
      sectors: grant.sectors === 'any' ? [] : grant.sectors,
      severityLeast: grant.severity === 'any' ? null : (grant.severity.least ?? null),
      severityMost: grant.severity === 'any' ? null : (grant.severity.most ?? null),
      nexus: grant.nexus,
      papCeiling: grant.pap_ceiling === 'any' ? null : grant.pap_ceiling,
      channels: grant.channels === 'any' ? null : grant.channels,
      victimIdentity: grant.victim_identity,
      sourceAttribution: grant.source_attribution,
      personalData: grant.personal_data,
      need: grant.need,
      ...reachRows(grant.amber_reach, frame.constituents),
      // Of these words alone, as the input was checked.
      obligations: grant.obligations as GrantObligations,
      reachBack: since === undefined ? (grant.reach_back === 'all' ? 'all' : 'none') : 'date',
      reachBackFrom: since === undefined ? null : new Date(since),
      predecessorId: frame.predecessorOf(fromId, toId),
    };
  });
  const types = content.grants.flatMap(({ information_types }, index) =>
    information_types.map(({ type, tlp_ceiling }) => ({
      grantId: grants[index]?.id ?? '',
      informationType: type,
      tlpCeiling: tlp_ceiling,
    })),
  );
  const terms: TermsVersionRow = {
    id: termsVersionId,
    agreementId: agreement.id,
    number,
    expiresAt: content.expires_at === null ? null : new Date(content.expires_at),
    corrections: dto.corrections ?? 'none',
    noticeDays: dto.notice_days ?? null,
    entryRule: entry?.rule ?? null,
    entryDate: entry?.rule === 'not_before' ? new Date(entry.date) : null,
    entryDays: entry && entry.rule !== 'not_before' ? entry.days : null,
    canonicalSha256: createHash('sha256').update(canonicalBytes(content)).digest(),
    createdBy: proposedBy.person,
    createdByOrg: proposedBy.organization,
    createdAt: at,
    amends,
    clauses: dto.clauses ?? null,
  };
  const clauses = (otherClauses ?? []).map((clause): TermsClauseRow => ({
    ...{ termsVersionId, agreementId: agreement.id, number: clause.number },
    ...{ language: clause.language ?? '', heading: clause.heading, body: clause.text ?? null },
    ...{ ownerRole: clause.owner_role ?? null, ownerId: ids.get(clause.owner ?? '') ?? null },
    binding: clause.binding ?? null,
  }));
  return { terms, grants, types, clauses, content };
}
