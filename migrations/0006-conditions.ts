/** When a consent that the owner has of a source, in writing, counts. */
export const COUNTED_CONSENT = `
    SELECT item_id, scope, team_id, valid_from, valid_until FROM counted_item_consent WHERE giver = 'source'`;

/**
 * What the release of single items to single teams may hang on besides labels and terms, each with its time: a request
 * that asks for it (D-10), the consent of whom it came from (D-17), a parent that passes it on (D-20). Nothing here is
 * changed: what ends has an end of its own.
 */
export const CONDITIONS = `
  CREATE TABLE information_request (
    id uuid PRIMARY KEY,
    requester_id uuid NOT NULL REFERENCES organization,
    addressee_id uuid NOT NULL REFERENCES organization,
    subject text NOT NULL CHECK (length(subject) BETWEEN 3 AND 500),
    details text CHECK (length(details) BETWEEN 1 AND 20000),
    asked_at timestamptz(3) NOT NULL,
    asked_by uuid NOT NULL REFERENCES account,
    open_until timestamptz(3) NOT NULL,
    -- How much it presses, as whoever asks says.
    severity text CHECK (severity IN ('none', 'low', 'medium', 'high', 'critical')),
    -- Until when the terms in force then promise an answer, and the grant that says so.
    respond_by timestamptz(3) CHECK (respond_by > asked_at),
    respond_grant_id uuid REFERENCES exchange_grant,
    -- Likewise every how many hours a word is owed while it is open and unanswered.
    update_hours int CHECK (update_hours BETWEEN 1 AND 8760),
    update_grant_id uuid REFERENCES exchange_grant,
    CHECK ((update_hours IS NULL) = (update_grant_id IS NULL)),
    CHECK ((respond_by IS NULL) = (respond_grant_id IS NULL)),
    CHECK (requester_id <> addressee_id),
    CHECK (open_until > asked_at AND open_until <= asked_at + interval '366 days')
  );
  CREATE INDEX information_request_requester ON information_request (requester_id, asked_at, id);
  CREATE INDEX information_request_addressee ON information_request (addressee_id, asked_at, id);
  -- A word of whom it went to on how far it is; no answer.
  CREATE TABLE information_request_update (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES information_request,
    note text NOT NULL CHECK (length(note) BETWEEN 3 AND 5000),
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    recorded_by_org uuid NOT NULL REFERENCES organization
  );
  CREATE INDEX information_request_update_of ON information_request_update (request_id, at);
  -- Closed by whom it came from, or refused by whom it went to.
  CREATE TABLE information_request_end (
    request_id uuid PRIMARY KEY REFERENCES information_request,
    outcome text NOT NULL CHECK (outcome IN ('closed', 'refused')),
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    recorded_by_org uuid NOT NULL REFERENCES organization,
    UNIQUE (request_id, outcome)
  );
  -- Why it was refused, apart from that it was: whom it came from reads it only where it is told.
  CREATE TABLE information_request_refusal (
    request_id uuid PRIMARY KEY,
    outcome text NOT NULL DEFAULT 'refused' CHECK (outcome = 'refused'),
    reason_code text NOT NULL CHECK (reason_code IN ('ongoing_investigation', 'law', 'victim_refusal', 'resources', 'other')),
    reason text CHECK (length(reason) BETWEEN 3 AND 2000),
    told boolean NOT NULL,
    FOREIGN KEY (request_id, outcome) REFERENCES information_request_end (request_id, outcome)
  );
  -- An item that the addressee lets go in answer, for as long as the request is open.
  CREATE TABLE information_request_answer (
    request_id uuid NOT NULL REFERENCES information_request,
    item_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    answered_at timestamptz(3) NOT NULL,
    answered_by uuid NOT NULL REFERENCES account,
    PRIMARY KEY (request_id, item_id),
    FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id)
  );
  CREATE INDEX information_request_answer_item ON information_request_answer (item_id);

  -- The consent of the source of another publisher's content, or of a victim that parts tell of: to one team, to any that an
  -- agreement admits or, of a source, to everybody.
  CREATE TABLE item_consent (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    giver text NOT NULL CHECK (giver IN ('source', 'victim')),
    given_by text NOT NULL CHECK (length(given_by) BETWEEN 1 AND 300),
    -- What the owner calls the victim in the parts that it may be told by.
    victim text CHECK (length(victim) BETWEEN 1 AND 100),
    scope text NOT NULL CHECK (scope IN ('team', 'partners', 'public')),
    team_id uuid REFERENCES organization,
    valid_from timestamptz(3) NOT NULL,
    valid_until timestamptz(3) NOT NULL,
    evidence_sha256 bytea NOT NULL CHECK (length(evidence_sha256) = 32),
    recorded_at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id),
    CHECK ((scope = 'team') = (team_id IS NOT NULL)),
    CHECK ((giver = 'victim') = (victim IS NOT NULL)),
    CHECK (giver = 'source' OR scope <> 'public'),
    CHECK (valid_until > valid_from)
  );
  CREATE INDEX item_consent_item ON item_consent (item_id, recorded_at, id);
  CREATE TABLE item_consent_confirmation (
    consent_id uuid PRIMARY KEY REFERENCES item_consent,
    confirmed_at timestamptz(3) NOT NULL,
    confirmed_by uuid NOT NULL REFERENCES account
  );
  CREATE TABLE item_consent_revocation (
    consent_id uuid PRIMARY KEY REFERENCES item_consent,
    at timestamptz(3) NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
    recorded_by uuid NOT NULL REFERENCES account
  );

  -- A team passes an item that it receives on to one of its constituents.
  CREATE TABLE passing_on (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES item,
    parent_id uuid NOT NULL REFERENCES organization,
    constituent_id uuid NOT NULL REFERENCES organization,
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    CHECK (parent_id <> constituent_id)
  );
  CREATE INDEX passing_on_item ON passing_on (item_id, parent_id);
  CREATE INDEX passing_on_parent ON passing_on (parent_id, at, id);
  CREATE INDEX passing_on_constituent ON passing_on (constituent_id);
  CREATE TABLE passing_on_end (
    passing_on_id uuid PRIMARY KEY REFERENCES passing_on,
    at timestamptz(3) NOT NULL,
    reason text CHECK (length(reason) BETWEEN 3 AND 2000),
    recorded_by uuid NOT NULL REFERENCES account
  );
  SELECT app.make_append_only(t) FROM unnest(ARRAY['information_request', 'information_request_update', 'information_request_end', 'information_request_refusal',
    'information_request_answer', 'item_consent', 'item_consent_confirmation', 'item_consent_revocation', 'passing_on', 'passing_on_end']) t;

  CREATE FUNCTION app.parent_of(constituent uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT parent_id FROM organization WHERE id = constituent $$;
  CREATE FUNCTION app.passed_to_own_constituent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF app.parent_of(NEW.constituent_id) IS DISTINCT FROM NEW.parent_id THEN
        RAISE EXCEPTION 'a team passes on to its own constituents' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER to_own_constituent BEFORE INSERT ON passing_on FOR EACH ROW EXECUTE FUNCTION app.passed_to_own_constituent();
  CREATE FUNCTION app.consent_has_second_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM item_consent c JOIN account first ON first.id = c.recorded_by JOIN account second ON second.id = NEW.confirmed_by
          WHERE c.id = NEW.consent_id AND first.id <> second.id AND first.organization_id = second.organization_id) THEN
        RAISE EXCEPTION 'a second person of the same organization has to confirm' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER second_person BEFORE INSERT ON item_consent_confirmation FOR EACH ROW EXECUTE FUNCTION app.consent_has_second_person();
  CREATE FUNCTION app.answered_by_addressee() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM information_request r WHERE r.id = NEW.request_id AND r.addressee_id = NEW.owner_id) THEN
        RAISE EXCEPTION 'a request is answered with items of whom it was addressed to' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  -- Whoever is asked owes an answer by a grant of its own to whom it is asked by, and by no other.
  CREATE FUNCTION app.response_is_promised() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.respond_grant_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exchange_grant g WHERE g.id = NEW.respond_grant_id
          AND g.from_id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid AND g.to_id = NEW.requester_id AND g.respond_within IS NOT NULL) THEN
        RAISE EXCEPTION 'an answer is promised by a grant between the two' USING ERRCODE = 'check_violation';
      END IF;
      IF to_jsonb(NEW) ->> 'update_grant_id' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exchange_grant g
          WHERE g.id = (to_jsonb(NEW) ->> 'update_grant_id')::uuid AND g.from_id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid
            AND g.to_id = NEW.requester_id AND g.update_interval_hours = (to_jsonb(NEW) ->> 'update_hours')::int) THEN
        RAISE EXCEPTION 'a word is promised by a grant between the two' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER is_promised BEFORE INSERT ON information_request FOR EACH ROW EXECUTE FUNCTION app.response_is_promised('addressee_id');
  CREATE TRIGGER by_addressee BEFORE INSERT ON information_request_answer FOR EACH ROW EXECUTE FUNCTION app.answered_by_addressee();

  -- When each of them holds, as half-open intervals. Late recording never counts earlier.
  CREATE VIEW counted_request AS
    SELECT a.item_id, r.requester_id, a.answered_at AS valid_from, LEAST(r.open_until, e.at) AS valid_until
    FROM information_request_answer a JOIN information_request r ON r.id = a.request_id
    LEFT JOIN information_request_end e ON e.request_id = r.id
    WHERE a.answered_at < LEAST(r.open_until, e.at);
  CREATE VIEW counted_item_consent AS
    SELECT c.item_id, c.giver, c.victim, c.scope, c.team_id, GREATEST(c.valid_from, c.recorded_at, f.confirmed_at) AS valid_from,
      LEAST(c.valid_until, r.at) AS valid_until
    FROM item_consent c JOIN item_consent_confirmation f ON f.consent_id = c.id
    LEFT JOIN item_consent_revocation r ON r.consent_id = c.id
    WHERE GREATEST(c.valid_from, c.recorded_at, f.confirmed_at) < LEAST(c.valid_until, r.at);
  CREATE VIEW counted_consent AS ${COUNTED_CONSENT};
  CREATE VIEW counted_victim_consent AS
    SELECT item_id, victim, scope, team_id, valid_from, valid_until FROM counted_item_consent WHERE giver = 'victim';
  CREATE VIEW counted_passing AS
    SELECT p.item_id, p.parent_id, p.constituent_id, p.at AS valid_from, e.at AS valid_until
    FROM passing_on p LEFT JOIN passing_on_end e ON e.passing_on_id = p.id
    WHERE e.at IS NULL OR p.at < e.at;

  CREATE FUNCTION app.publicly_consented(wanted uuid, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT EXISTS (SELECT 1 FROM counted_consent c WHERE c.item_id = wanted AND c.scope = 'public'
        AND c.valid_from <= moment AND c.valid_until > moment) $$;

  ALTER TABLE information_request ENABLE ROW LEVEL SECURITY;
  CREATE POLICY information_request_sides ON information_request FOR SELECT USING ((SELECT app.viewer_org()) IN (requester_id, addressee_id));
  CREATE POLICY information_request_ask ON information_request FOR INSERT WITH CHECK (requester_id = (SELECT app.viewer_org()));
  ALTER TABLE information_request_update ENABLE ROW LEVEL SECURITY;
  CREATE POLICY information_request_update_sides ON information_request_update FOR ALL
    USING (EXISTS (SELECT 1 FROM information_request r WHERE r.id = request_id))
    WITH CHECK (recorded_by_org = (SELECT app.viewer_org())
      AND EXISTS (SELECT 1 FROM information_request r WHERE r.id = request_id AND r.addressee_id = (SELECT app.viewer_org())));
  ALTER TABLE information_request_end ENABLE ROW LEVEL SECURITY;
  CREATE POLICY information_request_end_sides ON information_request_end FOR ALL
    USING (EXISTS (SELECT 1 FROM information_request r WHERE r.id = request_id))
    WITH CHECK (recorded_by_org = (SELECT app.viewer_org()) AND EXISTS (SELECT 1 FROM information_request r WHERE r.id = request_id
      AND (SELECT app.viewer_org()) = CASE outcome WHEN 'refused' THEN r.addressee_id ELSE r.requester_id END));
  ALTER TABLE information_request_refusal ENABLE ROW LEVEL SECURITY;
  CREATE POLICY information_request_refusal_read ON information_request_refusal FOR SELECT
    USING (EXISTS (SELECT 1 FROM information_request r WHERE r.id = request_id AND (told OR r.addressee_id = (SELECT app.viewer_org()))));
  CREATE POLICY information_request_refusal_add ON information_request_refusal FOR INSERT
    WITH CHECK (EXISTS (SELECT 1 FROM information_request r WHERE r.id = request_id AND r.addressee_id = (SELECT app.viewer_org())));
  ALTER TABLE information_request_answer ENABLE ROW LEVEL SECURITY;
  CREATE POLICY information_request_answer_own ON information_request_answer FOR ALL USING (owner_id = (SELECT app.viewer_org()));
  ALTER TABLE item_consent ENABLE ROW LEVEL SECURITY;
  CREATE POLICY item_consent_own ON item_consent FOR ALL USING (owner_id = (SELECT app.viewer_org()));
  ALTER TABLE item_consent_confirmation ENABLE ROW LEVEL SECURITY;
  CREATE POLICY item_consent_confirmation_own ON item_consent_confirmation FOR ALL
    USING (EXISTS (SELECT 1 FROM item_consent c WHERE c.id = consent_id));
  ALTER TABLE item_consent_revocation ENABLE ROW LEVEL SECURITY;
  CREATE POLICY item_consent_revocation_own ON item_consent_revocation FOR ALL
    USING (EXISTS (SELECT 1 FROM item_consent c WHERE c.id = consent_id));
  ALTER TABLE passing_on ENABLE ROW LEVEL SECURITY;
  CREATE POLICY passing_on_own ON passing_on FOR ALL USING (parent_id = (SELECT app.viewer_org()));
  ALTER TABLE passing_on_end ENABLE ROW LEVEL SECURITY;
  CREATE POLICY passing_on_end_own ON passing_on_end FOR ALL USING (EXISTS (SELECT 1 FROM passing_on p WHERE p.id = passing_on_id));
  INSERT INTO app.application_grant SELECT t, 'SELECT, INSERT' FROM unnest(ARRAY['information_request', 'information_request_update', 'information_request_end',
    'information_request_refusal', 'information_request_answer', 'item_consent', 'item_consent_confirmation', 'item_consent_revocation', 'passing_on', 'passing_on_end']) t;
`;

export const NO_CONDITIONS = `
  DELETE FROM app.application_grant WHERE target IN ('information_request', 'information_request_update', 'information_request_end', 'information_request_refusal',
    'information_request_answer', 'item_consent', 'item_consent_confirmation', 'item_consent_revocation', 'passing_on', 'passing_on_end');
  DROP FUNCTION app.publicly_consented(uuid, timestamptz);
  DROP VIEW counted_passing, counted_victim_consent, counted_consent, counted_item_consent, counted_request;
  DROP TABLE passing_on_end, passing_on, item_consent_revocation, item_consent_confirmation, item_consent,
    information_request_answer, information_request_refusal, information_request_end, information_request_update, information_request;
  DROP FUNCTION app.response_is_promised(), app.answered_by_addressee(), app.consent_has_second_person(), app.passed_to_own_constituent(), app.parent_of(uuid);
`;
