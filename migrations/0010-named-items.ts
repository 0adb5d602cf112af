import { shown } from './0010-shown-entry';

/** What is shared with one person by name: RED, which enters no feed and no list of her team. */
export const NAMED_ITEMS = `
  -- What the viewer's person may read by name at the instant.
  CREATE FUNCTION app.named_to_viewer(moment timestamptz)
    RETURNS TABLE (item_id uuid, item_kind text, owner_id uuid, item_version_id uuid, came_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT DISTINCT e.item_id, e.item_kind, e.owner_id, e.item_version_id, GREATEST(r.released_at, r.embargo_until)
      FROM entitlement e JOIN release r ON r.item_version_id = e.item_version_id
      WHERE e.persons @> ARRAY[app.viewer_person()] AND e.reader_id = app.viewer_org()
        AND e.owner_id = ANY ((SELECT app.verifiers_of(app.viewer_person(), app.viewer_org(), moment))::uuid[])
        AND (NOT e.gated OR app.gate_is_open(e, moment))
        AND e.slice_id = ANY ((SELECT app.servable_slices(app.viewer_org(), moment))::uuid[])
        AND r.released_at <= moment AND (r.superseded_at IS NULL OR r.superseded_at > moment)
        AND (r.embargo_until IS NULL OR r.embargo_until <= moment) $$;

  -- Her variants of it, with identifiers and numbers of their own, as app.feed_show makes those of a team.
  CREATE FUNCTION app.show_named(moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE n record; hers uuid; wanted text;
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM app.named_to_viewer(moment) a WHERE NOT EXISTS (
          SELECT 1 FROM variant s CROSS JOIN LATERAL (SELECT * FROM variant_version o WHERE o.variant_id = s.id ORDER BY o.number DESC LIMIT 1) w
          WHERE s.item_id = a.item_id AND s.team_id = app.viewer_org() AND s.person_id = app.viewer_person()
            AND w.item_version_id = a.item_version_id AND w.shape = app.shape_of(app.viewer_org(), a.item_version_id, moment))) THEN
        RETURN;
      END IF;
      PERFORM pg_advisory_xact_lock(app.lock_key('named:' || app.viewer_person()));
      FOR n IN SELECT * FROM app.named_to_viewer(moment) ORDER BY came_at, item_version_id LOOP
        INSERT INTO variant (id, item_id, owner_id, team_id, person_id, external_id)
          VALUES (gen_random_uuid(), n.item_id, n.owner_id, app.viewer_org(), app.viewer_person(), gen_random_uuid()) ON CONFLICT DO NOTHING;
        SELECT s.id INTO STRICT hers FROM variant s
          WHERE s.item_id = n.item_id AND s.team_id = app.viewer_org() AND s.person_id = app.viewer_person();
        wanted := app.shape_of(app.viewer_org(), n.item_version_id, moment);
        INSERT INTO variant_version (id, variant_id, item_version_id, number, shape, made_at)
          SELECT gen_random_uuid(), hers, n.item_version_id, COALESCE(max(w.number), 0) + 1, wanted, moment FROM variant_version w WHERE w.variant_id = hers
          HAVING NOT COALESCE((array_agg(w.item_version_id = n.item_version_id AND w.shape = wanted ORDER BY w.number DESC))[1], false);
      END LOOP;
    END $$;

  -- The same as entries, which go through the gate as those of a feed do; they have a place in none.
  CREATE FUNCTION app.named_entries(moment timestamptz) RETURNS SETOF app.shown_entry
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT ${shown('e', {
        team_id: 's.team_id',
        seq: '0::bigint',
        kind: "'added'::text",
        basis: "'grant'::text",
        variant_id: 's.id',
        variant_version_id: 'w.id',
        notice: 'NULL::text',
        notice_types: 'NULL::text[]',
        counterpart_id: 'NULL::uuid',
        about: 'NULL::int',
        date_added: '(extract(epoch FROM e.came_at) * 1000000)::bigint',
      })}
      FROM app.named_to_viewer(moment) e
      JOIN variant s ON s.item_id = e.item_id AND s.team_id = app.viewer_org() AND s.person_id = app.viewer_person()
      CROSS JOIN LATERAL (SELECT * FROM variant_version o WHERE o.variant_id = s.id ORDER BY o.number DESC LIMIT 1) w
      WHERE w.item_version_id = e.item_version_id $$;
  -- The one behind an external id.
  CREATE FUNCTION app.named_entry(moment timestamptz, wanted uuid) RETURNS SETOF app.shown_entry
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT ${shown('e')} FROM app.named_entries(moment) e JOIN variant s ON s.id = e.variant_id WHERE s.external_id = wanted $$;
`;

export const NO_NAMED_ITEMS = `
  DROP FUNCTION app.named_entry(timestamptz, uuid), app.named_entries(timestamptz), app.show_named(timestamptz),
    app.named_to_viewer(timestamptz);
`;
