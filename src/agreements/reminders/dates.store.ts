import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';

export interface DueObligations {
  kind: string;
  side: 'owed_by_us' | 'owed_to_us';
  due: Date;
  count: number;
}
export interface PlannedActivity {
  id: string;
  title: string;
  starts_at: Date;
  ends_at: Date;
}

/** More than these a calendar does not take; the lists behind them have all. */
const MOST = 500;

/** Statements about the dates of one agreement; row-level security leaves those that lie between the viewer and another. */
@Injectable()
export class DatesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** What is open, by kind, side and day. */
  obligations(agreementId: string): Promise<DueObligations[]> {
    const { at, viewer } = this.transaction;
    return this.transaction.query(
      `SELECT s.kind, s.side, min(s.due) AS due, count(*)::int AS count
       FROM (SELECT o.kind, CASE o.debtor_id WHEN $1 THEN 'owed_by_us' ELSE 'owed_to_us' END AS side, app.obligation_due(o, $2) AS due
         FROM obligation_live w JOIN obligation o ON o.id = w.obligation_id
         WHERE o.agreement_id = $3 AND o.due_at IS NOT NULL AND app.obligation_state(o, $2) = 'open') s
       GROUP BY s.kind, s.side, (s.due AT TIME ZONE 'UTC')::date ORDER BY 3 LIMIT ${MOST}`,
      [viewer.organizationId, at, agreementId],
    );
  }

  /** Those that are not over and that nobody called off. */
  activities(agreementId: string): Promise<PlannedActivity[]> {
    return this.transaction.query(
      `SELECT a.id, a.title, a.starts_at, a.ends_at FROM activity a
       WHERE a.agreement_id = $1 AND a.ends_at > $2 AND NOT EXISTS (SELECT 1 FROM activity_outcome o WHERE o.activity_id = a.id)
       ORDER BY a.starts_at, a.id LIMIT ${MOST}`,
      [agreementId, this.transaction.at],
    );
  }
}
