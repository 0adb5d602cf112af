import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices and reviews in a feed, the drain as a whole, and the pages read from it. */
export class Drain implements MigrationInterface {
  readonly name = 'Drain0000000000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.drain_notices(team uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE n feed_notice; e feed_entry; last_notice text; flowing boolean;
        BEGIN
          FOR n IN SELECT * FROM feed_notice WHERE team_id = team AND not_before <= moment ORDER BY not_before, id LOOP
            DELETE FROM feed_notice WHERE id = n.id;
            SELECT notice INTO last_notice FROM feed_entry WHERE team_id = team AND counterpart_id = n.counterpart_id ORDER BY seq DESC LIMIT 1;
            flowing := EXISTS (SELECT 1 FROM app.grants_in_force(team, moment) g WHERE g.from_id = n.counterpart_id AND NOT g.paused);
            -- Two pauses at once are one pause to the reader: the second is not news, and the end of one is not the end of both.
            CONTINUE WHEN n.notice = 'sharing-paused' AND (flowing OR last_notice = 'sharing-paused');
            CONTINUE WHEN n.notice = 'sharing-resumed' AND (NOT flowing OR last_notice IS DISTINCT FROM 'sharing-paused');
            PERFORM app.feed_append(team, 'notice', 'none', NULL, NULL, NULL, n.notice, n.counterpart_id, moment);
            IF n.notice = 'sharing-paused' THEN
              -- Never served and now hidden: out of the feed, so that it enters again, above every cursor, on resumption.
              FOR e IN SELECT * FROM feed_entry f WHERE f.team_id = team AND f.owner_id = n.counterpart_id AND f.basis = 'grant' AND NOT f.superseded
                  AND f.kind IN ('added', 'updated') AND NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.variant_version_id = f.variant_version_id AND d.team_id = team)
                  AND NOT EXISTS (SELECT 1 FROM entitlement o WHERE o.item_version_id = f.item_version_id AND o.reader_id = team
                    AND o.grant_id = ANY (app.open_grants(team, moment))) LOOP
                UPDATE feed_entry SET superseded = true WHERE team_id = team AND seq = e.seq;
                UPDATE entitlement SET feed_seq = NULL WHERE item_version_id = e.item_version_id AND reader_id = team AND NOT retired;
              END LOOP;
            END IF;
          END LOOP;
        END $$;

      -- Is what the feed shows of an item still shared? Withdrawn, narrowed, paused and ended are told apart here.
      CREATE FUNCTION app.drain_reviews(team uuid, moment timestamptz, batch int) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE r feed_review; e feed_entry; v item_version; served boolean; withdrawn boolean; admitted text; place bigint;
        BEGIN
          FOR r IN SELECT * FROM feed_review WHERE team_id = team AND not_before <= moment ORDER BY not_before, item_id LIMIT batch LOOP
            DELETE FROM feed_review WHERE team_id = team AND item_id = r.item_id;
            SELECT f.* INTO e FROM feed_entry f JOIN variant s ON s.id = f.variant_id AND s.team_id = team
              WHERE f.team_id = team AND f.item_id = r.item_id AND NOT f.superseded AND f.kind <> 'withdrawn';
            CONTINUE WHEN NOT FOUND;
            SELECT * INTO v FROM item_version WHERE id = e.item_version_id;
            served := EXISTS (SELECT 1 FROM disclosure d JOIN variant_version s ON s.id = d.variant_version_id WHERE s.variant_id = e.variant_id);
            withdrawn := EXISTS (SELECT 1 FROM withdrawal w WHERE w.item_id = r.item_id AND w.at <= moment);
            SELECT CASE WHEN bool_or(NOT g.paused) THEN 'open' WHEN bool_or(g.paused) THEN 'paused' ELSE 'none' END INTO admitted
              FROM app.grants_in_force(team, moment) g WHERE g.from_id = e.owner_id;
            CONTINUE WHEN e.kind = 'no_longer_shared' AND NOT withdrawn;
            IF NOT withdrawn THEN
              IF e.basis = 'public' THEN admitted := 'open'; END IF;
              -- The next version, or the same one under new terms, is on its way in, or waits for the end of a pause.
              CONTINUE WHEN EXISTS (SELECT 1 FROM app.visible(team, moment) x WHERE x.item_id = r.item_id);
              IF admitted = 'paused' AND EXISTS (SELECT 1 FROM app.grants_in_force(team, moment) g JOIN entitlement n ON n.grant_id = g.grant_id
                  JOIN release c ON c.item_version_id = n.item_version_id AND c.superseded_at IS NULL WHERE n.item_id = r.item_id) THEN
                CONTINUE;
              END IF;
              IF admitted = 'none' THEN
                -- An agreement that ended has said so in one notice; one that still runs but dropped the direction has narrowed.
                CONTINUE WHEN NOT EXISTS (SELECT 1 FROM entitlement n JOIN exchange_grant g ON g.id = n.grant_id
                  JOIN terms_in_force t ON t.agreement_id = g.agreement_id
                  WHERE n.item_id = r.item_id AND n.reader_id = team
                    AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment));
                admitted := 'open';
              END IF;
            END IF;
            IF NOT served THEN
              UPDATE feed_entry SET superseded = true WHERE team_id = team AND seq = e.seq;
              CONTINUE;
            END IF;
            place := app.feed_append(team, CASE WHEN withdrawn THEN 'withdrawn' ELSE 'no_longer_shared' END, e.basis, v,
              e.variant_id, e.variant_version_id, NULL, NULL, moment);
            UPDATE feed_entry SET correction = true WHERE team_id = team AND seq = place AND withdrawn AND e.basis = 'grant' AND EXISTS (
              SELECT 1 FROM disclosure d JOIN variant_version s ON s.id = d.variant_version_id JOIN terms_version t ON t.id = d.terms_version_id
              WHERE s.variant_id = e.variant_id AND d.team_id = team AND t.corrections = 'allowed');
          END LOOP;
        END $$;

      -- Removals that a cursor went past while they were held back enter again, above every cursor.
      CREATE FUNCTION app.drain_passed(team uuid, moment timestamptz, batch int) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE e feed_entry; v item_version;
        BEGIN
          FOR e IN SELECT * FROM feed_entry WHERE team_id = team AND passed AND NOT superseded
              AND owner_id = ANY (app.open_owners(team, moment)) ORDER BY seq LIMIT batch LOOP
            SELECT * INTO v FROM item_version WHERE id = e.item_version_id;
            PERFORM app.feed_append(team, e.kind, e.basis, v, e.variant_id, e.variant_version_id, NULL, NULL, moment);
          END LOOP;
        END $$;

      CREATE FUNCTION app.feed_is_due(team uuid, moment timestamptz) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT NOT EXISTS (SELECT 1 FROM feed WHERE team_id = team)
            OR EXISTS (SELECT 1 FROM feed_notice WHERE team_id = team AND not_before <= moment)
            OR EXISTS (SELECT 1 FROM feed_review WHERE team_id IN (team, app.public_team()) AND not_before <= moment)
            OR EXISTS (SELECT 1 FROM feed_entry WHERE team_id = team AND passed AND NOT superseded AND owner_id = ANY (app.open_owners(team, moment)))
            OR EXISTS (SELECT 1 FROM release WHERE public AND public_seq IS NULL AND superseded_at IS NULL AND released_at <= moment
                 AND (embargo_until IS NULL OR embargo_until <= moment))
            OR (team <> app.public_team() AND EXISTS (SELECT 1 FROM feed f, feed p
                 WHERE f.team_id = team AND p.team_id = app.public_team() AND f.public_copied < p.last_seq))
            OR EXISTS (SELECT 1 FROM unnest(app.open_grants(team, moment)) AS g(id) JOIN entitlement n ON n.grant_id = g.id
                 WHERE n.feed_seq IS NULL AND NOT n.retired AND (n.embargo_until IS NULL OR n.embargo_until <= moment)) $$;

      -- Brings a team's feed up to the instant; true while more than one batch was due. Locks: the public's feed, then its own.
      CREATE FUNCTION app.drain(team uuid, moment timestamptz, batch int) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF NOT app.feed_is_due(team, moment) THEN RETURN false; END IF;
          PERFORM pg_advisory_xact_lock(app.lock_key('feed:' || app.public_team()));
          INSERT INTO feed (team_id) VALUES (app.public_team()) ON CONFLICT DO NOTHING;
          PERFORM app.drain_reviews(app.public_team(), moment, batch);
          PERFORM app.drain_public(moment, batch);
          IF team <> app.public_team() THEN
            PERFORM pg_advisory_xact_lock(app.lock_key('feed:' || team));
            INSERT INTO feed (team_id) VALUES (team) ON CONFLICT DO NOTHING;
            PERFORM app.drain_notices(team, moment);
            PERFORM app.drain_reviews(team, moment, batch);
            PERFORM app.drain_passed(team, moment, batch);
            PERFORM app.drain_copies(team, moment, batch);
            PERFORM app.drain_entitlements(team, moment, batch);
          END IF;
          RETURN app.feed_is_due(team, moment);
        END $$;

      -- A page of the feed: a short ordered range per open grant and open owner, and one for the rest, merged. Its cost
      -- does not grow with what lies behind a paused grant.
      CREATE FUNCTION app.feed_page(team uuid, moment timestamptz, after bigint, size int) RETURNS SETOF feed_entry
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT e.* FROM (
            (SELECT seq FROM feed_entry WHERE team_id = team AND seq > after AND NOT superseded AND basis <> 'grant' ORDER BY seq LIMIT size)
            UNION
            SELECT s.seq FROM unnest(app.open_grants(team, moment)) AS g(id) CROSS JOIN LATERAL (
              SELECT n.feed_seq AS seq FROM entitlement n WHERE n.grant_id = g.id AND n.feed_seq > after AND NOT n.retired
              ORDER BY n.feed_seq LIMIT size) s
            UNION
            SELECT s.seq FROM unnest(app.open_owners(team, moment)) AS o(id) CROSS JOIN LATERAL (
              SELECT r.seq FROM feed_entry r WHERE r.team_id = team AND r.owner_id = o.id AND r.seq > after AND NOT r.superseded
                AND r.basis = 'grant' AND r.kind IN ('withdrawn', 'no_longer_shared') ORDER BY r.seq LIMIT size) s
            UNION
            (SELECT seq FROM feed_entry WHERE team_id = team AND seq > after AND NOT superseded AND correction ORDER BY seq LIMIT size)
          ) pages JOIN feed_entry e ON e.team_id = team AND e.seq = pages.seq
          WHERE NOT e.superseded ORDER BY e.seq LIMIT size $$;
      -- A cursor goes from one place to another: what was held back between them is marked, to be told later.
      CREATE FUNCTION app.feed_pass(team uuid, moment timestamptz, after bigint, upto bigint) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          UPDATE feed_entry SET passed = true WHERE team_id = team AND team = app.viewer_org() AND seq > after AND seq <= upto
            AND NOT superseded AND basis = 'grant' AND kind IN ('withdrawn', 'no_longer_shared') AND NOT correction AND NOT passed
            AND owner_id <> ALL (app.open_owners(team, moment)) $$;
      -- The same, newest first, items only: what a list shows.
      CREATE FUNCTION app.shared_page(team uuid, moment timestamptz, before bigint, size int, wanted_kind text) RETURNS SETOF feed_entry
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT e.* FROM (
            (SELECT seq FROM feed_entry WHERE team_id = team AND seq < before AND NOT superseded AND basis = 'public'
               AND kind IN ('added', 'updated') AND item_kind = wanted_kind ORDER BY seq DESC LIMIT size)
            UNION
            SELECT s.seq FROM unnest(app.open_grants(team, moment)) AS g(id) CROSS JOIN LATERAL (
              SELECT n.feed_seq AS seq FROM entitlement n WHERE n.grant_id = g.id AND n.feed_seq < before AND NOT n.retired
                AND n.item_kind = wanted_kind ORDER BY n.feed_seq DESC LIMIT size) s
          ) pages JOIN feed_entry e ON e.team_id = team AND e.seq = pages.seq
          WHERE NOT e.superseded AND e.kind IN ('added', 'updated') ORDER BY e.seq DESC LIMIT size $$;
      -- The entry behind an external id, if the team may see the item at the instant.
      CREATE FUNCTION app.shared_entry(team uuid, moment timestamptz, wanted uuid) RETURNS SETOF feed_entry
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT e.* FROM variant s JOIN feed_entry e ON e.team_id = s.team_id AND e.variant_id = s.id AND NOT e.superseded
          WHERE s.external_id = wanted AND s.team_id IN (team, app.public_team()) AND e.kind IN ('added', 'updated')
            AND EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = e.item_version_id AND r.released_at <= moment
              AND (r.superseded_at IS NULL OR r.superseded_at > moment) AND (r.embargo_until IS NULL OR r.embargo_until <= moment))
            AND (e.basis = 'public' OR EXISTS (SELECT 1 FROM entitlement n WHERE n.item_version_id = e.item_version_id
              AND n.reader_id = team AND NOT n.retired AND n.grant_id = ANY (app.open_grants(team, moment)))) $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.shared_entry(uuid, timestamptz, uuid), app.shared_page(uuid, timestamptz, bigint, int, text),
        app.feed_pass(uuid, timestamptz, bigint, bigint), app.feed_page(uuid, timestamptz, bigint, int), app.drain(uuid, timestamptz, int), app.feed_is_due(uuid, timestamptz),
        app.drain_passed(uuid, timestamptz, int),        app.drain_reviews(uuid, timestamptz, int), app.drain_notices(uuid, timestamptz);
    `);
  }
}
