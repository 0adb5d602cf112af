/** What the two sides of a request are told of its answers; see 0006-conditions for the tables. */
export const ANSWERS = `
  -- From when an item of an answer is there for who asked: it was answered with it, and a version that is for it is released. Null
  -- until then. For functions alone.
  CREATE FUNCTION app.answer_given(a information_request_answer, reader uuid) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT min(GREATEST(a.answered_at, c.released_at, c.embargo_until)) FROM release c WHERE c.item_id = a.item_id AND (c.public
        OR EXISTS (SELECT 1 FROM entitlement e WHERE e.item_version_id = c.item_version_id AND e.reader_id = reader)
        OR EXISTS (SELECT 1 FROM disclosure d JOIN variant_version w ON w.id = d.variant_version_id
          WHERE w.item_version_id = c.item_version_id AND d.team_id = reader)) $$;
  -- When a request was first answered or refused, as far as the viewer's side knows at an instant: whoever asked knows of what has become
  -- known to it, and of refusals. What was told by word of mouth counts once it is written down.
  CREATE FUNCTION app.responded_at(wanted uuid, moment timestamptz) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT LEAST((SELECT e.at FROM information_request_end e WHERE e.request_id = r.id AND e.outcome = 'refused' AND e.at <= moment),
        (SELECT min(g.at) FROM information_request_answer a CROSS JOIN LATERAL (SELECT app.answer_given(a, r.requester_id) AS at) g
          WHERE a.request_id = r.id AND g.at <= moment AND (r.addressee_id = app.viewer_org() OR EXISTS (SELECT 1 FROM disclosure d
            JOIN variant_version w ON w.id = d.variant_version_id JOIN variant s ON s.id = w.variant_id
            WHERE s.item_id = a.item_id AND d.team_id IN (r.requester_id, app.public_team()) AND d.person_id IS NULL AND d.basis <> 'none' AND d.at <= moment
              AND (d.projection <> 'told' OR EXISTS (SELECT 1 FROM record_entry n WHERE n.id = d.entry_id AND n.at <= moment))))))
      FROM information_request r WHERE r.id = wanted AND app.viewer_org() IN (r.requester_id, r.addressee_id) $$;
  -- To whom it went: what each item of an answer is called for the requester, or for everybody. That it may be seen now is for the feed to say.
  CREATE FUNCTION app.answered_with(wanted uuid) RETURNS TABLE (external_id uuid, reference text, kind text, since timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT s.external_id, n.reference, i.kind, app.answer_given(a, r.requester_id) FROM information_request r JOIN information_request_answer a ON a.request_id = r.id
      JOIN item i ON i.id = a.item_id
      JOIN variant s ON s.item_id = a.item_id AND s.team_id IN (r.requester_id, app.public_team()) AND s.person_id IS NULL
      JOIN item_reference n ON n.item_id = s.item_id AND n.team_id = s.team_id
      WHERE r.id = wanted AND r.requester_id = app.viewer_org() ORDER BY a.answered_at, a.item_id, s.team_id = r.requester_id DESC $$;

  -- Whose answers on their way an end has to wait for: the requester, and its constituents, to whom it may pass on meanwhile.
  CREATE FUNCTION app.readers_by_request(wanted uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT r.requester_id FROM information_request r WHERE r.id = wanted AND app.viewer_org() IN (r.requester_id, r.addressee_id)
      UNION SELECT c.id FROM information_request r JOIN organization c ON c.parent_id = r.requester_id
        WHERE r.id = wanted AND app.viewer_org() IN (r.requester_id, r.addressee_id)
      ORDER BY 1 $$;
`;

export const NO_ANSWERS = `
  DROP FUNCTION app.readers_by_request(uuid), app.answered_with(uuid), app.responded_at(uuid, timestamptz), app.answer_given(information_request_answer, uuid);
`;
