import type { Client } from 'pg';
import { withConnection } from '../connection';
import { BackupFault, type Footer, type Header, migrationsOf, PLAIN_TEXT, tablesOf } from './format';
import { type Batch, readBackup, type Reader } from './read-backup';

interface ForeignKey {
  relation: string;
  name: string;
  definition: string;
}

async function refuseUsed(client: Client): Promise<void> {
  const { rowCount: strangers } = await client.query(
    'SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename <> current_user',
  );
  if (strangers) throw new BackupFault('Accord is running on this database. Stop it first.');
  const { rows } = await client.query<{ used: boolean }>(
    'SELECT EXISTS (SELECT FROM account) OR (SELECT count(*) > 1 FROM organization) AS used',
  );
  if (rows[0]?.used) throw new BackupFault('The database is in use. Restore into an empty one.');
}

async function refuseOtherLevel(client: Client, { migrations, version }: Header): Promise<void> {
  const here = await migrationsOf(client);
  const [last = 'none', lastHere = 'none'] = [migrations.at(-1), here.at(-1)];
  if (here.join() !== migrations.join())
    throw new BackupFault(
      `The backup is of version ${version} with the schema ${last}, the database has the schema ${lastHere}. ` +
        'Restore with the version that made it, then start the newer one.',
    );
}

/** Puts rows into tables that nothing guards: within this transaction the owner has set triggers and keys aside. */
class Restoring implements Reader {
  private readonly tables = new Map<string, { columns: readonly string[]; stored: readonly string[] }>();
  private keys: ForeignKey[] = [];
  header: Header | undefined;
  rows = 0;

  constructor(private readonly client: Client) {}

  async begin(header: Header): Promise<void> {
    this.header = header;
    await refuseUsed(this.client);
    await refuseOtherLevel(this.client, header);
    for (const { table, ...shape } of await tablesOf(this.client)) this.tables.set(table, shape);
    const { rows } = await this.client.query<ForeignKey>(`
      SELECT conrelid::regclass::text AS relation, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
    this.keys = rows;
    for (const { relation, name } of this.keys)
      await this.client.query(`ALTER TABLE ${relation} DROP CONSTRAINT ${name}`);
    for (const table of this.tables.keys()) {
      await this.client.query(`ALTER TABLE ${this.name(table)} DISABLE TRIGGER USER`);
      // What the migrations entered comes again out of the backup.
      await this.client.query(`DELETE FROM ${this.name(table)}`);
    }
  }

  async take({ table, columns, rows }: Batch): Promise<void> {
    const shape = this.tables.get(table);
    if (!shape || shape.columns.join() !== columns.join())
      throw new BackupFault(`The backup's table ${table} is not the database's.`);
    const stored = shape.stored.map((column) => this.client.escapeIdentifier(column));
    await this.client.query(
      `INSERT INTO ${this.name(table)} (${stored.join()}) OVERRIDING SYSTEM VALUE
       SELECT ${stored.map((column) => `(r.row).${column}`).join()}
       FROM (SELECT text::${this.name(table)} AS row FROM unnest($1::text[]) text OFFSET 0) r`,
      [rows],
    );
    this.rows += rows.length;
  }

  async end({ sequences }: Footer): Promise<void> {
    for (const [name, value] of Object.entries(sequences))
      await this.client.query('SELECT setval($1::regclass, $2)', [this.name(name), value]);
    for (const table of this.tables.keys())
      await this.client.query(`ALTER TABLE ${this.name(table)} ENABLE TRIGGER USER`);
    // Entered again, each key is checked over all rows.
    for (const { relation, name, definition } of this.keys)
      await this.client.query(`ALTER TABLE ${relation} ADD CONSTRAINT ${name} ${definition}`);
  }

  private name(relation: string): string {
    return `public.${this.client.escapeIdentifier(relation)}`;
  }
}

/** What was restored. */
export interface Restored {
  readonly at: string;
  readonly rows: number;
}

/**
 * Restores a backup into a migrated database that nobody has used yet, in one transaction: all of it or nothing.
 * @throws BackupFault for a broken file, another level of the schema, or a database that is in use
 */
export async function restoreBackup(ownerUrl: string, path: string): Promise<Restored> {
  return withConnection(ownerUrl, async (client) => {
    await client.query(PLAIN_TEXT);
    await client.query('BEGIN');
    const restoring = new Restoring(client);
    // Without a commit the end of the connection takes everything back.
    await readBackup(path, restoring);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return { at: restoring.header?.at ?? '', rows: restoring.rows };
  });
}
