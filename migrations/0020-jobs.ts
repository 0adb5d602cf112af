import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema of the jobs and who may do what in it. Its tables are pg-boss's own, which brings them to its level itself. */
export class Jobs implements MigrationInterface {
  readonly name = 'Jobs0000000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA jobs;
      -- Rows, not shape: the application role sends, takes and cleans away jobs, and makes no queue.
      CREATE FUNCTION app.grant_jobs_to_application(role_name text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('GRANT USAGE ON SCHEMA jobs TO %I', role_name);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO %I', role_name);
          EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO %I', role_name);
          EXECUTE format('REVOKE EXECUTE ON FUNCTION app.grant_jobs_to_application(text) FROM %I', role_name);
        END $$;
      REVOKE EXECUTE ON FUNCTION app.grant_jobs_to_application(text) FROM PUBLIC;

      CREATE FUNCTION app.forget_old_sign_in_failures(moment timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ DELETE FROM sign_in_failure WHERE at < moment - interval '1 day' $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.forget_old_sign_in_failures(timestamptz), app.grant_jobs_to_application(text);
      DROP SCHEMA jobs CASCADE;
    `);
  }
}
