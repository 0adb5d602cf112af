import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has put away of what she was reminded of. That something is due is stored nowhere: it follows from the dates. */
export class Reminders implements MigrationInterface {
  readonly name = 'Reminders0000000000038';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of one step of one date: the next one reminds again, and so does another date.
      CREATE TABLE reminder_seen (
        account_id uuid NOT NULL REFERENCES account,
        kind text NOT NULL CHECK (kind ~ '^[a-z_]{3,30}$'),
        subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 100),
        due_at timestamptz(3) NOT NULL,
        step text NOT NULL CHECK (step ~ '^(P[0-9]+D|PT1H|overdue)$'),
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (account_id, kind, subject, due_at, step)
      );
      SELECT app.make_append_only('reminder_seen');
      ALTER TABLE reminder_seen ENABLE ROW LEVEL SECURITY;
      CREATE POLICY reminder_seen_own ON reminder_seen FOR ALL USING (account_id = (SELECT app.viewer_person()));
      INSERT INTO app.application_grant VALUES ('reminder_seen', 'SELECT, INSERT');
      CREATE INDEX item_consent_lapse ON item_consent (owner_id, valid_until);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX item_consent_lapse;
      DELETE FROM app.application_grant WHERE target = 'reminder_seen';
      DROP TABLE reminder_seen;
    `);
  }
}
