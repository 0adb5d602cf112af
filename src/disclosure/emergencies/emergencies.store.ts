import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';

export interface StoredEmergency {
  id: string;
  item: string;
  type: 'advisory' | 'incident';
  version: number;
  title: string;
  tlp: string;
  authors: string[];
  reason: string;
  releasedAt: Date;
  releasedBy: string;
  releasedByName: string;
  dueAt: Date;
  /** Handles. */
  reaches: string[];
  leftOut: string[];
  verdict: 'confirmed' | 'withdrawn' | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  reviewReason: string | null;
  /** When the item was withdrawn, by a review or without one. */
  withdrawnAt: Date | null;
}

export interface NewEmergency {
  version: { id: string; itemId: string; ownerId: string };
  releasedAt: Date;
  dueAt: Date;
  reason: string;
  reaches: readonly string[];
  leftOut: readonly string[];
}

const handles = (ids: string) =>
  `ARRAY(SELECT o.handle FROM organization o WHERE o.id = ANY (${ids}) ORDER BY o.handle COLLATE "C")`;

const EMERGENCIES = `
  SELECT e.id, e.item_id AS item, i.kind AS type, v.number AS version, v.title, v.tlp, v.authors, e.reason, e.released_at AS "releasedAt",
    e.released_by AS "releasedBy", first.name AS "releasedByName", e.due_at AS "dueAt", ${handles('e.reaches')} AS reaches,
    ${handles('e.left_out')} AS "leftOut", r.verdict, r.reviewed_at AS "reviewedAt", second.name AS "reviewedBy", r.reason AS "reviewReason",
    w.at AS "withdrawnAt"
  FROM emergency_release e JOIN item i ON i.id = e.item_id JOIN item_version v ON v.id = e.item_version_id JOIN account first ON first.id = e.released_by
  LEFT JOIN (emergency_review r JOIN account second ON second.id = r.reviewed_by) ON r.emergency_id = e.id
  LEFT JOIN withdrawal w ON w.item_id = e.item_id
  WHERE e.owner_id = app.viewer_org()`;

/** Every statement about what one person released alone; row-level security leaves that of own items. */
@Injectable()
export class EmergenciesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  find(id: string): Promise<StoredEmergency | undefined> {
    return this.transaction.one(`${EMERGENCIES} AND e.id = $1`, [id]);
  }

  /** The last released first, before a place. */
  page(
    { item, unreviewed }: { item: string | null; unreviewed: boolean | null },
    [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff']: readonly string[],
    limit: number,
  ): Promise<StoredEmergency[]> {
    return this.transaction.query(
      `${EMERGENCIES} AND ($1::uuid IS NULL OR e.item_id = $1) AND ($2::boolean IS NULL OR $2 = (r.emergency_id IS NULL AND w.item_id IS NULL))
       AND (e.released_at, e.id) < ($3::timestamptz, $4::uuid) ORDER BY e.released_at DESC, e.id DESC LIMIT $5`,
      [item, unreviewed, at, id, limit],
    );
  }

  /** Before the release itself. @returns the id */
  async add({ version, releasedAt, dueAt, reason, reaches, leftOut }: NewEmergency): Promise<string> {
    const id = newId();
    await this.transaction.query(
      `INSERT INTO emergency_release (id, item_version_id, item_id, owner_id, released_at, released_by, reason, due_at, reaches, left_out)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, version.id, version.itemId, version.ownerId, releasedAt, this.transaction.person, reason],
        ...[dueAt, reaches, leftOut],
      ],
    );
    return id;
  }

  /** The review; that of a withdrawal after the item is withdrawn. */
  async review(
    id: string,
    verdict: 'confirmed' | 'withdrawn',
    at: Date,
    reason: string | null,
  ): Promise<void> {
    await this.transaction.query(
      'INSERT INTO emergency_review (emergency_id, verdict, reviewed_at, reviewed_by, reason) VALUES ($1, $2, $3, $4, $5)',
      [id, verdict, at, this.transaction.person, reason],
    );
  }
}
