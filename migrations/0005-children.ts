/**
 * An instrument may stand below another: an annex, a case arrangement or an operating procedure below an agreement, the
 * last two below an annex as well. Its parties are parties of what it stands below, in the same roles. What stands above
 * is there before it and never changes, so that there is no ring, and three levels are all there are.
 */
export const CHILDREN = `
  CREATE FUNCTION app.agreement_has_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agreement p WHERE p.id = NEW.parent_id AND (
          p.kind IN ('mou', 'treaty', 'community_membership')
          OR p.kind = 'implementing_annex' AND NEW.kind IN ('sop', 'case_arrangement'))) THEN
        RAISE EXCEPTION 'an instrument of this kind does not stand below that one' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER has_place BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION app.agreement_has_place();
  CREATE FUNCTION app.party_of_parent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM agreement a WHERE a.id = NEW.agreement_id AND a.parent_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM terms_party p WHERE p.agreement_id = a.parent_id AND p.organization_id = NEW.organization_id AND p.role = NEW.role)) THEN
        RAISE EXCEPTION 'party to an instrument is who is party to what it stands below, in the same role' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER party_of_parent BEFORE INSERT ON agreement_party FOR EACH ROW EXECUTE FUNCTION app.party_of_parent();
  CREATE TRIGGER party_of_parent BEFORE INSERT ON accession FOR EACH ROW EXECUTE FUNCTION app.party_of_parent();
`;

export const NO_CHILDREN = `
  DROP TRIGGER has_place ON agreement; DROP TRIGGER party_of_parent ON agreement_party; DROP TRIGGER party_of_parent ON accession;
  DROP FUNCTION app.agreement_has_place(), app.party_of_parent();
`;
