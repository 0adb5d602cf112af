/** Whether there is something to bring into a team's feed at an instant; written out where a page asks it. */
export const FEED_IS_DUE = `(
  CASE WHEN team = app.public_team() THEN NOT EXISTS (SELECT 1 FROM feed f WHERE f.team_id = team)
    ELSE COALESCE((SELECT f.public_copied FROM feed f WHERE f.team_id = team)
      < COALESCE((SELECT max(e.seq) FROM feed_entry e WHERE e.team_id = app.public_team()), 0), true) END
  OR EXISTS (SELECT 1 FROM feed_notice n WHERE n.team_id = team AND n.not_before <= moment)
  OR EXISTS (SELECT 1 FROM feed_review r WHERE r.team_id IN (team, app.public_team()) AND r.not_before <= moment)
  OR EXISTS (SELECT 1 FROM release r WHERE r.public AND NOT r.barred_by_law AND r.public_seq IS NULL AND r.superseded_at IS NULL AND r.released_at <= moment
       AND (r.embargo_until IS NULL OR r.embargo_until <= moment) AND (NOT r.gated OR app.publicly_consented(r.item_id, moment)))
  OR EXISTS (SELECT 1 FROM feed_due d JOIN grant_slice s ON s.id = d.slice_id JOIN grant_interval i ON i.grant_id = s.grant_id AND i.reader_id = team
       WHERE d.team_id = team AND d.not_before <= moment AND i.opens_at <= moment AND i.closes_at > moment AND NOT s.types && i.withheld))`;

/** Pages of a feed, and what a cursor has gone past while it was hidden. */
export const FEED_PAGES = `
  -- A content entry of a closed lane that an open grant of another lane shows.
  CREATE FUNCTION app.shown_elsewhere(e feed_entry, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT e.elsewhere AND e.kind IN ('added', 'updated') AND EXISTS (
        SELECT 1 FROM entitlement n JOIN grant_interval i ON i.grant_id = n.grant_id AND i.reader_id = n.reader_id
        WHERE n.item_version_id = e.item_version_id AND n.reader_id = e.team_id AND n.feed_seq = e.seq AND NOT n.retired AND NOT n.late
          AND (NOT n.gated OR app.gate_is_open(n, moment))
          AND i.opens_at <= moment AND i.closes_at > moment AND NOT n.types && i.withheld AND app.lets_go(i.channels, i.purposes, app.channel(), app.purpose())) $$;

  -- A page after a place, in order, with the lanes that are closed to the request; or that the feed is due to be drained first, unless
  -- a page of what is there already is wanted anyway. With every
  -- lane open it is a plain page. Where a few entries are hidden, a bounded window is sifted; where most are, the short
  -- lanes and each long open one are merged: its cost does not grow with what lies behind closed lanes.
  CREATE FUNCTION app.feed_page(team uuid, moment timestamptz, after bigint, size int, anyway boolean DEFAULT false)
    RETURNS TABLE (due boolean, closed int[], seq bigint, kind text, basis text, item_id uuid, item_kind text, owner_id uuid,
      item_version_id uuid, variant_id uuid, variant_version_id uuid, notice text, notice_types text[], counterpart_id uuid, about int, date_added bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE shut int[]; long_shut boolean; hidden bigint; total bigint; others boolean; found_rows int := 0; place bigint := after; wanted int := size;
    BEGIN
      PERFORM app.require_actor(app.reads_as(team));
      due := NOT anyway AND ${FEED_IS_DUE};
      IF due THEN
        RETURN NEXT;
        RETURN;
      END IF;
      -- What is closed is written of the lane that lanes of types are parts of.
      SELECT array_agg(DISTINCT l.lane) INTO shut FROM feed_lane_closed c
        JOIN feed_lane l ON l.team_id = c.team_id AND l.of_lane = c.lane AND l.types <> '{}' AND app.closes(c.types, l.types)
        WHERE c.team_id = team AND c.closed_until > moment AND c.closed_from <= moment
          AND (c.channels IS NULL AND c.purposes IS NULL OR NOT app.lets_go(c.channels, c.purposes, app.channel(), app.purpose()));
      closed := shut;
      RETURN NEXT;
      IF shut IS NULL THEN
        RETURN QUERY SELECT NULL::boolean, NULL::int[], e.seq, e.kind, e.basis, e.item_id, e.item_kind, e.owner_id, e.item_version_id, e.variant_id, e.variant_version_id, e.notice, e.notice_types, e.counterpart_id, e.about, e.date_added
          FROM feed_entry e WHERE e.team_id = team AND e.seq > after AND NOT e.superseded ORDER BY e.seq LIMIT size;
        RETURN;
      END IF;
      long_shut := EXISTS (SELECT 1 FROM feed_lane l WHERE l.team_id = team AND l.entries >= 50 AND l.lane = ANY (shut));
      others := long_shut AND (
        EXISTS (SELECT 1 FROM feed_lane l WHERE l.team_id = team AND l.entries >= 50 AND l.lane <> ALL (shut))
        OR EXISTS (SELECT 1 FROM feed_entry e WHERE e.team_id = team AND NOT e.superseded AND e.correction)
        OR EXISTS (SELECT 1 FROM entitlement n WHERE n.reader_id = team AND n.elsewhere AND NOT n.late AND NOT n.retired));
      IF long_shut AND NOT others THEN
        RETURN QUERY SELECT NULL::boolean, NULL::int[], e.seq, e.kind, e.basis, e.item_id, e.item_kind, e.owner_id, e.item_version_id, e.variant_id, e.variant_version_id, e.notice, e.notice_types, e.counterpart_id, e.about, e.date_added
          FROM feed_entry e WHERE e.team_id = team AND e.seq > after AND NOT e.superseded AND NOT e.heavy
            AND (e.lane IS NULL OR e.lane <> ALL (shut)) ORDER BY e.seq LIMIT size;
        RETURN;
      END IF;
      IF long_shut THEN
        SELECT sum(l.entries) FILTER (WHERE l.lane = ANY (shut)), sum(l.entries) INTO hidden, total FROM feed_lane l WHERE l.team_id = team;
      END IF;
      IF NOT long_shut OR hidden * 2 <= total THEN
        RETURN QUERY SELECT NULL::boolean, NULL::int[], w.seq, w.kind, w.basis, w.item_id, w.item_kind, w.owner_id, w.item_version_id, w.variant_id, w.variant_version_id, w.notice, w.notice_types, w.counterpart_id, w.about, w.date_added FROM (
            SELECT * FROM feed_entry e WHERE e.team_id = team AND e.seq > after AND NOT e.superseded ORDER BY e.seq LIMIT 4 * size + 200) w
          WHERE w.lane IS NULL OR w.lane <> ALL (shut) OR w.correction OR (w.elsewhere AND app.shown_elsewhere(w, moment))
          ORDER BY w.seq LIMIT size;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        IF found_rows >= size THEN RETURN; END IF;
        -- Where the window ended; nothing if it reached the end of the feed.
        place := (SELECT e.seq FROM feed_entry e WHERE e.team_id = team AND e.seq > after AND NOT e.superseded
          ORDER BY e.seq OFFSET 4 * size + 199 LIMIT 1);
        IF place IS NULL THEN RETURN; END IF;
        wanted := size - found_rows;
      END IF;
      RETURN QUERY SELECT DISTINCT ON (p.seq) NULL::boolean, NULL::int[], p.seq, p.kind, p.basis, p.item_id, p.item_kind, p.owner_id, p.item_version_id, p.variant_id, p.variant_version_id, p.notice, p.notice_types, p.counterpart_id, p.about, p.date_added FROM (
          (SELECT * FROM feed_entry e WHERE e.team_id = team AND e.seq > place AND NOT e.superseded AND NOT e.heavy
              AND (e.lane IS NULL OR e.lane <> ALL (shut) OR e.correction OR (e.elsewhere AND app.shown_elsewhere(e, moment)))
            ORDER BY e.seq LIMIT wanted)
          UNION ALL
          SELECT s.* FROM feed_lane l CROSS JOIN LATERAL (
            SELECT * FROM feed_entry e WHERE e.team_id = team AND e.lane = l.lane AND e.seq > place AND NOT e.superseded
            ORDER BY e.seq LIMIT wanted) s
          WHERE l.team_id = team AND l.entries >= 50 AND l.lane <> ALL (shut)
          UNION ALL
          (SELECT e.* FROM entitlement n JOIN feed_entry e ON e.team_id = team AND e.seq = n.feed_seq
            WHERE n.reader_id = team AND n.elsewhere AND NOT n.late AND NOT n.retired AND n.feed_seq > place AND NOT e.superseded AND e.heavy
              AND n.slice_id = ANY (app.servable_slices(team, moment)) AND (NOT n.gated OR app.gate_is_open(n, moment))
            ORDER BY n.feed_seq LIMIT wanted)
          UNION ALL
          (SELECT * FROM feed_entry e WHERE e.team_id = team AND e.seq > place AND NOT e.superseded AND e.correction
            ORDER BY e.seq LIMIT wanted)
        ) p ORDER BY p.seq LIMIT wanted;
    END $$;

  -- The agreements that notices in the viewer's own feed tell of.
  CREATE FUNCTION app.lane_agreements(lanes int[]) RETURNS TABLE (lane int, reference text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT l.lane, a.reference FROM feed_lane l JOIN agreement a ON a.id = l.agreement_id
      WHERE l.team_id = app.viewer_org() AND l.lane = ANY (lanes) $$;
`;

export const NO_FEED_PAGES = `
  DROP FUNCTION app.lane_agreements(int[]), app.feed_page(uuid, timestamptz, bigint, int, boolean), app.shown_elsewhere(feed_entry, timestamptz);
`;
