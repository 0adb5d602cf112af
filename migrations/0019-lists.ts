import { shown } from './0010-shown-entry';

type Order = 'ASC' | 'DESC';

/** By the index of the words, and only what a list would show. */
const sharedByWords = (order: Order) => `
  RETURN QUERY SELECT ${shown('e')} FROM item_words w
    JOIN variant_version s ON s.id = w.id
    JOIN feed_entry e ON e.team_id = team AND e.variant_id = s.variant_id AND e.variant_version_id = s.id AND NOT e.superseded
    WHERE (w.tokens @> mine OR w.tokens @> everybodys) AND e.kind IN ('added', 'updated') AND e.item_kind = wanted_kind
      AND e.seq > above AND e.seq < below
      AND (e.basis = 'public' OR EXISTS (SELECT 1 FROM entitlement n WHERE n.item_version_id = e.item_version_id
        AND n.reader_id = team AND n.feed_seq = e.seq AND NOT n.retired AND n.slice_id = ANY (open)
        AND (NOT n.gated OR app.gate_is_open(n, moment))))
    ORDER BY e.seq ${order} LIMIT size - found_rows`;

/** The viewer's own items from a place on, in order; each with its latest version. */
const ownWalk = (order: Order) => `
  SELECT array_agg(s.id ORDER BY s.created_at ${order}, s.id ${order}) INTO seen FROM (
    SELECT i.id, i.created_at FROM item i WHERE i.owner_id = app.viewer_org() AND i.kind = wanted_kind
      AND (i.created_at, i.id) > (low_at, low_id) AND (i.created_at, i.id) < (high_at, high_id)
    ORDER BY i.created_at ${order}, i.id ${order} LIMIT look) s;
  RETURN QUERY SELECT v.item_id, v.id FROM unnest(seen) WITH ORDINALITY AS s(id, n)
    CROSS JOIN LATERAL (SELECT o.* FROM item_version o WHERE o.item_id = s.id ORDER BY o.number DESC LIMIT 1) v
    JOIN item_words w ON w.id = v.id
    WHERE w.tokens @> mine AND v.created_at >= changed_since AND v.created_at < changed_until ORDER BY s.n LIMIT size`;
const ownByWords = (order: Order) => `
  RETURN QUERY SELECT v.item_id, v.id FROM item_version v
    JOIN item i ON i.id = v.item_id JOIN item_words w ON w.id = v.id
    WHERE v.owner_id = app.viewer_org() AND v.created_at >= changed_since AND v.created_at < changed_until AND w.tokens @> mine
      AND i.kind = wanted_kind AND (i.created_at, i.id) > (low_at, low_id) AND (i.created_at, i.id) < (high_at, high_id)
      AND NOT EXISTS (SELECT 1 FROM item_version o WHERE o.item_id = v.item_id AND o.number > v.number)
    ORDER BY i.created_at ${order}, i.id ${order} LIMIT size - found_rows`;

/**
 * Filtered lists. First the next entries that the reader sees anyway are sifted, at most `look` of them: that is enough
 * for what is frequent. For what is rare the rest is found by the index of the words. Both give the same rows.
 */
export const LISTS = `
  CREATE FUNCTION app.shared_list(moment timestamptz, wanted_kind text, place bigint, newest boolean,
      since timestamptz, until timestamptz, labels text[], said text, size int, look int) RETURNS SETOF app.shown_entry
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    DECLARE team uuid := app.viewer_org(); above bigint := 0; below bigint := 9223372036854775807; wanted text[] := app.wanted(labels, said);
      mine text[]; everybodys text[]; open uuid[]; seen app.shown_entry[]; found_rows int;
    BEGIN
      IF wanted IS NULL THEN RETURN; END IF;
      -- Places rise with the instants at which entries came in.
      IF since IS NOT NULL THEN
        above := COALESCE((SELECT e.seq FROM feed_entry e WHERE e.team_id = team AND e.date_added < app.micros(since)
          ORDER BY e.date_added DESC LIMIT 1), above);
      END IF;
      IF until IS NOT NULL THEN
        below := COALESCE((SELECT e.seq FROM feed_entry e WHERE e.team_id = team AND e.date_added >= app.micros(until)
          ORDER BY e.date_added LIMIT 1), below);
      END IF;
      IF place IS NOT NULL AND newest THEN below := LEAST(below, place); END IF;
      IF place IS NOT NULL AND NOT newest THEN above := GREATEST(above, place); END IF;
      IF wanted = '{}' THEN
        RETURN QUERY SELECT * FROM app.shared_page(team, moment, above, below, newest, size, wanted_kind);
        RETURN;
      END IF;
      mine := app.marked(team, wanted);
      everybodys := app.marked(app.public_team(), wanted);
      SELECT array_agg(e ORDER BY e.seq * CASE WHEN newest THEN -1 ELSE 1 END) INTO seen
        FROM app.shared_page(team, moment, above, below, newest, look, wanted_kind) e;
      IF seen IS NULL THEN RETURN; END IF;
      RETURN QUERY SELECT ${shown('e')} FROM unnest(seen) AS e JOIN item_words w ON w.id = e.variant_version_id
        WHERE w.tokens @> mine OR w.tokens @> everybodys ORDER BY e.seq * CASE WHEN newest THEN -1 ELSE 1 END LIMIT size;
      GET DIAGNOSTICS found_rows = ROW_COUNT;
      IF found_rows >= size OR cardinality(seen) < look THEN RETURN; END IF;
      open := app.servable_slices(team, moment);
      IF newest THEN
        below := (seen[cardinality(seen)]).seq;
        ${sharedByWords('DESC')};
      ELSE
        above := (seen[cardinality(seen)]).seq;
        ${sharedByWords('ASC')};
      END IF;
    END $$;

  CREATE FUNCTION app.own_list(wanted_kind text, place_at timestamptz, place_id uuid, newest boolean, made_since timestamptz,
      made_until timestamptz, changed_since timestamptz, changed_until timestamptz, labels text[], said text, size int, look int)
    RETURNS TABLE (item_id uuid, version_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    #variable_conflict use_column
    DECLARE nil CONSTANT uuid := '00000000-0000-0000-0000-000000000000'; wanted text[] := app.wanted(labels, said);
      low_at timestamptz := made_since; low_id uuid := nil; high_at timestamptz := made_until; high_id uuid := nil;
      mine text[]; seen uuid[]; found_rows int;
    BEGIN
      IF wanted IS NULL THEN RETURN; END IF;
      IF place_at IS NOT NULL AND newest THEN
        high_at := place_at;
        high_id := place_id;
      ELSIF place_at IS NOT NULL THEN
        low_at := place_at;
        low_id := place_id;
      END IF;
      mine := app.marked(app.viewer_org(), wanted);
      IF newest THEN
        ${ownWalk('DESC')};
      ELSE
        ${ownWalk('ASC')};
      END IF;
      GET DIAGNOSTICS found_rows = ROW_COUNT;
      IF found_rows >= size OR seen IS NULL OR cardinality(seen) < look THEN RETURN; END IF;
      SELECT i.created_at, i.id INTO place_at, place_id FROM item i WHERE i.id = seen[cardinality(seen)];
      IF newest THEN
        high_at := place_at;
        high_id := place_id;
        ${ownByWords('DESC')};
      ELSE
        low_at := place_at;
        low_id := place_id;
        ${ownByWords('ASC')};
      END IF;
    END $$;
`;

export const NO_LISTS = `
  DROP FUNCTION
    app.own_list(text, timestamptz, uuid, boolean, timestamptz, timestamptz, timestamptz, timestamptz, text[], text, int, int),
    app.shared_list(timestamptz, text, bigint, boolean, timestamptz, timestamptz, text[], text, int, int);
`;
