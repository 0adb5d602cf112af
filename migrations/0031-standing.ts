/** Whether a disclosure was on record by an instant. What was told by word of mouth may be written down long after it was told. */
const ON_RECORD = (instant: string) =>
  `(d.projection <> 'told' OR (SELECT w.at FROM record_entry w WHERE w.id = d.entry_id) <= ${instant})`;
const CLOSED = `COALESCE((SELECT f.at FROM obligation_fact f WHERE f.obligation_id = o.id AND f.kind IN ('met', 'waived')), 'infinity')`;
/**
 * Which disclosures a set holds, for functions that know the obligation as o: none that came after it was closed, or came to be on
 * record after that. And whether a certificate covers one: none that was filed before it was on record.
 */
const IN_SET = `d.log_id = o.log_id AND d.team_id = o.debtor_id AND d.at >= o.covers_from AND d.at < o.covers_until
  AND d.at <= ${CLOSED} AND ${ON_RECORD(CLOSED)}
  AND x.grant_id = o.grant_id AND d.person_id IS NOT DISTINCT FROM o.person_id`;
const CERTIFIED = `EXISTS (SELECT 1 FROM obligation_notice n WHERE n.log_id = d.log_id AND n.from_id = d.team_id AND n.kind = 'destruction_certificate'
  AND ${ON_RECORD('n.filed_at')} AND (d.at >= COALESCE(n.covers_from, '-infinity') AND d.at < n.covers_until
    OR EXISTS (SELECT 1 FROM obligation_notice_disclosure c WHERE c.notice_id = n.id AND c.disclosure_id = d.id)))`;

/** How obligations stand at an instant, what ends open, and what the digests of a day tell. */
export const STANDING = `
  -- Until when, with the time added during which it was held or disputed: its clock stands still.
  CREATE FUNCTION app.obligation_due(o obligation, moment timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT o.due_at + COALESCE(sum(LEAST(e.at, p.until_at, moment) - p.at), interval '0')
    FROM obligation_fact p LEFT JOIN obligation_fact e ON e.ends_id = p.id
    WHERE p.obligation_id = o.id AND p.kind IN ('held', 'disputed') AND p.at < moment $$;
  -- The pause in which it is at an instant.
  CREATE FUNCTION app.obligation_pause(o obligation, moment timestamptz) RETURNS obligation_fact LANGUAGE sql STABLE AS $$
    SELECT p FROM obligation_fact p LEFT JOIN obligation_fact e ON e.ends_id = p.id
    WHERE p.obligation_id = o.id AND p.kind IN ('held', 'disputed') AND p.at <= moment
      AND (p.until_at IS NULL OR p.until_at > moment) AND (e.at IS NULL OR e.at > moment) LIMIT 1 $$;
  CREATE FUNCTION app.obligation_state(o obligation, moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT COALESCE((SELECT f.kind FROM obligation_fact f WHERE f.obligation_id = o.id AND f.kind IN ('met', 'waived') AND f.at <= moment),
      (app.obligation_pause(o, moment)).kind,
      CASE WHEN app.obligation_due(o, moment) <= moment THEN 'overdue' ELSE 'open' END) $$;

  -- How many versions a set holds, up to 10001; of those that the viewer may not know of nothing.
  CREATE FUNCTION app.obligation_size(wanted uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM (SELECT DISTINCT d.variant_version_id FROM obligation o JOIN disclosure d ON d.log_id = o.log_id AND d.team_id = o.debtor_id
      JOIN disclosure_grounds x ON x.disclosure_id = d.id JOIN variant_version vv ON vv.id = d.variant_version_id JOIN item_version v ON v.id = vv.item_version_id
      WHERE o.id = wanted AND ${IN_SET} AND (o.severities IS NULL OR COALESCE(v.severity, 'unknown') = ANY (o.severities))
        AND (o.creditor_id = app.viewer_org() OR o.debtor_id = app.viewer_org() AND (o.person_id IS NULL OR o.person_id = app.viewer_person()))
      LIMIT 10001) found $$;

  -- Sets of which nothing is left that no certificate covers: the viewer's, as the one who owes.
  CREATE FUNCTION app.certified_obligations(log uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.id FROM obligation_live l JOIN obligation o ON o.id = l.obligation_id
    WHERE l.debtor_id = app.viewer_org() AND o.log_id = log AND o.kind IN ('destroy', 'return')
      AND NOT EXISTS (SELECT 1 FROM disclosure d JOIN disclosure_grounds x ON x.disclosure_id = d.id WHERE ${IN_SET} AND NOT ${CERTIFIED}) $$;
  -- Sets that a pull says have arrived that goes on from a place, but for what closed lanes held back: the viewer's.
  CREATE FUNCTION app.arrived_obligations(place bigint, lanes int[], lows bigint[], highs bigint[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.id FROM obligation_live w JOIN obligation o ON o.id = w.obligation_id
    WHERE w.debtor_id = app.viewer_org() AND w.high <= place AND NOT EXISTS (
      SELECT 1 FROM unnest(lanes, lows, highs) AS h(lane, low, high)
      JOIN feed_lane l ON l.team_id = o.debtor_id AND l.lane = h.lane AND l.owner_id = o.creditor_id AND l.agreement_id = o.agreement_id
      WHERE h.low < w.high AND (h.high IS NULL OR h.high >= w.low)
        -- A lane is of some information types: what came in there, or may have come in on another, was held back.
        AND EXISTS (SELECT 1 FROM feed_entry e WHERE e.team_id = o.debtor_id AND e.seq BETWEEN GREATEST(h.low + 1, w.low) AND LEAST(h.high, w.high)
          AND (e.lane = h.lane OR e.elsewhere))) $$;
  -- Sets that wait for a pull and of which every version has been acknowledged by name: the viewer's.
  CREATE FUNCTION app.acknowledged_obligations() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.id FROM obligation_live l JOIN obligation o ON o.id = l.obligation_id
    WHERE l.debtor_id = app.viewer_org() AND l.high IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM disclosure d JOIN disclosure_grounds x ON x.disclosure_id = d.id JOIN variant_version vv ON vv.id = d.variant_version_id
        JOIN item_version v ON v.id = vv.item_version_id
      WHERE ${IN_SET} AND COALESCE(v.severity, 'unknown') = ANY (o.severities)
        AND NOT EXISTS (SELECT 1 FROM acknowledgement a WHERE a.team_id = d.team_id AND a.variant_version_id = d.variant_version_id)) $$;

  -- The items that a notice names, each side by the id that it knows them as.
  CREATE FUNCTION app.notice_items(wanted uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT CASE WHEN n.to_id = app.viewer_org() THEN s.item_id ELSE s.external_id END
    FROM obligation_notice n JOIN obligation_notice_disclosure c ON c.notice_id = n.id JOIN disclosure d ON d.id = c.disclosure_id
      JOIN variant_version vv ON vv.id = d.variant_version_id JOIN variant s ON s.id = vv.variant_id
    WHERE n.id = wanted AND app.viewer_org() IN (n.from_id, n.to_id) ORDER BY 1 $$;

  -- What the end of an agreement opens, as of that instant, whenever it is asked for; nothing of what is destroyed already.
  CREATE FUNCTION app.open_at_ends(party uuid, moment timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO obligation (log_id, agreement_id, grant_id, term_grant_id, debtor_id, creditor_id, person_id, kind, covers_from, covers_until, opened_at,
        due_at, certificate)
      SELECT l.id, g.agreement_id, g.id, g.id, g.to_id, g.from_id, known.person_id, k.kind, '-infinity', e.ended_at, e.ended_at,
        CASE WHEN k.kind <> 'keep' THEN e.ended_at + (g.obligations #>> '{post_termination,days}')::int * interval '24 hours' END,
        k.kind <> 'keep' AND COALESCE((g.obligations #> '{destruction,certificate}')::boolean, false)
      FROM (SELECT t.agreement_id, max(t.valid_until) AS ended_at FROM terms_in_force t GROUP BY t.agreement_id
          HAVING bool_and(t.valid_until IS NOT NULL) AND max(t.valid_until) <= moment) e
        JOIN exchange_grant g ON g.agreement_id = e.agreement_id AND g.obligations ? 'post_termination' AND (party IS NULL OR party IN (g.from_id, g.to_id))
        CROSS JOIN LATERAL (SELECT CASE g.obligations #>> '{post_termination,rule}' WHEN 'keep_under_terms' THEN 'keep'
          ELSE g.obligations #>> '{post_termination,rule}' END AS kind) k
        JOIN record_log l ON l.kind = 'relationship' AND l.agreement_id = g.agreement_id AND l.party_a = LEAST(g.from_id, g.to_id)
          AND l.party_b = GREATEST(g.from_id, g.to_id)
        CROSS JOIN LATERAL (SELECT DISTINCT d.person_id FROM disclosure d JOIN disclosure_grounds x ON x.disclosure_id = d.id
          WHERE d.log_id = l.id AND d.team_id = g.to_id AND x.grant_id = g.id AND NOT ${CERTIFIED}) known
      WHERE NOT EXISTS (SELECT 1 FROM obligation o WHERE o.grant_id = g.id AND o.covers_from = '-infinity')
      ON CONFLICT DO NOTHING $$;
  CREATE FUNCTION app.open_own_ends() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT app.open_at_ends(app.viewer_org(), app.at()) $$;

  -- One digest a day for each agreement and side, whoever makes it first; what is one person's is in none.
  CREATE FUNCTION app.digest_obligations(moment timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE now_at_most constant timestamptz := LEAST(moment, clock_timestamp());
    BEGIN
      PERFORM app.open_at_ends(NULL, now_at_most);
      INSERT INTO obligation_digest (agreement_id, day, organization_id, owed_by_us, owed_to_us, oldest_due, made_at)
        SELECT o.agreement_id, (now_at_most AT TIME ZONE 'UTC')::date, side.id, count(*) FILTER (WHERE side.id = o.debtor_id),
          count(*) FILTER (WHERE side.id = o.creditor_id), min(o.due_at), now_at_most
        FROM obligation_live l JOIN obligation o ON o.id = l.obligation_id CROSS JOIN LATERAL (VALUES (o.debtor_id), (o.creditor_id)) side (id)
        WHERE l.due_at <= now_at_most AND o.person_id IS NULL AND app.obligation_state(o, now_at_most) = 'overdue'
        GROUP BY o.agreement_id, side.id ON CONFLICT DO NOTHING;
    END $$;
  INSERT INTO app.function_for_jobs VALUES ('digest_obligations(timestamptz)');
`;

export const NO_STANDING = `
  DELETE FROM app.function_for_jobs WHERE signature = 'digest_obligations(timestamptz)';
  DROP FUNCTION app.digest_obligations(timestamptz), app.open_own_ends(), app.open_at_ends(uuid, timestamptz), app.acknowledged_obligations(),
    app.arrived_obligations(bigint, int[], bigint[], bigint[]),
    app.certified_obligations(uuid), app.obligation_size(uuid), app.notice_items(uuid), app.obligation_state(obligation, timestamptz),
    app.obligation_pause(obligation, timestamptz), app.obligation_due(obligation, timestamptz);
`;
