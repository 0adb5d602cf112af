import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApprovalRow, GrantObligations, WithinTime } from '../disclosure';
import type { GrantClauses, TermsClauses } from './rules/claused-terms';
import type { EntryCondition, FactKind, PartyRole } from './rules/agreement';

const instant = (name: string, nullable = false) =>
  ({ type: 'timestamptz', precision: 3, name, nullable }) as const;

@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { unique: true }) reference: string;
  @Column('text') title: string;
  @Column('text') kind: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('uuid', { name: 'drafted_by_org' }) draftedByOrg: string;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column(instant('created_at')) createdAt: Date;
}

@Entity('agreement_party')
export class AgreementPartyRow {
  @PrimaryColumn('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('text') role: PartyRole;
}

@Entity('terms_version')
export class TermsVersionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('int') number: number;
  @Column(instant('expires_at', true)) expiresAt: Date | null;
  @Column('text') corrections: 'allowed' | 'none';
  @Column('text', { name: 'entry_rule', nullable: true }) entryRule: EntryCondition['rule'] | null;
  @Column(instant('entry_date', true)) entryDate: Date | null;
  @Column('int', { name: 'entry_days', nullable: true }) entryDays: number | null;
  @Column('int', { name: 'notice_days', nullable: true }) noticeDays: number | null;
  @Column('int', { name: 'contact_verification_days', nullable: true }) contactVerificationDays:
    number | null;
  @Column('int', { name: 'meetings_days', nullable: true }) meetingsDays: number | null;
  @Column('bytea', { name: 'canonical_sha256' }) canonicalSha256: Buffer;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('uuid', { name: 'created_by_org' }) createdByOrg: string;
  @Column(instant('created_at')) createdAt: Date;
  @Column('int') amends: number;
  @Column('jsonb', { nullable: true }) clauses: TermsClauses | null;
}

@Entity('accession')
export class AccessionRow {
  @PrimaryColumn('uuid', { name: 'terms_version_id' }) termsVersionId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('text') role: PartyRole;
}

@Entity('corrigendum')
export class CorrigendumRow {
  @PrimaryColumn('uuid', { name: 'terms_version_id' }) termsVersionId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'corrects_id' }) correctsId: string;
  @Column('text') reason: string;
  @Column('text') clause: string;
  @Column('bytea', { name: 'evidence_sha256', nullable: true }) evidenceSha256: Buffer | null;
  @Column('boolean', { name: 'needs_counterpart' }) needsCounterpart: boolean;
}

@Entity('exchange_grant')
export class ExchangeGrantRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'terms_version_id' }) termsVersionId: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'from_id' }) fromId: string;
  @Column('uuid', { name: 'to_id' }) toId: string;
  @Column('text') clause: string;
  @Column('jsonb', { default: {} }) clauses: GrantClauses;
  @Column('int', { default: 0 }) priority: number;
  @Column('boolean', { name: 'any_category' }) anyCategory: boolean;
  @Column('text', { array: true }) categories: string[];
  @Column('boolean', { name: 'any_sector' }) anySector: boolean;
  @Column('text', { array: true }) sectors: string[];
  @Column('text', { name: 'severity_least', nullable: true }) severityLeast: string | null;
  @Column('text', { name: 'severity_most', nullable: true }) severityMost: string | null;
  @Column('text', { default: 'any' }) nexus: string;
  @Column('text', { name: 'pap_ceiling', nullable: true }) papCeiling: string | null;
  @Column('text', { array: true, nullable: true }) channels: string[] | null;
  @Column('text', { name: 'victim_identity' }) victimIdentity: string;
  @Column('text', { name: 'source_attribution' }) sourceAttribution: string;
  @Column('text', { name: 'personal_data' }) personalData: string;
  @Column('text', { name: 'third_party_content', default: 'with_consent' }) thirdPartyContent: string;
  @Column('text', { name: 'product_types_only', array: true, nullable: true }) productTypesOnly:
    string[] | null;
  @Column('text', { name: 'product_types_except', array: true, nullable: true }) productTypesExcept:
    string[] | null;
  @Column('text', { name: 'default_label', nullable: true }) defaultLabel: string | null;
  @Column('text', { default: 'push' }) need: string;
  @Column('text', { name: 'amber_reach', default: 'own_organisation' }) amberReach: string;
  @Column('uuid', { name: 'reach_named', array: true, default: '{}' }) reachNamed: string[];
  @Column('jsonb', { name: 'release_approval', nullable: true }) releaseApproval: ApprovalRow[] | null;
  @Column('text', { name: 'emergency_up_to', nullable: true }) emergencyUpTo: string | null;
  @Column('jsonb', { name: 'respond_within', nullable: true }) respondWithin: WithinTime | null;
  @Column('int', { name: 'update_interval_hours', nullable: true }) updateIntervalHours: number | null;
  @Column('jsonb', { default: {} }) obligations: GrantObligations;
  @Column('text', { name: 'reach_back' }) reachBack: 'none' | 'date' | 'all';
  @Column(instant('reach_back_from', true)) reachBackFrom: Date | null;
  @Column('uuid', { name: 'predecessor_id', nullable: true }) predecessorId: string | null;
  /** The database says it itself: whether its agreement stands below another. */
  @Column('boolean', { default: false }) narrows?: boolean;
}

@Entity('grant_information_type')
export class GrantInformationTypeRow {
  @PrimaryColumn('uuid', { name: 'grant_id' }) grantId: string;
  @PrimaryColumn('text', { name: 'information_type' }) informationType: string;
  @Column('text', { name: 'tlp_ceiling' }) tlpCeiling: string;
}

@Entity('agreement_fact')
export class AgreementFactRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('uuid', { name: 'terms_version_id', nullable: true }) termsVersionId: string | null;
  @Column('text') kind: FactKind;
  @Column('uuid', { name: 'party_id' }) partyId: string;
  @Column(instant('effective_at')) effectiveAt: Date;
  @Column(instant('recorded_at')) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('uuid', { name: 'recorded_by_org' }) recordedByOrg: string;
  @Column('text', { name: 'on_behalf_of', nullable: true }) onBehalfOf: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { name: 'signed_by', nullable: true }) signedBy: string | null;
  @Column('bytea', { name: 'evidence_sha256', nullable: true }) evidenceSha256: Buffer | null;
  @Column('boolean', { name: 'second_person_required' }) secondPersonRequired: boolean;
}

@Entity('agreement_fact_confirmation')
export class AgreementFactConfirmationRow {
  @PrimaryColumn('uuid', { name: 'fact_id' }) factId: string;
  @Column('uuid', { name: 'confirmed_by' }) confirmedBy: string;
  @Column(instant('confirmed_at')) confirmedAt: Date;
}
