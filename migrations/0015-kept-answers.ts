import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to changes, kept for a day for who asks the same again under the same idempotency key. */
export class KeptAnswers implements MigrationInterface {
  readonly name = 'KeptAnswers0000000000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- caller_id is an account or an API key. No fact: it is forgotten after a day, so it is not append-only.
      CREATE TABLE kept_answer (
        caller_id uuid NOT NULL,
        key text NOT NULL CHECK (key ~ '^[\\x20-\\x7e]{1,255}$'),
        organization_id uuid NOT NULL REFERENCES organization,
        request_hmac bytea NOT NULL CHECK (length(request_hmac) = 32),
        status smallint NOT NULL CHECK (status BETWEEN 200 AND 299),
        headers jsonb NOT NULL,
        body text,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (caller_id, key)
      );
      CREATE INDEX kept_answer_at ON kept_answer (at);
      ALTER TABLE kept_answer ENABLE ROW LEVEL SECURITY;
      -- Within an organization nobody reads what another person was answered.
      CREATE POLICY kept_answer_own ON kept_answer FOR ALL
        USING (organization_id = (SELECT app.viewer_org()) AND caller_id = COALESCE((SELECT app.viewer_person()), caller_id));

      -- What is past is removed whosever it is, a few at a time, and never by waiting for somebody else.
      CREATE FUNCTION app.forget_kept_answers(at_most integer) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DELETE FROM kept_answer WHERE (caller_id, key) IN (
            SELECT caller_id, key FROM kept_answer WHERE at < app.at() - interval '24 hours'
            ORDER BY at LIMIT at_most FOR UPDATE SKIP LOCKED) $$;

      INSERT INTO app.application_grant VALUES ('kept_answer', 'SELECT, INSERT, DELETE');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.forget_kept_answers(integer);
      DROP TABLE kept_answer;
      DELETE FROM app.application_grant WHERE target = 'kept_answer';
    `);
  }
}
