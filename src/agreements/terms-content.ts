import { createHash, randomUUID } from 'node:crypto';
import { newId } from '../platform/ids';
import { approvalRow, grantContent, hasAny, readGrant } from './grant-content';
import type { GrantObligations, WithinTime } from '../disclosure';
import { canonicalBytes } from '../record';
import type { ExchangeGrantRow, GrantInformationTypeRow, TermsVersionRow } from './agreement.entity';
import type { TermsClauseRow } from './description/description.entity';
import type { Dossier, StoredTerms } from './dossier';
import { instantOf, millisOf } from './instant';
import { iso, isoOrNull } from './pause-view';
import type { EntryCondition, Party } from './rules/agreement';
import { canonicalTerms, type OtherClause, type TermsContent } from './rules/terms-content';
import type { TermsDto } from './terms.dto';

/** The instrument that terms belong to, and who is about to propose them as which version. */
export interface TermsFrame {
  agreement: {
    id: string;
    reference: string;
    kind: string;
    parties: readonly Party[];
    parent: { reference: string } | null;
  };
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
  { reference, kind, parent }: Pick<Dossier, 'reference' | 'kind' | 'parent'>,
  { parties, expiresAt, entry, noticeDays, corrections, clauses, otherClauses, grants, ...said }: StoredTerms,
): TermsContent & { accord: 'terms/1' } {
  const handles = new Map(parties.map(({ organization: { id, handle } }) => [id, handle]));
  return canonicalTerms({
    agreement: reference,
    kind,
    ...(parent && { parent: parent.reference }),
    parties: parties.map(({ organization, roles }) => ({
      organization: organization.handle,
      roles: [...roles],
    })),
    expires_at: isoOrNull(expiresAt),
    ...(entry && { entry_condition: entryContent(entry) }),
    ...(noticeDays !== null && { notice_days: noticeDays }),
    corrections,
    ...upkeep(said.contactVerificationDays, said.meetingsDays),
    ...(hasAny(clauses) && { clauses }),
    ...(otherClauses.length > 0 && { other_clauses: [...otherClauses] }),
    grants: grants.map((grant) => grantContent(grant, (id) => handles.get(id) ?? '')),
  });
}

/** What keeps the cooperation alive, as far as it is said. */
const upkeep = (contacts: number | null | undefined, meetings: number | null | undefined) => ({
  ...(typeof contacts === 'number' && { contact_verification_days: contacts }),
  ...(typeof meetings === 'number' && { meetings_days: meetings }),
});

/** A condition in the words of the web API. */
export const entryContent = (entry: EntryCondition): { rule: string; date?: string; days?: number } =>
  entry.rule === 'not_before'
    ? { rule: entry.rule, date: iso(entry.date) }
    : { rule: entry.rule, days: entry.days };

/** The canonical content of terms of the input. */
export const contentOf = (
  dto: TermsDto,
  { agreement, entry, otherClauses }: Pick<TermsFrame, 'agreement' | 'entry' | 'otherClauses'>,
): TermsContent & { accord: 'terms/1' } =>
  canonicalTerms({
    agreement: agreement.reference,
    kind: agreement.kind,
    ...(agreement.parent && { parent: agreement.parent.reference }),
    parties: agreement.parties.map(({ organization, roles }) => ({
      organization: organization.handle,
      roles: [...roles],
    })),
    expires_at: dto.expires_at === undefined ? null : iso(millisOf(dto.expires_at)),
    ...(entry && { entry_condition: entryContent(entry) }),
    ...(dto.notice_days !== undefined && { notice_days: dto.notice_days }),
    corrections: dto.corrections ?? 'none',
    ...upkeep(dto.contact_verification_days, dto.meetings_days),
    ...(dto.clauses && { clauses: dto.clauses }),
    ...(otherClauses && { other_clauses: otherClauses }),
    grants: dto.grants.map(readGrant),
  });

/** Rows of a new terms version, with the hash of its canonical content. */
export function makeTerms(dto: TermsDto, frame: TermsFrame): TermsRows {
  const { agreement, number, amends, proposedBy, at, entry, otherClauses } = frame;
  const ids = new Map(agreement.parties.map(({ organization }) => [organization.handle, organization.id]));
  const content = contentOf(dto, frame);
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
      thirdPartyContent: grant.third_party_content ?? 'with_consent',
      productTypesOnly: grant.product_types?.include ?? null,
      productTypesExcept: grant.product_types?.exclude ?? null,
      defaultLabel: grant.default_label ?? null,
      // Of these words alone, as the input was checked.
      respondWithin: (grant.respond_within as WithinTime | undefined) ?? null,
      updateIntervalHours: grant.update_interval_hours ?? null,
      need: grant.need,
      ...reachRows(grant.amber_reach, frame.constituents),
      // Of these words alone, as the input was checked.
      obligations: grant.obligations as GrantObligations,
      releaseApproval: grant.release_approval?.map(approvalRow) ?? null,
      emergencyUpTo: grant.emergency_release?.up_to ?? null,
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
    contactVerificationDays: content.contact_verification_days ?? null,
    meetingsDays: content.meetings_days ?? null,
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
