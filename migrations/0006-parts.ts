/**
 * Parts of an item's version, with handling of their own: what is null is as with the item. Only the owner reads them
 * here; what a team gets of them comes through app.variant_parts.
 */
export const PARTS = `
  CREATE TABLE item_part (
    item_version_id uuid NOT NULL,
    number int NOT NULL CHECK (number BETWEEN 1 AND 200),
    item_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('indicator', 'statement', 'field')),
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    text text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
    tlp text CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
    information_type text,
    pap text CHECK (pap IN ('CLEAR', 'GREEN', 'AMBER', 'RED')),
    tags text[] NOT NULL DEFAULT '{}' CHECK (tags <@ ARRAY['victim_identity', 'source_identity', 'personal_data']),
    -- What the owner calls the victim that it tells of, so that a consent of that victim is found; it never leaves.
    victim text CHECK (length(victim) BETWEEN 1 AND 100),
    CHECK (victim IS NULL OR 'victim_identity' = ANY (tags)),
    PRIMARY KEY (item_version_id, number),
    FOREIGN KEY (item_version_id, item_id, owner_id) REFERENCES item_version (id, item_id, owner_id)
  );
  SELECT app.make_append_only('item_part');
  CREATE INDEX item_version_parts ON item_version (id) WHERE parts > 0;
  -- A version has as many parts as it says when it is made, and none is added to it afterwards.
  CREATE FUNCTION app.part_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE v item_version;
    BEGIN
      SELECT * INTO v FROM item_version WHERE id = NEW.item_version_id;
      IF NEW.number > v.parts OR EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = v.id) THEN
        RAISE EXCEPTION 'a version keeps the parts it was made with' USING ERRCODE = 'check_violation';
      END IF;
      IF v.document IS NOT NULL THEN
        RAISE EXCEPTION 'an imported document has no parts' USING ERRCODE = 'check_violation';
      END IF;
      IF app.tlp_rank(NEW.tlp) < app.tlp_rank(v.tlp) OR app.pap_rank(NEW.pap) < app.pap_rank(v.pap) THEN
        RAISE EXCEPTION 'a part is marked at least as narrowly as its item' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER part_fits BEFORE INSERT ON item_part FOR EACH ROW EXECUTE FUNCTION app.part_fits();
  ALTER TABLE item_part ENABLE ROW LEVEL SECURITY;
  CREATE POLICY item_part_own ON item_part FOR ALL USING (owner_id = (SELECT app.viewer_org()));
  INSERT INTO app.application_grant VALUES ('item_part', 'SELECT, INSERT');
`;

export const NO_PARTS = `
  DROP TABLE item_part;
  DROP FUNCTION app.part_fits();
  DELETE FROM app.application_grant WHERE target = 'item_part';
`;
