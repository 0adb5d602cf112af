import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { FlowCell } from '../rules/report';

/** Whose report, with whom, under which agreement; what is counted is within [from, before). */
export interface Period {
  agreementId: string;
  counterpartId: string;
  from: Date;
  before: Date;
  /** As of when: what was written down later is not counted. */
  at: Date;
}

export interface RequestCounts {
  direction: 'sent' | 'received';
  asked: number;
  answered: number;
  refused: number;
  closed: number;
  answer_hours: number[];
  refusals: { name: string; requests: number }[];
}

export interface ActivityCount {
  kind: string;
  state: 'planned' | 'done' | 'cancelled';
  activities: number;
}

/** Every statement about reports: counts of facts that have an instant, and nothing of any content. */
@Injectable()
export class ReportsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  flows({ agreementId, counterpartId, from, before, at }: Period): Promise<FlowCell[]> {
    return this.transaction.query('SELECT * FROM app.flow_counts($1, $2, $3, $4, $5)', [
      agreementId,
      counterpartId,
      from,
      before,
      at,
    ]);
  }

  /** Requests between the two that were made in the period. With what one was answered is its owner's alone to read. */
  requests({ counterpartId, from, before }: Period): Promise<RequestCounts[]> {
    return this.transaction.query(
      `SELECT way.direction, count(r.id)::int AS asked, count(first.at)::int AS answered,
         (count(*) FILTER (WHERE e.outcome = 'refused'))::int AS refused, (count(*) FILTER (WHERE e.outcome = 'closed'))::int AS closed,
         COALESCE(array_agg(extract(epoch FROM LEAST(first.at, e.at) - r.asked_at) / 3600)
           FILTER (WHERE first.at IS NOT NULL OR e.outcome = 'refused'), '{}') AS answer_hours,
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('name', told.name, 'requests', told.requests) ORDER BY told.name), '[]') FROM (
           SELECT COALESCE(x.reason_code, 'not_told') AS name, count(*)::int AS requests
           FROM information_request q JOIN information_request_end z ON z.request_id = q.id AND z.outcome = 'refused' AND z.at < $3
           LEFT JOIN information_request_refusal x ON x.request_id = q.id
           WHERE q.asked_at >= $2 AND q.asked_at < $3 AND q.requester_id = way.asks AND q.addressee_id = way.answers GROUP BY 1) told) AS refusals
       FROM (VALUES ('sent', app.viewer_org(), $1::uuid), ('received', $1::uuid, app.viewer_org())) way (direction, asks, answers)
       LEFT JOIN information_request r ON r.requester_id = way.asks AND r.addressee_id = way.answers AND r.asked_at >= $2 AND r.asked_at < $3
       LEFT JOIN information_request_end e ON e.request_id = r.id AND e.at < $3
       LEFT JOIN LATERAL (SELECT min(w.answered_at) AS at FROM information_request_answer w WHERE w.request_id = r.id AND w.answered_at < $3) first ON true
       GROUP BY way.direction, way.asks, way.answers ORDER BY way.direction`,
      [counterpartId, from, before],
    );
  }

  /** Those that name both and touch the period, as they stood at its end. */
  activities({ agreementId, counterpartId, from, before }: Period): Promise<ActivityCount[]> {
    return this.transaction.query(
      `SELECT a.kind, COALESCE(o.outcome, 'planned') AS state, count(*)::int AS activities
       FROM activity a LEFT JOIN activity_outcome o ON o.activity_id = a.id AND o.at < $4
       WHERE a.agreement_id = $1 AND a.starts_at < $4 AND a.ends_at > $3 AND a.recorded_at < $4
         AND EXISTS (SELECT 1 FROM activity_party p WHERE p.activity_id = a.id AND p.organization_id = $2)
       GROUP BY 1, 2 ORDER BY 1, 2`,
      [agreementId, counterpartId, from, before],
    );
  }

  async contacts(
    agreementId: string,
    team: string,
    days: number,
    at: Date,
  ): Promise<{ contacts: number; due: number }> {
    const sql = 'SELECT * FROM app.contacts_due($1, $2, $3, $4)';
    const found = await this.transaction.one<{ contacts: number; due: number }>(sql, [
      agreementId,
      team,
      days,
      at,
    ]);
    return found ?? { contacts: 0, due: 0 };
  }
}
