import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { ReadReports } from './read-reports';
import type { AnswerBody } from './reports.dto';
import { ReportsStore } from './reports.store';

@Injectable()
export class AnswerReport {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly reports: ReadReports,
    private readonly store: ReportsStore,
    private readonly record: SharingRecord,
  ) {}

  /**
   * Tells the reporter the status of its report and a text; both parties' house logs say so, the text as content.
   * @throws Refusal 404, `report/not-recipient`
   */
  async run(reportId: string, { status, answer }: AnswerBody): Promise<void> {
    const { reporter, recipient, reporter_id, recipient_id } = await this.reports.require(reportId);
    const { viewer, person: by } = this.transaction;
    if (viewer.organizationId !== recipient_id)
      throw Refusal.forbidden('report/not-recipient', 'Only the recipient of a report answers it.');
    await this.store.answer({ reportId, status, answer });
    const shared = { report: reportId, reporter, recipient, status };
    const entry = { kind: 'report-answered' as const, content: { answer } };
    await this.record.append(
      { ...entry, log: await this.record.houseLog(recipient_id), shared: { by, ...shared } },
      { ...entry, log: await this.record.houseLog(reporter_id), shared },
    );
  }
}
