import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { millisOf } from '../../platform/instant';
import { Paging } from '../../platform/paging';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { People } from '../people';
import { presentReport, presentReports, type ReportPage, type ReportView } from './report.view';
import type { ListReportsQuery } from './reports.dto';
import { ReportsStore, type StoredReport } from './reports.store';

/** Where a list that shows the newest first begins. */
const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** Reports as their reporter and their recipient read them; nobody else does. */
@Injectable()
export class ReadReports {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: ReportsStore,
    private readonly paging: Paging,
    private readonly people: People,
  ) {}

  /** A page of reports, newest first. @throws Refusal `cursor/invalid` */
  async list(query: ListReportsQuery): Promise<ReportPage> {
    const { status = null, reporter = null, text = '', filed_from } = query;
    const from = filed_from === undefined ? null : new Date(millisOf(filed_from));
    const wanted = { status, reporter, from, words: text.split(/\s+/u).filter(Boolean) };
    const found = await this.paging.page<StoredReport>(query, {
      name: `reports|${JSON.stringify(wanted)}`,
      placeOf: ({ filed_at, id }) => [filed_at.toISOString(), id],
      load: (before, limit) => this.store.page(wanted, before.length > 0 ? before : NEWEST, limit),
    });
    return presentReports(found, await this.people.named(found.page.map(({ filed_by }) => filed_by)));
  }

  /** @throws Refusal 404 */
  async show(id: string): Promise<ReportView> {
    const report = await this.require(id);
    const toRecipient = report.recipient_id === this.transaction.viewer.organizationId;
    const answers = await this.store.answers(id);
    const answerers = toRecipient ? answers.map(({ answeredBy }) => answeredBy) : [];
    const named = await this.people.named([report.filed_by, ...answerers]);
    return presentReport(report, answers, named, toRecipient);
  }

  /** A report that the viewer filed or received. @throws Refusal 404 */
  async require(id: string): Promise<StoredReport> {
    const report = isUuid(id) ? await this.store.find(id) : undefined;
    if (!report) throw Refusal.notFound();
    return report;
  }
}
