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
    -- Of which information types nothing goes meanwhile.
    withheld text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (grant_id, reader_id, opens_at),
    CHECK (opens_at < closes_at)
  );
  CREATE INDEX grant_interval_reader ON grant_interval (reader_id, closes_at) INCLUDE (opens_at, grant_id, channels, purposes, withheld);
  CREATE INDEX grant_interval_agreement ON grant_interval (agreement_id);
  -- A lane of a feed: what one originator gives under one agreement of one set of information types; without an agreement, the
  -- removals of one originator of them. of_lane: the lane of all of that, without types, which closes and is told of, and holds nothing.
  CREATE TABLE feed_lane (
    team_id uuid NOT NULL REFERENCES organization,
    lane int NOT NULL CHECK (lane > 0),
    owner_id uuid NOT NULL REFERENCES organization,
    agreement_id uuid REFERENCES agreement,
    types text[] NOT NULL DEFAULT '{}',
    of_lane int NOT NULL,
    entries bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (team_id, lane),
    UNIQUE NULLS NOT DISTINCT (team_id, owner_id, agreement_id, types),
    FOREIGN KEY (team_id, of_lane) REFERENCES feed_lane,
    CHECK ((types = '{}') = (lane = of_lane))
  );
  CREATE INDEX feed_lane_parts ON feed_lane (team_id, of_lane) INCLUDE (lane, types);
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
    -- Closed to these information types alone: an array of arrays, and to what is of some type of each of them. One agreement
    -- suspends one of them; what two may tell of is closed where both suspend it. Empty is to everything.
    types jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (team_id, lane, closed_from, types),
    FOREIGN KEY (team_id, lane) REFERENCES feed_lane
  );
  CREATE INDEX feed_lane_closed_now ON feed_lane_closed (team_id, closed_until) INCLUDE (closed_from, lane, channels, purposes, types);
  ALTER TABLE grant_interval ENABLE ROW LEVEL SECURITY;
  ALTER TABLE feed_lane ENABLE ROW LEVEL SECURITY;
  ALTER TABLE feed_lane_closed ENABLE ROW LEVEL SECURITY;
  ALTER TABLE feed_due ENABLE ROW LEVEL SECURITY;

  -- Slices of the grants that are open, but for those of which some type is withheld.
  CREATE FUNCTION app.open_slices(team uuid, moment timestamptz) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(array_agg(s.id), '{}') FROM grant_interval i JOIN grant_slice s ON s.grant_id = i.grant_id
      WHERE i.reader_id = team AND i.closes_at > moment AND i.opens_at <= moment AND NOT s.types && i.withheld $$;
  -- Of these, those that let go by the channel and for the purpose of the request (D-12). What is asked changes nothing of
  -- what a feed holds: feeds are drained of what open grants admit, and read by these.
  CREATE FUNCTION app.servable_slices(team uuid, moment timestamptz) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(array_agg(s.id), '{}') FROM grant_interval i JOIN grant_slice s ON s.grant_id = i.grant_id
      WHERE i.reader_id = team AND i.closes_at > moment AND i.opens_at <= moment AND NOT s.types && i.withheld
        AND app.lets_go(i.channels, i.purposes, app.channel(), app.purpose()) $$;
  CREATE FUNCTION app.slices_for_viewer() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT app.servable_slices(app.viewer_org(), app.at()) $$;
  -- Whether what closes a lane to some types closes it to a set of them.
  CREATE FUNCTION app.closes(to_types jsonb, types text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT to_types = '[]' OR types <> '{}' AND NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(to_types) AS e(one) WHERE NOT types && ARRAY(SELECT jsonb_array_elements_text(e.one))) $$;

  CREATE FUNCTION app.in_force_range(since timestamptz, until timestamptz) RETURNS tstzmultirange LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN until IS NULL OR until > since THEN tstzmultirange(tstzrange(since, until)) ELSE '{}' END $$;
  CREATE TYPE app.opening AS (opens_at timestamptz, closes_at timestamptz, withheld text[]);
  -- Closes a lane where nothing opens it; and to the types that, while something does, all withhold that do.
  CREATE FUNCTION app.close_lane(team uuid, wanted int, openings app.opening[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM feed_lane_closed WHERE team_id = team AND lane = wanted;
      INSERT INTO feed_lane_closed
        SELECT team, wanted, COALESCE(lower(r), '-infinity'), COALESCE(upper(r), 'infinity')
        FROM unnest('{(,)}'::tstzmultirange - (SELECT COALESCE(range_agg(tstzrange(o.opens_at, NULLIF(o.closes_at, 'infinity'))), '{}')
          FROM unnest(openings) o)) r;
      INSERT INTO feed_lane_closed
        SELECT team, wanted, s.since, s.until, NULL, NULL, e.each FROM (
          SELECT c.at AS since, lead(c.at) OVER (ORDER BY c.at) AS until FROM (
            SELECT o.opens_at AS at FROM unnest(openings) o UNION SELECT o.closes_at FROM unnest(openings) o) c) s
        CROSS JOIN LATERAL (SELECT jsonb_agg(o.withheld) AS each, bool_and(o.withheld <> '{}') AS all_withhold FROM unnest(openings) o
          WHERE o.opens_at <= s.since AND o.closes_at >= s.until) e
        WHERE s.until IS NOT NULL AND e.all_withhold;
    END $$;
  -- With types the part of a lane that content comes in on. Feeds make such parts while they are drained, agreements make the
  -- others: whoever comes second waits for the first, and looks again.
  CREATE FUNCTION app.lane_of(team uuid, giver uuid, agreement uuid, of_types text[] DEFAULT '{}') RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE found_lane int; whole int;
    BEGIN
      LOOP
        SELECT lane INTO found_lane FROM feed_lane
          WHERE team_id = team AND owner_id = giver AND agreement_id IS NOT DISTINCT FROM agreement AND types = of_types;
        IF FOUND THEN RETURN found_lane; END IF;
        whole := CASE WHEN of_types <> '{}' THEN app.lane_of(team, giver, agreement) END;
        INSERT INTO feed_lane (team_id, lane, owner_id, agreement_id, types, of_lane)
          SELECT team, n.next, giver, agreement, of_types, COALESCE(whole, n.next)
          FROM (SELECT COALESCE(max(lane), 0) + 1 AS next FROM feed_lane WHERE team_id = team) n ON CONFLICT DO NOTHING;
      END LOOP;
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
        SELECT g.id, reader.id, g.from_id, g.agreement_id, o.opens_at, o.closes_at, app.carried_by(g.channels, g.obligations),
          app.permitted_purposes(g.obligations), o.withheld
        FROM exchange_grant g CROSS JOIN LATERAL app.readers_of(g) AS reader(id) JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
        CROSS JOIN LATERAL app.openings(g.agreement_id, g.from_id, g.to_id, app.in_force_range(t.valid_from, t.valid_until)
          - app.pauses(g.agreement_id, g.from_id, g.to_id)) o
        WHERE NOT g.narrows AND g.agreement_id = changed AND t.agreement_id = changed;
      FOR d IN SELECT DISTINCT g.from_id, g.to_id AS through, reader.id AS to_id FROM exchange_grant g
          CROSS JOIN LATERAL app.readers_of(g) AS reader(id) JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
          WHERE NOT g.narrows AND g.agreement_id = changed AND t.agreement_id = changed ORDER BY g.from_id, reader.id LOOP
        PERFORM app.close_lane(d.to_id, app.lane_of(d.to_id, d.from_id, changed),
          ARRAY(SELECT (opens_at, closes_at, withheld)::app.opening FROM grant_interval
            WHERE agreement_id = changed AND reader_id = d.to_id AND owner_id = d.from_id));
        -- Of two grants of a lane at once, as a constituent has that has had two parents, the first closes it; decide() weighs each.
        INSERT INTO feed_lane_closed
          SELECT d.to_id, app.lane_of(d.to_id, d.from_id, changed), opens_at, closes_at, channels, purposes FROM grant_interval
          WHERE agreement_id = changed AND reader_id = d.to_id AND owner_id = d.from_id AND (channels IS NOT NULL OR purposes IS NOT NULL)
          ON CONFLICT DO NOTHING;
        -- A removal may be told under any agreement in force, not paused, that grants or granted the direction: an
        -- amendment may have dropped it, and that is what there is to tell.
        PERFORM app.close_lane(d.to_id, app.lane_of(d.to_id, d.from_id, NULL), ARRAY(
          SELECT (o.opens_at, o.closes_at, o.withheld)::app.opening
          FROM (SELECT g.agreement_id, min(own.valid_from) AS since FROM exchange_grant g
              JOIN terms_in_force own ON own.terms_version_id = g.terms_version_id
              WHERE NOT g.narrows AND g.from_id = d.from_id AND g.to_id = d.through GROUP BY g.agreement_id) granted
          JOIN terms_in_force t ON t.agreement_id = granted.agreement_id
          CROSS JOIN LATERAL app.openings(granted.agreement_id, d.from_id, d.through, app.in_force_range(t.valid_from, t.valid_until)
            * tstzmultirange(tstzrange(granted.since, NULL)) - app.pauses(granted.agreement_id, d.from_id, d.through)) o));
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
  DROP FUNCTION app.service_terms(uuid, uuid, timestamptz), app.agreements_granting_at(uuid, uuid, timestamptz), app.granting_agreements(uuid, uuid, timestamptz), app.intervals_changed(), app.paused_agreements(uuid), app.refresh_intervals(uuid, boolean), app.intervals_of(uuid), app.readers_of(exchange_grant), app.lane_of(uuid, uuid, uuid, text[]),
    app.close_lane(uuid, int, app.opening[]), app.in_force_range(timestamptz, timestamptz), app.closes(jsonb, text[]), app.open_slices(uuid, timestamptz),
    app.slices_for_viewer(), app.servable_slices(uuid, timestamptz);
  DROP TYPE app.opening;
  DROP TABLE feed_lane_closed, feed_lane, grant_interval;
`;
