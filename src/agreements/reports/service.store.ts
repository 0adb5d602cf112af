import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { OwedSums, Timed } from '../rules/service';
import type { Period } from './reports.store';

interface TimedRow {
  ours: boolean;
  began: Date;
  due: Date;
  done: Date | null;
  over: Date | null;
}
const timed = ({ ours, began, due, done, over }: TimedRow): Timed => ({
  ...{ ours, began: began.getTime(), due: due.getTime(), done: done?.getTime() ?? null },
  over: over?.getTime() ?? Infinity,
});

// In each of them $1 is the agreement, $2 the other side, $3 the viewer's organization and $4 the last instant that counts.
const BETWEEN = (one: string, other: string) => `(${one}, ${other}) IN (($2, $3::uuid), ($3, $2::uuid))`;
// What of RED one person owes, her team does not come across; whom it is owed to has it.
const OWED = `o.agreement_id = $1 AND ${BETWEEN('o.debtor_id', 'o.creditor_id')} AND o.opened_at <= $4
  AND (o.person_id IS NULL OR o.creditor_id = $3)`;
// Those that began in the period, and those from before it that are not over at its end.
const ASKED = `g.agreement_id = $1 AND q.asked_at <= $4 AND (q.asked_at >= $5 OR q.open_until > $4 AND (e.at IS NULL OR e.at > $4))`;

/** Every statement about what is owed between two sides, and whether it was done in time: facts that both of them have. */
@Injectable()
export class ServiceStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** What was owed at the end and had not been done, by side and kind. */
  async owed(period: Period): Promise<(OwedSums & { ours: boolean })[]> {
    // What the end of the agreement has brought about is opened as of then.
    await this.transaction.query('SELECT app.open_own_ends()');
    const rows = await this.transaction.query<
      Omit<OwedSums, 'nextDue'> & { ours: boolean; next_due: Date | null }
    >(
      `SELECT o.debtor_id = $3 AS ours, o.kind, count(*)::int AS open, (count(*) FILTER (WHERE s.state = 'overdue'))::int AS overdue,
         (count(*) FILTER (WHERE s.state IN ('held', 'disputed')))::int AS paused, min(s.due) FILTER (WHERE s.state = 'open') AS next_due
       FROM obligation o CROSS JOIN LATERAL (SELECT app.obligation_state(o, $4) AS state, app.obligation_due(o, $4) AS due) s
       WHERE ${OWED} AND s.state NOT IN ('met', 'waived') GROUP BY 1, 2 ORDER BY 1, 2`,
      this.bound(period),
    );
    return rows.map(({ next_due, ...row }) => ({ ...row, nextDue: next_due?.getTime() ?? null }));
  }

  /** Receipts that became owed in the period: when they were said to have arrived, or waived. */
  async acknowledgements(period: Period): Promise<Timed[]> {
    const rows = await this.transaction.query<TimedRow>(
      `SELECT o.debtor_id = $3 AS ours, o.opened_at AS began, app.obligation_due(o, COALESCE(f.at, $4)) AS due,
         CASE f.kind WHEN 'met' THEN f.at END AS done, CASE f.kind WHEN 'waived' THEN f.at END AS over
       FROM obligation o LEFT JOIN obligation_fact f ON f.obligation_id = o.id AND f.kind IN ('met', 'waived') AND f.at <= $4
       WHERE ${OWED} AND o.kind = 'acknowledge' AND o.opened_at >= $5`,
      [...this.bound(period), period.from],
    );
    return rows.map(timed);
  }

  /** Requests for information and for consent of which the terms of this agreement say until when they are answered. */
  async responses(period: Period): Promise<Timed[]> {
    const rows = await this.transaction.query<TimedRow>(
      `SELECT q.addressee_id = $3 AS ours, q.asked_at AS began, q.respond_by AS due, app.responded_at(q.id, $4) AS done, LEAST(e.at, q.open_until) AS over
       FROM information_request q JOIN exchange_grant g ON g.id = q.respond_grant_id
         LEFT JOIN information_request_end e ON e.request_id = q.id AND e.at <= $4
       WHERE ${BETWEEN('q.addressee_id', 'q.requester_id')} AND ${ASKED}
       UNION ALL SELECT q.originator_id = $3, q.asked_at, q.respond_by, CASE WHEN e.outcome <> 'closed' THEN e.at END, LEAST(e.at, q.open_until)
       FROM consent_request q JOIN exchange_grant g ON g.id = q.respond_grant_id
         LEFT JOIN consent_request_end e ON e.request_id = q.id AND e.at <= $4
       WHERE ${BETWEEN('q.originator_id', 'q.requester_id')} AND ${ASKED}`,
      [...this.bound(period), period.from],
    );
    return rows.map(timed);
  }

  /** Words that were owed at the end on requests for information that were open and unanswered then. */
  async updates(period: Period): Promise<Timed[]> {
    const rows = await this.transaction.query<TimedRow>(
      `SELECT q.addressee_id = $3 AS ours, q.asked_at AS began, n.due, NULL AS done, q.open_until AS over
       FROM information_request q JOIN exchange_grant g ON g.id = q.update_grant_id
         CROSS JOIN LATERAL (SELECT GREATEST(q.asked_at, max(w.at)) + q.update_hours * interval '1 hour' AS due
           FROM information_request_update w WHERE w.request_id = q.id AND w.at <= $4) n
       WHERE ${BETWEEN('q.addressee_id', 'q.requester_id')} AND g.agreement_id = $1 AND q.asked_at <= $4 AND q.open_until > $4
         AND n.due < q.open_until AND app.responded_at(q.id, $4) IS NULL
         AND NOT EXISTS (SELECT 1 FROM information_request_end e WHERE e.request_id = q.id AND e.at <= $4)`,
      this.bound(period),
    );
    return rows.map(timed);
  }

  /** The period ends before its end: what falls due at that very instant is for the next one. */
  private bound({ agreementId, counterpartId, before }: Period): unknown[] {
    const last = new Date(before.getTime() - 1);
    return [agreementId, counterpartId, this.transaction.viewer.organizationId, last];
  }
}
