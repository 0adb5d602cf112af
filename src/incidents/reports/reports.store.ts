import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { ReportAnswerRow, ReportRow } from './report.entity';
import type { ReportStatus } from './report-status';

/** A report with what its parties' handles are, how far it is, and, to its recipient, the case it belongs to. */
export interface StoredReport {
  id: string;
  reporter_id: string;
  recipient_id: string;
  reporter: string;
  recipient: string;
  title: string;
  description: string;
  aware_at: Date;
  filed_at: Date;
  filed_by: string;
  follows_id: string | null;
  status: ReportStatus;
  case_id: string | null;
}

/** Which reports a list is to hold; null is any. */
export interface WantedReports {
  readonly status: ReportStatus | null;
  /** Handle of who filed it. */
  readonly reporter: string | null;
  readonly from: Date | null;
  /** All of them are in title or description. */
  readonly words: readonly string[];
}

// Row-level security shows report_case to the recipient alone, so a reporter's case_id is always null.
const columns = `r.*, reporter.handle AS reporter, recipient.handle AS recipient,
  COALESCE(latest.status, 'received') AS status, c.item_id AS case_id`;
const joins = `
  JOIN organization reporter ON reporter.id = r.reporter_id JOIN organization recipient ON recipient.id = r.recipient_id
  LEFT JOIN report_case c ON c.report_id = r.id
  LEFT JOIN LATERAL (SELECT a.status FROM report_answer a WHERE a.report_id = r.id ORDER BY a.at DESC, a.id DESC LIMIT 1) latest ON true`;

// Each side is a page of its own, so that each follows its index.
const pageOf = (side: 'r.reporter_id' | 'r.recipient_id') => `
  SELECT ${columns} FROM report r ${joins}
  WHERE ${side} = $1 AND (r.filed_at, r.id) < ($2, $3) AND ($4::text IS NULL OR COALESCE(latest.status, 'received') = $4)
    AND ($6::text IS NULL OR reporter.handle = $6) AND ($7::timestamptz IS NULL OR r.filed_at >= $7)
    AND NOT EXISTS (SELECT FROM unnest($8::text[]) word WHERE strpos(lower(r.title || ' ' || r.description), lower(word)) = 0)
  ORDER BY r.filed_at DESC, r.id DESC LIMIT $5`;

/** Every statement about reports and their answers. */
@Injectable()
export class ReportsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Stores a report of who acts and opens its case, or joins that of the report it follows. */
  async file(report: Omit<ReportRow, 'id' | 'filedAt'>): Promise<string> {
    const { at: filedAt, manager } = this.transaction;
    const id = newId();
    await manager.insert(ReportRow, { ...report, id, filedAt });
    await this.transaction.query('SELECT app.open_case($1)', [id]);
    return id;
  }

  async answer(answer: Pick<ReportAnswerRow, 'reportId' | 'status' | 'answer'>): Promise<void> {
    const { at, person: answeredBy, manager } = this.transaction;
    await manager.insert(ReportAnswerRow, { ...answer, id: newId(), at, answeredBy });
  }

  /** A report that the viewer filed or received; a system reads what its organization filed. */
  find(id: string): Promise<StoredReport | undefined> {
    const { apiKeyId, organizationId } = this.transaction.viewer;
    const sql = `SELECT ${columns} FROM report r ${joins} WHERE r.id = $1 AND ($2::uuid IS NULL OR r.reporter_id = $2)`;
    return this.transaction.one(sql, [id, apiKeyId ? organizationId : null]);
  }

  /** Reports filed or received that are wanted, newest first, before an instant and id; to a system those filed. */
  page(wanted: WantedReports, before: readonly string[], limit: number): Promise<StoredReport[]> {
    const { apiKeyId, organizationId } = this.transaction.viewer;
    const both = `SELECT * FROM ((${pageOf('r.reporter_id')}) UNION ALL (${pageOf('r.recipient_id')})) both_sides
       ORDER BY filed_at DESC, id DESC LIMIT $5`;
    const { status, reporter, from, words } = wanted;
    const asked = [organizationId, before[0], before[1], status, limit, reporter, from, words];
    return this.transaction.query(apiKeyId ? pageOf('r.reporter_id') : both, asked);
  }

  /** The reports that belong to an own case, in the order in which they were filed. */
  ofCase(itemId: string): Promise<StoredReport[]> {
    return this.transaction.query(
      `SELECT ${columns} FROM report r ${joins} WHERE c.item_id = $1 ORDER BY r.filed_at, r.id`,
      [itemId],
    );
  }

  /** The answers to a report, oldest first. */
  answers(reportId: string): Promise<ReportAnswerRow[]> {
    return this.transaction.manager.find(ReportAnswerRow, {
      where: { reportId },
      order: { at: 'ASC', id: 'ASC' },
    });
  }
}
