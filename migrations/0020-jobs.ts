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
          DELETE FROM rate_limit WHERE expire < extract(epoch FROM LEAST(moment, clock_timestamp())) * 1000;
          DELETE FROM sign_in_failure WHERE at < LEAST(moment, clock_timestamp()) - interval '1 day' $$;

      -- Nothing in them is the caller's to choose: who holds this role's password is not to bring the future about.
      CREATE FUNCTION app.drain_for_everybody(moment timestamptz) RETURNS boolean
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT app.drain(app.public_team(), LEAST(moment, clock_timestamp()), 2000) $$;

      INSERT INTO app.function_for_jobs VALUES
        ('enter(text, uuid, uuid, timestamptz, text, text)'), ('choose_instant(timestamptz)'), ('lock_key(text)'),
        ('forget_expired(timestamptz)'), ('drain_for_everybody(timestamptz)'), ('next_matching(uuid)'), ('match_on(uuid, timestamptz)');

      -- What pg-boss writes while it runs jobs, table by table; of those that shape its statements, or the owner's at the
      -- next start (a table's name, a version, a command to run), the bookkeeping alone.
      CREATE TABLE app.jobs_right (target text PRIMARY KEY, privileges text NOT NULL, but text[] NOT NULL DEFAULT '{}');
      INSERT INTO app.jobs_right VALUES
        ('job', 'INSERT, UPDATE, DELETE', '{}'), ('job_common', 'INSERT, UPDATE, DELETE', '{}'),
        ('job_dependency', 'INSERT, DELETE', '{}'), ('instance', 'INSERT, UPDATE, DELETE', '{}'),
        ('queue_stats', 'INSERT, UPDATE, DELETE', '{}'), ('warning', 'INSERT, DELETE', '{}'),
        ('version', 'UPDATE', '{version}'), ('schedule', 'UPDATE', '{name,key,cron,timezone,data,options}'),
        ('queue', 'UPDATE', '{name,policy,partition,table_name,dead_letter,notify}');

      -- Rows, not shape: the role that serves puts jobs in, the one that runs them takes them out, and neither makes a queue.
      CREATE FUNCTION app.grant_jobs(serving text, running text) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE f record; t app.jobs_right; columns text;
        BEGIN
          EXECUTE format('REVOKE EXECUTE ON FUNCTION app.grant_jobs(text, text), app.forget_expired(timestamptz), app.drain_for_everybody(timestamptz) FROM %I', serving);
          EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA jobs FROM %I', serving);
          EXECUTE format('GRANT USAGE ON SCHEMA jobs TO %I, %I', serving, running);
          EXECUTE format('GRANT SELECT ON jobs.queue TO %I', serving);
          EXECUTE format('GRANT INSERT, SELECT (id) ON jobs.job, jobs.job_common TO %I', serving);

          EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public, app FROM %I', running);
          EXECUTE format('REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM %I', running);
          EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA jobs FROM %I', running);
          EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA jobs TO %I', running);
          FOR t IN SELECT * FROM app.jobs_right LOOP
            IF t.but = '{}' THEN
              EXECUTE format('GRANT %s ON jobs.%I TO %I', t.privileges, t.target, running); -- rights are ours, from migrations
            ELSE
              SELECT string_agg(format('%I', a.attname), ', ') INTO columns FROM pg_attribute a
                WHERE a.attrelid = format('jobs.%I', t.target)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL (t.but);
              EXECUTE format('GRANT UPDATE (%s) ON jobs.%I TO %I', columns, t.target, running);
            END IF;
          END LOOP;
          -- Each start asks for the queue by which pg-boss sends what is due: that one may be made, and no other.
          EXECUTE format('GRANT INSERT ON jobs.queue TO %I', running);
          IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'jobs' AND policyname = 'queue_of_the_schedule') THEN
            ALTER TABLE jobs.queue ENABLE ROW LEVEL SECURITY;
            CREATE POLICY queue_read ON jobs.queue FOR SELECT USING (true);
            CREATE POLICY queue_keep ON jobs.queue FOR UPDATE USING (true);
            CREATE POLICY queue_of_the_schedule ON jobs.queue FOR INSERT WITH CHECK (name = '__pgboss__send-it'
              AND policy = 'standard' AND NOT partition AND table_name = 'job_common' AND dead_letter IS NULL);
          END IF;
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
      DROP FUNCTION app.grant_jobs(text, text), app.forget_expired(timestamptz), app.drain_for_everybody(timestamptz);
      DROP TABLE app.function_for_jobs, app.jobs_right;
      DROP SCHEMA jobs CASCADE;
    `);
  }
}
