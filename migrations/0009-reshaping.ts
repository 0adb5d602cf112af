/** What a team has of an item's parts follows the terms in force: at the instant at which those change, it is told anew. */
export const RESHAPING = `
  -- Looks again at a shown item with parts when the terms that admit it, or the consents of its victims, change next.
  CREATE FUNCTION app.review_next_shape(team uuid, v item_version, moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      INSERT INTO feed_review (team_id, item_id, not_before)
        SELECT team, v.item_id, min(change.at) FROM (
          SELECT term.at FROM entitlement n JOIN exchange_grant g ON g.id = n.grant_id
            JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
            CROSS JOIN LATERAL (SELECT unnest(ARRAY[t.valid_from, t.valid_until]) UNION ALL
              SELECT unnest(ARRAY[f.valid_from, f.valid_until]) FROM app.narrowing_grants(g) c
              JOIN terms_in_force f ON f.terms_version_id = c.terms_version_id) AS term(at)
            WHERE v.parts > 0 AND n.item_version_id = v.id AND n.reader_id IN (team, app.parent_of(team))
          UNION ALL SELECT consent.at FROM counted_victim_consent c
            CROSS JOIN LATERAL (VALUES (c.valid_from), (c.valid_until)) AS consent(at)
            WHERE v.parts > 0 AND c.item_id = v.item_id) change
        WHERE change.at > moment
        HAVING min(change.at) IS NOT NULL
      ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before) $$;

  -- Looks again, at an instant at which terms of an agreement change, at every item with parts that they admit.
  CREATE FUNCTION app.review_shapes(changed uuid, moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      INSERT INTO feed_review (team_id, item_id, not_before)
        SELECT DISTINCT s.team_id, n.item_id, moment FROM item_version v
        JOIN entitlement n ON n.item_version_id = v.id AND NOT n.retired JOIN exchange_grant g ON g.id = n.grant_id
        CROSS JOIN LATERAL (SELECT n.reader_id AS team_id UNION SELECT c.constituent_id FROM passing_on c
          WHERE c.item_id = n.item_id AND c.parent_id = n.reader_id) s
        WHERE v.parts > 0 AND g.agreement_id = changed
      ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before) $$;

  -- Tells a version anew whose shape is another now; true if it was told. It comes in under a grant that admits it, one that
  -- is not paused if there is one, and whatever rested on the former entry rests on this one.
  CREATE FUNCTION app.feed_reshape(team uuid, e feed_entry, moment timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE v item_version; admitting record; in_lane int; place bigint;
    BEGIN
      SELECT * INTO v FROM item_version WHERE id = e.item_version_id AND parts > 0;
      IF NOT FOUND OR e.kind NOT IN ('added', 'updated') THEN RETURN false; END IF;
      -- What everybody has of parts changes with the law of the originator alone; other feeds repeat it.
      IF team = app.public_team() AND EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = v.id AND r.public AND NOT r.barred_by_law
          AND r.superseded_at IS NULL AND (NOT r.gated OR app.publicly_consented(r.item_id, moment))) AND app.shape_of(team, v.id, moment) <> (SELECT shape FROM variant_version WHERE id = e.variant_version_id) THEN
        PERFORM app.feed_show(team, v.id, 'public', NULL, moment);
        RETURN true;
      END IF;
      IF e.basis <> 'grant' THEN RETURN false; END IF;
      SELECT g.from_id, x.agreement_id, n.types INTO admitting FROM app.grants_in_force(team, moment) g
        JOIN entitlement n ON n.grant_id = g.grant_id AND n.item_version_id = v.id AND n.reader_id = team AND NOT n.retired
          AND (NOT n.gated OR app.gate_is_open(n, moment))
        JOIN exchange_grant x ON x.id = g.grant_id
        ORDER BY g.paused OR n.types && g.withheld, g.priority, g.valid_from, g.grant_id LIMIT 1;
      IF NOT FOUND THEN RETURN false; END IF;
      PERFORM app.review_next_shape(team, v, moment);
      IF app.shape_of(team, v.id, moment) = (SELECT shape FROM variant_version WHERE id = e.variant_version_id) THEN RETURN false; END IF;
      in_lane := app.lane_of(team, admitting.from_id, admitting.agreement_id, admitting.types);
      place := app.feed_show(team, v.id, 'grant', in_lane, moment);
      UPDATE entitlement n SET feed_seq = place, elsewhere = g.agreement_id <> admitting.agreement_id, late = false
        FROM exchange_grant g WHERE g.id = n.grant_id AND n.item_version_id = v.id AND n.reader_id = team AND n.feed_seq IS NOT NULL;
      UPDATE feed_entry SET elsewhere = true WHERE team_id = team AND seq = place AND EXISTS (
        SELECT 1 FROM entitlement n WHERE n.item_version_id = v.id AND n.reader_id = team AND n.feed_seq = place AND n.elsewhere);
      RETURN true;
    END $$;
`;

export const NO_RESHAPING = `
  DROP FUNCTION app.feed_reshape(uuid, feed_entry, timestamptz), app.review_shapes(uuid, timestamptz),
    app.review_next_shape(uuid, item_version, timestamptz);
`;
