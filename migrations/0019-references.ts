/**
 * Short references for the telephone: the country of the owner, eight random characters of Crockford's base 32, and a
 * check character (ISO 7064, MOD 37,36) that finds each wrong character and each pair that changed places. One for the
 * owner and one for each variant, so that two readers cannot tell from them that they read the same.
 */
export const REFERENCES = `
  CREATE FUNCTION app.check_character(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
    DECLARE alphabet CONSTANT text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'; product int := 36; total int;
    BEGIN
      FOR place IN 1 .. length(said) LOOP
        total := (product + strpos(alphabet, substr(said, place, 1)) - 1) % 36;
        product := (CASE total WHEN 0 THEN 36 ELSE total END * 2) % 37;
      END LOOP;
      RETURN substr(alphabet, (37 - product) % 36 + 1, 1);
    END $$;

  CREATE TABLE item_reference (
    reference text PRIMARY KEY CHECK (reference ~ '^[A-Z]{2}(-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9A-HJKMNP-TV-Z]$'),
    item_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    team_id uuid NOT NULL REFERENCES organization,
    -- Of a variant that is one named person's.
    person_id uuid,
    FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id),
    FOREIGN KEY (person_id, team_id) REFERENCES account (id, organization_id),
    UNIQUE NULLS NOT DISTINCT (item_id, team_id, person_id),
    CHECK (right(reference, 1) = app.check_character(replace(left(reference, -2), '-', '')))
  );
  SELECT app.make_append_only('item_reference');
  ALTER TABLE item_reference ENABLE ROW LEVEL SECURITY;
  CREATE POLICY item_reference_read ON item_reference FOR SELECT
    USING ((team_id IN ((SELECT app.viewer_org()), app.public_team()) AND (SELECT app.viewer_org()) IS NOT NULL
        AND (person_id IS NULL OR person_id = (SELECT app.viewer_person())))
      OR owner_id = (SELECT app.viewer_org()));
  INSERT INTO app.application_grant VALUES ('item_reference', 'SELECT');

  -- Random, so that it tells neither order nor number; made again where the check character could be misread.
  CREATE FUNCTION app.new_reference(country text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
    DECLARE alphabet CONSTANT text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; random bytea; body text; last text;
    BEGIN
      LOOP
        -- Eight bytes of a random UUID that hold neither its version nor its variant, five bits of each.
        random := uuid_send(gen_random_uuid());
        body := '';
        FOR place IN 0 .. 5 LOOP
          body := body || substr(alphabet, get_byte(random, place) % 32 + 1, 1);
        END LOOP;
        FOR place IN 14 .. 15 LOOP
          body := body || substr(alphabet, get_byte(random, place) % 32 + 1, 1);
        END LOOP;
        last := app.check_character(country || body);
        EXIT WHEN strpos(alphabet, last) > 0;
      END LOOP;
      RETURN country || '-' || left(body, 4) || '-' || right(body, 4) || '-' || last;
    END $$;
  -- International bodies have no country; XZ is none either.
  CREATE FUNCTION app.make_reference(item uuid, owner uuid, team uuid, person uuid DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE prefix text := COALESCE((SELECT country FROM organization WHERE id = owner), 'XZ');
    BEGIN
      LOOP
        EXIT WHEN EXISTS (SELECT 1 FROM item_reference WHERE item_id = item AND team_id = team AND person_id IS NOT DISTINCT FROM person);
        INSERT INTO item_reference VALUES (app.new_reference(prefix), item, owner, team, person) ON CONFLICT (reference) DO NOTHING;
      END LOOP;
    END $$;
  CREATE FUNCTION app.refer_to_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF TG_TABLE_NAME = 'item' THEN
        PERFORM app.make_reference(NEW.id, NEW.owner_id, NEW.owner_id);
      ELSE
        PERFORM app.make_reference(NEW.item_id, NEW.owner_id, NEW.team_id, NEW.person_id);
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER refer_to_item AFTER INSERT ON item FOR EACH ROW EXECUTE FUNCTION app.refer_to_item();
  CREATE TRIGGER refer_to_variant AFTER INSERT ON variant FOR EACH ROW EXECUTE FUNCTION app.refer_to_item();
  DO $$ BEGIN
    PERFORM app.make_reference(id, owner_id, owner_id) FROM item;
    PERFORM app.make_reference(item_id, owner_id, team_id, person_id) FROM variant;
  END $$;

  -- The id that the viewer's own paths name an item by. An owner finds its item by the reference of any reader, who
  -- may read it out over the telephone; nobody else finds anything by a reference that is not its own or everybody's.
  CREATE FUNCTION app.referred_id(said text, wanted_kind text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT CASE WHEN r.team_id = app.public_team() OR (r.team_id = app.viewer_org() AND r.owner_id <> app.viewer_org())
          THEN (SELECT s.external_id FROM variant s WHERE s.item_id = r.item_id AND s.team_id = r.team_id
            AND s.person_id IS NOT DISTINCT FROM r.person_id)
        WHEN r.owner_id = app.viewer_org() THEN r.item_id END
      FROM item_reference r JOIN item i ON i.id = r.item_id AND i.kind = wanted_kind WHERE r.reference = said
        AND (r.person_id IS NULL OR r.person_id = app.viewer_person() OR r.owner_id = app.viewer_org()) $$;
`;

export const NO_REFERENCES = `
  DROP TRIGGER refer_to_variant ON variant;
  DROP TRIGGER refer_to_item ON item;
  DROP FUNCTION app.referred_id(text, text), app.refer_to_item(), app.make_reference(uuid, uuid, uuid, uuid), app.new_reference(text);
  DROP TABLE item_reference;
  DROP FUNCTION app.check_character(text);
  DELETE FROM app.application_grant WHERE target = 'item_reference';
`;
