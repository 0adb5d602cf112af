import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CALL_BACKS, NO_CALL_BACKS } from './0033-call-backs';

/** What keeps a cooperation alive between exchanges. */
export class Cooperation implements MigrationInterface {
  readonly name = 'Cooperation0000000000033';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CALL_BACKS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_CALL_BACKS);
  }
}
