/** What the terms of a grant may say of approvals: which mark and severity, and more, needs whom. */
export const APPROVAL_TERMS = `
      CREATE FUNCTION app.is_release_approval(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT jsonb_typeof(said) = 'array' AND said <> '[]' AND jsonb_array_length(said) <= 30
          AND (SELECT count(*) = count(DISTINCT one - 'needs') AND bool_and(jsonb_typeof(one) = 'object'
              AND one ?& ARRAY['tlp', 'severity', 'needs'] AND one - ARRAY['tlp', 'severity', 'needs'] = '{}'
              AND (one -> 'tlp') <@ '[null, "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]'
              AND (one -> 'severity') <@ '[null, "none", "low", "medium", "high", "critical"]'
              AND (one -> 'needs') <@ '["none", "four_eyes", "duty_officer", "ministry"]') FROM jsonb_array_elements(said) one) $$;
`;

/**
 * Who approved a version beside its release: a duty officer for herself, a ministry by those who record it on its behalf,
 * with evidence and a second person. Nothing of it is taken back: what should not go on is withdrawn.
 */
export const APPROVALS = `
  CREATE TABLE version_approval (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    item_version_id uuid NOT NULL,
    level text NOT NULL CHECK (level IN ('duty_officer', 'ministry')),
    ministry_id uuid REFERENCES organization,
    evidence_sha256 bytea CHECK (length(evidence_sha256) = 32),
    recorded_at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL,
    FOREIGN KEY (item_version_id, item_id, owner_id) REFERENCES item_version (id, item_id, owner_id),
    FOREIGN KEY (recorded_by, owner_id) REFERENCES account (id, organization_id),
    CHECK (num_nonnulls(ministry_id, evidence_sha256) = CASE level WHEN 'ministry' THEN 2 ELSE 0 END)
  );
  CREATE INDEX version_approval_item ON version_approval (item_id, recorded_at, id);
  CREATE INDEX version_approval_version ON version_approval (item_version_id);
  CREATE UNIQUE INDEX version_approval_once ON version_approval (item_version_id, recorded_by) WHERE level = 'duty_officer';
  CREATE TABLE version_approval_confirmation (
    approval_id uuid PRIMARY KEY REFERENCES version_approval,
    confirmed_at timestamptz(3) NOT NULL,
    confirmed_by uuid NOT NULL REFERENCES account
  );
  SELECT app.make_append_only('version_approval'), app.make_append_only('version_approval_confirmation');

  CREATE FUNCTION app.approved_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM item_version v WHERE v.id = NEW.item_version_id AND NEW.recorded_by = ANY (v.authors)) THEN
        RAISE EXCEPTION 'an author of a version may not approve it' USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.level = 'duty_officer' AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = NEW.recorded_by AND r.role = 'duty-officer') THEN
        RAISE EXCEPTION 'a duty officer approves as one' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER by_another BEFORE INSERT ON version_approval FOR EACH ROW EXECUTE FUNCTION app.approved_by_another();
  CREATE FUNCTION app.approval_has_second_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM version_approval a JOIN item_version v ON v.id = a.item_version_id JOIN account second ON second.id = NEW.confirmed_by
          WHERE a.id = NEW.approval_id AND a.level = 'ministry' AND a.recorded_by <> second.id AND second.organization_id = a.owner_id
            AND NOT second.id = ANY (v.authors)
            AND NOT EXISTS (SELECT 1 FROM version_approval o JOIN version_approval_confirmation oc ON oc.approval_id = o.id
              WHERE o.item_version_id = a.item_version_id AND o.ministry_id = a.ministry_id)) THEN
        RAISE EXCEPTION 'a second person who is no author has to confirm' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER second_person BEFORE INSERT ON version_approval_confirmation FOR EACH ROW EXECUTE FUNCTION app.approval_has_second_person();

  -- From when each counts: that of a ministry from its confirmation on.
  CREATE VIEW counted_approval AS
    SELECT a.item_version_id, a.item_id, a.level, a.ministry_id, array_remove(ARRAY[a.recorded_by, c.confirmed_by], NULL) AS by,
      GREATEST(a.recorded_at, c.confirmed_at) AS valid_from
    FROM version_approval a LEFT JOIN version_approval_confirmation c ON c.approval_id = a.id
    WHERE a.level = 'duty_officer' OR c.approval_id IS NOT NULL;

  -- The highest level that terms require for what is so marked and so severe; what is unknown is as narrow and as severe as can be.
  CREATE FUNCTION app.approval_needed(said jsonb, label text, severe text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT COALESCE((SELECT one ->> 'needs' FROM jsonb_array_elements(said) one
      WHERE COALESCE(array_position(ARRAY['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'], label)
          >= array_position(ARRAY['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'], one ->> 'tlp'), true)
        AND COALESCE(array_position(ARRAY['none', 'low', 'medium', 'high', 'critical'], severe)
          >= array_position(ARRAY['none', 'low', 'medium', 'high', 'critical'], one ->> 'severity'), true)
      ORDER BY array_position(ARRAY['none', 'four_eyes', 'duty_officer', 'ministry'], one ->> 'needs') DESC LIMIT 1), 'four_eyes') $$;

  ALTER TABLE version_approval ENABLE ROW LEVEL SECURITY;
  CREATE POLICY version_approval_own ON version_approval FOR ALL USING (owner_id = (SELECT app.viewer_org()));
  ALTER TABLE version_approval_confirmation ENABLE ROW LEVEL SECURITY;
  CREATE POLICY version_approval_confirmation_own ON version_approval_confirmation FOR ALL
    USING (EXISTS (SELECT 1 FROM version_approval a WHERE a.id = approval_id));
  INSERT INTO app.application_grant VALUES ('version_approval', 'SELECT, INSERT'), ('version_approval_confirmation', 'SELECT, INSERT');
`;

export const NO_APPROVALS = `
  DELETE FROM app.application_grant WHERE target IN ('version_approval', 'version_approval_confirmation');
  DROP FUNCTION app.approval_needed(jsonb, text, text);
  DROP VIEW counted_approval;
  DROP TABLE version_approval_confirmation, version_approval;
  DROP FUNCTION app.approval_has_second_person(), app.approved_by_another();
`;

/** When D-13 lets a version go under a grant `g`: from the first approval on that its terms require. */
export const APPROVED_RANGE = `CASE WHEN g.release_approval IS NULL OR EXISTS (SELECT 1 FROM release alone WHERE alone.item_version_id = v.id AND alone.emergency)
          OR app.approval_needed(g.release_approval, v.tlp, v.severity) IN ('none', 'four_eyes') THEN '{(,)}' ELSE (
          SELECT COALESCE(range_agg(tstzrange(c.valid_from, NULL)), '{}') FROM counted_approval c
          WHERE c.item_version_id = v.id AND NOT c.by && v.authors AND (
            c.level = 'duty_officer' AND app.approval_needed(g.release_approval, v.tlp, v.severity) = 'duty_officer'
            OR EXISTS (SELECT 1 FROM terms_party p WHERE p.terms_version_id IN (g.terms_version_id, further) AND p.organization_id = c.ministry_id
              AND p.role IN ('signatory', 'approving_authority')))) END`;
