import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FEED_AGAIN, NO_FEED_AGAIN } from './0010-feed-again';
import { FEED_IS_DUE, FEED_PAGES, NO_FEED_PAGES } from './0010-feed-pages';
import { NAMED_ITEMS, NO_NAMED_ITEMS } from './0010-named-items';
import { NO_SHOWN_ENTRY, shown, SHOWN_ENTRY } from './0010-shown-entry';
import { NO_SHARED_PAGE, SHARED_PAGE } from './0010-shared-page';

/** Notices and reviews in a feed, the drain as a whole, and the pages read from it. */
export class Drain implements MigrationInterface {
  readonly name = 'Drain0000000000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(SHOWN_ENTRY);
    await db.query(`
      -- What there is to tell of a lane at an instant, and of which types alone; nothing before its terms are in force or once they
      -- drop the direction.
      CREATE FUNCTION app.lane_news(l feed_lane, moment timestamptz, OUT news text, OUT types text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT CASE WHEN NOT f.begun THEN NULL WHEN f.over THEN 'agreement-ended' WHEN g.paused OR g.withheld IS NOT NULL THEN 'sharing-paused'
              WHEN g.granted THEN 'sharing-resumed' END,
            CASE WHEN f.begun AND NOT f.over AND NOT g.paused THEN g.withheld END
          FROM (SELECT COALESCE(bool_or(t.valid_from <= moment), false) AS begun,
              NOT COALESCE(bool_or(t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment)), false) AS over
            FROM terms_in_force t WHERE t.agreement_id = l.agreement_id) f,
          (SELECT count(*) > 0 AS granted, COALESCE(bool_or(i.paused), false) AS paused,
              array_agg(DISTINCT w ORDER BY w) FILTER (WHERE w IS NOT NULL) AS withheld
            FROM app.grants_in_force(l.team_id, moment) i JOIN exchange_grant x ON x.id = i.grant_id LEFT JOIN LATERAL unnest(i.withheld) w ON true
            WHERE x.agreement_id = l.agreement_id AND x.from_id = l.owner_id) g $$;

      -- What lanes have become since the feed last told of them: two pauses at once are one to the reader, and the end of
      -- one is not the end of both.
      CREATE FUNCTION app.drain_notices(team uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE looked uuid[]; l feed_lane; told record; is_now record;
        BEGIN
          WITH due AS (DELETE FROM feed_notice WHERE team_id = team AND not_before <= moment RETURNING counterpart_id)
            SELECT array_agg(DISTINCT counterpart_id) INTO looked FROM due;
          IF looked IS NULL THEN RETURN; END IF;
          FOR l IN SELECT * FROM feed_lane WHERE team_id = team AND owner_id = ANY (looked) AND agreement_id IS NOT NULL AND types = '{}' ORDER BY lane LOOP
            SELECT notice, notice_types INTO told FROM feed_entry WHERE team_id = team AND about = l.lane ORDER BY seq DESC LIMIT 1;
            SELECT * INTO is_now FROM app.lane_news(l, moment);
            CONTINUE WHEN is_now.news IS NULL OR (is_now.news = told.notice AND is_now.types IS NOT DISTINCT FROM told.notice_types)
              OR (is_now.news = 'sharing-resumed' AND told.notice IS NULL);
            PERFORM app.feed_notify(team, is_now.news, is_now.types, l, moment);
          END LOOP;
        END $$;

      -- What agreements in force admit of an item as it is released now, paused or not, and in which lane of the feed.
      CREATE FUNCTION app.admitting_lanes(team uuid, item uuid, moment timestamptz) RETURNS TABLE (item_version_id uuid, lane int, paused boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT n.item_version_id, (SELECT l.lane FROM feed_lane l WHERE l.team_id = team AND l.owner_id = x.from_id
            AND l.agreement_id = x.agreement_id AND l.types = n.types), g.paused OR n.types && g.withheld
          FROM entitlement n JOIN exchange_grant x ON x.id = n.grant_id
          JOIN app.grants_in_force(team, moment) g ON g.grant_id = n.grant_id
          JOIN release c ON c.item_version_id = n.item_version_id AND c.superseded_at IS NULL
          WHERE n.item_id = item AND n.reader_id = team AND n.persons IS NULL AND (NOT n.gated OR app.gate_is_open(n, moment)) $$;
      -- What stays entitled comes in anew, once its agreement and its gate are open.
      CREATE FUNCTION app.enter_anew(team uuid, item uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          UPDATE entitlement SET feed_seq = NULL, elsewhere = false, late = false
            WHERE reader_id = team AND item_id = item AND NOT retired AND feed_seq IS NOT NULL;
          IF team = app.public_team() THEN
            UPDATE release SET public_seq = NULL WHERE item_id = item AND gated AND superseded_at IS NULL;
          END IF;
          PERFORM app.make_due(team, item, moment);
        END $$;

      -- Lanes that showed an entry beside its own and admit it no more: whoever goes past it from now on is not told of it there.
      CREATE FUNCTION app.lanes_lost(e feed_entry, moment timestamptz) RETURNS int[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT ARRAY(SELECT l.lane FROM entitlement n JOIN exchange_grant g ON g.id = n.grant_id
              JOIN feed_lane l ON l.team_id = e.team_id AND l.owner_id = g.from_id AND l.agreement_id = g.agreement_id AND l.types = n.types AND l.lane <> e.lane
            WHERE n.item_version_id = e.item_version_id AND n.reader_id = e.team_id AND n.feed_seq = e.seq AND (n.elsewhere OR n.late)
          EXCEPT SELECT a.lane FROM app.admitting_lanes(e.team_id, e.item_id, moment) a WHERE a.item_version_id = e.item_version_id) $$;
      CREATE FUNCTION app.forget_lanes(e feed_entry, lost int[]) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          DELETE FROM feed_again WHERE team_id = e.team_id AND of_seq = e.seq AND lane = ANY (lost);
          UPDATE entitlement n SET elsewhere = false, late = false FROM exchange_grant g, feed_lane l
            WHERE g.id = n.grant_id AND l.team_id = e.team_id AND l.owner_id = g.from_id AND l.agreement_id = g.agreement_id AND l.types = n.types AND l.lane = ANY (lost)
              AND n.item_version_id = e.item_version_id AND n.reader_id = e.team_id AND n.feed_seq = e.seq $$;

      -- Is what the feed shows of an item still shared? Withdrawn, narrowed, paused and ended are told apart here.
      CREATE FUNCTION app.drain_reviews(team uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE r feed_review; e feed_entry; v item_version; served boolean; withdrawn boolean; seen record; own_lane boolean; goes_on boolean;
          lost int[]; place bigint;
        BEGIN
          FOR r IN SELECT * FROM feed_review WHERE team_id = team AND not_before <= moment ORDER BY not_before, item_id LOOP
            DELETE FROM feed_review WHERE team_id = team AND item_id = r.item_id;
            SELECT f.* INTO e FROM feed_entry f JOIN variant s ON s.id = f.variant_id AND s.team_id = team
              WHERE f.team_id = team AND f.item_id = r.item_id AND NOT f.superseded AND f.kind <> 'withdrawn';
            CONTINUE WHEN NOT FOUND;
            SELECT * INTO v FROM item_version WHERE id = e.item_version_id;
            served := EXISTS (SELECT 1 FROM disclosure d JOIN variant_version s ON s.id = d.variant_version_id WHERE s.variant_id = e.variant_id);
            withdrawn := EXISTS (SELECT 1 FROM withdrawal w WHERE w.item_id = r.item_id AND w.at <= moment);
            CONTINUE WHEN e.kind = 'no_longer_shared' AND NOT withdrawn;
            IF NOT withdrawn THEN
              CONTINUE WHEN app.feed_reshape(team, e, moment);
              SELECT x.item_version_id, x.basis INTO seen FROM app.visible_item(team, r.item_id, moment) x;
              -- Whether the agreement that the entry came in under admits it still, and whether it shows anything at all.
              own_lane := EXISTS (SELECT 1 FROM app.admitting_lanes(team, r.item_id, moment) a
                WHERE a.lane = e.lane AND a.item_version_id = e.item_version_id);
              goes_on := EXISTS (SELECT 1 FROM feed_lane l JOIN terms_in_force t ON t.agreement_id = l.agreement_id
                WHERE l.team_id = team AND l.lane = e.lane AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment));
              lost := CASE WHEN e.basis = 'grant' THEN app.lanes_lost(e, moment) ELSE '{}' END;
              IF seen.item_version_id IS NOT NULL THEN
                PERFORM app.forget_lanes(e, lost);
                -- The next version is on its way in, or the same one stays where it is; or it leaves a lane that admits it no more for
                -- one that does, as what was public does.
                CONTINUE WHEN seen.basis <> 'grant' OR seen.item_version_id <> e.item_version_id OR e.basis = 'grant' AND (own_lane OR NOT goes_on);
                UPDATE feed_entry SET superseded = true WHERE team_id = team AND seq = e.seq;
                PERFORM app.enter_anew(team, r.item_id, moment);
                CONTINUE;
              END IF;
              -- It waits for the end of a pause: where it is, if that is hidden till then and no lane showed it that has narrowed.
              CONTINUE WHEN e.basis = 'grant' AND (own_lane OR NOT goes_on) AND cardinality(lost) = 0
                AND EXISTS (SELECT 1 FROM app.admitting_lanes(team, r.item_id, moment) a WHERE a.paused);
              IF e.basis = 'grant' AND NOT EXISTS (SELECT 1 FROM app.grants_in_force(team, moment) g WHERE g.from_id = e.owner_id) THEN
                -- An agreement that ended has said so in one notice; one that still runs but dropped the direction has narrowed.
                CONTINUE WHEN NOT EXISTS (SELECT 1 FROM entitlement n JOIN exchange_grant g ON g.id = n.grant_id
                  JOIN terms_in_force t ON t.agreement_id = g.agreement_id
                  WHERE n.item_id = r.item_id AND n.reader_id = team AND n.persons IS NULL
                    AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment));
              END IF;
              PERFORM app.enter_anew(team, r.item_id, moment);
            END IF;
            IF NOT served THEN
              UPDATE feed_entry SET superseded = true WHERE team_id = team AND seq = e.seq;
              CONTINUE;
            END IF;
            place := app.feed_append(team, CASE WHEN withdrawn THEN 'withdrawn' ELSE 'no_longer_shared' END, e.basis,
              CASE e.basis WHEN 'grant' THEN app.lane_of(team, e.owner_id, NULL, app.types_of(v)) END, v, e.variant_id, e.variant_version_id, moment);
            UPDATE feed_entry SET correction = true WHERE team_id = team AND seq = place AND withdrawn AND e.basis = 'grant' AND EXISTS (
              SELECT 1 FROM disclosure d JOIN variant_version s ON s.id = d.variant_version_id JOIN disclosure_grounds g ON g.disclosure_id = d.id
                JOIN terms_version t ON t.id = g.terms_version_id
              WHERE s.variant_id = e.variant_id AND d.team_id = team AND t.corrections = 'allowed');
          END LOOP;
        END $$;

      CREATE FUNCTION app.feed_is_due(team uuid, moment timestamptz) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT ${FEED_IS_DUE} $$;

      -- Brings a team's feed up to the instant: what is to be told and taken back at once, what is new in batches; true while
      -- more than one batch was due. Locks: the public's feed, then its own.
      CREATE FUNCTION app.drain(team uuid, moment timestamptz, batch int) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF NOT app.feed_is_due(team, moment) THEN RETURN false; END IF;
          PERFORM pg_advisory_xact_lock(app.lock_key('feed:' || app.public_team()));
          INSERT INTO feed (team_id) VALUES (app.public_team()) ON CONFLICT DO NOTHING;
          PERFORM app.drain_reviews(app.public_team(), moment);
          PERFORM app.drain_public(moment, batch);
          IF team <> app.public_team() THEN
            PERFORM pg_advisory_xact_lock(app.lock_key('feed:' || team));
            INSERT INTO feed (team_id) VALUES (team) ON CONFLICT DO NOTHING;
            PERFORM app.drain_notices(team, moment);
            PERFORM app.drain_reviews(team, moment);
            PERFORM app.drain_copies(team, moment, batch);
            PERFORM app.drain_entitlements(team, moment, batch);
          END IF;
          RETURN app.feed_is_due(team, moment);
        END $$;

      -- A bounded part of what is due, by now, to whom the viewer reads as.
      CREATE FUNCTION app.drain_own(team uuid, batch int) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM app.require_actor(app.reads_as(team));
          RETURN app.drain(team, app.at(), batch);
        END $$;
      -- The entry behind an external id, if the team may see the item at the instant.
      CREATE FUNCTION app.shared_entry(team uuid, moment timestamptz, wanted uuid) RETURNS SETOF app.shown_entry
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT ${shown('e')} FROM variant s JOIN feed_entry e ON e.team_id = s.team_id AND e.variant_id = s.id AND NOT e.superseded
          WHERE s.external_id = wanted AND s.team_id IN (team, app.public_team()) AND app.reads_as(team) AND e.kind IN ('added', 'updated')
            AND EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = e.item_version_id AND r.released_at <= moment
              AND (r.superseded_at IS NULL OR r.superseded_at > moment) AND (r.embargo_until IS NULL OR r.embargo_until <= moment))
            AND (e.basis = 'public' AND NOT EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = e.item_version_id AND r.gated
                AND NOT app.publicly_consented(e.item_id, moment)) OR EXISTS (SELECT 1 FROM entitlement n WHERE n.item_version_id = e.item_version_id
              AND n.reader_id = team AND NOT n.retired AND (NOT n.gated OR app.gate_is_open(n, moment))
              AND n.slice_id = ANY (app.servable_slices(team, moment)))) $$;
    `);
    await db.query(FEED_PAGES);
    await db.query(FEED_AGAIN);
    await db.query(SHARED_PAGE);
    await db.query(NAMED_ITEMS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_NAMED_ITEMS);
    await db.query(NO_SHARED_PAGE);
    await db.query(NO_FEED_AGAIN);
    await db.query(NO_FEED_PAGES);
    await db.query(`
      DROP FUNCTION app.forget_lanes(feed_entry, int[]), app.lanes_lost(feed_entry, timestamptz), app.shared_entry(uuid, timestamptz, uuid),
        app.drain_own(uuid, int), app.drain(uuid, timestamptz, int), app.feed_is_due(uuid, timestamptz), app.lane_news(feed_lane, timestamptz),
        app.drain_reviews(uuid, timestamptz), app.enter_anew(uuid, uuid, timestamptz), app.admitting_lanes(uuid, uuid, timestamptz),
        app.drain_notices(uuid, timestamptz);
    `);
    await db.query(NO_SHOWN_ENTRY);
  }
}
