import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An enrolment is confirmed in the session that began it, within some minutes and some attempts. */
export class SecondFactorAttempts implements MigrationInterface {
  readonly name = 'SecondFactorAttempts0000000000024';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE totp_enrolment ADD COLUMN session_id uuid REFERENCES session;
      ALTER TABLE totp_end DROP CONSTRAINT totp_end_reason_check,
        ADD CONSTRAINT totp_end_reason_check CHECK (reason IN ('replaced', 'removed', 'guessed'));
      CREATE TABLE totp_wrong_code (
        id uuid PRIMARY KEY,
        enrolment_id uuid NOT NULL REFERENCES totp_enrolment,
        at timestamptz(3) NOT NULL
      );
      CREATE INDEX totp_wrong_code_enrolment ON totp_wrong_code (enrolment_id);
      SELECT app.make_append_only('totp_wrong_code');
      ALTER TABLE totp_wrong_code ENABLE ROW LEVEL SECURITY;
      CREATE POLICY totp_wrong_code_own ON totp_wrong_code FOR ALL
        USING (EXISTS (SELECT 1 FROM totp_enrolment t WHERE t.id = enrolment_id));
      INSERT INTO app.application_grant VALUES ('totp_wrong_code', 'SELECT, INSERT');
    `);
  }

  /** Fails while an enrolment ended because its code was guessed at: nothing else ended it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE totp_wrong_code;
      DELETE FROM app.application_grant WHERE target = 'totp_wrong_code';
      ALTER TABLE totp_end DROP CONSTRAINT totp_end_reason_check,
        ADD CONSTRAINT totp_end_reason_check CHECK (reason IN ('replaced', 'removed'));
      ALTER TABLE totp_enrolment DROP COLUMN session_id;
    `);
  }
}
