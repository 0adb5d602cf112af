import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../database';

/** Tables that hold no team's data, so that row-level security would guard nothing. */
const WITHOUT_ROW_SECURITY = ['migrations'];

describe('the record in the database', () => {
  let database: TestDatabase;
  let owner: Client;
  let app: Client;
  beforeAll(async () => {
    database = await freshDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
  });
  afterAll(() => Promise.all([owner.end(), app.end()]));

  const names = async (sql: string) =>
    (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  const guarded = () =>
    names(
      `SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'append_only_rows' ORDER BY 1`,
    );

  it('refuses the owner of the tables, too, to change, delete or empty what is append-only', async () => {
    const tables = await guarded();
    expect(tables).toEqual(
      expect.arrayContaining([
        'record_entry',
        'record_payload',
        'record_log',
        'disclosure',
        'transfer',
        'agreement_fact',
        'item_version',
      ]),
    );
    await owner.query('BEGIN');
    for (const table of tables) {
      await owner.query('SAVEPOINT s');
      await expect(owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
      await owner.query('ROLLBACK TO SAVEPOINT s');
    }
    await owner.query('ROLLBACK');
    const { rows } = await owner.query<{ id: string }>(`SELECT id FROM record_log LIMIT 1`);
    await expect(owner.query(`DELETE FROM record_log WHERE id = $1`, [rows[0]!.id])).rejects.toThrow(
      'append-only',
    );
    await expect(
      owner.query(`UPDATE record_log SET party_a = party_a WHERE id = $1`, [rows[0]!.id]),
    ).rejects.toThrow('append-only');
  });

  it('gives the application role no right to change or delete what is append-only', async () => {
    const allowed = await names(`SELECT table_name AS name FROM information_schema.table_privileges
      WHERE grantee = '${new URL(database.appUrl).username}' AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')`);
    const tables = await guarded();
    expect(allowed.filter((name) => tables.includes(name))).toEqual([]);
  });

  it('has row-level security on every table', async () => {
    const open =
      await names(`SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity ORDER BY 1`);
    expect(open).toEqual(WITHOUT_ROW_SECURITY);
  });

  it('shows the application role nothing as long as it does not say who asks', async () => {
    const tables = await names(`SELECT DISTINCT table_name AS name FROM information_schema.table_privileges
      WHERE grantee = '${new URL(database.appUrl).username}' AND privilege_type = 'SELECT'
        AND table_schema = 'public'`);
    expect(tables.length).toBeGreaterThan(30);
    for (const table of tables) expect((await app.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount).toBe(0);
  });

  it('lets the application role create nothing', async () => {
    await expect(app.query('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    await expect(
      app.query('CREATE FUNCTION app.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'),
    ).rejects.toThrow('permission denied');
    await expect(app.query('SELECT app.grant_to_application(current_user::text)')).rejects.toThrow(
      'permission denied',
    );
  });
});
