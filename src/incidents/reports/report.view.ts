import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Page } from '../../platform/paging';
import { type Named, PersonView } from '../people';
import type { ReportAnswerRow } from './report.entity';
import { REPORT_STATUSES, type ReportStatus } from './report-status';
import type { StoredReport } from './reports.store';

/** A report in a list. */
export class ReportSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Handle of the organization that filed it' }) reporter: string;
  @ApiProperty({ description: 'Handle of the organization that received it' }) recipient: string;
  @ApiProperty() title: string;
  @ApiProperty({ format: 'date-time' }) aware_at: string;
  @ApiProperty({ format: 'date-time' }) filed_at: string;
  @ApiProperty({ type: PersonView }) filed_by: PersonView;
  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'The report that it continues' })
  follows: string | null;
  @ApiProperty({ enum: REPORT_STATUSES, description: 'The status of the latest answer, or `received`' })
  status: ReportStatus;
  @ApiPropertyOptional({ format: 'uuid', description: 'The case it belongs to; for the recipient only' })
  incident?: string;
}

export class AnswerView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: REPORT_STATUSES }) status: ReportStatus;
  @ApiProperty() answer: string;
  @ApiPropertyOptional({ type: PersonView, description: 'Who answered; for the recipient only' })
  by?: PersonView;
}

/** A whole report with what its reporter was answered. */
export class ReportView extends ReportSummary {
  @ApiProperty() description: string;
  @ApiProperty({ type: [AnswerView], description: 'Oldest first' }) answers: AnswerView[];
}

export class ReportPage {
  @ApiProperty({ type: [ReportSummary] }) items: ReportSummary[];
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null on the last' })
  next: string | null;
}

export function presentReportSummary(report: StoredReport, named: Named): ReportSummary {
  const { id, reporter, recipient, title, status, case_id } = report;
  return {
    id,
    reporter,
    recipient,
    title,
    aware_at: report.aware_at.toISOString(),
    filed_at: report.filed_at.toISOString(),
    filed_by: named(report.filed_by),
    follows: report.follows_id,
    status,
    ...(case_id === null ? {} : { incident: case_id }),
  };
}

export function presentReports({ page, next }: Page<StoredReport>, named: Named): ReportPage {
  return { items: page.map((report) => presentReportSummary(report, named)), next };
}

/** @param toRecipient whether the viewer is the recipient, who sees which of its people answered */
export function presentReport(
  report: StoredReport,
  answers: readonly ReportAnswerRow[],
  named: Named,
  toRecipient: boolean,
): ReportView {
  return {
    ...presentReportSummary(report, named),
    description: report.description,
    answers: answers.map(({ at, status, answer, answeredBy }) => ({
      at: at.toISOString(),
      status,
      answer,
      ...(toRecipient ? { by: named(answeredBy) } : {}),
    })),
  };
}
