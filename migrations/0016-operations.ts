import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The counters of rate limits, and what a running process may ask about the schema: whether it is at its level. */
export class Operations implements MigrationInterface {
  readonly name = 'Operations0000000000016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Without this a process cannot say whether the schema is at its level; the list itself stays the owner's.
      CREATE FUNCTION app.has_had_migrations(wanted text[]) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT NOT EXISTS (SELECT FROM unnest(wanted) w WHERE w NOT IN (SELECT name FROM migrations)) $$;

      -- Unlogged: counters cost no write to the log of the database, and after a crash they begin anew. The shape is
      -- that of rate-limiter-flexible; keys are hashes, expire is in milliseconds since 1970.
      CREATE UNLOGGED TABLE rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
      CREATE INDEX rate_limit_expire ON rate_limit (expire);
      ALTER TABLE rate_limit ENABLE ROW LEVEL SECURITY;
      -- Counted before anyone is known, so for every viewer and none.
      CREATE POLICY rate_limit_counted ON rate_limit FOR ALL USING (true);
      INSERT INTO app.application_grant VALUES ('rate_limit', 'SELECT, INSERT, UPDATE, DELETE');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE rate_limit;
      DROP FUNCTION app.has_had_migrations(text[]);
      DELETE FROM app.application_grant WHERE target = 'rate_limit';
    `);
  }
}
