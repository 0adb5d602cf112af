import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { NodeAddress } from '../tree/ranges';

/** How far the tree of a log reaches and is signed. */
export interface TreeHead {
  size: number;
  signedSize: number;
  origin: string | null;
}

export interface KeptCheckpoint {
  size: number;
  root: Buffer;
  signedAt: Date;
  publicKey: Buffer;
  note: string;
}

const CHECKPOINT = `SELECT size::float8 AS size, root, signed_at AS "signedAt", public_key AS "publicKey", note
  FROM record_checkpoint WHERE log_id = $1`;

/** The trees of the logs that a viewer may read; row-level security leaves no others. */
@Injectable()
export class TreesStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Undefined for a log without a tree, and for one that is not the viewer's. */
  head(log: string): Promise<TreeHead | undefined> {
    return this.transaction.one(
      'SELECT size::float8 AS size, signed_size::float8 AS "signedSize", origin FROM record_head WHERE log_id = $1',
      [log],
    );
  }

  /** The last checkpoint, or the one of a size. */
  checkpoint(log: string, size?: number): Promise<KeptCheckpoint | undefined> {
    if (size === undefined)
      return this.transaction.one(`${CHECKPOINT} ORDER BY record_checkpoint.size DESC LIMIT 1`, [log]);
    return this.transaction.one(`${CHECKPOINT} AND record_checkpoint.size = $2`, [log, size]);
  }

  /** The public keys that have signed a log, in the order in which they came to. */
  signers(log: string): Promise<{ publicKey: Buffer; first: Date; last: Date }[]> {
    return this.transaction.query(
      `SELECT public_key AS "publicKey", min(signed_at) AS first, max(signed_at) AS last FROM record_checkpoint
       WHERE log_id = $1 GROUP BY public_key ORDER BY min(size)`,
      [log],
    );
  }

  /** The hashes of complete subtrees, in the order of their addresses. @throws Error where one is missing */
  async hashes(log: string, addresses: readonly NodeAddress[]): Promise<Buffer[]> {
    const rows = await this.transaction.query<{ hash: Buffer | null }>(
      `SELECT app.subtree($1, a.level, a.place) AS hash FROM unnest($2::int[], $3::bigint[]) WITH ORDINALITY AS a (level, place, n) ORDER BY a.n`,
      [log, addresses.map(({ level }) => level), addresses.map(({ index }) => index)],
    );
    return rows.map(({ hash }) => {
      if (hash === null) throw new Error('A subtree of a log is missing.');
      return hash;
    });
  }

  /** Where an entry stands in its log; undefined for one that is not there yet. */
  async indexOf(log: string, entry: string): Promise<number | undefined> {
    const row = await this.transaction.one<{ index: number }>(
      'SELECT index::float8 AS index FROM record_leaf WHERE log_id = $1 AND entry_id = $2',
      [log, entry],
    );
    return row?.index;
  }

  /** The canonical bytes of entries from one place up to another. */
  async entries(log: string, from: number, to: number): Promise<Buffer[]> {
    const rows = await this.transaction.query<{ canonical: Buffer }>(
      `SELECT e.canonical FROM record_leaf l JOIN record_entry e ON e.id = l.entry_id
       WHERE l.log_id = $1 AND l.index >= $2 AND l.index < $3 ORDER BY l.index`,
      [log, from, to],
    );
    return rows.map(({ canonical }) => canonical);
  }
}
