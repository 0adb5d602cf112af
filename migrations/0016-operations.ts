import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a running process may know of the schema: which migrations it has had. */
export class Operations implements MigrationInterface {
  readonly name = 'Operations0000000000016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Names and numbers only; without them a process cannot say whether the schema is at its level.
      INSERT INTO app.application_grant VALUES ('migrations', 'SELECT');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM app.application_grant WHERE target = 'migrations'`);
  }
}
