import { COUNTED_CONSENT } from './0006-conditions';
import { conditionsRange } from './0007-gates';

/** To a constituent only while the originator consents, where the terms ask for its consent. */
const CONDITIONS_RANGE = conditionsRange(`
        * CASE WHEN reader = g.to_id OR g.obligations ->> 'onward_sharing' IS DISTINCT FROM 'with_prior_written_consent' THEN '{(,)}' ELSE (
          SELECT COALESCE(range_agg(tstzrange(c.valid_from, c.valid_until)), '{}') FROM counted_onward c
          WHERE c.item_id = v.item_id AND c.team_id = g.to_id) END`);
/** Both as they are without requests for consent. */
export const WITHOUT_CONSENT = `
  ${conditionsRange()}
  CREATE OR REPLACE FUNCTION app.onward_consents(item uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT '[]'::jsonb $$;
  CREATE OR REPLACE FUNCTION app.consent_is_awaited(item uuid, everybody boolean, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT false';`;

const GRANTED = `consent_grant g JOIN consent_request_end e ON e.request_id = g.request_id
    LEFT JOIN consent_withdrawal w ON w.request_id = g.request_id`;

/** When what an originator consented to counts, and what keeps its rows true to what was asked. */
export const CONSENTED = `
  -- A consent to everybody is one to any partner as well.
  CREATE OR REPLACE VIEW counted_consent AS ${COUNTED_CONSENT}
    UNION ALL
    SELECT d.item_id, s.scope, s.team_id, e.at AS valid_from, LEAST(g.valid_until, w.at) AS valid_until
    FROM ${GRANTED} JOIN consent_request_item d ON d.request_id = g.request_id
    CROSS JOIN LATERAL (
      SELECT 'team' AS scope, t.team_id FROM consent_grant_team t WHERE g.scope = 'teams' AND t.request_id = g.request_id
      UNION ALL SELECT 'team', t.team_id FROM consent_request_team t WHERE g.scope = 'teams' AND g.as_asked AND t.request_id = g.request_id
      UNION ALL SELECT 'partners', NULL::uuid WHERE g.scope IN ('partners', 'public')
      UNION ALL SELECT 'public', NULL::uuid WHERE g.scope = 'public') s
    WHERE e.at < LEAST(g.valid_until, w.at);
  -- When a team may pass on to its constituents what it has under terms that ask for the originator's consent.
  CREATE VIEW counted_onward AS
    SELECT r.source_item_id AS item_id, r.requester_id AS team_id, e.at AS valid_from, LEAST(g.valid_until, w.at) AS valid_until
    FROM ${GRANTED} JOIN consent_request r ON r.id = g.request_id
    WHERE g.scope = 'constituents' AND e.at < LEAST(g.valid_until, w.at);
  ${CONDITIONS_RANGE}
  CREATE OR REPLACE FUNCTION app.onward_consents(item uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT COALESCE(jsonb_agg(jsonb_build_object('by', c.team_id, 'from', app.millis(c.valid_from), 'until', app.millis(c.valid_until))
      ORDER BY c.valid_from), '[]') FROM counted_onward c WHERE c.item_id = item $$;

  CREATE OR REPLACE FUNCTION app.consent_is_awaited(item uuid, everybody boolean, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM consent_request_item d JOIN consent_request r ON r.id = d.request_id
      LEFT JOIN consent_request_end e ON e.request_id = r.id
      WHERE d.item_id = item AND e.request_id IS NULL AND r.open_until > moment AND (NOT everybody OR r.scope = 'public')) $$;

  -- Of an item whose source can be asked, the source itself says what it consents to.
  CREATE FUNCTION app.source_is_asked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM derived_item d WHERE d.item_id = NEW.item_id) THEN
        RAISE EXCEPTION 'the source of this item is asked itself' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER not_of_a_derived_item BEFORE INSERT ON item_consent FOR EACH ROW WHEN (NEW.giver = 'source') EXECUTE FUNCTION app.source_is_asked();
  CREATE FUNCTION app.source_was_not_recorded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM item_consent c LEFT JOIN item_consent_revocation r ON r.consent_id = c.id
          WHERE c.item_id = NEW.item_id AND c.giver = 'source' AND LEAST(c.valid_until, r.at) > NEW.declared_at) THEN
        RAISE EXCEPTION 'a consent that its owner recorded lasts' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER no_recorded_consent BEFORE INSERT ON derived_item FOR EACH ROW EXECUTE FUNCTION app.source_was_not_recorded();

  CREATE FUNCTION app.answered_in_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM consent_request r WHERE r.id = NEW.request_id AND NEW.at < r.open_until) THEN
        RAISE EXCEPTION 'a request that has lapsed is not answered' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER in_time BEFORE INSERT ON consent_request_end FOR EACH ROW EXECUTE FUNCTION app.answered_in_time();
  -- Nobody consents to more than was asked, or for longer.
  CREATE FUNCTION app.consent_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE asked consent_request;
    BEGIN
      SELECT * INTO asked FROM consent_request r WHERE r.id = NEW.request_id;
      IF NEW.valid_until > asked.wanted_until
          OR NOT EXISTS (SELECT 1 FROM consent_request_end e WHERE e.request_id = NEW.request_id AND NEW.valid_until > e.at)
          OR NEW.as_asked AND NEW.scope <> asked.scope
          OR asked.in_words IS NOT NULL AND NOT NEW.as_asked
          OR NOT NEW.scope = ANY (CASE asked.scope WHEN 'public' THEN '{public,partners,teams}'::text[]
            WHEN 'partners' THEN '{partners,teams}' ELSE ARRAY[asked.scope] END) THEN
        RAISE EXCEPTION 'a consent is no wider than what was asked' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER fits BEFORE INSERT ON consent_grant FOR EACH ROW EXECUTE FUNCTION app.consent_fits();

  -- The gates of the item that waits, and of what its requester passes on, open and close with the consent.
  CREATE FUNCTION app.consent_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE moment constant timestamptz := COALESCE(app.at(), clock_timestamp()); changed uuid;
    BEGIN
      FOR changed IN SELECT d.item_id FROM consent_request_item d WHERE d.request_id = NEW.request_id
          UNION SELECT r.source_item_id FROM consent_request r WHERE r.id = NEW.request_id AND r.scope = 'constituents' LOOP
        PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || i.owner_id)) FROM item i WHERE i.id = changed;
        PERFORM app.refresh_gates(changed, moment);
      END LOOP;
      RETURN NULL;
    END $$;
  CREATE TRIGGER consent_answered AFTER INSERT ON consent_grant FOR EACH ROW EXECUTE FUNCTION app.consent_answered();
  CREATE TRIGGER consent_answered AFTER INSERT ON consent_grant_team FOR EACH ROW EXECUTE FUNCTION app.consent_answered();
  CREATE TRIGGER consent_answered AFTER INSERT ON consent_withdrawal FOR EACH ROW EXECUTE FUNCTION app.consent_answered();

  -- Before its originator answers or withdraws, waits until nothing is on its way that rests on it, and until nothing of
  -- it is released: for whomever it may be, so that waiting tells the originator nothing of what waits.
  CREATE FUNCTION app.hold_consented(asked uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM app.require_actor((SELECT r.originator_id = app.viewer_org() FROM consent_request r WHERE r.id = asked));
      PERFORM pg_advisory_xact_lock(app.lock_key('serve:' || r.id)) FROM (SELECT o.id FROM organization o ORDER BY o.id) r;
      PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || o.id)) FROM (
        SELECT unnest(ARRAY[r.requester_id, r.originator_id]) AS id FROM consent_request r WHERE r.id = asked ORDER BY 1) o;
    END $$;
`;
