/**
 * When each grant is open and each lane of a feed is closed, kept beside the facts they follow from: a page asks them
 * for its instant, and asks nothing else. Rebuilt in the transaction that adds a fact, so they are never behind.
 */
export const INTERVALS = `
  -- A grant is open while its terms are in force and nothing pauses them: [opens_at, closes_at).
  CREATE TABLE grant_interval (
    grant_id uuid NOT NULL REFERENCES exchange_grant,
    reader_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    -- Of the grant: by which channels, of those known to be encrypted where it asks for that, and for which purposes; NULL is by and for any.
    channels text[],
    purposes text[],
    PRIMARY KEY (grant_id, reader_id, opens_at),
    CHECK (opens_at < closes_at)
  );
  CREATE INDEX grant_interval_reader ON grant_interval (reader_id, closes_at) INCLUDE (opens_at, grant_id, channels, purposes);
  CREATE INDEX grant_interval_agreement ON grant_interval (agreement_id);
  -- A lane of a feed: what one originator gives under one agreement; without an agreement, the removals of one originator.
  CREATE TABLE feed_lane (
    team_id uuid NOT NULL REFERENCES organization,
    lane int NOT NULL CHECK (lane > 0),
    owner_id uuid NOT NULL REFERENCES organization,
    agreement_id uuid REFERENCES agreement,
    entries bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (team_id, lane),
    UNIQUE NULLS NOT DISTINCT (team_id, owner_id, agreement_id)
  );
  CREATE INDEX feed_lane_long ON feed_lane (team_id, lane) WHERE entries >= 50;
  CREATE TABLE feed_lane_closed (
    team_id uuid NOT NULL,
    lane int NOT NULL,
    closed_from timestamptz NOT NULL,
    closed_until timestamptz NOT NULL,
    -- Closed to requests only that ask by another channel or for another purpose (D-12); without either to everybody. One
    -- agreement has one grant a direction in force, so what it says is said of the lane.
    channels text[],
    purposes text[],
    PRIMARY KEY (team_id, lane, closed_from),
    FOREIGN KEY (team_id, lane) REFERENCES feed_lane
  );
  CREATE INDEX feed_lane_closed_now ON feed_lane_closed (team_id, closed_until) INCLUDE (closed_from, lane, channels, purposes);
  ALTER TABLE grant_interval ENABLE ROW LEVEL SECURITY;
  ALTER TABLE feed_lane ENABLE ROW LEVEL SECURITY;
  ALTER TABLE feed_lane_closed ENABLE ROW LEVEL SECURITY;
  ALTER TABLE feed_due ENABLE ROW LEVEL SECURITY;

  CREATE FUNCTION app.open_grants(team uuid, moment timestamptz) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(array_agg(grant_id), '{}') FROM grant_interval
      WHERE reader_id = team AND closes_at > moment AND opens_at <= moment $$;
  -- Of these, those that let go by the channel and for the purpose of the request (D-12). What is asked changes nothing of
  -- what a feed holds: feeds are drained of what open grants admit, and read by these.
  CREATE FUNCTION app.servable_grants(team uuid, moment timestamptz) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(array_agg(grant_id), '{}') FROM grant_interval
      WHERE reader_id = team AND closes_at > moment AND opens_at <= moment
        AND app.lets_go(channels, purposes, app.channel(), app.purpose()) $$;
  CREATE FUNCTION app.grants_for_viewer() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT app.servable_grants(app.viewer_org(), app.at()) $$;
  -- Closed to everybody, however it asks.
  CREATE FUNCTION app.closed_lanes(team uuid, moment timestamptz) RETURNS int[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(array_agg(lane ORDER BY lane), '{}') FROM feed_lane_closed
      WHERE team_id = team AND closed_until > moment AND closed_from <= moment AND channels IS NULL AND purposes IS NULL $$;

  CREATE FUNCTION app.in_force_range(since timestamptz, until timestamptz) RETURNS tstzmultirange LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN until IS NULL OR until > since THEN tstzmultirange(tstzrange(since, until)) ELSE '{}' END $$;
  CREATE FUNCTION app.close_lane(team uuid, wanted int, open tstzmultirange) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM feed_lane_closed WHERE team_id = team AND lane = wanted;
      INSERT INTO feed_lane_closed
        SELECT team, wanted, COALESCE(lower(r), '-infinity'), COALESCE(upper(r), 'infinity')
        FROM unnest('{(,)}'::tstzmultirange - open) r;
    END $$;
  CREATE FUNCTION app.lane_of(team uuid, giver uuid, agreement uuid) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE found_lane int;
    BEGIN
      SELECT lane INTO found_lane FROM feed_lane WHERE team_id = team AND owner_id = giver AND agreement_id IS NOT DISTINCT FROM agreement;
      IF found_lane IS NULL THEN
        INSERT INTO feed_lane (team_id, lane, owner_id, agreement_id)
          SELECT team, COALESCE(max(lane), 0) + 1, giver, agreement FROM feed_lane WHERE team_id = team
          RETURNING lane INTO found_lane;
      END IF;
      RETURN found_lane;
    END $$;

  -- Who reads under a grant: its recipient, and constituents to whom that ever passed on what comes from the originator.
  CREATE FUNCTION app.readers_of(g exchange_grant) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT g.to_id UNION
      SELECT p.constituent_id FROM passing_on p JOIN item i ON i.id = p.item_id WHERE p.parent_id = g.to_id AND i.owner_id = g.from_id $$;

  CREATE FUNCTION app.intervals_of(agreement uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT jsonb_agg(jsonb_build_array(t.terms_version_id, t.valid_from, t.valid_until) ORDER BY t.number)
      FROM terms_in_force t WHERE t.agreement_id = agreement $$;
  -- from_above: what stands above the agreement has changed, and not it.
  CREATE FUNCTION app.refresh_intervals(changed uuid, from_above boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE d record; former jsonb;
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM agreement_fact WHERE agreement_id = changed AND kind = 'entered_into_force') THEN RETURN; END IF;
      -- One at a time: what is rebuilt here must not miss a fact that commits meanwhile.
      PERFORM pg_advisory_xact_lock(app.lock_key('intervals'));
      former := app.intervals_of(changed);
      DELETE FROM terms_in_force WHERE agreement_id = changed;
      INSERT INTO terms_in_force (terms_version_id, agreement_id, number, valid_from, valid_until)
        SELECT t.terms_version_id, changed, t.number, t.valid_from, t.valid_until FROM app.terms_intervals(changed) t;
      DELETE FROM grant_interval WHERE agreement_id = changed;
      INSERT INTO grant_interval
        SELECT g.id, reader.id, g.from_id, g.agreement_id, lower(r), COALESCE(upper(r), 'infinity'),
          app.carried_by(g.channels, g.obligations), app.permitted_purposes(g.obligations)
        FROM exchange_grant g CROSS JOIN LATERAL app.readers_of(g) AS reader(id) JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
        CROSS JOIN LATERAL unnest(app.in_force_range(t.valid_from, t.valid_until)
          - app.pauses(g.agreement_id, g.from_id, g.to_id)) r
        WHERE NOT g.narrows AND g.agreement_id = changed AND t.agreement_id = changed;
      FOR d IN SELECT DISTINCT g.from_id, g.to_id AS through, reader.id AS to_id FROM exchange_grant g
          CROSS JOIN LATERAL app.readers_of(g) AS reader(id) JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
          WHERE NOT g.narrows AND g.agreement_id = changed AND t.agreement_id = changed ORDER BY g.from_id, reader.id LOOP
        PERFORM app.close_lane(d.to_id, app.lane_of(d.to_id, d.from_id, changed),
          (SELECT COALESCE(range_agg(tstzrange(opens_at, NULLIF(closes_at, 'infinity'))), '{}') FROM grant_interval
            WHERE agreement_id = changed AND reader_id = d.to_id AND owner_id = d.from_id));
        -- Of two grants of a lane at once, as a constituent has that has had two parents, the first closes it; decide() weighs each.
        INSERT INTO feed_lane_closed
          SELECT d.to_id, app.lane_of(d.to_id, d.from_id, changed), opens_at, closes_at, channels, purposes FROM grant_interval
          WHERE agreement_id = changed AND reader_id = d.to_id AND owner_id = d.from_id AND (channels IS NOT NULL OR purposes IS NOT NULL)
          ON CONFLICT DO NOTHING;
        -- A removal may be told under any agreement in force, not paused, that grants or granted the direction: an
        -- amendment may have dropped it, and that is what there is to tell.
        PERFORM app.close_lane(d.to_id, app.lane_of(d.to_id, d.from_id, NULL), (
          SELECT COALESCE(range_agg(telling.parts), '{}') FROM (
            SELECT app.in_force_range(t.valid_from, t.valid_until)
              * tstzmultirange(tstzrange(granted.since, NULL)) - app.pauses(granted.agreement_id, d.from_id, d.through) AS parts
            FROM (SELECT g.agreement_id, min(own.valid_from) AS since FROM exchange_grant g
                JOIN terms_in_force own ON own.terms_version_id = g.terms_version_id
                WHERE NOT g.narrows AND g.from_id = d.from_id AND g.to_id = d.through GROUP BY g.agreement_id) granted
            JOIN terms_in_force t ON t.agreement_id = granted.agreement_id) telling));
      END LOOP;
      -- An instrument that stands below another opens nothing: it says when that admits nothing.
      IF EXISTS (SELECT 1 FROM agreement a WHERE a.id = changed AND a.parent_id IS NOT NULL)
          AND NOT (from_above AND former IS NOT DISTINCT FROM app.intervals_of(changed)) THEN
        PERFORM app.refresh_narrowing(changed, COALESCE(app.at(), clock_timestamp()));
      END IF;
      PERFORM app.refresh_intervals(b.id, true) FROM (SELECT a.id FROM agreement a WHERE a.parent_id = changed ORDER BY a.id) b;
      -- What it supersedes ends when it begins.
      PERFORM app.refresh_intervals(s.predecessor_id) FROM supersession s WHERE s.successor_id = changed;
    END $$;
  -- Agreements under which a direction is granted, now or from an instant to come; for those it concerns.
  CREATE FUNCTION app.granting_agreements(giver uuid, reader uuid, moment timestamptz) RETURNS TABLE (id uuid, reference text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT DISTINCT a.id, a.reference FROM agreement a JOIN exchange_grant g ON g.agreement_id = a.id
      JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
      WHERE NOT g.narrows AND g.from_id = giver AND g.to_id = reader AND app.viewer_org() IN (giver, reader)
        AND (t.valid_until IS NULL OR t.valid_until > moment) ORDER BY a.reference $$;
  -- Those of them that are in force at the instant, paused or not: where a team may ask another for something.
  CREATE FUNCTION app.agreements_granting_at(giver uuid, reader uuid, moment timestamptz) RETURNS TABLE (id uuid, reference text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT DISTINCT a.id, a.reference FROM agreement a JOIN exchange_grant g ON g.agreement_id = a.id
      JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
      WHERE NOT g.narrows AND g.from_id = giver AND g.to_id = reader AND app.viewer_org() IN (giver, reader)
        AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment) ORDER BY a.reference $$;
  -- What they and those below them promise: within which time the giver answers what the reader asks, and every how many hours it
  -- says how far it is.
  CREATE FUNCTION app.service_terms(giver uuid, reader uuid, moment timestamptz)
    RETURNS TABLE (id uuid, agreement text, respond_within jsonb, update_hours int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT g.id, a.reference, g.respond_within, g.update_interval_hours FROM agreement a JOIN exchange_grant g ON g.agreement_id = a.id
      JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
      WHERE g.from_id = giver AND g.to_id = reader AND (g.respond_within IS NOT NULL OR g.update_interval_hours IS NOT NULL) AND app.viewer_org() IN (giver, reader)
        AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment) ORDER BY g.narrows, a.reference $$;
  CREATE FUNCTION app.intervals_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF TG_TABLE_NAME = 'agreement_fact_confirmation' THEN
        PERFORM app.refresh_intervals(f.agreement_id) FROM agreement_fact f WHERE f.id = NEW.fact_id;
      ELSIF TG_TABLE_NAME = 'exchange_pause' THEN
        PERFORM app.refresh_intervals(a.id) FROM app.paused_agreements(NEW.id) AS a(id);
      ELSIF TG_TABLE_NAME = 'exchange_resumption_confirmation' THEN
        PERFORM app.refresh_intervals(a.id) FROM exchange_resumption r CROSS JOIN LATERAL app.paused_agreements(r.pause_id) AS a(id)
          WHERE r.id = NEW.resumption_id;
      ELSE
        PERFORM app.refresh_intervals(NEW.agreement_id);
      END IF;
      RETURN NULL;
    END $$;
  CREATE FUNCTION app.paused_agreements(pause uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT p.agreement_id FROM exchange_pause p WHERE p.id = pause AND p.agreement_id IS NOT NULL
      UNION SELECT g.agreement_id FROM exchange_pause p JOIN exchange_grant g ON g.from_id = p.from_id AND g.to_id = p.to_id
        WHERE p.id = pause AND p.agreement_id IS NULL
      ORDER BY 1 $$;
  CREATE TRIGGER intervals_changed AFTER INSERT ON agreement_fact FOR EACH ROW EXECUTE FUNCTION app.intervals_changed();
  CREATE TRIGGER intervals_changed AFTER INSERT ON agreement_fact_confirmation FOR EACH ROW EXECUTE FUNCTION app.intervals_changed();
  CREATE TRIGGER intervals_changed AFTER INSERT ON agreement_party FOR EACH ROW EXECUTE FUNCTION app.intervals_changed();
  CREATE TRIGGER intervals_changed AFTER INSERT ON accession FOR EACH ROW EXECUTE FUNCTION app.intervals_changed();
  CREATE TRIGGER intervals_changed AFTER INSERT ON exchange_grant FOR EACH ROW EXECUTE FUNCTION app.intervals_changed();
  CREATE TRIGGER intervals_changed AFTER INSERT ON exchange_pause FOR EACH ROW EXECUTE FUNCTION app.intervals_changed();
  CREATE TRIGGER intervals_changed AFTER INSERT ON exchange_resumption_confirmation FOR EACH ROW EXECUTE FUNCTION app.intervals_changed();
`;

export const NO_INTERVALS = `
  DROP TRIGGER intervals_changed ON agreement_fact; DROP TRIGGER intervals_changed ON agreement_fact_confirmation;
  DROP TRIGGER intervals_changed ON agreement_party; DROP TRIGGER intervals_changed ON accession; DROP TRIGGER intervals_changed ON exchange_grant;
  DROP TRIGGER intervals_changed ON exchange_pause; DROP TRIGGER intervals_changed ON exchange_resumption_confirmation;
  DROP FUNCTION app.service_terms(uuid, uuid, timestamptz), app.agreements_granting_at(uuid, uuid, timestamptz), app.granting_agreements(uuid, uuid, timestamptz), app.intervals_changed(), app.paused_agreements(uuid), app.refresh_intervals(uuid, boolean), app.intervals_of(uuid), app.readers_of(exchange_grant), app.lane_of(uuid, uuid, uuid),
    app.close_lane(uuid, int, tstzmultirange), app.in_force_range(timestamptz, timestamptz), app.closed_lanes(uuid, timestamptz), app.open_grants(uuid, timestamptz), app.grants_for_viewer(),
    app.servable_grants(uuid, timestamptz);
  DROP TABLE feed_lane_closed, feed_lane, grant_interval;
`;
