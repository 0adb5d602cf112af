/**
 * The statements of one chunk, in their order. The rules stand in one place only, app.entitle: what stood is taken
 * away, made anew by it, and compared. All of it is one transaction, so nobody sees what lies between.
 */

/**
 * Every feed that the chunk may write into, in the order of the teams. The drain of a feed changes the same rows: with
 * its lock held neither waits for the other in a circle.
 */
export const HOLD_FEEDS = `
  SELECT pg_advisory_xact_lock(app.lock_key('feed:' || t.to_id))
  FROM (SELECT DISTINCT reader.id AS to_id FROM exchange_grant g CROSS JOIN LATERAL app.readers_of(g) AS reader(id)
    WHERE g.from_id = $1 ORDER BY reader.id) t`;

export const VERSIONS = `
  SELECT item_version_id AS id FROM release WHERE owner_id = $1 AND item_version_id > $2 ORDER BY item_version_id LIMIT $3`;

/** Readers who are still to be told of one of these items: they are told before what it is told by changes. */
export const TOLD_FIRST = `
  WITH due AS (SELECT DISTINCT r.team_id FROM feed_review r JOIN item_version v ON v.item_id = r.item_id
      JOIN feed f ON f.team_id = r.team_id
    WHERE v.id = ANY ($1::uuid[]) AND r.not_before <= $2 AND r.team_id <> app.public_team() ORDER BY r.team_id)
  SELECT app.drain_notices(team_id, $2), app.drain_reviews(team_id, $2) FROM due`;

export const FORMER = 'CREATE TEMP TABLE former_entitlement (LIKE entitlement) ON COMMIT DROP';
export const TAKE = `
  WITH taken AS (DELETE FROM entitlement WHERE item_version_id = ANY ($1::uuid[]) RETURNING *)
  INSERT INTO former_entitlement SELECT * FROM taken`;
export const MAKE = 'SELECT sum(app.entitle($1, v, NULL, $3)) AS made FROM unnest($2::uuid[]) AS v';

/** What is still admitted keeps its place in the feed, and since when it stands. */
export const KEEP = `
  UPDATE entitlement e SET made_at = f.made_at, feed_seq = f.feed_seq, elsewhere = f.elsewhere, late = f.late,
    retired = e.retired OR f.retired
  FROM former_entitlement f WHERE f.grant_id = e.grant_id AND f.item_version_id = e.item_version_id AND f.reader_id = e.reader_id`;

const LOST = `SELECT f.* FROM former_entitlement f WHERE NOT EXISTS (
  SELECT 1 FROM entitlement e WHERE e.grant_id = f.grant_id AND e.item_version_id = f.item_version_id AND e.reader_id = f.reader_id)`;

export const COUNTS = `
  SELECT count(f.grant_id) FILTER (WHERE e.grant_id IS NOT NULL) AS kept, count(f.grant_id) FILTER (WHERE e.grant_id IS NULL) AS lost,
    count(*) FILTER (WHERE f.grant_id IS NULL) AS gained
  FROM former_entitlement f FULL JOIN (SELECT grant_id, item_version_id, reader_id FROM entitlement WHERE item_version_id = ANY ($1::uuid[])) e
    ON e.grant_id = f.grant_id AND e.item_version_id = f.item_version_id AND e.reader_id = f.reader_id`;

/** What is lost, and which agreements in force admit it still, paused or not. */
const LOST_AND_ADMITTING = `
  lost AS (${LOST}),
  in_force AS MATERIALIZED (SELECT r.reader_id, g.grant_id, x.agreement_id
    FROM (SELECT DISTINCT reader_id FROM lost) r CROSS JOIN LATERAL app.grants_in_force(r.reader_id, $1) g
    JOIN exchange_grant x ON x.id = g.grant_id),
  admitting AS (SELECT n.reader_id, n.item_version_id, i.agreement_id FROM entitlement n
    JOIN in_force i ON i.grant_id = n.grant_id AND i.reader_id = n.reader_id
    WHERE NOT n.retired AND (NOT n.gated OR app.gate_is_open(n, $1)) AND n.item_version_id IN (SELECT item_version_id FROM lost))`;

/**
 * An entry that came in under an agreement which admits it no more, while another in force does: it leaves that lane,
 * and comes in anew under the other, once that is not paused.
 */
export const MOVE = `
  WITH ${LOST_AND_ADMITTING},
    moved AS (UPDATE feed_entry e SET superseded = true
      FROM lost l JOIN exchange_grant g ON g.id = l.grant_id
        JOIN feed_lane n ON n.team_id = l.reader_id AND n.owner_id = l.owner_id AND n.agreement_id = g.agreement_id
      WHERE e.team_id = l.reader_id AND e.seq = l.feed_seq AND e.lane = n.lane AND NOT e.superseded AND NOT l.retired
        AND e.kind IN ('added', 'updated')
        AND EXISTS (SELECT 1 FROM admitting a WHERE a.reader_id = l.reader_id AND a.item_version_id = l.item_version_id)
        AND NOT EXISTS (SELECT 1 FROM admitting a WHERE a.reader_id = l.reader_id AND a.item_version_id = l.item_version_id
          AND a.agreement_id = g.agreement_id)
      RETURNING e.team_id, e.item_version_id),
    anew AS (UPDATE entitlement n SET feed_seq = NULL, elsewhere = false, late = false FROM moved m
      WHERE n.reader_id = m.team_id AND n.item_version_id = m.item_version_id AND NOT n.retired
      RETURNING n.reader_id, n.grant_id)
  INSERT INTO feed_due (team_id, grant_id, not_before) SELECT DISTINCT reader_id, grant_id, '-infinity'::timestamptz FROM anew
  ON CONFLICT (team_id, grant_id) DO UPDATE SET not_before = LEAST(feed_due.not_before, EXCLUDED.not_before), changes = feed_due.changes + 1`;

/**
 * Who was told of what is lost is told that it is no longer shared, as after any other loss; but not of what another
 * agreement admits that is only paused, of which a notice tells.
 */
export const REVIEW = `
  WITH ${LOST_AND_ADMITTING}
  INSERT INTO feed_review SELECT DISTINCT l.reader_id, l.item_id, $1::timestamptz FROM lost l WHERE NOT l.retired
    AND NOT EXISTS (SELECT 1 FROM admitting a WHERE a.reader_id = l.reader_id AND a.item_version_id = l.item_version_id)
  ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before)`;

/** app.entitle announces all that it makes; what only kept its place is not due. */
export const NOT_DUE = `
  DELETE FROM feed_due d USING exchange_grant g WHERE g.id = d.grant_id AND g.from_id = $1
    AND app.next_due(d.grant_id, d.team_id, $2) IS NULL`;
