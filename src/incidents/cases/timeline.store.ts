import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { ReportStatus } from '../reports/report-status';

export const TIMELINE_EVENTS = ['report', 'version', 'note', 'answer', 'release', 'withdrawal'] as const;
export type TimelineKind = (typeof TIMELINE_EVENTS)[number];

/** Something that happened to a case; which parts it has depends on what it is. */
export interface StoredEvent {
  at: Date;
  /** Orders what happened at the same instant: the place of the event in TIMELINE_EVENTS. */
  rank: number;
  id: string;
  person: string;
  report: string | null;
  text: string | null;
  status: ReportStatus | null;
  version: number | null;
  public: boolean | null;
}

const EVENTS = `
  SELECT c.joined_at AS at, 0 AS rank, r.id, r.filed_by AS person, r.id AS report, r.title AS text,
    NULL::text AS status, NULL::int AS version, NULL::boolean AS public
  FROM report_case c JOIN report r ON r.id = c.report_id WHERE c.item_id = $1
  UNION ALL SELECT created_at, 1, id, created_by, NULL, NULL, NULL, number, NULL FROM item_version WHERE item_id = $1
  UNION ALL SELECT at, 2, id, written_by, NULL, note, NULL, NULL, NULL FROM case_note WHERE item_id = $1
  UNION ALL SELECT a.at, 3, a.id, a.answered_by, a.report_id, a.answer, a.status, NULL, NULL
  FROM report_case c JOIN report_answer a ON a.report_id = c.report_id WHERE c.item_id = $1
  UNION ALL SELECT r.released_at, 4, r.item_version_id, r.released_by, NULL, NULL, NULL, v.number, r.public
  FROM release r JOIN item_version v ON v.id = r.item_version_id WHERE r.item_id = $1
  UNION ALL SELECT at, 5, item_id, recorded_by, NULL, reason, NULL, NULL, NULL FROM withdrawal WHERE item_id = $1`;

/** What happened to a case, gathered from where each thing is kept. */
@Injectable()
export class TimelineStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Events of an own case after a position (instant, rank, id), in their order. */
  page(itemId: string, after: readonly string[], limit: number): Promise<StoredEvent[]> {
    return this.transaction.query(
      `SELECT * FROM (${EVENTS}) e WHERE (e.at, e.rank, e.id) > ($2, $3, $4) ORDER BY e.at, e.rank, e.id LIMIT $5`,
      [itemId, ...after, limit],
    );
  }
}
