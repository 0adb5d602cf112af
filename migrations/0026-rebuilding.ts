import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLOCK_MARK, NO_CLOCK_MARK } from './0026-clock-mark';
import { LOOKS, NO_LOOKS } from './0026-looks';
import { NO_OVERLAYING, OVERLAYING } from './0026-overlaying';
import { NO_REMAKING, REMAKING } from './0026-remaking';

/** How far the rebuilding of entitlements has come, the drain of what time alone brings into feeds, and a clock set back. */
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

      -- The next team, in the order of teams, of whose feed something is due: the end of an embargo or of a pause, terms that
      -- enter into force. Like what else jobs call, it does not look into the future.
      CREATE FUNCTION app.next_team_due(after uuid, moment timestamptz) RETURNS uuid
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE now_at_most constant timestamptz := LEAST(moment, clock_timestamp());
        BEGIN
          RETURN (SELECT d.team_id FROM (
            SELECT n.team_id FROM feed_notice n WHERE n.not_before <= now_at_most
            UNION ALL SELECT r.team_id FROM feed_review r WHERE r.not_before <= now_at_most
            UNION ALL SELECT f.team_id FROM feed_due f JOIN grant_slice s ON s.id = f.slice_id
              JOIN grant_interval i ON i.grant_id = s.grant_id AND i.reader_id = f.team_id AND NOT s.types && i.withheld
              WHERE f.not_before <= now_at_most AND i.opens_at <= now_at_most AND i.closes_at > now_at_most) d
          WHERE d.team_id > after AND d.team_id <> app.public_team() ORDER BY d.team_id LIMIT 1);
        END $$;
      -- Drains a bounded part of what is due to a team, and does not bring the future about. One team at a time, so that
      -- pulls wait no longer than for each other.
      CREATE FUNCTION app.drain_due(team uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE now_at_most constant timestamptz := LEAST(moment, clock_timestamp());
        BEGIN
          PERFORM app.choose_instant(now_at_most);
          PERFORM app.drain(team, now_at_most, 2000);
        END $$;
      INSERT INTO app.function_for_jobs VALUES ('next_team_due(uuid, timestamptz)'), ('drain_due(uuid, timestamptz)');
    `);
    await db.query(LOOKS);
    await db.query(CLOCK_MARK);
    await db.query(REMAKING);
    await db.query(OVERLAYING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_OVERLAYING);
    await db.query(NO_REMAKING);
    await db.query(NO_CLOCK_MARK);
    await db.query(NO_LOOKS);
    await db.query(`
      DELETE FROM app.function_for_jobs WHERE signature IN ('next_team_due(uuid, timestamptz)', 'drain_due(uuid, timestamptz)');
      DROP FUNCTION app.drain_due(uuid, timestamptz), app.next_team_due(uuid, timestamptz);
      DROP TABLE entitlement_rebuild;
    `);
  }
}
