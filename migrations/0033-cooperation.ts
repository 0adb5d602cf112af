import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTIVITIES, NO_ACTIVITIES } from './0033-activities';
import { CALL_BACKS, NO_CALL_BACKS } from './0033-call-backs';
import { CONTACT_ROUNDS, NO_CONTACT_ROUNDS } from './0033-contact-rounds';
import { NO_REPORTS, REPORTS } from './0033-reports';

/** What keeps a cooperation alive between exchanges. */
export class Cooperation implements MigrationInterface {
  readonly name = 'Cooperation0000000000033';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CALL_BACKS);
    await db.query(CONTACT_ROUNDS);
    await db.query(ACTIVITIES);
    await db.query(REPORTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_REPORTS);
    await db.query(NO_ACTIVITIES);
    await db.query(NO_CONTACT_ROUNDS);
    await db.query(NO_CALL_BACKS);
  }
}
