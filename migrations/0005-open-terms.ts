/**
 * Terms that were rejected or withdrawn come to nothing for good; those whose entry into force is recorded do not, and
 * none enters before the condition that it names.
 */
export const OPEN_TERMS = `
  CREATE FUNCTION app.terms_are_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE about uuid; told text;
    BEGIN
      IF TG_TABLE_NAME = 'agreement_fact_confirmation' THEN
        SELECT terms_version_id, kind INTO about, told FROM agreement_fact WHERE id = NEW.fact_id;
      ELSE
        about := NEW.terms_version_id; told := NEW.kind;
      END IF;
      IF EXISTS (SELECT 1 FROM counted_fact WHERE terms_version_id = about AND kind IN ('rejected', 'withdrawn'))
        OR told IN ('rejected', 'withdrawn')
          AND EXISTS (SELECT 1 FROM agreement_fact WHERE terms_version_id = about AND kind = 'entered_into_force') THEN
        RAISE EXCEPTION 'what became of these terms is settled' USING ERRCODE = 'check_violation';
      END IF;
      -- What a corrigendum mends was in force.
      IF told = 'entered_into_force' AND TG_TABLE_NAME = 'agreement_fact'
        AND NOT EXISTS (SELECT 1 FROM corrigendum WHERE terms_version_id = about) THEN
        PERFORM 1 FROM terms_version t WHERE t.id = about AND NEW.effective_at < CASE
          WHEN t.entry_rule IS NULL THEN '-infinity'
          WHEN t.entry_rule = 'not_before' THEN t.entry_date
          WHEN EXISTS (SELECT 1 FROM terms_party p WHERE p.terms_version_id = t.id AND p.role = 'signatory' AND NOT EXISTS (
            SELECT 1 FROM counted_fact f WHERE f.terms_version_id = t.id AND f.party_id = p.organization_id
              AND f.kind = CASE t.entry_rule WHEN 'after_last_signature' THEN 'signed' ELSE 'notified' END)) THEN 'infinity'
          ELSE (SELECT max(f.effective_at) FROM counted_fact f WHERE f.terms_version_id = t.id
            AND f.kind = CASE t.entry_rule WHEN 'after_last_signature' THEN 'signed' ELSE 'notified' END)
            + t.entry_days * interval '24 hours' END;
        IF FOUND THEN RAISE EXCEPTION 'the condition of these terms does not hold yet' USING ERRCODE = 'check_violation'; END IF;
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER terms_are_open BEFORE INSERT ON agreement_fact FOR EACH ROW EXECUTE FUNCTION app.terms_are_open();
  CREATE TRIGGER terms_are_open BEFORE INSERT ON agreement_fact_confirmation FOR EACH ROW EXECUTE FUNCTION app.terms_are_open();
`;

export const NO_OPEN_TERMS = `
  DROP TRIGGER terms_are_open ON agreement_fact; DROP TRIGGER terms_are_open ON agreement_fact_confirmation;
  DROP FUNCTION app.terms_are_open();
`;
