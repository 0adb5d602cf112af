/** What a recipient tells the originator of sets of what it received, and what it is answered. */
export const NOTICES = `
  CREATE TABLE obligation_notice (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    log_id uuid NOT NULL REFERENCES record_log,
    agreement_id uuid NOT NULL REFERENCES agreement,
    from_id uuid NOT NULL REFERENCES organization,
    to_id uuid NOT NULL REFERENCES organization,
    kind text NOT NULL CHECK (kind IN ('destruction_certificate', 'breach', 'compelled_disclosure')),
    -- Either what became known in a half-open interval, or what obligation_notice_disclosure names.
    covers_from timestamptz(3),
    covers_until timestamptz(3),
    statement text NOT NULL CHECK (length(statement) BETWEEN 3 AND 4000),
    -- When a loss or misuse became known, and until when it had to be told under the terms.
    aware_at timestamptz(3),
    due_at timestamptz(3),
    -- Who compels to disclose.
    authority text CHECK (length(authority) BETWEEN 2 AND 300),
    filed_at timestamptz(3) NOT NULL,
    filed_by uuid NOT NULL REFERENCES account,
    entry_id uuid NOT NULL REFERENCES record_entry DEFERRABLE INITIALLY DEFERRED,
    CHECK (from_id <> to_id),
    CHECK ((kind = 'breach') = (aware_at IS NOT NULL) AND aware_at <= filed_at),
    CHECK (due_at IS NULL OR kind = 'breach'),
    CHECK ((kind = 'compelled_disclosure') = (authority IS NOT NULL)),
    CHECK (covers_from IS NULL OR covers_from < covers_until),
    CHECK (covers_until <= filed_at)
  );
  CREATE INDEX obligation_notice_from ON obligation_notice (from_id, filed_at, id);
  CREATE INDEX obligation_notice_to ON obligation_notice (to_id, filed_at, id);
  CREATE INDEX obligation_notice_log ON obligation_notice (log_id, kind);
  ALTER TABLE obligation_fact ADD FOREIGN KEY (notice_id) REFERENCES obligation_notice;
  CREATE TABLE obligation_notice_disclosure (
    notice_id uuid NOT NULL REFERENCES obligation_notice,
    disclosure_id uuid NOT NULL REFERENCES disclosure,
    PRIMARY KEY (notice_id, disclosure_id)
  );
  CREATE INDEX obligation_notice_disclosure_of ON obligation_notice_disclosure (disclosure_id);
  CREATE TABLE obligation_notice_answer (
    notice_id uuid PRIMARY KEY REFERENCES obligation_notice,
    result text NOT NULL CHECK (length(result) BETWEEN 3 AND 4000),
    remedy text CHECK (length(remedy) BETWEEN 3 AND 4000),
    answered_at timestamptz(3) NOT NULL,
    answered_by uuid NOT NULL REFERENCES account,
    entry_id uuid NOT NULL REFERENCES record_entry DEFERRABLE INITIALLY DEFERRED
  );
  SELECT app.make_append_only('obligation_notice'), app.make_append_only('obligation_notice_disclosure'), app.make_append_only('obligation_notice_answer');
  ALTER TABLE obligation_notice ENABLE ROW LEVEL SECURITY;
  CREATE POLICY obligation_notice_read ON obligation_notice FOR SELECT USING ((SELECT app.viewer_org()) IN (from_id, to_id));
  CREATE POLICY obligation_notice_add ON obligation_notice FOR INSERT WITH CHECK (from_id = (SELECT app.viewer_org())
    AND filed_by = (SELECT app.viewer_person()) AND EXISTS (SELECT 1 FROM record_log l WHERE l.id = log_id AND l.kind = 'relationship'
      AND l.agreement_id = obligation_notice.agreement_id AND obligation_notice.to_id IN (l.party_a, l.party_b)));
  ALTER TABLE obligation_notice_disclosure ENABLE ROW LEVEL SECURITY;
  CREATE POLICY obligation_notice_disclosure_read ON obligation_notice_disclosure FOR SELECT
    USING (EXISTS (SELECT 1 FROM obligation_notice n WHERE n.id = notice_id));
  CREATE POLICY obligation_notice_disclosure_add ON obligation_notice_disclosure FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM obligation_notice n
    JOIN disclosure d ON d.id = disclosure_id WHERE n.id = notice_id AND n.from_id = (SELECT app.viewer_org()) AND d.team_id = n.from_id
      AND d.log_id = n.log_id AND d.person_id IS NULL));
  ALTER TABLE obligation_notice_answer ENABLE ROW LEVEL SECURITY;
  CREATE POLICY obligation_notice_answer_read ON obligation_notice_answer FOR SELECT
    USING (EXISTS (SELECT 1 FROM obligation_notice n WHERE n.id = notice_id));
  CREATE POLICY obligation_notice_answer_add ON obligation_notice_answer FOR INSERT WITH CHECK (answered_by = (SELECT app.viewer_person())
    AND EXISTS (SELECT 1 FROM obligation_notice n WHERE n.id = notice_id AND n.to_id = (SELECT app.viewer_org())));
  -- Within how many hours the viewer's organization tells another of a breach that is known since an instant: by the strictest
  -- terms that had entered into force by then, or by the first. Drafts set no time, and later terms none for what was known before.
  CREATE FUNCTION app.breach_hours(agreement uuid, originator uuid, known_at timestamptz) RETURNS int
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT min((g.obligations ->> 'breach_notice_hours')::int) FROM exchange_grant g JOIN terms_in_force i ON i.terms_version_id = g.terms_version_id
      WHERE g.agreement_id = agreement AND g.from_id = originator AND g.to_id = app.viewer_org()
        AND i.valid_from <= GREATEST(known_at, (SELECT min(f.valid_from) FROM terms_in_force f WHERE f.agreement_id = agreement)) $$;
  INSERT INTO app.application_grant VALUES ('obligation_notice', 'SELECT, INSERT'), ('obligation_notice_disclosure', 'SELECT, INSERT'),
    ('obligation_notice_answer', 'SELECT, INSERT');
`;

export const NO_NOTICES = `
  ALTER TABLE obligation_fact DROP CONSTRAINT obligation_fact_notice_id_fkey;
  DROP FUNCTION app.breach_hours(uuid, uuid, timestamptz);
  DROP TABLE obligation_notice_answer, obligation_notice_disclosure, obligation_notice;
`;
