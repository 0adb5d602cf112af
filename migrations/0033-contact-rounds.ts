/**
 * Rounds in which an organization is asked to verify its contacts: by itself, or by a partner under terms that say how often.
 * How far a round has come follows from the verifications and changes of the contacts since it was asked; nothing is stored of it.
 */
export const CONTACT_ROUNDS = `
  CREATE TABLE contact_round (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization,
    asked_by_org uuid NOT NULL REFERENCES organization,
    agreement_id uuid REFERENCES agreement,
    asked_at timestamptz(3) NOT NULL,
    asked_by uuid NOT NULL,
    due_at timestamptz(3) NOT NULL,
    FOREIGN KEY (asked_by, asked_by_org) REFERENCES account (id, organization_id),
    -- Others ask under an agreement, and nobody under one with itself.
    CHECK ((asked_by_org = organization_id) = (agreement_id IS NULL)),
    -- 366 days; as hours, a day is as long in every time zone.
    CHECK (due_at > asked_at AND due_at <= asked_at + interval '8784 hours')
  );
  CREATE INDEX contact_round_organization ON contact_round (organization_id, asked_at, id);
  CREATE INDEX contact_round_asker ON contact_round (asked_by_org, asked_at, id);
  -- Each step is told once.
  CREATE TABLE contact_round_reminder (
    round_id uuid NOT NULL REFERENCES contact_round,
    step text NOT NULL CHECK (step IN ('due-soon', 'overdue')),
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    PRIMARY KEY (round_id, step)
  );
  SELECT app.make_append_only('contact_round'), app.make_append_only('contact_round_reminder');

  -- A partner asks only while terms between the two are in force that say how often contacts are verified.
  CREATE FUNCTION app.asked_under_terms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.agreement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM terms_in_force i JOIN terms_version t ON t.id = i.terms_version_id
          WHERE i.agreement_id = NEW.agreement_id AND i.valid_from <= NEW.asked_at AND (i.valid_until IS NULL OR i.valid_until > NEW.asked_at)
            AND t.contact_verification_days IS NOT NULL
            AND (SELECT count(DISTINCT p.organization_id) FROM terms_party p WHERE p.terms_version_id = t.id AND p.role = 'operating_cert'
              AND p.organization_id IN (NEW.organization_id, NEW.asked_by_org)) = 2) THEN
        RAISE EXCEPTION 'contacts are asked for under terms that say how often they are verified' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER asked_under_terms BEFORE INSERT ON contact_round FOR EACH ROW EXECUTE FUNCTION app.asked_under_terms();

  -- What became of the contacts of whom a round asks, since an instant: for the two sides of the round alone. Contacts are read
  -- by everybody; how one was verified is told to the side that asked.
  CREATE FUNCTION app.contact_answers(round uuid)
    RETURNS TABLE (contact_id uuid, role text, name text, email text, telephone text, entered_at timestamptz, verified_at timestamptz, method text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT c.id, v.role, v.name, v.email, v.telephone, v.at, f.at, f.method
      FROM contact_round r JOIN organization_contact c ON c.organization_id = r.organization_id
      JOIN organization_contact_version v ON v.contact_id = c.id AND v.version = app.latest_contact_version(c.id)
      LEFT JOIN LATERAL (SELECT k.at, k.method FROM organization_contact_verification k
        WHERE k.contact_id = c.id AND k.at = app.contact_verified(c.id) ORDER BY k.id DESC LIMIT 1) f ON true
      WHERE r.id = round AND app.viewer_org() IN (r.organization_id, r.asked_by_org) AND NOT app.contact_is_removed(c.id) $$;

  ALTER TABLE contact_round ENABLE ROW LEVEL SECURITY;
  CREATE POLICY contact_round_sides ON contact_round FOR SELECT USING ((SELECT app.viewer_org()) IN (organization_id, asked_by_org));
  CREATE POLICY contact_round_ask ON contact_round FOR INSERT WITH CHECK (asked_by_org = (SELECT app.viewer_org()));
  ALTER TABLE contact_round_reminder ENABLE ROW LEVEL SECURITY;
  CREATE POLICY contact_round_reminder_sides ON contact_round_reminder FOR SELECT
    USING (EXISTS (SELECT 1 FROM contact_round r WHERE r.id = round_id));
  CREATE POLICY contact_round_reminder_add ON contact_round_reminder FOR INSERT
    WITH CHECK (EXISTS (SELECT 1 FROM contact_round r WHERE r.id = round_id AND r.asked_by_org = (SELECT app.viewer_org())));
  INSERT INTO app.application_grant VALUES ('contact_round', 'SELECT, INSERT'), ('contact_round_reminder', 'SELECT, INSERT');
`;

export const NO_CONTACT_ROUNDS = `
  DELETE FROM app.application_grant WHERE target IN ('contact_round', 'contact_round_reminder');
  DROP FUNCTION app.contact_answers(uuid);
  DROP TABLE contact_round_reminder, contact_round;
  DROP FUNCTION app.asked_under_terms();
`;
