import { withConnection } from './connection';

/**
 * Takes a demonstration's database back to nothing, so that each begins anew, whatever version made it. For a
 * database that carries the demonstration's mark only.
 * @throws Error while another demonstration serves from it
 */
export async function emptyDemonstration(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      'SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename <> current_user',
    );
    if (rowCount) throw new Error('A demonstration is running on this database already. Stop it first.');
    await client.query(`
      DROP SCHEMA IF EXISTS app CASCADE;
      DROP SCHEMA IF EXISTS jobs CASCADE;
      DO $$ DECLARE t record; BEGIN
        FOR t IN SELECT viewname AS name, 'VIEW' AS kind FROM pg_views WHERE schemaname = 'public'
          UNION ALL SELECT tablename, 'TABLE' FROM pg_tables WHERE schemaname = 'public' LOOP
          EXECUTE format('DROP %s IF EXISTS public.%I CASCADE', t.kind, t.name);
        END LOOP; END $$`);
  });
}
