/**
 * The strictest of all grants `g` that admit the version by rows `n`, and that are in force by what is joined to them, and
 * of the instruments below their agreements.
 */
export const strictest = (admitting: string, inForce: string, hypothesis = 'NULL'): string => `
            SELECT max(GREATEST(app.part_strictness(p, v, g, n.reader_id, moment),
              app.narrowed_strictness(p, v, g, n.reader_id, moment, ${hypothesis}))) FROM ${admitting} n JOIN exchange_grant g ON g.id = n.grant_id
              ${inForce}
            WHERE n.item_version_id = v.id AND n.reader_id IN (team, app.parent_of(team)) AND (n.reader_id = team OR n.reader_id = g.to_id)`;

/**
 * The shape by what says how strictly a part `p` of a version `v` is taken at the most, written once: once it is asked of
 * what is on record, once of what is supposed.
 */
export const shapeBy = (name: string, more: string, strictest: string): string => `
  CREATE FUNCTION app.${name}(team uuid, version uuid, moment timestamptz${more}) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE((
        SELECT string_agg(p.number || ':' || (ARRAY['pseudonym', 'sectors', 'issuer', 'drop'])[s.strictness], ' ' ORDER BY p.number)
        FROM item_version v JOIN item_part p ON p.item_version_id = v.id
        CROSS JOIN LATERAL (SELECT CASE
          WHEN EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = v.id AND r.public AND NOT r.barred_by_law AND r.released_at <= moment
              AND (r.superseded_at IS NULL OR r.superseded_at > moment) AND (r.embargo_until IS NULL OR r.embargo_until <= moment)
              AND (NOT r.gated OR app.publicly_consented(r.item_id, moment)))
            THEN CASE WHEN COALESCE(p.tlp, v.tlp) = 'CLEAR' AND p.tags = '{}'
              AND NOT app.overlay_bars_public(COALESCE(p.information_type, v.information_type), COALESCE(p.tlp, v.tlp), v.owner_id) THEN 0 ELSE 4 END
          ELSE COALESCE((${strictest}), 4) END AS strictness) s
        WHERE v.id = version AND v.parts > 0 AND s.strictness > 0), '') $$;
`;

/**
 * The shape of a variant version: what is done with the parts of its item, as `2:drop 3:pseudonym`; empty where all
 * of them are as they are, or there are none. The transformations T-01 to T-04, as decide() has them.
 */
export const SHAPES = `
  -- Whether the victim that a part tells of consents that a reader has it: as a partner, and a constituent by name besides.
  CREATE FUNCTION app.victim_consents(p item_part, g exchange_grant, reader uuid, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(bool_or(c.scope = 'partners' OR c.team_id = g.to_id), false) AND (reader = g.to_id OR COALESCE(bool_or(c.team_id = reader), false))
      FROM counted_victim_consent c WHERE c.item_id = p.item_id AND c.victim = p.victim AND c.valid_from <= moment AND c.valid_until > moment $$;

  -- How strictly a grant takes a part: 0 keeps it, then pseudonym, sectors, issuer, drop. What is unknown is dropped.
  CREATE FUNCTION app.part_strictness(p item_part, v item_version, g exchange_grant, reader uuid, moment timestamptz) RETURNS int
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT CASE
        WHEN NOT EXISTS (SELECT 1 FROM grant_information_type t
            WHERE t.grant_id = g.id AND t.information_type = COALESCE(p.information_type, v.information_type)
              AND (COALESCE(p.tlp, v.tlp) <> 'RED' OR v.tlp = 'RED') AND app.tlp_rank(COALESCE(p.tlp, v.tlp)) <= app.tlp_rank(t.tlp_ceiling))
          OR (reader <> g.to_id AND NOT app.reaches(g, COALESCE(p.tlp, v.tlp), reader))
          OR app.overlay_forbids(COALESCE(p.information_type, v.information_type), COALESCE(p.tlp, v.tlp), g.from_id, g.to_id)
          OR (g.pap_ceiling IS NOT NULL AND (app.pap_rank(COALESCE(p.pap, v.pap)) <= app.pap_rank(g.pap_ceiling)) IS NOT TRUE)
          THEN 4
        ELSE GREATEST(
          CASE WHEN 'victim_identity' = ANY (p.tags)
            THEN CASE g.victim_identity WHEN 'full' THEN 0 WHEN 'pseudonym' THEN 1 WHEN 'sector_only' THEN 2
              WHEN 'with_consent' THEN CASE WHEN app.victim_consents(p, g, reader, moment) THEN 0 ELSE 4 END ELSE 4 END ELSE 0 END,
          CASE WHEN 'source_identity' = ANY (p.tags) THEN CASE WHEN g.source_attribution IN ('may', 'must') THEN 0 ELSE 3 END ELSE 0 END,
          CASE WHEN 'personal_data' = ANY (p.tags)
            THEN CASE g.personal_data WHEN 'full_with_basis' THEN 0 WHEN 'minimised' THEN 1 ELSE 4 END ELSE 0 END) END $$;

  -- What a team gets of the parts at an instant: of what is public the same as everybody; else the strictest of all
  -- grants that admit the version and whose terms are in force, paused or not, so that a pause changes nothing, nor does a
  -- request that closes. A constituent gets no more than its parent: what admits it to the parent alone counts as well.
${shapeBy(
  'shape_of',
  '',
  strictest(
    'entitlement',
    `JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
              AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment)`,
  ),
)}
  -- The parts of variant versions made for the viewer, team or person, or for everybody, or of the viewer's own items, as far as they
  -- leave: what is dropped is not read, nor is a text that stands for none of what is told.
  CREATE FUNCTION app.variant_parts(wanted uuid[]) RETURNS TABLE (variant_version_id uuid, kind text, title text, text text, tlp text,
      information_type text, pap text, tags text[], action text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT vv.id, p.kind, p.title, CASE WHEN a.action IN ('keep', 'pseudonym') THEN p.text END, COALESCE(p.tlp, v.tlp),
        COALESCE(p.information_type, v.information_type), COALESCE(p.pap, v.pap), p.tags, a.action
      FROM variant_version vv JOIN variant s ON s.id = vv.variant_id JOIN item_version v ON v.id = vv.item_version_id
      JOIN item_part p ON p.item_version_id = v.id
      CROSS JOIN LATERAL (
        SELECT COALESCE(substring(' ' || vv.shape || ' ' FROM ' ' || p.number || ':([a-z]+) '), 'keep') AS action) a
      WHERE vv.id = ANY (wanted) AND v.parts > 0 AND a.action <> 'drop'
        AND (s.owner_id = app.viewer_org()
          OR s.team_id IN (app.viewer_org(), app.public_team()) AND (s.person_id IS NULL OR s.person_id = app.viewer_person()))
      ORDER BY vv.id, p.number $$;
`;

export const NO_SHAPES = `
  DROP FUNCTION app.variant_parts(uuid[]), app.shape_of(uuid, uuid, timestamptz),
    app.part_strictness(item_part, item_version, exchange_grant, uuid, timestamptz),
    app.victim_consents(item_part, exchange_grant, uuid, timestamptz);
`;
