import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New recovery codes make the old ones void: they count as used from then on. */
export class RecoveryCodes implements MigrationInterface {
  readonly name = 'RecoveryCodes0000000000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.void_recovery_codes(enrolment uuid, moment timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          INSERT INTO recovery_code_use SELECT r.enrolment_id, r.code_sha256, moment FROM recovery_code r
            JOIN totp_enrolment t ON t.id = r.enrolment_id
            WHERE r.enrolment_id = enrolment AND t.account_id = app.viewer_person() ON CONFLICT DO NOTHING $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION app.void_recovery_codes(uuid, timestamptz)');
  }
}
