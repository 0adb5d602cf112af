import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema of the jobs and who may do what in it. Its tables are pg-boss's own, which brings them to its level itself. */
export class Jobs implements MigrationInterface {
  readonly name = 'Jobs0000000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA jobs;

      -- What the role that runs jobs may call. It has no right to any table but those of the jobs.
      CREATE TABLE app.function_for_jobs (signature text PRIMARY KEY);

      CREATE FUNCTION app.forget_expired(moment timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DELETE FROM rate_limit WHERE expire < extract(epoch FROM moment) * 1000;
          DELETE FROM sign_in_failure WHERE at < moment - interval '1 day' $$;

      INSERT INTO app.function_for_jobs VALUES
        ('enter(text, uuid, uuid, timestamptz)'), ('choose_instant(timestamptz)'), ('lock_key(text)'),
        ('forget_expired(timestamptz)'), ('drain(uuid, timestamptz, int)');

      -- Rows, not shape: the role that serves puts jobs in, the one that runs them takes them out, and neither makes a queue.
      CREATE FUNCTION app.grant_jobs(serving text, running text) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE f record;
        BEGIN
          EXECUTE format('REVOKE EXECUTE ON FUNCTION app.grant_jobs(text, text), app.forget_expired(timestamptz) FROM %I', serving);
          EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA jobs FROM %I', serving);
          EXECUTE format('GRANT USAGE ON SCHEMA jobs TO %I, %I', serving, running);
          EXECUTE format('GRANT SELECT ON jobs.queue TO %I', serving);
          EXECUTE format('GRANT INSERT, SELECT (id) ON jobs.job, jobs.job_common TO %I', serving);

          EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public, app FROM %I', running);
          EXECUTE format('REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM %I', running);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO %I', running);
          EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA jobs TO %I', running);
          EXECUTE format('GRANT USAGE ON SCHEMA app TO %I', running);
          FOR f IN SELECT * FROM app.function_for_jobs LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO %I', f.signature, running); -- signatures are ours, from migrations
          END LOOP;
        END $$;
      REVOKE EXECUTE ON FUNCTION app.grant_jobs(text, text) FROM PUBLIC;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.grant_jobs(text, text), app.forget_expired(timestamptz);
      DROP TABLE app.function_for_jobs;
      DROP SCHEMA jobs CASCADE;
    `);
  }
}
