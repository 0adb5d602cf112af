import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  INFORMATION_TYPES,
  PAP_LEVELS,
  PartView,
  PRODUCT_TYPES,
  SEVERITIES,
  TLP_LABELS,
} from '../disclosure';

const INSTANT = { format: 'date-time' } as const;
const MAYBE_TEXT = { nullable: true, type: String } as const;

/** A place in a CSAF document (a JSON pointer) and what is to be said of it. */
export class FindingView {
  @ApiProperty({ example: '/document/tracking/version', description: 'JSON pointer; empty for the whole' })
  path: string;
  @ApiProperty({ example: 'csaf 6.1.16' }) rule: string;
  @ApiProperty() message: string;
}

export class ReferenceView {
  @ApiProperty() summary: string;
  @ApiProperty({ format: 'uri' }) url: string;
}

export class AudienceView {
  @ApiProperty({
    description: '`partners`, or handles of the only teams that may get it; empty is nobody',
    oneOf: [
      { type: 'string', enum: ['partners'] },
      { type: 'array', items: { type: 'string' } },
    ],
  })
  include: 'partners' | string[];
  @ApiProperty({ type: [String], description: 'Handles of teams that never get it' }) exclude: string[];
}

/** How an own advisory may be handled. */
export class HandlingView {
  @ApiProperty({ enum: TLP_LABELS, nullable: true, type: String }) tlp: string | null;
  @ApiProperty({ enum: INFORMATION_TYPES, nullable: true, type: String }) information_type: string | null;
  @ApiProperty({ type: [String], description: 'RSIT codes, and codes of national schemes' })
  categories: string[];
  @ApiProperty({ enum: PRODUCT_TYPES, isArray: true, description: 'What kinds of product it is' })
  product_types: string[];
  @ApiProperty({ type: [String] }) sectors: string[];
  @ApiProperty({ enum: SEVERITIES, nullable: true, type: String }) severity: string | null;
  @ApiProperty({ type: [String], description: 'Countries that it affects' }) nexus: string[];
  @ApiProperty({ enum: PAP_LEVELS, nullable: true, type: String }) pap: string | null;
  @ApiProperty({ ...INSTANT, ...MAYBE_TEXT }) embargo_until: string | null;
  @ApiProperty({ type: AudienceView }) audience: AudienceView;
  @ApiProperty({ type: [String], description: 'Of TLP:RED: accounts of the duty officers who get it' })
  named_persons: string[];
}

/** An own advisory in a list. */
export class OwnAdvisorySummary {
  @ApiProperty({ format: 'uuid', description: 'Internal: it never leaves your organization' }) id: string;
  @ApiProperty({ example: 'PK-7QX4-M2F9-3', description: 'Short reference for the telephone, yours alone' })
  reference: string;
  @ApiProperty(INSTANT) created_at: string;
  @ApiProperty({ description: 'The latest version' }) version: number;
  @ApiProperty() title: string;
  @ApiProperty({ type: HandlingView }) handling: HandlingView;
  @ApiProperty({ description: 'Another publisher’s, and not CLEAR' }) third_party: boolean;
  @ApiProperty({ nullable: true, type: Number, description: 'The version that others have now' })
  released_version: number | null;
  @ApiProperty() withdrawn: boolean;
}

export class OwnAdvisoryPage {
  @ApiProperty({ enum: ['own'] }) scope: 'own';
  @ApiProperty({ type: [OwnAdvisorySummary] }) items: OwnAdvisorySummary[];
  @ApiProperty({ ...MAYBE_TEXT, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export class VersionView {
  @ApiProperty() version: number;
  @ApiProperty(INSTANT) created_at: string;
  @ApiProperty({ format: 'uuid' }) created_by: string;
  @ApiProperty({ type: [String], description: 'Accounts that may not release it, as it is their own work' })
  authors: string[];
  @ApiProperty() title: string;
  @ApiProperty(MAYBE_TEXT) summary: string | null;
  @ApiProperty(MAYBE_TEXT) details: string | null;
  @ApiProperty(MAYBE_TEXT) recommendation: string | null;
  @ApiProperty({ type: [ReferenceView] }) references: ReferenceView[];
  @ApiProperty({ type: [String] }) cves: string[];
  @ApiProperty(MAYBE_TEXT) lang: string | null;
  @ApiProperty({ type: HandlingView }) handling: HandlingView;
  @ApiProperty({ type: [PartView] }) parts: PartView[];
}

export class ReleaseView {
  @ApiProperty() version: number;
  @ApiProperty(INSTANT) released_at: string;
  @ApiProperty({ format: 'uuid' }) released_by: string;
  @ApiProperty() public: boolean;
  @ApiProperty({ description: 'Whether one person released it alone' }) emergency: boolean;
  @ApiProperty({ ...INSTANT, ...MAYBE_TEXT }) embargo_until: string | null;
  @ApiProperty({ ...INSTANT, ...MAYBE_TEXT }) superseded_at: string | null;
}

export class WithdrawalView {
  @ApiProperty(INSTANT) at: string;
  @ApiProperty({ format: 'uuid' }) recorded_by: string;
  @ApiProperty() reason: string;
}

/** The document that the latest imported version was made from. */
export class SourceView {
  @ApiProperty({ format: 'uri' }) publisher_namespace: string;
  @ApiProperty() publisher_name: string;
  @ApiProperty() tracking_id: string;
  @ApiProperty() tracking_version: string;
  @ApiProperty({ enum: ['draft', 'interim', 'final'] }) tracking_status: string;
  @ApiProperty({ description: 'SHA-256 of the document, in hex' }) sha256: string;
}

/** Somebody of the owner, whose account other fields name. */
export class NamedAccount {
  @ApiProperty({ format: 'uuid', description: 'Account' }) id: string;
  @ApiProperty({ example: 'Amna Sethi' }) name: string;
}

/** What of another team's an advisory holds. */
export class DerivedFromView {
  @ApiProperty({ format: 'uuid', description: 'As your team knows it' }) id: string;
  @ApiProperty({ description: 'The short reference that it has for your team' }) reference: string;
  @ApiProperty({ description: 'Handle of the team that shares it' }) originator: string;
}

/** All that its owner knows of an advisory. */
export class AdvisoryView {
  @ApiProperty({ format: 'uuid', description: 'Internal: it never leaves your organization' }) id: string;
  @ApiProperty({ example: 'PK-7QX4-M2F9-3', description: 'Short reference for the telephone, yours alone' })
  reference: string;
  @ApiProperty(INSTANT) created_at: string;
  @ApiProperty({ format: 'uuid' }) created_by: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 'PKCERT-2026-7QF3KX0M' }) tracking_id: string;
  @ApiProperty({ description: 'The latest version' }) version: number;
  @ApiProperty({ nullable: true, type: Number, description: 'The version that others have now' })
  released_version: number | null;
  @ApiProperty({ description: 'Another publisher’s, and not CLEAR' }) third_party: boolean;
  @ApiProperty({ format: 'uuid', ...MAYBE_TEXT }) from_case: string | null;
  @ApiProperty({
    type: DerivedFromView,
    nullable: true,
    description: 'What another team shares with yours and it holds; it goes on as far as that team consents',
  })
  derived_from: DerivedFromView | null;
  @ApiProperty({ type: [VersionView], description: 'Oldest first' }) versions: VersionView[];
  @ApiProperty({ type: [ReleaseView], description: 'Oldest first' }) releases: ReleaseView[];
  @ApiProperty({ type: WithdrawalView, nullable: true }) withdrawal: WithdrawalView | null;
  @ApiProperty({ type: SourceView, nullable: true }) source: SourceView | null;
  @ApiProperty({ type: [FindingView], description: 'What keeps an imported document with your organization' })
  findings: FindingView[];
  @ApiProperty({ type: [NamedAccount], description: 'Whoever of your organization is named by account' })
  people: NamedAccount[];
}

/** What keeps a version from leaving. */
export class AdvisoryFindingsView {
  @ApiProperty({ description: 'The latest version' }) version: number;
  @ApiProperty({ type: [FindingView], description: 'Empty: nothing' }) findings: FindingView[];
}

/** What becomes of an imported document. */
export class ImportReportView {
  @ApiProperty({ enum: ['accepted', 'already_known'] }) outcome: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'Absent in a dry run of a new one' })
  advisory?: string;
  @ApiPropertyOptional({ description: 'The version of the advisory that holds the document' })
  version?: number;
  @ApiProperty({ type: [FindingView], description: 'Faults; a refused document is answered with 422' })
  findings: FindingView[];
  @ApiProperty({ type: [FindingView], description: 'What keeps it with your organization for now' })
  notes: FindingView[];
}
