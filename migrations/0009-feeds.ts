import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NO_RESHAPING, RESHAPING } from './0009-reshaping';

/** How an item enters a team's feed, and how the feed is drained of what is due for that team. */
export class Feeds implements MigrationInterface {
  readonly name = 'Feeds0000000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Numbers an entry. The caller holds the feed's advisory lock, so numbers follow commit order.
      CREATE FUNCTION app.feed_append(team uuid, entry_kind text, entry_basis text, in_lane int, v item_version, shown_variant uuid,
          shown_version uuid, moment timestamptz) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE f feed; before bigint := 0;
        BEGIN
          UPDATE feed SET last_seq = last_seq + 1,
            last_added = GREATEST(last_added + 1, (extract(epoch FROM moment) * 1000000)::bigint)
            WHERE team_id = team RETURNING * INTO STRICT f;
          UPDATE feed_entry SET superseded = true WHERE team_id = team AND variant_id = shown_variant AND NOT superseded;
          IF in_lane IS NOT NULL THEN
            UPDATE feed_lane SET entries = entries + 1 WHERE team_id = team AND lane = in_lane RETURNING entries - 1 INTO STRICT before;
          END IF;
          INSERT INTO feed_entry (team_id, seq, kind, basis, lane, heavy, item_id, item_kind, owner_id, item_version_id, variant_id,
              variant_version_id, date_added)
            VALUES (team, f.last_seq, entry_kind, entry_basis, in_lane, before >= 50, v.item_id,
              (SELECT kind FROM item WHERE id = v.item_id), v.owner_id, v.id, shown_variant, shown_version, f.last_added);
          RETURN f.last_seq;
        END $$;
      -- A notice tells of a lane: what one originator gives under one agreement.
      CREATE FUNCTION app.feed_notify(team uuid, told text, of_types text[], l feed_lane, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE f feed;
        BEGIN
          UPDATE feed SET last_seq = last_seq + 1,
            last_added = GREATEST(last_added + 1, (extract(epoch FROM moment) * 1000000)::bigint)
            WHERE team_id = team RETURNING * INTO STRICT f;
          INSERT INTO feed_entry (team_id, seq, kind, basis, notice, notice_types, about, counterpart_id, date_added)
            VALUES (team, f.last_seq, 'notice', 'none', told, of_types, l.lane, l.owner_id, f.last_added);
        END $$;

      -- Puts a version before a team: its variant (the public's, unless the team has one of its own), numbered for that team.
      CREATE FUNCTION app.feed_show(team uuid, version uuid, entry_basis text, in_lane int, moment timestamptz) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE v item_version; shown variant; shown_version uuid; wanted text; last_kind text; entry_kind text := 'added';
        BEGIN
          SELECT * INTO STRICT v FROM item_version WHERE id = version;
          SELECT * INTO shown FROM variant WHERE item_id = v.item_id AND team_id = team AND person_id IS NULL;
          IF NOT FOUND AND entry_basis = 'public' AND team <> app.public_team() THEN
            SELECT * INTO shown FROM variant WHERE item_id = v.item_id AND team_id = app.public_team();
          END IF;
          IF shown.id IS NULL THEN
            INSERT INTO variant (id, item_id, owner_id, team_id, external_id)
              VALUES (gen_random_uuid(), v.item_id, v.owner_id, team, gen_random_uuid()) RETURNING * INTO shown;
          END IF;
          wanted := CASE WHEN v.parts = 0 THEN '' ELSE app.shape_of(team, v.id, moment) END;
          -- The last version of the variant, if it is of this; versions count upwards, also when a shape comes back.
          SELECT last.id INTO shown_version FROM (SELECT * FROM variant_version WHERE variant_id = shown.id ORDER BY number DESC LIMIT 1) last
            WHERE last.item_version_id = v.id AND last.shape = wanted;
          IF NOT FOUND THEN
            INSERT INTO variant_version (id, variant_id, item_version_id, number, shape, made_at)
              SELECT gen_random_uuid(), shown.id, v.id, COALESCE(max(number), 0) + 1, wanted, moment FROM variant_version WHERE variant_id = shown.id
              RETURNING id INTO shown_version;
          END IF;
          SELECT kind INTO last_kind FROM feed_entry WHERE team_id = team AND item_id = v.item_id AND variant_id = shown.id ORDER BY seq DESC LIMIT 1;
          IF last_kind IN ('added', 'updated') AND EXISTS (
              SELECT 1 FROM variant_version vv JOIN disclosure d ON d.variant_version_id = vv.id WHERE vv.variant_id = shown.id) THEN
            entry_kind := 'updated';
          END IF;
          IF v.parts > 0 THEN
            PERFORM app.review_next_shape(team, v, moment);
          END IF;
          RETURN app.feed_append(team, entry_kind, entry_basis, in_lane, v, shown.id, shown_version, moment);
        END $$;

      CREATE FUNCTION app.drain_public(moment timestamptz, batch int) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE r release; seq bigint;
        BEGIN
          FOR r IN SELECT * FROM release WHERE public AND NOT barred_by_law AND public_seq IS NULL AND superseded_at IS NULL AND released_at <= moment
              AND (embargo_until IS NULL OR embargo_until <= moment) AND (NOT gated OR app.publicly_consented(item_id, moment))
              ORDER BY released_at, item_version_id LIMIT batch LOOP
            seq := app.feed_show(app.public_team(), r.item_version_id, 'public', NULL, moment);
            UPDATE release SET public_seq = seq WHERE item_version_id = r.item_version_id;
          END LOOP;
        END $$;

      -- A team's feed repeats the public one, in its order, except for what the team itself owns.
      CREATE FUNCTION app.drain_copies(team uuid, moment timestamptz, batch int) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE p feed_entry; v item_version; last text; copied bigint;
        BEGIN
          FOR p IN SELECT e.* FROM feed_entry e JOIN feed f ON f.team_id = team
              WHERE e.team_id = app.public_team() AND e.seq > f.public_copied ORDER BY e.seq LIMIT batch LOOP
            copied := p.seq;
            CONTINUE WHEN p.superseded OR p.owner_id = team;
            IF p.kind IN ('added', 'updated') AND EXISTS (SELECT 1 FROM variant WHERE item_id = p.item_id AND team_id = team AND person_id IS NULL) THEN
              PERFORM app.feed_show(team, p.item_version_id, 'public', NULL, moment);
              CONTINUE;
            END IF;
            SELECT * INTO v FROM item_version WHERE id = p.item_version_id;
            SELECT kind INTO last FROM feed_entry
              WHERE team_id = team AND variant_id = p.variant_id AND NOT superseded;
            IF p.kind IN ('added', 'updated') THEN
              PERFORM app.feed_append(team, CASE WHEN last IN ('added', 'updated') THEN 'updated' ELSE 'added' END, 'public', NULL, v, p.variant_id, p.variant_version_id, moment);
            ELSIF last IN ('added', 'updated') OR (last = 'no_longer_shared' AND p.kind = 'withdrawn') THEN
              PERFORM app.feed_append(team, p.kind, 'public', NULL, v, p.variant_id, p.variant_version_id, moment);
              -- What is public no more an agreement may still admit.
              PERFORM app.enter_anew(team, p.item_id, moment) WHERE p.kind = 'no_longer_shared';
            END IF;
          END LOOP;
          UPDATE feed SET public_copied = COALESCE(copied, public_copied) WHERE team_id = team;
        END $$;

      -- Names the place after everything there is at which an entry that another agreement came to admit may be told once more.
      CREATE FUNCTION app.feed_append_again(team uuid, of_place bigint, in_lane int, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE f feed;
        BEGIN
          IF EXISTS (SELECT 1 FROM feed_again a WHERE a.team_id = team AND a.of_seq = of_place AND a.lane = in_lane) THEN RETURN; END IF;
          UPDATE feed SET last_seq = last_seq + 1,
            last_added = GREATEST(last_added + 1, (extract(epoch FROM moment) * 1000000)::bigint)
            WHERE team_id = team RETURNING * INTO STRICT f;
          INSERT INTO feed_again VALUES (team, f.last_seq, of_place, in_lane, f.last_added);
        END $$;

      -- What open grants admit enters the feed. A version that is there already keeps its place; if another agreement brought it
      -- in, before this drain, it may be told once more, to those who went past it while that was paused.
      CREATE FUNCTION app.drain_entitlements(team uuid, moment timestamptz, batch int) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE due record; slice record; n entitlement; e feed_entry; in_lane int; there boolean; other boolean; after boolean; place bigint; began bigint;
          left_over int := batch;
        BEGIN
          SELECT last_seq INTO began FROM feed WHERE team_id = team;
          FOR due IN SELECT g.id AS grant_id, g.agreement_id, g.from_id, array_agg(d.slice_id ORDER BY d.slice_id) AS slices,
                array_agg(d.changes ORDER BY d.slice_id) AS changes
              FROM feed_due d JOIN grant_slice s ON s.id = d.slice_id JOIN exchange_grant g ON g.id = s.grant_id
              WHERE d.team_id = team AND d.not_before <= moment AND d.slice_id = ANY (app.open_slices(team, moment)) GROUP BY g.id ORDER BY g.id LOOP
            EXIT WHEN left_over <= 0;
            FOR n IN SELECT w.* FROM (
                  (SELECT * FROM entitlement WHERE slice_id = ANY (due.slices) AND reader_id = team AND feed_seq IS NULL AND NOT retired AND NOT gated AND persons IS NULL
                    AND (embargo_until IS NULL OR embargo_until <= moment) ORDER BY item_version_id LIMIT left_over)
                  UNION ALL
                  (SELECT x.* FROM entitlement_gate t JOIN entitlement x ON x.grant_id = t.grant_id AND x.item_version_id = t.item_version_id
                    AND x.reader_id = t.reader_id
                  WHERE t.grant_id = due.grant_id AND t.reader_id = team AND t.closes_at > moment AND t.opens_at <= moment
                    AND x.slice_id = ANY (due.slices) AND x.feed_seq IS NULL AND NOT x.retired AND x.persons IS NULL AND (x.embargo_until IS NULL OR x.embargo_until <= moment)
                  ORDER BY x.item_version_id LIMIT left_over)) w ORDER BY w.item_version_id LIMIT left_over LOOP
              left_over := left_over - 1;
              in_lane := app.lane_of(team, due.from_id, due.agreement_id, n.types);
              SELECT * INTO e FROM feed_entry WHERE team_id = team AND item_id = n.item_id AND item_version_id = n.item_version_id
                AND kind IN ('added', 'updated') AND NOT superseded;
              there := FOUND;
              IF there AND app.feed_reshape(team, e, moment) THEN
                SELECT * INTO STRICT e FROM feed_entry WHERE team_id = team AND variant_id = e.variant_id AND NOT superseded;
              END IF;
              place := CASE WHEN there THEN e.seq ELSE app.feed_show(team, n.item_version_id, 'grant', in_lane, moment) END;
              other := there AND e.basis = 'grant' AND e.lane <> in_lane;
              -- Whether its agreement came to admit the entry only after it had come in.
              after := other AND e.seq <= began AND NOT EXISTS (SELECT 1 FROM entitlement o JOIN exchange_grant g ON g.id = o.grant_id
                WHERE o.item_version_id = n.item_version_id AND o.reader_id = team AND o.feed_seq = e.seq AND NOT o.late
                  AND g.agreement_id = due.agreement_id AND g.from_id = due.from_id);
              UPDATE entitlement SET feed_seq = place, elsewhere = other, late = after
                WHERE grant_id = n.grant_id AND item_version_id = n.item_version_id AND reader_id = team;
              IF after THEN
                PERFORM app.feed_append_again(team, e.seq, in_lane, moment);
              ELSIF other THEN
                UPDATE feed_entry SET elsewhere = true WHERE team_id = team AND seq = e.seq;
              END IF;
            END LOOP;
            -- Whoever adds an entitlement meanwhile counts a change, and the slice stays due.
            FOR slice IN SELECT * FROM unnest(due.slices, due.changes) AS s(id, changes) LOOP
              DELETE FROM feed_due WHERE team_id = team AND slice_id = slice.id AND changes = slice.changes
                AND app.next_due(slice.id, team, moment) IS NULL;
              UPDATE feed_due SET not_before = COALESCE(app.next_due(slice.id, team, moment), '-infinity')
                WHERE team_id = team AND slice_id = slice.id AND changes = slice.changes;
            END LOOP;
          END LOOP;
        END $$;
    `);
    await db.query(RESHAPING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_RESHAPING);
    await db.query(`
      DROP FUNCTION app.drain_entitlements(uuid, timestamptz, int), app.feed_append_again(uuid, bigint, int, timestamptz), app.drain_copies(uuid, timestamptz, int), app.drain_public(timestamptz, int),
        app.feed_show(uuid, uuid, text, int, timestamptz), app.feed_notify(uuid, text, text[], feed_lane, timestamptz),
        app.feed_append(uuid, text, text, int, item_version, uuid, uuid, timestamptz);
    `);
  }
}
