/** Readers who are still to be told of one of these items: they are told before what it is told by changes. */
const TOLD_FIRST = `
  PERFORM app.drain_notices(d.team_id, moment), app.drain_reviews(d.team_id, moment)
    FROM (SELECT DISTINCT r.team_id FROM feed_review r JOIN item_version v ON v.item_id = r.item_id
        JOIN feed f ON f.team_id = r.team_id
      WHERE v.id = ANY (versions) AND r.not_before <= moment AND r.team_id <> app.public_team() ORDER BY r.team_id) d`;

const FORMER = 'CREATE TEMP TABLE former_entitlement (LIKE entitlement) ON COMMIT DROP';
const TAKE = `
  WITH taken AS (DELETE FROM entitlement WHERE item_version_id = ANY (versions) RETURNING *)
  INSERT INTO former_entitlement SELECT * FROM taken`;
/** Of many it is asked at once: it makes what is missing, and nothing that is there. */
const MAKE = `
  IF cardinality(versions) > 500 THEN
    PERFORM app.entitle(originator, NULL, NULL, moment);
  ELSE
    PERFORM app.entitle(originator, v, NULL, moment) FROM unnest(versions) AS v;
  END IF`;

/** What is still admitted keeps its place in the feed, and since when it stands. */
const KEEP = `
  UPDATE entitlement e SET made_at = f.made_at, feed_seq = f.feed_seq, elsewhere = f.elsewhere, late = f.late,
    retired = e.retired OR f.retired
  FROM former_entitlement f WHERE f.grant_id = e.grant_id AND f.item_version_id = e.item_version_id AND f.reader_id = e.reader_id`;

const LOST = `SELECT f.* FROM former_entitlement f WHERE NOT EXISTS (
  SELECT 1 FROM entitlement e WHERE e.grant_id = f.grant_id AND e.item_version_id = f.item_version_id AND e.reader_id = f.reader_id)`;

const COUNTS = `
  SELECT count(f.grant_id) FILTER (WHERE e.grant_id IS NOT NULL), count(f.grant_id) FILTER (WHERE e.grant_id IS NULL),
    count(*) FILTER (WHERE f.grant_id IS NULL) INTO kept, lost, gained
  FROM former_entitlement f FULL JOIN (SELECT grant_id, item_version_id, reader_id FROM entitlement WHERE item_version_id = ANY (versions)) e
    ON e.grant_id = f.grant_id AND e.item_version_id = f.item_version_id AND e.reader_id = f.reader_id`;

/** What is lost, and which agreements in force admit it still, paused or not. */
const LOST_AND_ADMITTING = `
  lost AS (${LOST}),
  in_force AS MATERIALIZED (SELECT r.reader_id, g.grant_id, x.agreement_id
    FROM (SELECT DISTINCT reader_id FROM lost) r CROSS JOIN LATERAL app.grants_in_force(r.reader_id, moment) g
    JOIN exchange_grant x ON x.id = g.grant_id),
  admitting AS (SELECT n.reader_id, n.item_version_id, i.agreement_id FROM entitlement n
    JOIN in_force i ON i.grant_id = n.grant_id AND i.reader_id = n.reader_id
    WHERE NOT n.retired AND (NOT n.gated OR app.gate_is_open(n, moment)) AND n.item_version_id IN (SELECT item_version_id FROM lost))`;

/**
 * An entry that came in under an agreement which admits it no more, while another in force does: it leaves that lane,
 * and comes in anew under the other, once that is not paused.
 */
const MOVE = `
  WITH ${LOST_AND_ADMITTING},
    moved AS (UPDATE feed_entry e SET superseded = true
      FROM lost l JOIN exchange_grant g ON g.id = l.grant_id
        JOIN feed_lane n ON n.team_id = l.reader_id AND n.owner_id = l.owner_id AND n.agreement_id = g.agreement_id AND n.types = l.types
      WHERE e.team_id = l.reader_id AND e.seq = l.feed_seq AND e.lane = n.lane AND NOT e.superseded AND NOT l.retired
        AND e.kind IN ('added', 'updated')
        AND EXISTS (SELECT 1 FROM admitting a WHERE a.reader_id = l.reader_id AND a.item_version_id = l.item_version_id)
        AND NOT EXISTS (SELECT 1 FROM admitting a WHERE a.reader_id = l.reader_id AND a.item_version_id = l.item_version_id
          AND a.agreement_id = g.agreement_id)
      RETURNING e.team_id, e.item_version_id),
    anew AS (UPDATE entitlement n SET feed_seq = NULL, elsewhere = false, late = false FROM moved m
      WHERE n.reader_id = m.team_id AND n.item_version_id = m.item_version_id AND NOT n.retired
      RETURNING n.reader_id, n.slice_id)
  INSERT INTO feed_due (team_id, slice_id, not_before) SELECT DISTINCT reader_id, slice_id, '-infinity'::timestamptz FROM anew
  ON CONFLICT (team_id, slice_id) DO UPDATE SET not_before = LEAST(feed_due.not_before, EXCLUDED.not_before), changes = feed_due.changes + 1`;

/**
 * Who was told of what is lost is told that it is no longer shared, as after any other loss; but not of what another
 * agreement admits that is only paused, of which a notice tells.
 */
const REVIEW = `
  WITH ${LOST_AND_ADMITTING}
  INSERT INTO feed_review SELECT DISTINCT l.reader_id, l.item_id, moment FROM lost l WHERE NOT l.retired
    AND NOT EXISTS (SELECT 1 FROM admitting a WHERE a.reader_id = l.reader_id AND a.item_version_id = l.item_version_id)
  ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before)`;

/** What is let go of parts is the strictest of all grants that admit their item: more or fewer of them may change it. */
const RESHAPE = `
  INSERT INTO feed_review SELECT DISTINCT s.team_id, s.item_id, moment FROM item_version v JOIN variant s ON s.item_id = v.item_id
    WHERE v.id = ANY (versions) AND v.parts > 0
  ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before)`;

/** app.entitle announces all that it makes; what only kept its place is not due. */
const NOT_DUE = `
  DELETE FROM feed_due d USING grant_slice s, exchange_grant g WHERE s.id = d.slice_id AND g.id = s.grant_id AND g.from_id = originator
    AND app.next_due(d.slice_id, d.team_id, moment) IS NULL`;

/**
 * Entitlements made anew. The rules stand in one place only, app.entitle: what stood is taken away, made anew by it, and
 * compared. All of it is one transaction, so nobody sees what lies between.
 */
export const REMAKING = `
  -- With the rights of who calls, whom the tables have to let do it. The caller holds the originator and the feeds of its readers.
  CREATE FUNCTION app.remake_entitlements(originator uuid, versions uuid[], moment timestamptz, OUT gained bigint, OUT lost bigint, OUT kept bigint)
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    #variable_conflict use_variable
    BEGIN
      ${[TOLD_FIRST, FORMER, TAKE, MAKE, KEEP, COUNTS, MOVE, REVIEW, RESHAPE, NOT_DUE].map((step) => step.trim()).join(';\n      ')};
      DROP TABLE pg_temp.former_entitlement;
    END $$;
`;

export const NO_REMAKING = 'DROP FUNCTION app.remake_entitlements(uuid, uuid[], timestamptz)';
