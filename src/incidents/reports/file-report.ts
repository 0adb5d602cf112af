import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SystemsAccount } from '../../accounts';
import { type Organization, Organizations } from '../../organizations';
import { SharingRecord } from '../../record';
import { pastInstant } from '../past-instant';
import type { FileReportBody } from './reports.dto';
import { ReportsStore } from './reports.store';

@Injectable()
export class FileReport {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly store: ReportsStore,
    private readonly record: SharingRecord,
    private readonly systems: SystemsAccount,
  ) {}

  /**
   * Files a report with the national CERT above the organization of who acts, a person or a system. It opens a case there, or joins
   * that of the report it follows; both parties' house logs say so.
   * @returns the id of the report
   * @throws Refusal `report/no-recipient`, 422 for an instant in the future and for a report it cannot follow
   */
  async run({ title, description = '', aware_at, follows }: FileReportBody): Promise<string> {
    const reporter = await this.organizations.byId(this.transaction.viewer.organizationId);
    if (reporter.parentId === null) throw noRecipient(reporter);
    const recipient = await this.organizations.byId(reporter.parentId);
    const awareAt = pastInstant(aware_at, this.transaction.at);
    const { personId, apiKeyId = null } = this.transaction.viewer;
    const filedBy = personId ?? (await this.systems.ofCaller());
    const id = await this.store.file({
      filedBy,
      filedWith: apiKeyId,
      reporterId: reporter.id,
      recipientId: recipient.id,
      title,
      description,
      awareAt,
      followsId: follows === undefined ? null : await this.ownReport(follows),
    });
    await this.writeDown(
      reporter,
      recipient,
      { by: filedBy, report: id, aware_at: awareAt, follows },
      { title },
    );
    return id;
  }

  private async ownReport(id: string): Promise<string> {
    const report = isUuid(id) ? await this.store.find(id) : undefined;
    if (report?.reporter_id === this.transaction.viewer.organizationId) return id;
    const message = 'must be the id of an earlier report of your own';
    throw Refusal.invalid({ field: 'follows', rule: 'ownReport', message });
  }

  private async writeDown(
    reporter: Organization,
    recipient: Organization,
    facts: object,
    content: object,
  ): Promise<void> {
    const parties = { reporter: reporter.handle, recipient: recipient.handle };
    const shared = { ...parties, ...facts, api_key: this.transaction.viewer.apiKeyName };
    const logs = [await this.record.houseLog(reporter.id), await this.record.houseLog(recipient.id)];
    await this.record.append(...logs.map((log) => ({ log, kind: 'report-filed' as const, shared, content })));
  }
}

const noRecipient = ({ name, kind }: Organization) =>
  Refusal.forbidden(
    'report/no-recipient',
    kind === 'national-cert'
      ? `Reports are filed by the constituents of ${name}. Open a case yourself with POST /api/v1/incidents.`
      : `${name} is not a constituent of a national CERT, so nobody would receive the report. Ask the national CERT of your country to add you as a constituent.`,
  );
