import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../../platform/viewer-transaction';
import type { NoticeDirection, NoticeKind } from './notices.dto';

/** A notice as one of its two sides reads it; people are named for their own side. */
export interface StoredNotice {
  id: string;
  log_id: string;
  kind: NoticeKind;
  sent: boolean;
  agreement: string;
  from: string;
  to: string;
  statement: string;
  aware_at: Date | null;
  due_at: Date | null;
  authority: string | null;
  covers_from: Date | null;
  covers_until: Date | null;
  filed_at: Date;
  filed_by: string | null;
  met: number;
  result: string | null;
  remedy: string | null;
  answered_at: Date | null;
  answered_by: string | null;
}

/** Where something was received: the relationship under an agreement with the team that shared. */
export interface Relationship {
  log_id: string;
  agreement_id: string;
  to_id: string;
  /** Within how many hours a breach is told, by the strictest terms that had entered into force when it became known. */
  breach_hours: number | null;
}

export interface NewNotice {
  relationship: Relationship;
  kind: NoticeKind;
  statement: string;
  awareAt: Date | null;
  dueAt: Date | null;
  authority: string | null;
  from: Date | null;
  until: Date | null;
  disclosures: readonly string[];
  entry: string;
}

const SELECT = `SELECT n.id, n.log_id, n.kind, n.from_id = $1 AS sent, a.reference AS agreement, sender.handle AS "from", receiver.handle AS "to",
    n.statement, n.aware_at, n.due_at, n.authority, n.covers_from, n.covers_until, n.filed_at, filer.name AS filed_by,
    (SELECT count(*)::int FROM obligation_fact f WHERE f.notice_id = n.id) AS met, r.result, r.remedy, r.answered_at, answerer.name AS answered_by
  FROM obligation_notice n JOIN agreement a ON a.id = n.agreement_id JOIN organization sender ON sender.id = n.from_id
    JOIN organization receiver ON receiver.id = n.to_id LEFT JOIN obligation_notice_answer r ON r.notice_id = n.id
    LEFT JOIN account filer ON filer.id = n.filed_by AND filer.organization_id = $1
    LEFT JOIN account answerer ON answerer.id = r.answered_by AND answerer.organization_id = $1`;

/** Every statement about notices. */
@Injectable()
export class NoticesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /**
   * The relationship in which the viewer's team received something; undefined if it received nothing there.
   * @param knownAt since when what is told is known: what terms say that came later, or never, does not count for it
   */
  received(agreement: string, to: string, knownAt: Date): Promise<Relationship | undefined> {
    return this.transaction.one(
      `SELECT l.id AS log_id, a.id AS agreement_id, o.id AS to_id,
         app.breach_hours(a.id, o.id, $4) AS breach_hours
       FROM agreement a JOIN organization o ON o.handle = $2
       JOIN record_log l ON l.kind = 'relationship' AND l.agreement_id = a.id AND l.party_a = LEAST(o.id, $3::uuid) AND l.party_b = GREATEST(o.id, $3::uuid)
       WHERE a.reference = $1 AND EXISTS (SELECT 1 FROM disclosure d WHERE d.log_id = l.id AND d.team_id = $3)`,
      [agreement, to, this.transaction.viewer.organizationId, knownAt],
    );
  }

  /** The disclosures of items that the viewer's team knows by these identifiers; what is one person's is not among them. */
  async named(log: string, items: readonly string[]): Promise<{ item: string; disclosure: string }[]> {
    return this.transaction.query(
      `SELECT s.external_id AS item, d.id AS disclosure FROM variant s JOIN variant_version vv ON vv.variant_id = s.id
       JOIN disclosure d ON d.variant_version_id = vv.id AND d.team_id = s.team_id
       WHERE s.external_id = ANY ($1::uuid[]) AND s.team_id = $2 AND d.log_id = $3 AND d.person_id IS NULL`,
      [items, this.transaction.viewer.organizationId, log],
    );
  }

  async add(notice: NewNotice): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const { relationship, kind, statement, awareAt, dueAt, authority, from, until, disclosures, entry } =
      notice;
    const [row] = await this.transaction.query<{ id: string }>(
      `INSERT INTO obligation_notice (log_id, agreement_id, from_id, to_id, kind, covers_from, covers_until, statement, aware_at, due_at,
         authority, filed_at, filed_by, entry_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
      [
        ...[relationship.log_id, relationship.agreement_id, viewer.organizationId, relationship.to_id],
        ...[kind, from, until, statement, awareAt, dueAt, authority, at, person, entry],
      ],
    );
    if (disclosures.length > 0)
      await this.transaction.query(
        'INSERT INTO obligation_notice_disclosure (notice_id, disclosure_id) SELECT $1, unnest($2::uuid[])',
        [row!.id, disclosures],
      );
    return row!.id;
  }

  /** What a certificate leaves nothing of, among what the viewer's team owes. */
  async certified(log: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      'SELECT id FROM app.certified_obligations($1) AS done(id)',
      [log],
    );
    return rows.map(({ id }) => id);
  }

  find(id: string): Promise<StoredNotice | undefined> {
    return this.transaction.one(`${SELECT} WHERE n.id = $2`, [this.transaction.viewer.organizationId, id]);
  }

  async items(id: string): Promise<string[]> {
    const sql = 'SELECT id FROM app.notice_items($1) AS named(id)';
    return (await this.transaction.query<{ id: string }>(sql, [id])).map((row) => row.id);
  }

  /** Notices of the viewer's team, the newest first, before a place. */
  page(
    direction: NoticeDirection | undefined,
    kind: NoticeKind | undefined,
    [before = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff']: readonly string[],
    limit: number,
  ): Promise<StoredNotice[]> {
    return this.transaction.query(
      `${SELECT} WHERE (($2::text IS DISTINCT FROM 'received' AND n.from_id = $1) OR ($2::text IS DISTINCT FROM 'sent' AND n.to_id = $1))
         AND ($3::text IS NULL OR n.kind = $3) AND (n.filed_at, n.id) < ($4::timestamptz, $5::uuid)
       ORDER BY n.filed_at DESC, n.id DESC LIMIT $6`,
      [this.transaction.viewer.organizationId, direction ?? null, kind ?? null, before, id, limit],
    );
  }

  async answer(id: string, result: string, remedy: string | null, entry: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO obligation_notice_answer (notice_id, result, remedy, answered_at, answered_by, entry_id) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, result, remedy, at, person, entry],
    );
  }
}
