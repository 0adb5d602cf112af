import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';

export interface StoredApproval {
  id: string;
  item: string;
  version: number;
  authors: string[];
  level: 'duty_officer' | 'ministry';
  ministry: string | null;
  evidence: string | null;
  recordedAt: Date;
  recordedBy: string;
  recordedByName: string;
  confirmedAt: Date | null;
  confirmedByName: string | null;
}

export interface NewApproval {
  item: string;
  version: string;
  level: 'duty_officer' | 'ministry';
  ministry: string | null;
  evidence: string | null;
}

const APPROVALS = `
  SELECT a.id, a.item_id AS item, v.number AS version, v.authors, a.level, m.handle AS ministry, encode(a.evidence_sha256, 'hex') AS evidence,
    a.recorded_at AS "recordedAt", a.recorded_by AS "recordedBy", first.name AS "recordedByName", c.confirmed_at AS "confirmedAt",
    second.name AS "confirmedByName"
  FROM version_approval a JOIN item_version v ON v.id = a.item_version_id JOIN account first ON first.id = a.recorded_by
  LEFT JOIN organization m ON m.id = a.ministry_id
  LEFT JOIN (version_approval_confirmation c JOIN account second ON second.id = c.confirmed_by) ON c.approval_id = a.id`;

/** Every statement about approvals of versions; row-level security leaves those of own items. */
@Injectable()
export class ApprovalsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  find(id: string): Promise<StoredApproval | undefined> {
    return this.transaction.one(`${APPROVALS} WHERE a.id = $1`, [id]);
  }

  page(item: string, after: string, limit: number): Promise<StoredApproval[]> {
    return this.transaction.query(`${APPROVALS} WHERE a.item_id = $1 AND a.id > $2 ORDER BY a.id LIMIT $3`, [
      ...[item, after, limit],
    ]);
  }

  /** A ministry by its handle. */
  ministry(handle: string): Promise<{ id: string } | undefined> {
    return this.transaction.one(`SELECT id FROM organization WHERE handle = $1 AND kind = 'ministry'`, [
      handle,
    ]);
  }

  /** Whether somebody has approved a version as a duty officer. */
  async approved(version: string, person: string): Promise<boolean> {
    const sql = `SELECT 1 FROM version_approval WHERE item_version_id = $1 AND recorded_by = $2 AND level = 'duty_officer'`;
    return (await this.transaction.one(sql, [version, person])) !== undefined;
  }

  /** Whether it is confirmed that a ministry approved a version. */
  async approvedFor(version: string, ministry: string): Promise<boolean> {
    const sql = `SELECT 1 FROM version_approval a JOIN version_approval_confirmation c ON c.approval_id = a.id
      WHERE a.item_version_id = $1 AND a.ministry_id = $2`;
    return (await this.transaction.one(sql, [version, ministry])) !== undefined;
  }

  /** @returns the id */
  async add({ item, version, level, ministry, evidence }: NewApproval): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO version_approval (id, item_id, owner_id, item_version_id, level, ministry_id, evidence_sha256, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
      [id, item, viewer.organizationId, version, level, ministry, evidence, at, person],
    );
    return id;
  }

  async confirm(id: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO version_approval_confirmation (approval_id, confirmed_at, confirmed_by) VALUES ($1, $2, $3)',
      [id, at, person],
    );
  }
}
