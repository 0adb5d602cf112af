/**
 * What the parties of an agreement do together besides exchanging: training, drills, visits. It is read by those among them who
 * are named, and lets nothing go. What became of one are rows of their own.
 */
export const ACTIVITIES = `
  CREATE TABLE activity (
    id uuid PRIMARY KEY,
    agreement_id uuid NOT NULL REFERENCES agreement,
    kind text NOT NULL CHECK (kind IN ('meeting', 'training', 'drill', 'visit', 'joint_research', 'awareness', 'policy_exchange',
      'assistance_requested', 'assistance_given')),
    title text NOT NULL CHECK (length(title) BETWEEN 3 AND 200),
    place text CHECK (length(place) BETWEEN 1 AND 200),
    starts_at timestamptz(3) NOT NULL,
    ends_at timestamptz(3) NOT NULL,
    -- In which its hours are told where it takes place.
    time_zone text NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 100),
    recorded_at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    UNIQUE (id, agreement_id),
    CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '17568 hours')
  );
  CREATE INDEX activity_agreement ON activity (agreement_id, starts_at, id);
  CREATE INDEX activity_start ON activity (starts_at, id);
  CREATE TABLE activity_party (
    activity_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization,
    part text NOT NULL CHECK (part IN ('organizer', 'participant')),
    PRIMARY KEY (activity_id, organization_id),
    FOREIGN KEY (activity_id, agreement_id) REFERENCES activity (id, agreement_id)
  );
  CREATE INDEX activity_party_organization ON activity_party (organization_id, activity_id);
  -- It took place, or was called off, with the reason; once.
  CREATE TABLE activity_outcome (
    activity_id uuid PRIMARY KEY REFERENCES activity,
    outcome text NOT NULL CHECK (outcome IN ('done', 'cancelled')),
    reason text CHECK (length(reason) BETWEEN 3 AND 2000),
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    UNIQUE (activity_id, outcome),
    CHECK ((outcome = 'cancelled') = (reason IS NOT NULL))
  );
  CREATE TABLE activity_evidence (
    id uuid PRIMARY KEY,
    activity_id uuid NOT NULL,
    outcome text NOT NULL DEFAULT 'done' CHECK (outcome = 'done'),
    sha256 bytea CHECK (length(sha256) = 32),
    text text NOT NULL CHECK (length(text) BETWEEN 3 AND 2000),
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_by_org uuid NOT NULL,
    FOREIGN KEY (activity_id, outcome) REFERENCES activity_outcome (activity_id, outcome),
    FOREIGN KEY (recorded_by, recorded_by_org) REFERENCES account (id, organization_id)
  );
  CREATE INDEX activity_evidence_activity ON activity_evidence (activity_id, id);
  SELECT app.make_append_only(t) FROM unnest(ARRAY['activity', 'activity_party', 'activity_outcome', 'activity_evidence']) t;

  CREATE FUNCTION app.party_of_agreement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM agreement_party p WHERE p.agreement_id = NEW.agreement_id AND p.organization_id = NEW.organization_id)
         AND NOT EXISTS (SELECT 1 FROM terms_party p WHERE p.agreement_id = NEW.agreement_id AND p.organization_id = NEW.organization_id) THEN
        RAISE EXCEPTION 'an activity names parties of its agreement' USING ERRCODE = 'check_violation';
      END IF;
      -- Who plans names itself first; nobody names itself in what others planned.
      IF NEW.organization_id = app.viewer_org() AND NOT EXISTS (SELECT 1 FROM activity a JOIN account p ON p.id = a.recorded_by
          WHERE a.id = NEW.activity_id AND p.organization_id = NEW.organization_id) THEN
        RAISE EXCEPTION 'who planned an activity names parties of it' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER party_of_agreement BEFORE INSERT ON activity_party FOR EACH ROW EXECUTE FUNCTION app.party_of_agreement();
  CREATE FUNCTION app.outcome_in_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.outcome = 'done' AND EXISTS (SELECT 1 FROM activity a WHERE a.id = NEW.activity_id AND a.ends_at > NEW.at) THEN
        RAISE EXCEPTION 'an activity is done once it is over' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER outcome_in_time BEFORE INSERT ON activity_outcome FOR EACH ROW EXECUTE FUNCTION app.outcome_in_time();
  -- Which part the viewer's organization has in an activity of an agreement that it reads; null for none.
  CREATE FUNCTION app.part_in_activity(activity uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT p.part FROM activity_party p WHERE p.activity_id = activity AND p.organization_id = app.viewer_org()
        AND p.agreement_id = ANY (app.viewer_agreements()) $$;

  ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
  CREATE POLICY activity_read ON activity FOR SELECT USING (app.part_in_activity(id) IS NOT NULL);
  CREATE POLICY activity_add ON activity FOR INSERT WITH CHECK (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[])
    AND EXISTS (SELECT 1 FROM account a WHERE a.id = recorded_by AND a.organization_id = (SELECT app.viewer_org())));
  ALTER TABLE activity_party ENABLE ROW LEVEL SECURITY;
  CREATE POLICY activity_party_read ON activity_party FOR SELECT USING (app.part_in_activity(activity_id) IS NOT NULL);
  CREATE POLICY activity_party_add ON activity_party FOR INSERT WITH CHECK (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[])
    AND (organization_id = (SELECT app.viewer_org()) OR app.part_in_activity(activity_id) = 'organizer'));
  ALTER TABLE activity_outcome ENABLE ROW LEVEL SECURITY;
  CREATE POLICY activity_outcome_read ON activity_outcome FOR SELECT USING (app.part_in_activity(activity_id) IS NOT NULL);
  CREATE POLICY activity_outcome_add ON activity_outcome FOR INSERT WITH CHECK (app.part_in_activity(activity_id) = 'organizer');
  ALTER TABLE activity_evidence ENABLE ROW LEVEL SECURITY;
  CREATE POLICY activity_evidence_read ON activity_evidence FOR SELECT USING (app.part_in_activity(activity_id) IS NOT NULL);
  CREATE POLICY activity_evidence_add ON activity_evidence FOR INSERT
    WITH CHECK (recorded_by_org = (SELECT app.viewer_org()) AND app.part_in_activity(activity_id) IS NOT NULL);
  INSERT INTO app.application_grant SELECT t, 'SELECT, INSERT'
    FROM unnest(ARRAY['activity', 'activity_party', 'activity_outcome', 'activity_evidence']) t;
`;

export const NO_ACTIVITIES = `
  DELETE FROM app.application_grant WHERE target IN ('activity', 'activity_party', 'activity_outcome', 'activity_evidence');
  DROP TABLE activity_evidence, activity_outcome, activity_party, activity;
  DROP FUNCTION app.part_in_activity(uuid), app.outcome_in_time(), app.party_of_agreement();
`;
