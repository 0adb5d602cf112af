import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/ids';
import { ViewerTransaction } from '../../platform/viewer-transaction';

/** A version that arrived at the viewer's team: the newest of an item that was disclosed to it under an agreement. */
export interface Arrived {
  /** The identifier that the item has for the team. */
  item: string;
  version: number;
  variant_version_id: string;
  owner_id: string;
  log_id: string;
  /** When the team acknowledged this version before. */
  acknowledged_at: Date | null;
}

/** An acknowledgement as one side reads it. */
export interface Acknowledged {
  id: string;
  at: Date;
  team: string;
  owner: string;
  item: string;
  reference: string;
  type: 'advisory' | 'incident';
  version: number;
  account_id: string | null;
  api_key_id: string | null;
}

/** Every statement about acknowledgements. */
@Injectable()
export class AcknowledgementsStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** What of these items arrived at the viewer's team; nothing is said of the others. */
  async arrived(items: readonly string[]): Promise<Map<string, Arrived>> {
    const rows = await this.transaction.query<Arrived>(
      `SELECT DISTINCT ON (s.external_id) s.external_id AS item, vv.number AS version, vv.id AS variant_version_id,
         d.owner_id, d.log_id, a.at AS acknowledged_at
       FROM variant s JOIN variant_version vv ON vv.variant_id = s.id
       JOIN disclosure d ON d.variant_version_id = vv.id AND d.team_id = s.team_id AND d.basis = 'grant'
       LEFT JOIN acknowledgement a ON a.variant_version_id = vv.id AND a.team_id = s.team_id
       WHERE s.external_id = ANY ($1::uuid[]) AND s.team_id = $2
       ORDER BY s.external_id, vv.number DESC, d.at`,
      [items, this.transaction.viewer.organizationId],
    );
    return new Map(rows.map((row) => [row.item, row]));
  }

  /**
   * Adds what is not acknowledged yet; two requests at once add it once.
   * @param entries the ids of the entries that will say so, by log
   * @returns the versions that are new
   */
  async add(arrived: readonly Arrived[], entries: ReadonlyMap<string, string>): Promise<Set<string>> {
    const { at, viewer } = this.transaction;
    const rows = await this.transaction.query<{ version: string }>(
      `INSERT INTO acknowledgement (id, team_id, owner_id, variant_version_id, at, account_id, api_key_id, log_id, entry_id)
       SELECT n.id, $1, n.owner, n.version, $2, $3, $4, n.log, n.entry
       FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[]) AS n(id, owner, version, log, entry)
       ON CONFLICT (team_id, variant_version_id) DO NOTHING RETURNING variant_version_id AS version`,
      [
        ...[viewer.organizationId, at, viewer.personId ?? null, viewer.apiKeyId ?? null],
        arrived.map(() => newId()),
        arrived.map((one) => one.owner_id),
        arrived.map((one) => one.variant_version_id),
        arrived.map((one) => one.log_id),
        arrived.map((one) => entries.get(one.log_id)),
      ],
    );
    return new Set(rows.map(({ version }) => version));
  }

  /** What the viewer's organization received or made, newest first; each side by the id that it knows the item as. */
  page(
    received: boolean,
    item: string | null,
    before: string | undefined,
    limit: number,
  ): Promise<Acknowledged[]> {
    const last = before ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    return this.transaction.query('SELECT * FROM app.acknowledgements($1, $2, $3, $4)', [
      ...[received, item, last, limit],
    ]);
  }
}
