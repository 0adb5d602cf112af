import type { ViewerTransaction } from '../../platform/viewer-transaction';
import type { Side } from '../rules/merging';
import { OrganizationMergerRow } from './merger.entity';

/** An organization by its own row, whatever became of it. */
export interface MergerSide extends Side {
  id: string;
}

/** Every statement about mergers; for the operator's connection. */
export class MergersStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  side(handle: string): Promise<MergerSide | undefined> {
    return this.transaction.one(
      `SELECT o.id, o.handle, o.kind, o.country,
         EXISTS (SELECT 1 FROM organization_merger m WHERE m.from_id = o.id) AS merged
       FROM organization o WHERE o.handle = $1`,
      [handle],
    );
  }

  /** Keeps everybody else from making anything that names one of these, until the end of the transaction. */
  async hold(ids: readonly string[]): Promise<void> {
    for (const id of ids.toSorted()) await this.transaction.lock(`organization:${id}`);
    await this.transaction.query('SELECT 1 FROM organization WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [
      ids,
    ]);
    await this.transaction.renewInstant();
  }

  /** How many rows name an organization, by table: of every table with a foreign key to organizations. */
  async holdings(id: string): Promise<{ table: string; rows: number }[]> {
    const references = await this.transaction.query<{ table: string; where: string }>(
      `SELECT c.conrelid::regclass::text AS table, string_agg(DISTINCT format('%I = $1', a.attname), ' OR ') AS where
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confrelid = 'organization'::regclass AND c.conrelid <> c.confrelid
         AND cardinality(c.conkey) = 1
       GROUP BY 1 ORDER BY 1`,
    );
    const found: { table: string; rows: number }[] = [];
    for (const { table, where } of references) {
      // Names of tables and columns come from the catalogue, quoted there.
      const sql = `SELECT count(*)::int AS rows FROM ${table} WHERE ${where}`;
      const [counted] = await this.transaction.query<{ rows: number }>(sql, [id]);
      found.push({ table, rows: counted?.rows ?? 0 });
    }
    return found;
  }

  /** References of the agreements and titles of the items that rest on an organization, the first twenty of each. */
  async named(id: string): Promise<string[]> {
    const rows = await this.transaction.query<{ name: string }>(
      `(SELECT DISTINCT 'agreement ' || a.reference AS name FROM agreement a LEFT JOIN terms_party p ON p.agreement_id = a.id
        WHERE $1 IN (a.drafted_by_org, p.organization_id) ORDER BY 1 LIMIT 20)
       UNION ALL
       (SELECT i.kind || ' ' || i.id AS name FROM item i WHERE i.owner_id = $1 ORDER BY 1 LIMIT 20)`,
      [id],
    );
    return rows.map(({ name }) => name);
  }

  async audiences(id: string): Promise<number> {
    const row = await this.transaction.one<{ versions: number }>(
      `SELECT count(*)::int AS versions FROM item_version
       WHERE $1 = ANY (audience_include) OR $1 = ANY (audience_exclude)`,
      [id],
    );
    return row?.versions ?? 0;
  }

  constituents(id: string): Promise<{ id: string; handle: string }[]> {
    return this.transaction.query(
      'SELECT id, handle FROM organization WHERE parent_id = $1 ORDER BY handle',
      [id],
    );
  }

  get instant(): Date {
    return this.transaction.at;
  }

  /** A digest of what each organization may see at an instant, by handle; the public too. */
  async reach(at: Date): Promise<Map<string, string>> {
    const rows = await this.transaction.query<{ handle: string; digest: string }>(
      `SELECT o.handle, md5(COALESCE(string_agg(concat_ws(' ', v.item_id, v.item_version_id, v.basis, v.grant_id), ','
         ORDER BY v.item_id), '')) AS digest
       FROM organization o LEFT JOIN LATERAL app.visible(o.id, $1) v ON true GROUP BY o.handle`,
      [at],
    );
    return new Map(rows.map(({ handle, digest }) => [handle, digest]));
  }

  async merge(fromId: string, intoId: string, constituents: string[]): Promise<void> {
    const { at } = this.transaction;
    await this.transaction.manager.insert(OrganizationMergerRow, { fromId, intoId, constituents, at });
    await this.transaction.query('UPDATE organization SET parent_id = $2 WHERE parent_id = $1', [
      fromId,
      intoId,
    ]);
  }
}
