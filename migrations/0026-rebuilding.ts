import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the rebuilding of entitlements has come, originator by originator; it goes on from there. */
export class Rebuilding implements MigrationInterface {
  readonly name = 'Rebuilding0000000000026';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The last pass over an originator's releases, in the order of their versions: through is the last that was dealt with.
      CREATE TABLE entitlement_rebuild (
        owner_id uuid PRIMARY KEY REFERENCES organization,
        rules_version int NOT NULL,
        began_at timestamptz(3) NOT NULL,
        through uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
        versions bigint NOT NULL DEFAULT 0,
        gained bigint NOT NULL DEFAULT 0,
        lost bigint NOT NULL DEFAULT 0,
        kept bigint NOT NULL DEFAULT 0,
        finished_at timestamptz(3),
        CHECK (finished_at >= began_at)
      );
      -- The operator's alone: no policy, and no right for the role that serves.
      ALTER TABLE entitlement_rebuild ENABLE ROW LEVEL SECURITY;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE entitlement_rebuild');
  }
}
