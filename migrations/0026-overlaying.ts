/** All that a restriction withholds; its number and clause withhold nothing. */
const RESTRICTS = 'direction, any_information_type, information_types, least_tlp, abroad, countries, public';
const restrictionsOf = (overlay: string) =>
  `SELECT ${RESTRICTS} FROM overlay_restriction WHERE overlay_id = ${overlay}`;

/** Whom sharing between the organization, o, and others reaches: readers of grants, and constituents below them. */
const readersOf = (grants: string) => `
  SELECT g.to_id AS id FROM exchange_grant g WHERE ${grants}
  UNION SELECT c.id FROM exchange_grant g JOIN organization c ON c.parent_id = g.to_id WHERE ${grants}`;
const WITH_IT = 'o IN (g.from_id, g.to_id)';
const ORIGINATORS = `SELECT o AS id UNION SELECT g.from_id FROM exchange_grant g WHERE g.to_id = o`;

/** What follows when a version of a national overlay comes to count. */
export const OVERLAYING = `
  -- Waits, in the order of all locks, until no answer is on its way to whom the overlay may withhold something from, and
  -- until nothing is released or fed that it may be about.
  CREATE FUNCTION app.hold_for_overlay() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE o constant uuid := app.viewer_org();
    BEGIN
      PERFORM pg_advisory_xact_lock(app.lock_key('serve:' || t.id)) FROM (SELECT id FROM (${readersOf(WITH_IT)}) r ORDER BY id) t;
      PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || t.id)) FROM (SELECT id FROM (${ORIGINATORS}) r ORDER BY id) t;
      PERFORM pg_advisory_xact_lock(app.lock_key('feed:' || app.public_team()));
      PERFORM pg_advisory_xact_lock(app.lock_key('feed:' || t.id)) FROM (
        SELECT id FROM (${readersOf(`g.from_id IN (${ORIGINATORS})`)}) r WHERE id <> app.public_team() ORDER BY id) t;
    END $$;

  -- What was released to the public is barred from it, or no longer. Who was told of it is told that it is no longer
  -- shared; under a grant that still admits it, it comes in anew. What may be public again enters the feed again, unless
  -- nobody was told meanwhile.
  CREATE FUNCTION app.bar_from_public(originator uuid, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE barred uuid[];
    BEGIN
      WITH changed AS (
        UPDATE release r SET barred_by_law = NOT r.barred_by_law,
          public_seq = CASE WHEN r.barred_by_law AND NOT EXISTS (SELECT 1 FROM feed_entry e
            WHERE e.team_id = app.public_team() AND e.seq = r.public_seq AND NOT e.superseded) THEN NULL ELSE r.public_seq END
        FROM item_version v
        WHERE v.id = r.item_version_id AND r.owner_id = originator AND r.public
          AND app.overlay_bars_public(v.information_type, v.tlp, originator) <> r.barred_by_law
        RETURNING r.item_version_id, r.barred_by_law, r.superseded_at)
      SELECT array_agg(item_version_id) FILTER (WHERE barred_by_law AND superseded_at IS NULL) INTO barred FROM changed;
      IF barred IS NULL THEN RETURN; END IF;
      INSERT INTO feed_review
        SELECT app.public_team(), v.item_id, moment FROM item_version v WHERE v.id = ANY (barred)
        UNION SELECT s.team_id, s.item_id, moment FROM variant s JOIN item_version v ON v.item_id = s.item_id WHERE v.id = ANY (barred)
        ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before);
      -- What was never disclosed to the public is taken out of all feeds without a word, as out of its own.
      UPDATE feed_entry e SET superseded = true FROM variant s
        WHERE s.id = e.variant_id AND s.team_id = app.public_team() AND e.item_version_id = ANY (barred) AND e.basis = 'public' AND NOT e.superseded
          AND NOT EXISTS (SELECT 1 FROM disclosure d JOIN variant_version n ON n.id = d.variant_version_id WHERE n.variant_id = s.id);
      UPDATE feed_entry e SET superseded = true FROM variant s
        WHERE s.id = e.variant_id AND s.team_id = e.team_id AND s.team_id <> app.public_team()
          AND e.item_version_id = ANY (barred) AND e.basis = 'public' AND NOT e.superseded AND e.kind IN ('added', 'updated')
          AND EXISTS (SELECT 1 FROM app.admitting_lanes(e.team_id, e.item_id, moment) a WHERE a.item_version_id = e.item_version_id);
      UPDATE entitlement n SET feed_seq = NULL, elsewhere = false, late = false
        WHERE n.item_version_id = ANY (barred) AND NOT n.retired AND n.feed_seq IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM feed_entry e
            WHERE e.team_id = n.reader_id AND e.seq = n.feed_seq AND e.basis = 'grant' AND NOT e.superseded);
      PERFORM app.make_due(NULL, v.item_id, moment) FROM item_version v WHERE v.id = ANY (barred);
    END $$;

  -- Settles by the overlay in force what may have changed with it since the former: of items of the types that a changed
  -- restriction is about, what the organization sends, and what others send to it.
  CREATE FUNCTION app.settle_overlay(o uuid, former uuid, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE in_force constant uuid := app.overlay_in_force(o); d record; giver uuid; concerned uuid[];
    BEGIN
      FOR d IN SELECT direction, bool_or(any_information_type) AS any_type, array_agg(DISTINCT t) FILTER (WHERE t IS NOT NULL) AS types
          FROM ((${restrictionsOf('in_force')} EXCEPT ${restrictionsOf('former')})
            UNION ALL (${restrictionsOf('former')} EXCEPT ${restrictionsOf('in_force')})) c
          LEFT JOIN LATERAL unnest(c.information_types) AS t ON true
          GROUP BY direction ORDER BY direction DESC LOOP
        FOR giver IN SELECT r.id FROM (${ORIGINATORS}) r WHERE (r.id = o) = (d.direction = 'sending') ORDER BY r.id LOOP
          SELECT array_agg(v.id) INTO concerned FROM release r JOIN item_version v ON v.id = r.item_version_id
            WHERE r.owner_id = giver AND (d.any_type OR v.information_type = ANY (d.types)
              OR v.parts > 0 AND EXISTS (SELECT 1 FROM item_part p WHERE p.item_version_id = v.id AND p.information_type = ANY (d.types)));
          IF concerned IS NOT NULL THEN PERFORM app.remake_entitlements(giver, concerned, moment); END IF;
        END LOOP;
      END LOOP;
      PERFORM app.bar_from_public(o, moment);
    END $$;

  -- The caller holds what app.hold_for_overlay holds, and has recorded or confirmed the version.
  CREATE FUNCTION app.after_overlay(added uuid, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE counted overlay_counted;
    BEGIN
      SELECT * INTO counted FROM overlay_counted c WHERE c.id = added;
      PERFORM app.require_actor(counted.organization_id = app.viewer_org());
      PERFORM app.settle_overlay(counted.organization_id, (SELECT c.id FROM overlay_counted c
        WHERE c.organization_id = counted.organization_id AND c.number < counted.number ORDER BY c.number DESC LIMIT 1), moment);
    END $$;
`;

export const NO_OVERLAYING = `
  DROP FUNCTION app.after_overlay(uuid, timestamptz), app.settle_overlay(uuid, uuid, timestamptz),
    app.bar_from_public(uuid, timestamptz), app.hold_for_overlay();
`;
