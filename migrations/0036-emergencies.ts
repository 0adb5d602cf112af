/**
 * What one person released alone, its author or not, with the reason; and what another said of it afterwards. It is to be
 * reviewed within 24 hours. Which teams got it and which did not by their terms is kept as it was then.
 */
export const EMERGENCIES = `
  CREATE TABLE emergency_release (
    id uuid PRIMARY KEY,
    item_version_id uuid NOT NULL UNIQUE,
    item_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    released_at timestamptz(3) NOT NULL,
    released_by uuid NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
    due_at timestamptz(3) NOT NULL,
    reaches uuid[] NOT NULL DEFAULT '{}',
    left_out uuid[] NOT NULL DEFAULT '{}',
    FOREIGN KEY (item_version_id, item_id, owner_id) REFERENCES item_version (id, item_id, owner_id),
    FOREIGN KEY (released_by, owner_id) REFERENCES account (id, organization_id),
    CHECK (due_at = released_at + interval '24 hours'),
    CHECK (NOT reaches && left_out)
  );
  CREATE INDEX emergency_release_owner ON emergency_release (owner_id, released_at, id);
  CREATE INDEX emergency_release_item ON emergency_release (item_id);
  CREATE TABLE emergency_review (
    emergency_id uuid PRIMARY KEY REFERENCES emergency_release,
    verdict text NOT NULL CHECK (verdict IN ('confirmed', 'withdrawn')),
    reviewed_at timestamptz(3) NOT NULL,
    reviewed_by uuid NOT NULL REFERENCES account,
    reason text CHECK (length(reason) BETWEEN 3 AND 2000),
    CHECK (verdict <> 'withdrawn' OR reason IS NOT NULL)
  );
  SELECT app.make_append_only('emergency_release'), app.make_append_only('emergency_review');

  CREATE FUNCTION app.released_in_emergency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = NEW.released_by AND r.role IN ('releaser', 'duty-officer')) THEN
        RAISE EXCEPTION 'a releaser or a duty officer releases alone' USING ERRCODE = 'check_violation';
      END IF;
      IF EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = NEW.item_version_id) THEN
        RAISE EXCEPTION 'what is released already is not released alone' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER by_who_may BEFORE INSERT ON emergency_release FOR EACH ROW EXECUTE FUNCTION app.released_in_emergency();
  -- A second person of the same organization, who has not written what she confirms; a withdrawal comes with that of the item.
  CREATE FUNCTION app.emergency_has_reviewer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM emergency_release e JOIN item_version v ON v.id = e.item_version_id JOIN account second ON second.id = NEW.reviewed_by
          WHERE e.id = NEW.emergency_id AND e.released_by <> second.id AND second.organization_id = e.owner_id AND NEW.reviewed_at >= e.released_at
            AND (NEW.verdict = 'withdrawn' OR NOT second.id = ANY (v.authors))
            AND EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = second.id AND r.role IN ('releaser', 'duty-officer'))
            AND (NEW.verdict = 'withdrawn') = EXISTS (SELECT 1 FROM withdrawal w WHERE w.item_id = e.item_id)) THEN
        RAISE EXCEPTION 'another person has to review' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER by_another BEFORE INSERT ON emergency_review FOR EACH ROW EXECUTE FUNCTION app.emergency_has_reviewer();

  ALTER TABLE emergency_release ENABLE ROW LEVEL SECURITY;
  CREATE POLICY emergency_release_own ON emergency_release FOR ALL USING (owner_id = (SELECT app.viewer_org()));
  ALTER TABLE emergency_review ENABLE ROW LEVEL SECURITY;
  CREATE POLICY emergency_review_own ON emergency_review FOR ALL USING (EXISTS (SELECT 1 FROM emergency_release e WHERE e.id = emergency_id));
  INSERT INTO app.application_grant VALUES ('emergency_release', 'SELECT, INSERT'), ('emergency_review', 'SELECT, INSERT');
`;

export const NO_EMERGENCIES = `
  DELETE FROM app.application_grant WHERE target IN ('emergency_release', 'emergency_review');
  DROP TABLE emergency_review, emergency_release;
  DROP FUNCTION app.emergency_has_reviewer(), app.released_in_emergency();
`;
