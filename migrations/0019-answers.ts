/** What the two sides of a request are told of its answers; see 0006-conditions for the tables. */
export const ANSWERS = `
  -- To whom it went: what each item of an answer is called for the requester, or for everybody. That it may be seen now is for the feed to say.
  CREATE FUNCTION app.answered_with(wanted uuid) RETURNS TABLE (external_id uuid, reference text, kind text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT s.external_id, n.reference, i.kind FROM information_request r JOIN information_request_answer a ON a.request_id = r.id
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
  DROP FUNCTION app.readers_by_request(uuid), app.answered_with(uuid);
`;
