import { ApiProperty } from '@nestjs/swagger';
import { PAP_LEVELS, SEVERITIES, SharedPart, TLP_LABELS } from '../../disclosure';
import type { Page } from '../../platform/paging';
import { PersonView } from '../people';
import { ReportSummary } from '../reports/report.view';
import { CaseNoteView, CaseReleaseView, CaseWithdrawalView } from './case-acts.view';
import { CASE_INFORMATION_TYPES } from './case-input.dto';
import { CaseVersionView } from './case-version.view';
import type { ListedCase } from './cases.store';
import { TimelinePage } from './timeline.view';

/** All that its owner knows of an incident; nobody else reads it like this. */
export class OwnIncident {
  @ApiProperty({ format: 'uuid', description: 'Internal: it never leaves your organization' }) id: string;
  @ApiProperty({ example: 'PK-7QX4-M2F9-3', description: 'Short reference for the telephone, yours alone' })
  reference: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ type: PersonView }) created_by: PersonView;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When you became aware of it, if you opened it and said so; reports have their own',
  })
  aware_at: string | null;
  @ApiProperty({ description: 'Title of the latest version' }) title: string;
  @ApiProperty({ description: 'The latest version' }) version: number;
  @ApiProperty({ nullable: true, type: Number, description: 'The version that others have now' })
  released_version: number | null;
  @ApiProperty({ type: [CaseVersionView], description: 'Oldest first' }) versions: CaseVersionView[];
  @ApiProperty({ type: [ReportSummary], description: 'Oldest first' }) reports: ReportSummary[];
  @ApiProperty({ type: [CaseNoteView], description: 'Oldest first' }) notes: CaseNoteView[];
  @ApiProperty({ type: [CaseReleaseView], description: 'Oldest first' }) releases: CaseReleaseView[];
  @ApiProperty({ type: CaseWithdrawalView, nullable: true }) withdrawal: CaseWithdrawalView | null;
  @ApiProperty({ type: TimelinePage, description: 'The first page of GET /api/v1/incidents/{id}/timeline' })
  timeline: TimelinePage;
}

/** An own incident in a list. */
export class OwnIncidentSummary {
  @ApiProperty({ format: 'uuid', description: 'Internal: it never leaves your organization' }) id: string;
  @ApiProperty({ example: 'PK-7QX4-M2F9-3', description: 'Short reference for the telephone, yours alone' })
  reference: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ format: 'date-time', description: 'When the latest version was written' })
  changed_at: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'The latest version' }) version: number;
  @ApiProperty({ enum: TLP_LABELS, nullable: true, type: String }) tlp: string | null;
  @ApiProperty({ enum: CASE_INFORMATION_TYPES, nullable: true, type: String })
  information_type: string | null;
  @ApiProperty({ type: [String], description: 'RSIT codes' }) categories: string[];
  @ApiProperty({ type: [String] }) sectors: string[];
  @ApiProperty({ enum: SEVERITIES, nullable: true, type: String }) severity: string | null;
  @ApiProperty({ description: 'How many reports belong to it' }) reports: number;
  @ApiProperty({ nullable: true, type: Number, description: 'The version that others have now' })
  released_version: number | null;
  @ApiProperty() withdrawn: boolean;
}

export class OwnIncidentPage {
  @ApiProperty({ enum: ['own'] }) scope: 'own';
  @ApiProperty({ type: [OwnIncidentSummary] }) items: OwnIncidentSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

/** An incident as another team gets it; the bytes are stored and stay the same for this version. */
export class SharedIncident {
  @ApiProperty({ format: 'uuid', description: 'The identifier it has for your team' }) id: string;
  @ApiProperty({
    example: 'PK-7QX4-M2F9-3',
    description: 'Short reference for the telephone; each team has another',
  })
  reference: string;
  @ApiProperty({ enum: ['incident'] }) type: string;
  @ApiProperty({ description: 'Version as your team knows it, counted from 1' }) version: number;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Handle of the organization it comes from' }) originator: string;
  @ApiProperty({ enum: TLP_LABELS }) tlp: string;
  @ApiProperty({ enum: CASE_INFORMATION_TYPES }) information_type: string;
  @ApiProperty({ type: [String], description: 'RSIT codes' }) categories: string[];
  @ApiProperty({ type: [String] }) sectors: string[];
  @ApiProperty({ enum: SEVERITIES, nullable: true, type: String }) severity: string | null;
  @ApiProperty({
    enum: PAP_LEVELS,
    nullable: true,
    type: String,
    description: 'What your team may do with it',
  })
  pap: string | null;
  @ApiProperty({ format: 'date-time' }) released_at: string;
  @ApiProperty() summary: string;
  @ApiProperty({ nullable: true, type: String }) details: string | null;
  @ApiProperty({ type: [SharedPart], description: 'What your team gets of its parts' }) parts: SharedPart[];
}

export const presentCases = ({ page, next }: Page<ListedCase>): OwnIncidentPage => ({
  scope: 'own',
  items: page.map(({ created_at, changed_at, ...rest }) => ({
    ...rest,
    created_at: created_at.toISOString(),
    changed_at: changed_at.toISOString(),
  })),
  next,
});
