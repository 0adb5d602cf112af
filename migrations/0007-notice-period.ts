/** Terms with a period of notice end by notice, and not before the period is over; days are of 24 hours. */
export const NOTICE_PERIOD = `
  CREATE FUNCTION app.notice_period_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM 1 FROM terms_in_force i JOIN terms_version t ON t.id = i.terms_version_id
        WHERE NEW.kind = 'ended' AND i.agreement_id = NEW.agreement_id AND t.notice_days IS NOT NULL
          AND i.valid_from <= NEW.recorded_at AND (i.valid_until IS NULL OR i.valid_until > NEW.recorded_at)
          AND NOT EXISTS (SELECT 1 FROM agreement_fact f WHERE f.agreement_id = NEW.agreement_id AND f.kind = 'notice_given'
            AND f.effective_at + t.notice_days * interval '24 hours' <= NEW.effective_at);
      IF FOUND THEN RAISE EXCEPTION 'the period of notice is not kept' USING ERRCODE = 'check_violation'; END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER notice_period_kept BEFORE INSERT ON agreement_fact FOR EACH ROW EXECUTE FUNCTION app.notice_period_kept();
`;

export const NO_NOTICE_PERIOD = `
  DROP TRIGGER notice_period_kept ON agreement_fact; DROP FUNCTION app.notice_period_kept();
`;
