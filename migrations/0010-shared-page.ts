import { shown } from './0010-shown-entry';

/**
 * A short ordered range per slice of a grant that lets something go and one for what is public, merged; each row is of an entry that is shown now.
 * OFFSET 0 keeps the look-up of an entry one by its place: merged, it would walk all that lies beside a short lane.
 */
const inOrder = (order: 'ASC' | 'DESC') => `
  SELECT DISTINCT ON (p.seq) ${shown('p')} FROM (
    (SELECT e.* FROM feed_entry e WHERE e.team_id = team AND e.seq > above AND e.seq < below AND NOT e.superseded
       AND e.basis = 'public' AND e.kind IN ('added', 'updated') AND e.item_kind = wanted_kind ORDER BY e.seq ${order} LIMIT size)
    UNION ALL
    SELECT s.* FROM unnest(app.servable_slices(team, moment)) AS g(id) CROSS JOIN LATERAL (
      SELECT e.* FROM entitlement n CROSS JOIN LATERAL (SELECT f.* FROM feed_entry f WHERE f.team_id = team AND f.seq = n.feed_seq
        AND NOT f.superseded AND f.kind IN ('added', 'updated') OFFSET 0) e
      WHERE n.slice_id = g.id AND n.reader_id = team AND (NOT n.gated OR app.gate_is_open(n, moment)) AND n.feed_seq > above AND n.feed_seq < below AND NOT n.retired AND n.item_kind = wanted_kind
      ORDER BY n.feed_seq ${order} LIMIT size) s
  ) p ORDER BY p.seq ${order} LIMIT size`;

/** What others share with a team, between two places of its feed: what a list shows. */
export const SHARED_PAGE = `
  CREATE FUNCTION app.shared_page(team uuid, moment timestamptz, above bigint, below bigint, newest boolean, size int, wanted_kind text)
    RETURNS SETOF app.shown_entry
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
    BEGIN
      IF newest THEN
        RETURN QUERY ${inOrder('DESC')};
      ELSE
        RETURN QUERY ${inOrder('ASC')};
      END IF;
    END $$;
`;

export const NO_SHARED_PAGE =
  'DROP FUNCTION app.shared_page(uuid, timestamptz, bigint, bigint, boolean, int, text)';
