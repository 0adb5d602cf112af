/**
 * Duty officers verified again by calling a number back that was on file before: for 24 hours, and only a number that nobody
 * has changed for three days. Who could change it today could answer it as well.
 */
export const CALL_BACKS = `
  CREATE TABLE duty_officer_call_back (
    verification_id uuid PRIMARY KEY REFERENCES duty_officer_verification,
    contact_id uuid NOT NULL REFERENCES organization_contact,
    contact_version int NOT NULL,
    telephone text NOT NULL,
    on_file_since timestamptz(3) NOT NULL,
    FOREIGN KEY (contact_id, contact_version) REFERENCES organization_contact_version (contact_id, version)
  );
  SELECT app.make_append_only('duty_officer_call_back');

  -- Since when a contact has had the number that it has now, without a break: one that went and came back counts as new.
  CREATE FUNCTION app.number_since(contact uuid) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT min(v.at) FROM organization_contact_version now
      JOIN organization_contact_version v ON v.contact_id = now.contact_id AND v.telephone = now.telephone
      WHERE now.contact_id = contact AND now.version = app.latest_contact_version(contact)
        AND NOT EXISTS (SELECT 1 FROM organization_contact_version other WHERE other.contact_id = contact
          AND other.version > v.version AND other.telephone IS DISTINCT FROM now.telephone) $$;
  -- The numbers of a partner whose duty officers the viewer's organization may verify, with since when each is on file.
  CREATE FUNCTION app.numbers_on_file(team uuid, moment timestamptz)
    RETURNS TABLE (contact_id uuid, version int, role text, name text, telephone text, since timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT c.id, v.version, v.role, v.name, v.telephone, app.number_since(c.id)
      FROM organization_contact c
      JOIN organization_contact_version v ON v.contact_id = c.id AND v.version = app.latest_contact_version(c.id)
      WHERE c.organization_id = team AND v.telephone IS NOT NULL AND NOT app.contact_is_removed(c.id)
        AND app.viewer_org() IS NOT NULL AND EXISTS (SELECT 1 FROM app.partner_officers(moment) p WHERE p.organization_id = team) $$;

  CREATE FUNCTION app.call_back_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM duty_officer_verification v
          JOIN organization_contact c ON c.id = NEW.contact_id AND c.organization_id = v.organization_id
          JOIN organization_contact_version n ON n.contact_id = c.id AND n.version = NEW.contact_version AND n.telephone = NEW.telephone
          WHERE v.id = NEW.verification_id AND v.method = 'call_back' AND v.valid_until <= v.verified_at + interval '24 hours'
            AND NEW.contact_version = app.latest_contact_version(c.id) AND NOT app.contact_is_removed(c.id)
            AND NEW.on_file_since = app.number_since(c.id) AND NEW.on_file_since <= v.recorded_at - interval '72 hours') THEN
        RAISE EXCEPTION 'a call back is to a number of her organization that was on file before' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER call_back_counts BEFORE INSERT ON duty_officer_call_back FOR EACH ROW EXECUTE FUNCTION app.call_back_counts();

  -- In which directions RED may go between the viewer's organization and others by what is in force, and whom of the
  -- receiving side the giving one holds verified: for the two sides alone. Of nothing that is marked RED it says anything.
  CREATE FUNCTION app.red_standing(moment timestamptz)
    RETURNS TABLE (from_id uuid, to_id uuid, officers int, verified int, verified_until timestamptz, lapsed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT d.from_id, d.to_id,
        (SELECT count(*)::int FROM account a WHERE a.organization_id = d.to_id AND app.is_duty_officer(a.id)),
        v.verified, v.verified_until, CASE WHEN v.verified = 0 THEN v.lapsed_at END
      FROM (SELECT DISTINCT g.from_id, g.to_id FROM exchange_grant g JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
        WHERE app.viewer_org() IN (g.from_id, g.to_id) AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment)
          AND EXISTS (SELECT 1 FROM grant_information_type i WHERE i.grant_id = g.id AND i.tlp_ceiling = 'RED')) d
      CROSS JOIN LATERAL (
        SELECT (count(DISTINCT c.account_id) FILTER (WHERE c.valid_from <= moment AND c.ends > moment))::int AS verified,
          max(c.ends) FILTER (WHERE c.valid_from <= moment AND c.ends > moment) AS verified_until,
          max(c.ends) FILTER (WHERE c.valid_from < c.ends AND c.ends <= moment) AS lapsed_at
        FROM (SELECT w.*, LEAST(w.valid_until, w.ended_at) AS ends FROM counted_verification w
          WHERE w.verifier_id = d.from_id AND w.organization_id = d.to_id) c) v $$;

  ALTER TABLE duty_officer_call_back ENABLE ROW LEVEL SECURITY;
  CREATE POLICY duty_officer_call_back_own ON duty_officer_call_back FOR ALL
    USING (EXISTS (SELECT 1 FROM duty_officer_verification v WHERE v.id = verification_id AND v.verifier_id = (SELECT app.viewer_org())));
  INSERT INTO app.application_grant VALUES ('duty_officer_call_back', 'SELECT, INSERT');
`;

export const NO_CALL_BACKS = `
  DELETE FROM app.application_grant WHERE target = 'duty_officer_call_back';
  DROP FUNCTION app.red_standing(timestamptz), app.numbers_on_file(uuid, timestamptz);
  DROP TABLE duty_officer_call_back;
  DROP FUNCTION app.call_back_counts(), app.number_since(uuid);
`;
