/**
 * What was released before terms are signed meets their grants chunk by chunk, in the order of the versions: the first
 * chunk with the last signature, the others by a job or a command, whatever is left when the terms enter into force.
 * What is released or changed meanwhile meets these grants by itself, as all that are signed: nobody waits for a matching.
 */
export const MATCHING = `
  -- How far the matching of terms with an originator's releases has come: through is the last version that was dealt with.
  CREATE TABLE entitlement_matching (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    terms_version_id uuid NOT NULL REFERENCES terms_version,
    owner_id uuid NOT NULL REFERENCES organization,
    began_at timestamptz(3) NOT NULL,
    -- How many released versions there were when it began.
    released bigint NOT NULL,
    through uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    versions bigint NOT NULL DEFAULT 0,
    made bigint NOT NULL DEFAULT 0,
    finished_at timestamptz(3),
    UNIQUE (terms_version_id, owner_id),
    CHECK (finished_at >= began_at)
  );
  CREATE INDEX entitlement_matching_open ON entitlement_matching (id) WHERE finished_at IS NULL;
  ALTER TABLE entitlement_matching ENABLE ROW LEVEL SECURITY;
  -- It tells how much the originator has released: nobody else's to know.
  CREATE POLICY entitlement_matching_own ON entitlement_matching FOR SELECT USING (owner_id = (SELECT app.viewer_org()));
  INSERT INTO app.application_grant VALUES ('entitlement_matching', 'SELECT');

  -- Released versions that one transaction deals with; releases of the originator wait as long.
  CREATE FUNCTION app.matching_chunk() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2000';

  -- Opens the matching of signed terms with an originator's releases, once.
  CREATE FUNCTION app.open_matching(originator uuid, terms uuid, moment timestamptz) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      INSERT INTO entitlement_matching (terms_version_id, owner_id, began_at, released)
        SELECT terms, originator, moment, count(*) FROM release r WHERE r.owner_id = originator
        ON CONFLICT DO NOTHING;
      RETURN (SELECT m.id FROM entitlement_matching m WHERE m.terms_version_id = terms AND m.owner_id = originator);
    END $$;

  -- Matches the next released versions, all that are left if no size is given; true while more are left. Like a release
  -- it holds the originator, so neither misses the other, nor do two of these.
  CREATE FUNCTION app.match_chunk(wanted uuid, moment timestamptz, size int) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE m entitlement_matching; upto uuid; many bigint; fresh bigint := 0; more boolean := false;
    BEGIN
      PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || n.owner_id)) FROM entitlement_matching n WHERE n.id = wanted;
      SELECT * INTO m FROM entitlement_matching n WHERE n.id = wanted AND n.finished_at IS NULL;
      IF NOT FOUND THEN RETURN false; END IF;
      WITH chunk AS MATERIALIZED (SELECT r.item_version_id AS id FROM release r
          WHERE r.owner_id = m.owner_id AND r.item_version_id > m.through ORDER BY r.item_version_id LIMIT size)
        SELECT count(*), (SELECT c.id FROM chunk c ORDER BY c.id DESC LIMIT 1) INTO many, upto FROM chunk;
      IF many > 0 THEN
        fresh := app.entitle(m.owner_id, NULL, m.terms_version_id, moment, m.through, upto);
        more := EXISTS (SELECT 1 FROM release r WHERE r.owner_id = m.owner_id AND r.item_version_id > upto);
      END IF;
      UPDATE entitlement_matching n SET through = COALESCE(upto, n.through), versions = n.versions + many, made = n.made + fresh,
        finished_at = CASE WHEN NOT more THEN GREATEST(n.began_at, moment) END WHERE n.id = wanted;
      RETURN more;
    END $$;

  CREATE FUNCTION app.after_signature(terms uuid, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE o uuid;
    BEGIN
      PERFORM app.require_actor(EXISTS (SELECT 1 FROM terms_version t WHERE t.id = terms AND t.agreement_id = ANY (app.viewer_agreements())));
      -- Both a release and a signature hold the originator's lock: neither can miss the other.
      FOR o IN SELECT DISTINCT from_id FROM exchange_grant WHERE terms_version_id = terms AND NOT narrows ORDER BY from_id LOOP
        PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || o));
        PERFORM app.match_chunk(app.open_matching(o, terms, moment), moment, app.matching_chunk());
      END LOOP;
    END $$;

  -- For jobs, which choose neither the instant nor the size. The next that is not finished, in the order of ids.
  CREATE FUNCTION app.next_matching(passed uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT m.id FROM entitlement_matching m WHERE m.finished_at IS NULL AND m.id > passed ORDER BY m.id LIMIT 1 $$;
  CREATE FUNCTION app.match_on(wanted uuid, moment timestamptz) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT app.match_chunk(wanted, LEAST(moment, clock_timestamp()), app.matching_chunk()) $$;
`;

export const NO_MATCHING = `
  DROP FUNCTION app.match_on(uuid, timestamptz), app.next_matching(uuid), app.after_signature(uuid, timestamptz),
    app.match_chunk(uuid, timestamptz, int), app.open_matching(uuid, uuid, timestamptz), app.matching_chunk();
  DELETE FROM app.application_grant WHERE target = 'entitlement_matching';
  DROP TABLE entitlement_matching;
`;
