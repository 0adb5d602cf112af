/**
 * What the two sides of a relationship let each other have in a period, as counts alone. Each side counts what it released to the
 * other and what became known to itself; of what a partner never saw nothing is counted for it. Of RED a receiving side counts
 * nothing: that goes to persons, and not to the team. What was told though nothing let it go is counted for nobody: a side that
 * was told by mistake learns nothing of it in figures. What is counted are facts with an instant, and of what was told only what
 * had been written down, so that a report is the same whenever it is asked for again.
 */
export const REPORTS = `
  CREATE FUNCTION app.flow_counts(agreement uuid, counterpart uuid, since timestamptz, before timestamptz, moment timestamptz)
    RETURNS TABLE (direction text, month text, tlp text, information_type text, categories text[], versions int, acknowledged int,
      waited_hours double precision[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      WITH log AS (SELECT l.id FROM record_log l WHERE l.agreement_id = agreement AND l.kind = 'relationship'
          AND l.party_a = LEAST(counterpart, app.viewer_org()) AND l.party_b = GREATEST(counterpart, app.viewer_org())
          AND agreement = ANY (app.viewer_agreements())),
      known AS (SELECT d.variant_version_id, d.owner_id, d.team_id, min(d.at) AS at
        FROM log JOIN disclosure d ON d.log_id = log.id AND d.team_id IN (counterpart, app.viewer_org()) AND d.at >= since AND d.at < before
        WHERE (d.person_id IS NULL OR d.owner_id = app.viewer_org()) AND d.basis <> 'none'
          AND (d.projection <> 'told' OR EXISTS (SELECT 1 FROM record_entry w WHERE w.id = d.entry_id AND w.at <= moment))
        GROUP BY d.variant_version_id, d.owner_id, d.team_id)
      SELECT CASE k.owner_id WHEN app.viewer_org() THEN 'shared' ELSE 'received' END,
        to_char(k.at AT TIME ZONE 'UTC', 'YYYY-MM'), v.tlp, v.information_type, v.categories, count(*)::int, count(a.at)::int,
        COALESCE(array_agg(extract(epoch FROM a.at - k.at) / 3600 ORDER BY a.at - k.at) FILTER (WHERE a.at IS NOT NULL), '{}')
      FROM known k JOIN variant_version w ON w.id = k.variant_version_id JOIN item_version v ON v.id = w.item_version_id
      LEFT JOIN acknowledgement a ON a.variant_version_id = k.variant_version_id AND a.team_id = k.team_id AND a.at >= k.at AND a.at < before
      -- What was known before the period in another form is not new in it.
      WHERE NOT EXISTS (SELECT 1 FROM disclosure earlier WHERE earlier.team_id = k.team_id
        AND earlier.variant_version_id = k.variant_version_id AND earlier.at < since AND earlier.basis <> 'none'
        AND (earlier.projection <> 'told' OR EXISTS (SELECT 1 FROM record_entry w WHERE w.id = earlier.entry_id AND w.at <= moment)))
      GROUP BY 1, 2, 3, 4, 5 $$;

  -- How many contacts a side had at an instant, and how many of them were due to be verified again. For the two sides alone.
  CREATE FUNCTION app.contacts_due(agreement uuid, team uuid, days int, moment timestamptz) RETURNS TABLE (contacts int, due int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT count(*)::int, (count(*) FILTER (WHERE f.at IS NULL OR f.at + days * interval '24 hours' <= moment))::int
      FROM organization_contact c
      CROSS JOIN LATERAL (SELECT v.version, v.email, v.telephone FROM organization_contact_version v
        WHERE v.contact_id = c.id AND v.at <= moment ORDER BY v.version DESC LIMIT 1) now
      LEFT JOIN LATERAL (SELECT max(k.at) AS at FROM organization_contact_verification k
        WHERE k.contact_id = c.id AND k.at <= moment AND NOT EXISTS (SELECT 1 FROM organization_contact_version later
          WHERE later.contact_id = c.id AND later.version > k.version AND later.version <= now.version
            AND (later.email <> k.email OR later.telephone IS DISTINCT FROM k.telephone))) f ON true
      WHERE c.organization_id = team AND agreement = ANY (app.viewer_agreements())
        AND EXISTS (SELECT 1 FROM app.agreement_parties(agreement) p WHERE p.organization_id = team)
        AND NOT EXISTS (SELECT 1 FROM organization_contact_removal r WHERE r.contact_id = c.id AND r.at <= moment) $$;
`;

export const NO_REPORTS = `
  DROP FUNCTION app.contacts_due(uuid, uuid, int, timestamptz), app.flow_counts(uuid, uuid, timestamptz, timestamptz, timestamptz);
`;
