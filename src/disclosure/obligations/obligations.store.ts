import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { Survival } from '../rules/lasting-terms';
import type { ListObligationsQuery, ObligationKind, ObligationState } from './obligations.dto';

/** An obligation as one of its two sides reads it. */
export interface StoredObligation {
  id: string;
  agreement: string;
  clause: string;
  kind: ObligationKind;
  /** Whether the viewer's team owes it. */
  owed: boolean;
  debtor: string;
  creditor: string;
  state: ObligationState;
  opened_at: Date;
  /** With the time of pauses, and as the terms say. */
  due: Date | null;
  due_at: Date | null;
  closed_at: Date | null;
  certificate: boolean;
  covers_from: Date | null;
  covers_until: Date;
  severities: string[] | null;
  holder: string | null;
  paused_by_us: boolean;
  survival: Survival | null;
  pause: string | null;
}

/** Something that was stated of an obligation; people are named for their own side. */
export interface StoredFact {
  kind: string;
  at: Date;
  by: string;
  person: string | null;
  means: string | null;
  notice: string | null;
  until: Date | null;
  reason: string | null;
}

/** What is live under an agreement, for one side. */
export interface StoredTally {
  agreement: string;
  owed_by_us: number;
  overdue_by_us: number;
  owed_to_us: number;
  overdue_to_us: number;
  paused: number;
  next_due: Date | null;
}

export interface StoredDigest {
  agreement: string;
  day: string;
  owed_by_us: number;
  owed_to_us: number;
  oldest_due: Date;
}

// $1 is the viewer's organization and $2 the instant, in every statement that reads obligations.
const COLUMNS = `o.id, a.reference AS agreement, g.clause, o.kind, o.debtor_id = $1 AS owed, debtor.handle AS debtor,
  creditor.handle AS creditor, app.obligation_state(o, $2) AS state, o.opened_at, o.due_at, app.obligation_due(o, COALESCE(c.at, $2)) AS due,
  c.at AS closed_at, o.certificate, NULLIF(o.covers_from, '-infinity') AS covers_from, o.covers_until, o.severities,
  COALESCE(g.obligations ->> 'legal_hold', b.obligations ->> 'legal_hold') AS holder, p.id IS NOT NULL AND p.by_org = $1 AS paused_by_us, b.obligations -> 'survival' AS survival, p.id AS pause`;
const JOINS = `JOIN agreement a ON a.id = o.agreement_id JOIN exchange_grant g ON g.id = o.term_grant_id
  JOIN exchange_grant b ON b.id = o.grant_id
  JOIN organization debtor ON debtor.id = o.debtor_id JOIN organization creditor ON creditor.id = o.creditor_id
  LEFT JOIN obligation_fact c ON c.obligation_id = o.id AND c.kind IN ('met', 'waived')
  LEFT JOIN LATERAL app.obligation_pause(o, $2) p ON true`;

// What is live is found without passing by what is closed.
const pageOf = (party: 'debtor_id' | 'creditor_id', live: boolean) => {
  const due = live ? 'w.due_at' : `COALESCE(o.due_at, 'infinity')`;
  const from = live ? `obligation_live w JOIN obligation o ON o.id = w.obligation_id` : 'obligation o';
  return `SELECT ${COLUMNS} FROM ${from} ${JOINS}
    WHERE ${live ? 'w' : 'o'}.${party} = $1 AND (${due}, o.id) > ($3::timestamptz, $4::uuid)
      AND ($5::text IS NULL OR a.reference = $5) AND ($6::text IS NULL OR o.kind = $6)
      AND ($7::text IS NULL OR $7 = 'live' OR app.obligation_state(o, $2) = $7)
      AND ($8::timestamptz IS NULL OR ${due} < $8)
    ORDER BY ${due}, o.id LIMIT $9`;
};

/** Every statement that reads obligations and their digests. */
@Injectable()
export class ObligationsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Opens what ends of agreements have brought about, as of their instants. */
  async openEnds(): Promise<void> {
    await this.transaction.query('SELECT app.open_own_ends()');
  }

  find(id: string): Promise<StoredObligation | undefined> {
    const { at, viewer } = this.transaction;
    const sql = `SELECT ${COLUMNS} FROM obligation o ${JOINS} WHERE o.id = $3`;
    return this.transaction.one(sql, [viewer.organizationId, at, id]);
  }

  /** Obligations of one side by when they fall due, after a place. */
  page(
    { side = 'owed_by_us', agreement, kind, state, due_before }: ListObligationsQuery,
    [due = '-infinity', id = '00000000-0000-0000-0000-000000000000']: readonly string[],
    limit: number,
  ): Promise<StoredObligation[]> {
    const { at, viewer } = this.transaction;
    const live = state !== undefined && state !== 'met' && state !== 'waived';
    return this.transaction.query(pageOf(side === 'owed_by_us' ? 'debtor_id' : 'creditor_id', live), [
      ...[viewer.organizationId, at, due, id],
      ...[agreement ?? null, kind ?? null, state ?? null, due_before ?? null, limit],
    ]);
  }

  /** When the agreement of an obligation is over or was to be; null while nothing ends it. */
  async endOf(agreement: string): Promise<Date | null> {
    const row = await this.transaction.one<{ ends: Date | null }>(
      'SELECT s.ends FROM agreement a CROSS JOIN LATERAL app.agreement_span(a.id) s WHERE a.reference = $1',
      [agreement],
    );
    return row?.ends ?? null;
  }

  facts(id: string): Promise<StoredFact[]> {
    return this.transaction.query(
      `SELECT f.kind, f.at, o.handle AS by, p.name AS person, f.means, f.notice_id AS notice, f.until_at AS until, f.reason
       FROM obligation_fact f JOIN organization o ON o.id = f.by_org
       LEFT JOIN account p ON p.id = f.account_id AND p.organization_id = $2
       WHERE f.obligation_id = $1 ORDER BY f.at, f.id`,
      [id, this.transaction.viewer.organizationId],
    );
  }

  /** How many versions a set covers; 10001 stands for more than 10000. */
  async size(id: string): Promise<number> {
    const row = await this.transaction.one<{ size: number }>('SELECT app.obligation_size($1) AS size', [id]);
    return row?.size ?? 0;
  }

  /** What is live, by agreement, in the order of references, after one. */
  tallies(agreement: string | null, after: string, limit: number): Promise<StoredTally[]> {
    const { at, viewer } = this.transaction;
    return this.transaction.query(
      `SELECT s.agreement, count(*) FILTER (WHERE s.owed)::int AS owed_by_us,
         count(*) FILTER (WHERE s.owed AND s.state = 'overdue')::int AS overdue_by_us,
         count(*) FILTER (WHERE NOT s.owed)::int AS owed_to_us,
         count(*) FILTER (WHERE NOT s.owed AND s.state = 'overdue')::int AS overdue_to_us,
         count(*) FILTER (WHERE s.state IN ('held', 'disputed'))::int AS paused,
         min(s.due) FILTER (WHERE s.state = 'open') AS next_due
       FROM (SELECT a.reference AS agreement, o.debtor_id = $1 AS owed, app.obligation_state(o, $2) AS state, app.obligation_due(o, $2) AS due
         FROM obligation_live w JOIN obligation o ON o.id = w.obligation_id JOIN agreement a ON a.id = o.agreement_id
         WHERE a.reference > $3 AND ($5::text IS NULL OR a.reference = $5)) s
       GROUP BY s.agreement ORDER BY s.agreement LIMIT $4`,
      [viewer.organizationId, at, after, limit, agreement],
    );
  }

  /** Digests of the viewer's side, the newest day first, before a place. */
  digests([day = 'infinity', agreement = '']: readonly string[], limit: number): Promise<StoredDigest[]> {
    return this.transaction.query(
      `SELECT a.reference AS agreement, d.day::text AS day, d.owed_by_us, d.owed_to_us, d.oldest_due FROM obligation_digest d
       JOIN agreement a ON a.id = d.agreement_id
       WHERE d.organization_id = $1 AND (d.day < $2::date OR d.day = $2::date AND a.reference > $3)
       ORDER BY d.day DESC, a.reference LIMIT $4`,
      [this.transaction.viewer.organizationId, day, agreement, limit],
    );
  }
}
