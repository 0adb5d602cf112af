/** Whether a restriction, r, is about an item of this type and marking; what has none is covered: unknown withholds. */
const COVERS = `(r.any_information_type OR item_type IS NULL OR item_type = ANY (r.information_types))
  AND (r.least_tlp IS NULL OR item_tlp IS NULL OR app.tlp_rank(item_tlp) >= app.tlp_rank(r.least_tlp))`;

/**
 * National overlays (D-18): what the law of an organization's country withholds, in immutable versions. The last one
 * that came to count is asked when a version of an item meets a grant, and when it is released to the public.
 */
export const OVERLAYS = `
  CREATE TABLE national_overlay (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization,
    number int NOT NULL CHECK (number > 0),
    law text NOT NULL CHECK (length(law) BETWEEN 1 AND 500),
    -- Where the text of the law stands, and since when it has been in force in its country; both are told and weigh nothing.
    source text CHECK (length(source) BETWEEN 1 AND 500),
    effective_on date,
    -- Whether it lets something go that the one in force withholds: then it counts from its confirmation on.
    second_person_required boolean NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL,
    FOREIGN KEY (recorded_by, organization_id) REFERENCES account (id, organization_id),
    UNIQUE (organization_id, number),
    UNIQUE (id, organization_id)
  );
  CREATE TABLE national_overlay_confirmation (
    overlay_id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    confirmed_at timestamptz(3) NOT NULL,
    confirmed_by uuid NOT NULL,
    FOREIGN KEY (overlay_id, organization_id) REFERENCES national_overlay (id, organization_id),
    FOREIGN KEY (confirmed_by, organization_id) REFERENCES account (id, organization_id)
  );
  CREATE TABLE overlay_restriction (
    overlay_id uuid NOT NULL REFERENCES national_overlay,
    number int NOT NULL CHECK (number > 0),
    direction text NOT NULL CHECK (direction IN ('sending', 'receiving')),
    any_information_type boolean NOT NULL,
    information_types text[] NOT NULL,
    least_tlp text CHECK (least_tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
    abroad boolean NOT NULL,
    countries text[] NOT NULL CHECK (array_to_string(countries, ' ', '?') ~ '^([A-Z]{2}( [A-Z]{2})*)?$'),
    public boolean NOT NULL,
    clause text NOT NULL CHECK (length(clause) BETWEEN 1 AND 200),
    PRIMARY KEY (overlay_id, number),
    CHECK (any_information_type = (cardinality(information_types) = 0)),
    CHECK (NOT abroad OR cardinality(countries) = 0),
    CHECK (abroad OR cardinality(countries) > 0 OR public),
    CHECK (NOT public OR direction = 'sending')
  );
  SELECT app.make_append_only('national_overlay'), app.make_append_only('national_overlay_confirmation'),
    app.make_append_only('overlay_restriction');
  CREATE FUNCTION app.second_person_confirms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE o national_overlay;
    BEGIN
      SELECT * INTO o FROM national_overlay WHERE id = NEW.overlay_id;
      IF NOT o.second_person_required OR o.recorded_by = NEW.confirmed_by
          OR EXISTS (SELECT 1 FROM national_overlay n WHERE n.organization_id = o.organization_id AND n.number > o.number) THEN
        RAISE EXCEPTION 'a second person confirms the last version that waits for it' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER second_person_confirms BEFORE INSERT ON national_overlay_confirmation
    FOR EACH ROW EXECUTE FUNCTION app.second_person_confirms();

  -- With the rights of who asks: an organization sees its own.
  CREATE VIEW overlay_counted WITH (security_invoker = true) AS
    SELECT o.*, GREATEST(o.recorded_at, c.confirmed_at) AS counts_from
    FROM national_overlay o LEFT JOIN national_overlay_confirmation c ON c.overlay_id = o.id
    WHERE NOT o.second_person_required OR c.overlay_id IS NOT NULL;

  -- Only its own organization knows that there is one.
  ALTER TABLE national_overlay ENABLE ROW LEVEL SECURITY;
  ALTER TABLE national_overlay_confirmation ENABLE ROW LEVEL SECURITY;
  ALTER TABLE overlay_restriction ENABLE ROW LEVEL SECURITY;
  CREATE POLICY national_overlay_own ON national_overlay FOR ALL USING (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY national_overlay_confirmation_own ON national_overlay_confirmation FOR ALL
    USING (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY overlay_restriction_own ON overlay_restriction FOR ALL
    USING (EXISTS (SELECT 1 FROM national_overlay o WHERE o.id = overlay_id));
  INSERT INTO app.application_grant VALUES ('national_overlay', 'SELECT, INSERT'),
    ('national_overlay_confirmation', 'SELECT, INSERT'), ('overlay_restriction', 'SELECT, INSERT'), ('overlay_counted', 'SELECT');

  CREATE FUNCTION app.overlay_in_force(organization uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT o.id FROM public.overlay_counted o WHERE o.organization_id = organization ORDER BY o.number DESC LIMIT 1 $$;

  -- Whether the law of either side bars what has this type and marking from going from one to the other (D-18). With the
  -- rights of who calls: to others than the owner of the tables it tells of the viewer's own overlay alone.
  CREATE FUNCTION app.overlay_forbids(item_type text, item_tlp text, giver uuid, reader uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN EXISTS (
        SELECT 1 FROM (VALUES (giver, 'sending', reader), (reader, 'receiving', giver)) AS side(own_id, direction, other_id)
        JOIN public.overlay_restriction r ON r.overlay_id = app.overlay_in_force(side.own_id) AND r.direction = side.direction
        JOIN public.organization own ON own.id = side.own_id
        JOIN public.organization other ON other.id = side.other_id
        WHERE ${COVERS}
          AND ((r.abroad AND (own.country = other.country) IS NOT TRUE)
            OR (cardinality(r.countries) > 0 AND (other.country IS NULL OR other.country = ANY (r.countries)))));
    END $$;
  CREATE FUNCTION app.overlay_bars_public(item_type text, item_tlp text, giver uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM public.overlay_restriction r
        WHERE r.overlay_id = app.overlay_in_force(giver) AND r.direction = 'sending' AND r.public AND ${COVERS});
    END $$;

  -- What is released to the public is not barred from it; what comes to be barred afterwards is marked so.
  CREATE FUNCTION app.law_lets_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.barred_by_law OR (NEW.public AND EXISTS (SELECT 1 FROM item_version v
          WHERE v.id = NEW.item_version_id AND app.overlay_bars_public(v.information_type, v.tlp, v.owner_id))) THEN
        RAISE EXCEPTION 'national law bars the release to the public' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER law_lets_release BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION app.law_lets_release();
`;

export const NO_OVERLAYS = `
  DROP TRIGGER law_lets_release ON release;
  DROP FUNCTION app.law_lets_release(), app.overlay_bars_public(text, text, uuid), app.overlay_forbids(text, text, uuid, uuid),
    app.overlay_in_force(uuid);
  DROP VIEW overlay_counted;
  DROP TABLE overlay_restriction, national_overlay_confirmation, national_overlay;
  DROP FUNCTION app.second_person_confirms();
  DELETE FROM app.application_grant WHERE target IN
    ('national_overlay', 'national_overlay_confirmation', 'overlay_restriction', 'overlay_counted');
`;

/**
 * The versions of overlays as decide() takes them; instants in milliseconds since 1970. Law and clauses are for the own
 * organization: to all others a restriction has no words.
 */
export const OVERLAY_FACTS = `
  CREATE FUNCTION app.one_overlay_facts(wanted uuid) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT jsonb_build_object('number', o.number, 'law', CASE WHEN own.reads THEN o.law END, 'from', app.millis(o.counts_from),
        'restrictions', (SELECT COALESCE(jsonb_agg(jsonb_build_object('clause', CASE WHEN own.reads THEN r.clause END, 'direction', r.direction,
            'informationTypes', CASE WHEN r.any_information_type THEN '"any"'::jsonb ELSE to_jsonb(r.information_types) END,
            'leastTlp', r.least_tlp,
            'countries', CASE WHEN r.abroad THEN '"abroad"'::jsonb ELSE to_jsonb(r.countries) END,
            'public', r.public) ORDER BY r.number), '[]') FROM overlay_restriction r WHERE r.overlay_id = o.id))
      FROM overlay_counted o CROSS JOIN LATERAL (SELECT o.organization_id = app.viewer_org() AS reads) own WHERE o.id = wanted $$;
  -- That which counts now; NULL where there is none.
  CREATE FUNCTION app.overlay_facts(organization uuid) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT app.one_overlay_facts(app.overlay_in_force(organization)) $$;
  -- All that ever counted, for a question about the past.
  CREATE FUNCTION app.overlays_of(organizations uuid[]) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(jsonb_agg(jsonb_build_object('organization', o.organization_id, 'overlay', app.one_overlay_facts(o.id))), '[]')
      FROM overlay_counted o WHERE o.organization_id = ANY (organizations) $$;
`;

export const NO_OVERLAY_FACTS =
  'DROP FUNCTION app.overlays_of(uuid[]), app.overlay_facts(uuid), app.one_overlay_facts(uuid)';
