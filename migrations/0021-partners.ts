import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that the operator issues, which no account made; and what a team received last, found without reading all. */
export class Partners implements MigrationInterface {
  readonly name = 'Partners0000000000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Null: the operator, as with revocations.
      ALTER TABLE api_key ALTER COLUMN created_by DROP NOT NULL;
      CREATE INDEX transfer_team ON transfer (team_id, at DESC);
    `);
  }

  /** Fails while there are keys that the operator issued: nobody else made them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX transfer_team;
      ALTER TABLE api_key ALTER COLUMN created_by SET NOT NULL;
    `);
  }
}
