import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an item enters a team's feed, and how the feed is drained of what is due for that team. */
export class Feeds implements MigrationInterface {
  readonly name = 'Feeds0000000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Numbers an entry. The caller holds the feed's advisory lock, so numbers follow commit order.
      CREATE FUNCTION app.feed_append(team uuid, entry_kind text, entry_basis text, v item_version, shown_variant uuid,
          shown_version uuid, entry_notice text, counterpart uuid, moment timestamptz) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE f feed;
        BEGIN
          UPDATE feed SET last_seq = last_seq + 1,
            last_added = GREATEST(last_added + 1, (extract(epoch FROM moment) * 1000000)::bigint)
            WHERE team_id = team RETURNING * INTO STRICT f;
          UPDATE feed_entry SET superseded = true WHERE team_id = team AND variant_id = shown_variant AND NOT superseded;
          INSERT INTO feed_entry (team_id, seq, kind, basis, item_id, item_kind, owner_id, item_version_id, variant_id,
              variant_version_id, notice, counterpart_id, date_added)
            VALUES (team, f.last_seq, entry_kind, entry_basis, v.item_id, (SELECT kind FROM item WHERE id = v.item_id), v.owner_id,
              v.id, shown_variant, shown_version, entry_notice, counterpart, f.last_added);
          RETURN f.last_seq;
        END $$;

      -- Puts a version before a team: its variant (the public's, unless the team has one of its own), numbered for that team.
      CREATE FUNCTION app.feed_show(team uuid, version uuid, entry_basis text, moment timestamptz) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE v item_version; shown variant; shown_version uuid; last_kind text; entry_kind text := 'added';
        BEGIN
          SELECT * INTO STRICT v FROM item_version WHERE id = version;
          SELECT * INTO shown FROM variant WHERE item_id = v.item_id AND team_id = team;
          IF NOT FOUND AND entry_basis = 'public' AND team <> app.public_team() THEN
            SELECT * INTO shown FROM variant WHERE item_id = v.item_id AND team_id = app.public_team();
          END IF;
          IF shown.id IS NULL THEN
            INSERT INTO variant (id, item_id, owner_id, team_id, external_id)
              VALUES (gen_random_uuid(), v.item_id, v.owner_id, team, gen_random_uuid()) RETURNING * INTO shown;
          END IF;
          SELECT id INTO shown_version FROM variant_version WHERE variant_id = shown.id AND item_version_id = v.id;
          IF NOT FOUND THEN
            INSERT INTO variant_version (id, variant_id, item_version_id, number, made_at)
              SELECT gen_random_uuid(), shown.id, v.id, COALESCE(max(number), 0) + 1, moment FROM variant_version WHERE variant_id = shown.id
              RETURNING id INTO shown_version;
          END IF;
          SELECT kind INTO last_kind FROM feed_entry WHERE team_id = team AND item_id = v.item_id AND variant_id = shown.id ORDER BY seq DESC LIMIT 1;
          IF last_kind IN ('added', 'updated') AND EXISTS (
              SELECT 1 FROM variant_version vv JOIN disclosure d ON d.variant_version_id = vv.id WHERE vv.variant_id = shown.id) THEN
            entry_kind := 'updated';
          END IF;
          RETURN app.feed_append(team, entry_kind, entry_basis, v, shown.id, shown_version, NULL, NULL, moment);
        END $$;

      CREATE FUNCTION app.drain_public(moment timestamptz, batch int) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE r release; seq bigint;
        BEGIN
          FOR r IN SELECT * FROM release WHERE public AND public_seq IS NULL AND superseded_at IS NULL AND released_at <= moment
              AND (embargo_until IS NULL OR embargo_until <= moment) ORDER BY released_at, item_version_id LIMIT batch LOOP
            seq := app.feed_show(app.public_team(), r.item_version_id, 'public', moment);
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
            IF p.kind IN ('added', 'updated') AND EXISTS (SELECT 1 FROM variant WHERE item_id = p.item_id AND team_id = team) THEN
              PERFORM app.feed_show(team, p.item_version_id, 'public', moment);
              CONTINUE;
            END IF;
            SELECT * INTO v FROM item_version WHERE id = p.item_version_id;
            SELECT kind INTO last FROM feed_entry
              WHERE team_id = team AND variant_id = p.variant_id AND NOT superseded;
            IF p.kind IN ('added', 'updated') THEN
              PERFORM app.feed_append(team, CASE WHEN last IN ('added', 'updated') THEN 'updated' ELSE 'added' END, 'public', v, p.variant_id, p.variant_version_id, NULL, NULL, moment);
            ELSIF last IN ('added', 'updated') OR (last = 'no_longer_shared' AND p.kind = 'withdrawn') THEN
              PERFORM app.feed_append(team, p.kind, p.basis, v, p.variant_id, p.variant_version_id, NULL, NULL, moment);
            END IF;
          END LOOP;
          UPDATE feed SET public_copied = COALESCE(copied, public_copied) WHERE team_id = team;
        END $$;

      CREATE FUNCTION app.drain_entitlements(team uuid, moment timestamptz, batch int) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE e record; place bigint;
        BEGIN
          FOR e IN SELECT due.* FROM unnest(app.open_grants(team, moment)) AS g(id)
              CROSS JOIN LATERAL (SELECT n.grant_id, n.item_version_id, n.item_id FROM entitlement n WHERE n.grant_id = g.id AND n.feed_seq IS NULL
                AND NOT n.retired AND (n.embargo_until IS NULL OR n.embargo_until <= moment) LIMIT batch) due
              ORDER BY due.item_version_id LIMIT batch LOOP
            -- In the feed already, through another basis: the entry now rests on this grant too.
            SELECT seq INTO place FROM feed_entry WHERE team_id = team AND item_id = e.item_id AND item_version_id = e.item_version_id
              AND kind IN ('added', 'updated') AND NOT superseded;
            IF NOT FOUND THEN place := app.feed_show(team, e.item_version_id, 'grant', moment); END IF;
            UPDATE entitlement SET feed_seq = place WHERE grant_id = e.grant_id AND item_version_id = e.item_version_id;
          END LOOP;
        END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.drain_entitlements(uuid, timestamptz, int), app.drain_copies(uuid, timestamptz, int), app.drain_public(timestamptz, int),
        app.feed_show(uuid, uuid, text, timestamptz),
        app.feed_append(uuid, text, text, item_version, uuid, uuid, text, uuid, timestamptz);
    `);
  }
}
