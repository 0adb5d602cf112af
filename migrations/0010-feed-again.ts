import { shown } from './0010-shown-entry';

/** The columns of an entry that is told at a place of its own, `a`. */
const AT_ANOTHER_PLACE = shown('e', { seq: 'a.seq', date_added: 'a.date_added' });

/** What a cursor has not been told that went past it while it was hidden: under the agreement that hid it, or another. */
export const FEED_AGAIN = `
  -- Whether a cursor that has gone up to a place went past another while one of these lanes was not held back from it.
  CREATE FUNCTION app.passed_open(place bigint, by_lanes int[], gone bigint, lanes int[], froms bigint[], uptos bigint[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
      SELECT place <= gone AND EXISTS (SELECT 1 FROM unnest(by_lanes) AS l WHERE NOT EXISTS (
        SELECT 1 FROM unnest(lanes, froms, uptos) AS h(lane, from_seq, upto_seq)
        WHERE h.lane = l AND place > h.from_seq AND (h.upto_seq IS NULL OR place <= h.upto_seq))) $$;

  -- The lanes that show an entry at its own place: that on which it came in, and others that admitted it then.
  CREATE FUNCTION app.entry_lanes(e feed_entry) RETURNS int[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT ARRAY(SELECT e.lane UNION
        SELECT l.lane FROM entitlement n JOIN exchange_grant g ON g.id = n.grant_id
          JOIN feed_lane l ON l.team_id = e.team_id AND l.owner_id = g.from_id AND l.agreement_id = g.agreement_id AND l.types = n.types
        WHERE e.elsewhere AND n.item_version_id = e.item_version_id AND n.reader_id = e.team_id AND n.feed_seq = e.seq
          AND n.elsewhere AND NOT n.late) $$;

  -- Whether a lane admits an entry at the instant that came in on another.
  CREATE FUNCTION app.lane_admits(e feed_entry, in_lane int, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT e.kind IN ('added', 'updated') AND NOT e.superseded AND EXISTS (
        SELECT 1 FROM feed_lane l JOIN exchange_grant g ON g.agreement_id = l.agreement_id AND g.from_id = l.owner_id
          JOIN entitlement n ON n.grant_id = g.id AND n.reader_id = l.team_id AND n.types = l.types AND (NOT n.gated OR app.gate_is_open(n, moment)) AND n.item_version_id = e.item_version_id AND n.feed_seq = e.seq AND NOT n.retired
        WHERE l.team_id = e.team_id AND l.lane = in_lane AND n.slice_id = ANY (app.servable_slices(e.team_id, moment))) $$;

  -- What is to be told once more to a cursor that stands after a place, up to another: what it went past while it was hidden, or
  -- will on this page. shut are the lanes that are closed; the others say what the cursor was not told while they were.
  CREATE FUNCTION app.feed_again_page(team uuid, moment timestamptz, after bigint, upto bigint, shut int[], lanes int[], froms bigint[],
      uptos bigint[], size int) RETURNS SETOF app.shown_entry
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT ${AT_ANOTHER_PLACE}
      FROM feed_again a JOIN feed_entry e ON e.team_id = a.team_id AND e.seq = a.of_seq AND NOT e.superseded
      WHERE app.reads_as(team) AND a.team_id = team AND a.seq > after AND (upto IS NULL OR a.seq <= upto) AND a.lane <> ALL (shut)
        AND app.lane_admits(e, a.lane, moment)
        AND NOT app.passed_open(e.seq, app.entry_lanes(e), after, lanes, froms, uptos)
        AND NOT (e.seq > after AND NOT app.entry_lanes(e) <@ shut)
        AND NOT EXISTS (SELECT 1 FROM feed_again o WHERE o.team_id = team AND o.of_seq = a.of_seq AND o.seq <> a.seq
          AND (app.passed_open(o.seq, ARRAY[o.lane], after, lanes, froms, uptos)
            OR (o.seq > after AND o.seq < a.seq AND o.lane <> ALL (shut) AND app.lane_admits(e, o.lane, moment))))
      ORDER BY a.seq LIMIT size $$;

  -- What a cursor that has gone up to a place went past while its lanes were closed, (froms, uptos] in each, and may be told now:
  -- open is which of the lanes are. What another lane showed when the cursor went past, it was told then.
  CREATE FUNCTION app.feed_catch_up(team uuid, moment timestamptz, gone bigint, lanes int[], froms bigint[], uptos bigint[], open int[],
      size int) RETURNS SETOF app.shown_entry
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      WITH held AS (SELECT * FROM unnest(lanes, froms, uptos) AS h(lane, from_seq, upto_seq)),
        -- What is held back still once open lanes have caught up.
        still AS (SELECT COALESCE(array_agg(lane), '{}') AS lanes, COALESCE(array_agg(from_seq), '{}') AS froms,
          COALESCE(array_agg(upto_seq), '{}') AS uptos FROM held WHERE lane <> ALL (open))
      SELECT DISTINCT ON (p.seq) ${shown('p')} FROM (
        SELECT s.* FROM held h CROSS JOIN LATERAL (
          SELECT ${shown('e')} FROM feed_entry e WHERE e.team_id = team AND e.lane = h.lane AND e.seq > h.from_seq AND e.seq <= h.upto_seq
            AND NOT e.superseded AND NOT e.correction
            AND NOT (e.elsewhere AND app.passed_open(e.seq, array_remove(app.entry_lanes(e), h.lane), gone, lanes, froms, uptos))
            AND NOT EXISTS (SELECT 1 FROM feed_again a WHERE a.team_id = team AND a.of_seq = e.seq
              AND app.passed_open(a.seq, ARRAY[a.lane], gone, lanes, froms, uptos))
          ORDER BY e.seq LIMIT size) s
        WHERE h.lane = ANY (open)
        UNION ALL
        SELECT s.* FROM held h JOIN feed_lane l ON l.team_id = team AND l.lane = h.lane CROSS JOIN LATERAL (
          SELECT ${shown('e')} FROM entitlement n JOIN exchange_grant g ON g.id = n.grant_id AND g.agreement_id = l.agreement_id AND g.from_id = l.owner_id
            JOIN feed_entry e ON e.team_id = team AND e.seq = n.feed_seq AND NOT e.superseded
            -- Hidden in its own lane as well, then and now.
            JOIN held o ON o.lane = e.lane AND e.seq > o.from_seq AND (o.upto_seq IS NULL OR e.seq <= o.upto_seq) AND o.lane <> ALL (open)
          WHERE n.reader_id = team AND n.types = l.types AND n.elsewhere AND NOT n.late AND NOT n.retired AND n.feed_seq > h.from_seq AND n.feed_seq <= h.upto_seq
            AND n.slice_id = ANY (app.servable_slices(team, moment)) AND (NOT n.gated OR app.gate_is_open(n, moment))
            AND NOT EXISTS (SELECT 1 FROM feed_again a WHERE a.team_id = team AND a.of_seq = e.seq
              AND app.passed_open(a.seq, ARRAY[a.lane], gone, lanes, froms, uptos))
          ORDER BY n.feed_seq LIMIT size) s
        WHERE h.lane = ANY (open)
        UNION ALL
        SELECT s.* FROM held h CROSS JOIN LATERAL (
          SELECT ${AT_ANOTHER_PLACE}
          FROM feed_again a JOIN feed_entry e ON e.team_id = a.team_id AND e.seq = a.of_seq AND NOT e.superseded, still
          WHERE a.team_id = team AND a.lane = h.lane AND a.seq > h.from_seq AND a.seq <= h.upto_seq
            AND app.lane_admits(e, a.lane, moment)
            -- Told already, or about to be where it first came in.
            AND NOT app.passed_open(e.seq, app.entry_lanes(e), gone, still.lanes, still.froms, still.uptos)
            AND NOT EXISTS (SELECT 1 FROM feed_again o WHERE o.team_id = team AND o.of_seq = a.of_seq AND o.seq <> a.seq
              AND (app.passed_open(o.seq, ARRAY[o.lane], gone, lanes, froms, uptos)
                OR (o.seq < a.seq AND app.passed_open(o.seq, ARRAY[o.lane], gone, still.lanes, still.froms, still.uptos))))
          ORDER BY a.seq LIMIT size) s
        WHERE h.lane = ANY (open)
      ) p WHERE app.reads_as(team) ORDER BY p.seq LIMIT size $$;
`;

export const NO_FEED_AGAIN = `
  DROP FUNCTION app.feed_catch_up(uuid, timestamptz, bigint, int[], bigint[], bigint[], int[], int),
    app.feed_again_page(uuid, timestamptz, bigint, bigint, int[], int[], bigint[], bigint[], int),
    app.lane_admits(feed_entry, int, timestamptz), app.entry_lanes(feed_entry),
    app.passed_open(bigint, int[], bigint, int[], bigint[], bigint[]);
`;
