import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';

export interface StoredWitness {
  id: string;
  /** Handle. */
  organization: string;
  own: boolean;
  verifierKey: string;
  addedAt: Date;
  addedBy: string | null;
  endedAt: Date | null;
  endReason: string | null;
}

export interface Cosigned {
  organization: string;
  verifierKey: string;
  size: number;
  cosignedAt: Date;
  line: string;
}

const WITNESSES = `
  SELECT w.id, o.handle AS organization, w.organization_id = app.viewer_org() AS own, w.verifier_key AS "verifierKey", w.added_at AS "addedAt",
    a.name AS "addedBy", e.ended_at AS "endedAt", CASE WHEN w.organization_id = app.viewer_org() THEN e.reason END AS "endReason"
  FROM record_witness w JOIN organization o ON o.id = w.organization_id LEFT JOIN account a ON a.id = w.added_by
  LEFT JOIN record_witness_end e ON e.witness_id = w.id`;

/** Every statement about witnesses; row-level security leaves those of parties of one's own logs. */
@Injectable()
export class WitnessesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  find(id: string): Promise<StoredWitness | undefined> {
    return this.transaction.one(`${WITNESSES} WHERE w.id = $1`, [id]);
  }

  /** In the order in which they were added. */
  page(after: string, limit: number): Promise<StoredWitness[]> {
    return this.transaction.query(`${WITNESSES} WHERE w.id > $1 ORDER BY w.id LIMIT $2`, [after, limit]);
  }

  /** @param named name and key id, each with a plus sign after it */
  async isKnown(named: string): Promise<boolean> {
    return (await this.transaction.one<{ known: boolean }>('SELECT app.witness_is_known($1) AS known', [
      named,
    ]))!.known;
  }

  async add(verifierKey: string): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const id = newId();
    await this.transaction.query(
      'INSERT INTO record_witness (id, organization_id, verifier_key, added_at, added_by) VALUES ($1, $2, $3, $4, $5)',
      [id, viewer.organizationId, verifierKey, at, person],
    );
    return id;
  }

  async end(id: string, reason: string): Promise<void> {
    const { at, person } = this.transaction;
    await this.transaction.query(
      'INSERT INTO record_witness_end (witness_id, ended_at, ended_by, reason) VALUES ($1, $2, $3, $4)',
      [id, at, person, reason],
    );
  }

  /** The witnesses of the own organization that cosign still. */
  mine(): Promise<StoredWitness[]> {
    return this.transaction.query(
      `${WITNESSES} WHERE w.organization_id = app.viewer_org() AND e.ended_at IS NULL ORDER BY w.id`,
    );
  }

  /** @returns whether it was not there yet */
  async cosign(
    log: string,
    size: number,
    witness: string,
    { cosignedAt, line }: { cosignedAt: Date; line: string },
  ): Promise<boolean> {
    const added = await this.transaction.query(
      `INSERT INTO record_cosignature (log_id, size, witness_id, cosigned_at, received_at, line)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING size`,
      [log, size, witness, cosignedAt, this.transaction.at, line],
    );
    return added.length > 0;
  }

  /** The cosignatures of a head, of witnesses that cosign still: a note holds only so many. */
  of(log: string, size: number): Promise<Cosigned[]> {
    return this.transaction.query(
      `SELECT o.handle AS organization, w.verifier_key AS "verifierKey", c.size::float8 AS size, c.cosigned_at AS "cosignedAt", c.line
       FROM record_cosignature c JOIN record_witness w ON w.id = c.witness_id JOIN organization o ON o.id = w.organization_id
       WHERE c.log_id = $1 AND c.size = $2 AND NOT EXISTS (SELECT 1 FROM record_witness_end e WHERE e.witness_id = w.id) ORDER BY w.id`,
      [log, size],
    );
  }

  /** How far each witness has cosigned a log. */
  reached(log: string): Promise<Cosigned[]> {
    return this.transaction.query(
      `SELECT DISTINCT ON (w.id) o.handle AS organization, w.verifier_key AS "verifierKey", c.size::float8 AS size,
         c.cosigned_at AS "cosignedAt", c.line
       FROM record_cosignature c JOIN record_witness w ON w.id = c.witness_id JOIN organization o ON o.id = w.organization_id
       WHERE c.log_id = $1 ORDER BY w.id, c.size DESC`,
      [log],
    );
  }
}
