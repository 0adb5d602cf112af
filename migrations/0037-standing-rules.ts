/**
 * What two people let go beforehand: of some types, up to a marking, to some partners, so many a day, until an end. Each
 * release under a rule is counted by it, and is the release of whichever of the two is no author of the version.
 */
export const STANDING_RULES = `
  CREATE TABLE standing_rule (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES organization,
    name text NOT NULL CHECK (length(name) BETWEEN 3 AND 200),
    information_types text[] NOT NULL CHECK (cardinality(information_types) > 0 AND information_types <@ ARRAY['indicator', 'incident_summary', 'incident_detail',
      'victim_notification', 'vulnerability_published', 'vulnerability_unpublished', 'malware_sample', 'threat_report', 'forensic_data', 'statistics',
      'best_practice']),
    tlp_up_to text NOT NULL CHECK (tlp_up_to IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT')),
    partners uuid[] NOT NULL CHECK (cardinality(partners) BETWEEN 1 AND 50 AND NOT owner_id = ANY (partners)),
    per_day int NOT NULL CHECK (per_day BETWEEN 1 AND 10000),
    reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
    expires_at timestamptz(3) NOT NULL,
    proposed_at timestamptz(3) NOT NULL,
    proposed_by uuid NOT NULL,
    FOREIGN KEY (proposed_by, owner_id) REFERENCES account (id, organization_id),
    CHECK (expires_at > proposed_at AND expires_at <= proposed_at + interval '366 days'),
    UNIQUE (id, owner_id)
  );
  CREATE INDEX standing_rule_owner ON standing_rule (owner_id, id);
  CREATE TABLE standing_rule_confirmation (
    rule_id uuid PRIMARY KEY REFERENCES standing_rule,
    confirmed_at timestamptz(3) NOT NULL,
    confirmed_by uuid NOT NULL REFERENCES account
  );
  CREATE TABLE standing_rule_end (
    rule_id uuid PRIMARY KEY REFERENCES standing_rule,
    ended_at timestamptz(3) NOT NULL,
    ended_by uuid NOT NULL REFERENCES account,
    reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000)
  );
  CREATE TABLE standing_release (
    item_version_id uuid PRIMARY KEY REFERENCES release,
    rule_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    released_at timestamptz(3) NOT NULL,
    done_by uuid NOT NULL,
    FOREIGN KEY (rule_id, owner_id) REFERENCES standing_rule (id, owner_id),
    FOREIGN KEY (done_by, owner_id) REFERENCES account (id, organization_id)
  );
  CREATE INDEX standing_release_rule ON standing_release (rule_id, released_at, item_version_id);
  SELECT app.make_append_only('standing_rule'), app.make_append_only('standing_rule_confirmation'),
    app.make_append_only('standing_rule_end'), app.make_append_only('standing_release');

  -- Whether a person still lets things go for her organization: who has left, or releases no longer, vouches for nothing more.
  CREATE FUNCTION app.is_releaser(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = person AND r.role = 'releaser')
      AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = person) $$;

  CREATE FUNCTION app.standing_rule_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM standing_rule r JOIN account second ON second.id = NEW.confirmed_by
          WHERE r.id = NEW.rule_id AND second.id <> r.proposed_by AND second.organization_id = r.owner_id
            AND NEW.confirmed_at >= r.proposed_at AND NEW.confirmed_at < r.expires_at AND app.is_releaser(second.id))
        OR EXISTS (SELECT 1 FROM standing_rule_end e WHERE e.rule_id = NEW.rule_id) THEN
        RAISE EXCEPTION 'a second releaser confirms a rule that stands' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER by_two BEFORE INSERT ON standing_rule_confirmation FOR EACH ROW EXECUTE FUNCTION app.standing_rule_by_two();

  -- Everything that a rule bounds, once more where it is written.
  CREATE FUNCTION app.within_standing_rule() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      marks text[] := ARRAY['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];
      r standing_rule;
    BEGIN
      SELECT * INTO r FROM standing_rule WHERE id = NEW.rule_id;
      IF NOT EXISTS (
          SELECT 1 FROM standing_rule_confirmation c
          JOIN release l ON l.item_version_id = NEW.item_version_id AND l.owner_id = r.owner_id AND l.released_at = NEW.released_at
            AND NOT l.public AND NOT l.emergency AND l.released_by IN (r.proposed_by, c.confirmed_by)
          JOIN item_version v ON v.id = l.item_version_id
          WHERE c.rule_id = r.id AND c.confirmed_at <= NEW.released_at AND NEW.released_at < r.expires_at
            AND app.is_releaser(r.proposed_by) AND app.is_releaser(c.confirmed_by)
            AND array_position(marks, v.tlp) <= array_position(marks, r.tlp_up_to) AND v.information_type = ANY (r.information_types)
            AND NOT v.audience_any AND cardinality(v.audience_include) > 0 AND v.audience_include <@ r.partners
            AND NOT EXISTS (SELECT 1 FROM item_part p WHERE p.item_version_id = v.id
              AND (array_position(marks, COALESCE(p.tlp, v.tlp)) > array_position(marks, r.tlp_up_to)
                OR NOT COALESCE(p.information_type, v.information_type) = ANY (r.information_types))))
        OR EXISTS (SELECT 1 FROM standing_rule_end e WHERE e.rule_id = r.id)
        OR (SELECT count(*) FROM standing_release s WHERE s.rule_id = r.id AND s.released_at > NEW.released_at - interval '24 hours') >= r.per_day THEN
        RAISE EXCEPTION 'a release under a standing rule keeps within it' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER within_the_rule BEFORE INSERT ON standing_release FOR EACH ROW EXECUTE FUNCTION app.within_standing_rule();

  ALTER TABLE standing_rule ENABLE ROW LEVEL SECURITY;
  CREATE POLICY standing_rule_own ON standing_rule FOR ALL USING (owner_id = (SELECT app.viewer_org()));
  ALTER TABLE standing_rule_confirmation ENABLE ROW LEVEL SECURITY;
  CREATE POLICY standing_rule_confirmation_own ON standing_rule_confirmation FOR ALL USING (EXISTS (SELECT 1 FROM standing_rule r WHERE r.id = rule_id));
  ALTER TABLE standing_rule_end ENABLE ROW LEVEL SECURITY;
  CREATE POLICY standing_rule_end_own ON standing_rule_end FOR ALL USING (EXISTS (SELECT 1 FROM standing_rule r WHERE r.id = rule_id));
  ALTER TABLE standing_release ENABLE ROW LEVEL SECURITY;
  CREATE POLICY standing_release_own ON standing_release FOR ALL USING (owner_id = (SELECT app.viewer_org()));
  INSERT INTO app.application_grant VALUES ('standing_rule', 'SELECT, INSERT'), ('standing_rule_confirmation', 'SELECT, INSERT'),
    ('standing_rule_end', 'SELECT, INSERT'), ('standing_release', 'SELECT, INSERT');
`;

export const NO_STANDING_RULES = `
  DELETE FROM app.application_grant WHERE target IN ('standing_rule', 'standing_rule_confirmation', 'standing_rule_end', 'standing_release');
  DROP TABLE standing_release, standing_rule_end, standing_rule_confirmation, standing_rule;
  DROP FUNCTION app.within_standing_rule(), app.standing_rule_by_two(), app.is_releaser(uuid);
`;
