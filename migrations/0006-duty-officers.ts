/**
 * Who verified which duty officer of another organization, how and until when: RED goes to nobody else. What ended a
 * verification is a row of its own, also when the person lost the role or left: who gets it again is verified again.
 */
export const DUTY_OFFICERS = `
  CREATE TABLE duty_officer_verification (
    id uuid PRIMARY KEY,
    verifier_id uuid NOT NULL REFERENCES organization,
    account_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    method text NOT NULL CHECK (method IN ('call_back', 'in_person', 'video', 'signed_message')),
    note text CHECK (length(note) BETWEEN 1 AND 1000),
    verified_at timestamptz(3) NOT NULL,
    valid_until timestamptz(3) NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL,
    FOREIGN KEY (account_id, organization_id) REFERENCES account (id, organization_id),
    -- A person of the organization that verifies, so never the officer herself.
    FOREIGN KEY (recorded_by, verifier_id) REFERENCES account (id, organization_id),
    CHECK (verifier_id <> organization_id),
    -- 366 days; as hours, a day is as long in every time zone.
    CHECK (valid_until > verified_at AND valid_until <= verified_at + interval '8784 hours')
  );
  CREATE INDEX duty_officer_verification_account ON duty_officer_verification (account_id, verifier_id);
  CREATE INDEX duty_officer_verification_verifier ON duty_officer_verification (verifier_id, id);
  CREATE TABLE duty_officer_verification_end (
    verification_id uuid PRIMARY KEY REFERENCES duty_officer_verification,
    cause text NOT NULL CHECK (cause IN ('revoked', 'role-lost', 'departed', 'credentials-replaced')),
    at timestamptz(3) NOT NULL,
    recorded_by uuid REFERENCES account,
    reason text CHECK (length(reason) BETWEEN 3 AND 2000),
    CHECK ((cause = 'revoked') = (reason IS NOT NULL AND recorded_by IS NOT NULL))
  );
  SELECT app.make_append_only('duty_officer_verification'), app.make_append_only('duty_officer_verification_end');

  -- [valid_from, the earlier of valid_until and ended_at). Late recording counts from when it was recorded.
  CREATE VIEW counted_verification AS
    SELECT v.id, v.verifier_id, v.account_id, v.organization_id, GREATEST(v.verified_at, v.recorded_at) AS valid_from,
      v.valid_until, e.at AS ended_at
    FROM duty_officer_verification v LEFT JOIN duty_officer_verification_end e ON e.verification_id = v.id;
  -- The organizations that hold a person verified at an instant, as a duty officer of a team.
  CREATE FUNCTION app.verifiers_of(person uuid, team uuid, moment timestamptz) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(array_agg(v.verifier_id), '{}') FROM counted_verification v
      WHERE v.account_id = person AND v.organization_id = team AND v.valid_from <= moment AND v.valid_until > moment
        AND (v.ended_at IS NULL OR v.ended_at > moment) $$;
  -- Those that hold the viewer verified at this instant.
  CREATE FUNCTION app.verifiers_of_viewer() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT app.verifiers_of(app.viewer_person(), app.viewer_org(), app.at()) $$;
  -- Those of some persons who belong to a team, in one order.
  CREATE FUNCTION app.persons_of(persons uuid[], team uuid) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT ARRAY(SELECT a.id FROM account a WHERE a.id = ANY (persons) AND a.organization_id = team ORDER BY a.id) $$;

  CREATE FUNCTION app.is_duty_officer(person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = person AND r.role = 'duty-officer')
        AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = person) $$;
  -- The duty officers whom the viewer's organization may verify and name: those of operating CERTs with which an agreement is in
  -- force. Who the people of others are is told to nobody else.
  CREATE FUNCTION app.partner_officers(moment timestamptz) RETURNS TABLE (id uuid, name text, organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT a.id, a.name, a.organization_id FROM account a
      WHERE a.organization_id <> app.viewer_org() AND app.is_duty_officer(a.id)
        AND a.organization_id IN (
          SELECT theirs.organization_id FROM terms_party mine
          JOIN terms_party theirs ON theirs.terms_version_id = mine.terms_version_id AND theirs.role = 'operating_cert'
          JOIN terms_in_force t ON t.terms_version_id = mine.terms_version_id
          WHERE mine.organization_id = app.viewer_org() AND mine.role = 'operating_cert'
            AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment)) $$;

  -- What one organization recorded, or of one person what anybody did, as it stands at the instant. For those alone.
  CREATE FUNCTION app.verifications(by_org uuid, of_person uuid, moment timestamptz)
    RETURNS TABLE (id uuid, person uuid, name text, organization text, organization_id uuid, verified_by text, method text, note text,
      verified_at timestamptz, valid_from timestamptz, valid_until timestamptz, recorded_at timestamptz, recorded_by uuid,
      ended_at timestamptz, ended_because text, ended_by uuid, reason text, valid boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT v.id, a.id, a.name, o.handle, o.id, by.handle, v.method, v.note, v.verified_at, c.valid_from, v.valid_until, v.recorded_at,
        v.recorded_by, e.at, e.cause, e.recorded_by, e.reason,
        c.valid_from <= moment AND v.valid_until > moment AND (e.at IS NULL OR e.at > moment)
      FROM duty_officer_verification v JOIN counted_verification c ON c.id = v.id
      JOIN account a ON a.id = v.account_id JOIN organization o ON o.id = v.organization_id JOIN organization by ON by.id = v.verifier_id
      LEFT JOIN duty_officer_verification_end e ON e.verification_id = v.id
      WHERE (v.verifier_id = by_org AND by_org = app.viewer_org()) OR (v.account_id = of_person AND of_person = app.viewer_person()) $$;

  -- A verification and the end of a role or of an account wait for each other at the account: neither misses the other.
  CREATE FUNCTION app.verify_duty_officers_only() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM 1 FROM account WHERE id = NEW.account_id FOR SHARE;
      IF NOT app.is_duty_officer(NEW.account_id) THEN
        RAISE EXCEPTION 'only a duty officer is verified' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER verify_duty_officers_only BEFORE INSERT ON duty_officer_verification
    FOR EACH ROW EXECUTE FUNCTION app.verify_duty_officers_only();
  CREATE FUNCTION app.end_verifications() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE person uuid; why text; moment timestamptz;
    BEGIN
      IF TG_TABLE_NAME = 'account_departure' THEN
        person := NEW.account_id;
        why := 'departed';
        moment := NEW.at;
      ELSIF TG_TABLE_NAME IN ('password_reset_end', 'totp_end') THEN
        -- An administrator of her own side had a hand in how she signs in from now on: who it is, is to be verified anew.
        IF TG_TABLE_NAME = 'totp_end' THEN
          SELECT t.account_id INTO STRICT person FROM totp_enrolment t WHERE t.id = NEW.enrolment_id;
        ELSE
          SELECT r.account_id INTO STRICT person FROM password_reset r WHERE r.id = NEW.reset_id;
        END IF;
        why := 'credentials-replaced';
        moment := NEW.at;
      ELSE
        person := OLD.account_id;
        why := 'role-lost';
        moment := COALESCE(app.at(), date_trunc('milliseconds', clock_timestamp()));
      END IF;
      PERFORM 1 FROM account WHERE id = person FOR NO KEY UPDATE;
      INSERT INTO duty_officer_verification_end (verification_id, cause, at)
        SELECT v.id, why, moment FROM duty_officer_verification v WHERE v.account_id = person AND v.valid_until > moment
        ON CONFLICT (verification_id) DO NOTHING;
      RETURN NULL;
    END $$;
  CREATE TRIGGER end_verifications AFTER INSERT ON account_departure FOR EACH ROW EXECUTE FUNCTION app.end_verifications();
  CREATE TRIGGER end_verifications AFTER DELETE ON account_role FOR EACH ROW WHEN (OLD.role = 'duty-officer')
    EXECUTE FUNCTION app.end_verifications();

  ALTER TABLE duty_officer_verification ENABLE ROW LEVEL SECURITY;
  CREATE POLICY duty_officer_verification_read ON duty_officer_verification FOR SELECT
    USING (verifier_id = (SELECT app.viewer_org()) OR account_id = (SELECT app.viewer_person()));
  CREATE POLICY duty_officer_verification_add ON duty_officer_verification FOR INSERT WITH CHECK (verifier_id = (SELECT app.viewer_org()));
  ALTER TABLE duty_officer_verification_end ENABLE ROW LEVEL SECURITY;
  CREATE POLICY duty_officer_verification_end_read ON duty_officer_verification_end FOR SELECT
    USING (EXISTS (SELECT 1 FROM duty_officer_verification v WHERE v.id = verification_id));
  CREATE POLICY duty_officer_verification_end_add ON duty_officer_verification_end FOR INSERT WITH CHECK (cause = 'revoked'
    AND EXISTS (SELECT 1 FROM duty_officer_verification v WHERE v.id = verification_id AND v.verifier_id = (SELECT app.viewer_org())));
  INSERT INTO app.application_grant VALUES
    ('duty_officer_verification', 'SELECT, INSERT'), ('duty_officer_verification_end', 'SELECT, INSERT');
`;

export const NO_DUTY_OFFICERS = `
  DROP TRIGGER end_verifications ON account_role;
  DROP TRIGGER end_verifications ON account_departure;
  DROP FUNCTION app.verifiers_of_viewer(), app.verifiers_of(uuid, uuid, timestamptz), app.persons_of(uuid[], uuid), app.partner_officers(timestamptz),
    app.verifications(uuid, uuid, timestamptz),
    app.is_duty_officer(uuid);
  DROP VIEW counted_verification;
  DROP TABLE duty_officer_verification_end, duty_officer_verification;
  DROP FUNCTION app.end_verifications(), app.verify_duty_officers_only();
  DELETE FROM app.application_grant WHERE target IN ('duty_officer_verification', 'duty_officer_verification_end');
`;
