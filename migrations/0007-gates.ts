import { APPROVED_RANGE } from './0032-approvals';

/**
 * When D-10, D-13, D-17 and D-20 let an item go to a reader under a grant, each where it is asked; to a constituent while they
 * let it go to its parent as well. Ministries that are party to further terms approve as well: of an instrument below an
 * agreement, those of the agreement.
 * @param besides what narrows it further
 */
export const conditionsRange = (besides = '') => `
  CREATE OR REPLACE FUNCTION app.conditions_range(g exchange_grant, v item_version, reader uuid, further uuid) RETURNS tstzmultirange
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT CASE WHEN g.need <> 'on_request' THEN '{(,)}' ELSE (
          SELECT COALESCE(range_agg(tstzrange(c.valid_from, c.valid_until)), '{}') FROM counted_request c
          WHERE c.item_id = v.item_id AND c.requester_id = g.to_id) END
        * CASE WHEN NOT app.hangs_on_consent(g, v.third_party, v.tlp) THEN '{(,)}' WHEN g.third_party_content = 'never' THEN '{}' ELSE (
          SELECT COALESCE(range_agg(tstzrange(c.valid_from, c.valid_until)), '{}') FROM counted_consent c
          WHERE c.item_id = v.item_id AND (c.scope = 'partners' OR c.scope = 'team' AND c.team_id = g.to_id)) END
        * CASE WHEN NOT app.hangs_on_consent(g, v.third_party, v.tlp) OR reader = g.to_id THEN '{(,)}' ELSE (
          SELECT COALESCE(range_agg(tstzrange(c.valid_from, c.valid_until)), '{}') FROM counted_consent c
          WHERE c.item_id = v.item_id AND c.scope = 'team' AND c.team_id = reader) END
        * CASE WHEN reader = g.to_id THEN '{(,)}' ELSE (
          SELECT COALESCE(range_agg(tstzrange(c.valid_from, c.valid_until)), '{}') FROM counted_passing c
          WHERE c.item_id = v.item_id AND c.parent_id = g.to_id AND c.constituent_id = reader) END
        * ${APPROVED_RANGE}${besides} $$;`;

/**
 * Entitlements that hang on a condition of their own (0006-conditions) are gated: they admit while a gate is open,
 * [opens_at, closes_at). Written again in the transaction that changes a condition, so that a page only compares. All
 * others, nearly all, are not gated and cost nothing.
 */
export const GATES = `
  CREATE TABLE entitlement_gate (
    grant_id uuid NOT NULL,
    item_version_id uuid NOT NULL,
    reader_id uuid NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    PRIMARY KEY (grant_id, item_version_id, reader_id, opens_at),
    FOREIGN KEY (grant_id, item_version_id, reader_id) REFERENCES entitlement ON DELETE CASCADE,
    CHECK (opens_at < closes_at)
  );
  CREATE INDEX entitlement_gate_reader ON entitlement_gate (reader_id, grant_id, closes_at);
  ALTER TABLE entitlement_gate ENABLE ROW LEVEL SECURITY;

  CREATE FUNCTION app.gate_is_open(e entitlement, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT NOT e.gated OR EXISTS (SELECT 1 FROM entitlement_gate t
        WHERE t.grant_id = e.grant_id AND t.item_version_id = e.item_version_id AND t.reader_id = e.reader_id
          AND t.opens_at <= moment AND t.closes_at > moment) $$;

  -- Whether D-17 asks for consents: not of what is one's own, nor of what terms let go as far as its marking does.
  CREATE FUNCTION app.hangs_on_consent(g exchange_grant, third_party boolean, label text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
    $$ SELECT third_party AND NOT (g.third_party_content = 'forward' AND label IN ('CLEAR', 'GREEN')) $$;
  CREATE FUNCTION app.forwards(originator uuid, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT EXISTS (SELECT 1 FROM exchange_grant g JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
        WHERE NOT g.narrows AND g.from_id = originator AND g.third_party_content = 'forward' AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment)) $$;
  CREATE FUNCTION app.viewer_forwards(moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT app.forwards(app.viewer_org(), moment) $$;
  -- Under which label the viewer files what the organization behind a namespace sends without one: by the narrowest of its terms.
  CREATE FUNCTION app.default_label(publisher text, moment timestamptz) RETURNS TABLE (label text, agreement text, clause text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT g.default_label, a.reference, g.clause FROM organization o JOIN exchange_grant g ON g.from_id = o.id AND g.to_id = app.viewer_org()
      JOIN agreement a ON a.id = g.agreement_id JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
      WHERE o.namespace IN (publisher, rtrim(publisher, '/')) AND g.default_label IS NOT NULL
        AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment)
      ORDER BY app.tlp_rank(g.default_label) DESC, g.narrows, g.priority, g.id LIMIT 1 $$;
  ${conditionsRange()}

  -- From when something of a slice is to enter the reader's feed; NULL if nothing is.
  CREATE FUNCTION app.next_due(wanted_slice uuid, reader uuid, moment timestamptz) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT LEAST(
        (SELECT min(COALESCE(o.embargo_until, '-infinity')) FROM entitlement o
          WHERE o.slice_id = wanted_slice AND o.reader_id = reader AND o.feed_seq IS NULL AND NOT o.retired AND NOT o.gated AND o.persons IS NULL),
        (SELECT min(GREATEST(t.opens_at, o.embargo_until)) FROM entitlement_gate t
          JOIN entitlement o ON o.grant_id = t.grant_id AND o.item_version_id = t.item_version_id AND o.reader_id = t.reader_id
          WHERE t.grant_id = (SELECT s.grant_id FROM grant_slice s WHERE s.id = wanted_slice) AND t.reader_id = reader AND t.closes_at > moment
            AND o.slice_id = wanted_slice AND o.feed_seq IS NULL AND NOT o.retired
            AND o.persons IS NULL)) $$;
  CREATE FUNCTION app.make_due(team uuid, item uuid, moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      INSERT INTO feed_due (team_id, slice_id, not_before)
        SELECT n.reader_id, n.slice_id, app.next_due(n.slice_id, n.reader_id, moment) FROM (
          SELECT DISTINCT e.reader_id, e.slice_id, e.grant_id FROM entitlement e
          WHERE e.item_id = item AND (team IS NULL OR e.reader_id = team) AND NOT e.retired AND e.feed_seq IS NULL) n
        WHERE app.next_due(n.slice_id, n.reader_id, moment) IS NOT NULL
          -- Not of terms that are over.
          AND NOT EXISTS (SELECT 1 FROM exchange_grant g JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
            WHERE g.id = n.grant_id AND t.valid_until <= moment)
        ORDER BY n.reader_id, n.grant_id, n.slice_id
        ON CONFLICT (team_id, slice_id) DO UPDATE
          SET not_before = LEAST(feed_due.not_before, EXCLUDED.not_before), changes = feed_due.changes + 1 $$;
  -- Looks at an item at an instant for a team, besides those that are to be taken already.
  CREATE FUNCTION app.look_at(team uuid, item uuid, moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      INSERT INTO feed_review VALUES (team, item, moment)
        ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before) $$;

  CREATE FUNCTION app.refresh_gates(changed uuid, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE due record;
    BEGIN
      DELETE FROM entitlement_gate t USING entitlement e WHERE e.item_id = changed AND e.gated
        AND t.grant_id = e.grant_id AND t.item_version_id = e.item_version_id AND t.reader_id = e.reader_id;
      INSERT INTO entitlement_gate
        SELECT e.grant_id, e.item_version_id, e.reader_id, COALESCE(lower(r), '-infinity'), COALESCE(upper(r), 'infinity')
        FROM entitlement e JOIN exchange_grant g ON g.id = e.grant_id JOIN item_version v ON v.id = e.item_version_id
        CROSS JOIN LATERAL unnest(app.gate_range(g, v, e.reader_id)) r
        WHERE e.item_id = changed AND e.gated;
      -- What has just closed, and what closes by time alone, is told when it does.
      FOR due IN SELECT DISTINCT e.reader_id, e.item_id, c.at FROM entitlement e
          LEFT JOIN entitlement_gate t ON t.grant_id = e.grant_id AND t.item_version_id = e.item_version_id AND t.reader_id = e.reader_id
          CROSS JOIN LATERAL (VALUES (moment), (t.closes_at)) AS c(at)
          WHERE e.item_id = changed AND e.gated AND NOT e.retired AND c.at < 'infinity' ORDER BY e.reader_id, c.at LOOP
        PERFORM app.look_at(due.reader_id, due.item_id, due.at);
      END LOOP;
      FOR due IN SELECT DISTINCT c.at FROM release o CROSS JOIN LATERAL (
            SELECT moment AS at UNION SELECT s.valid_until FROM counted_consent s WHERE s.item_id = changed AND s.scope = 'public') c
          WHERE o.item_id = changed AND o.gated AND o.superseded_at IS NULL ORDER BY c.at LOOP
        PERFORM app.look_at(t.id, changed, due.at) FROM (SELECT app.public_team() AS id
          UNION SELECT e.reader_id FROM entitlement e WHERE e.item_id = changed AND NOT e.retired AND e.persons IS NULL ORDER BY 1) t;
      END LOOP;
      PERFORM app.make_due(NULL, changed, moment);
    END $$;

  -- What the viewer's team passes on, as it knows the item; and as whom it passed it on to know it, for its own log.
  CREATE FUNCTION app.passed_item(passing uuid) RETURNS TABLE (item uuid, kind text, owner_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT s.external_id, i.kind, i.owner_id FROM passing_on p JOIN item i ON i.id = p.item_id
      JOIN variant s ON s.item_id = p.item_id AND s.team_id = p.parent_id AND s.person_id IS NULL
      WHERE p.id = passing AND p.parent_id = app.viewer_org() $$;
  CREATE FUNCTION app.passed_on_as(known uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT DISTINCT c.external_id FROM variant s JOIN passing_on p ON p.item_id = s.item_id AND p.parent_id = s.team_id AND s.person_id IS NULL
      JOIN variant c ON c.item_id = s.item_id AND c.team_id = p.constituent_id
      WHERE s.external_id = known AND s.team_id = app.viewer_org() $$;

  -- Whoever passes on for the first time makes the constituent a reader under the parent's grants.
  CREATE FUNCTION app.conditions_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE moment constant timestamptz := COALESCE(app.at(), clock_timestamp()); changed uuid;
    BEGIN
      -- A release meanwhile must not miss this, nor this a release: both hold the originator. Intervals come before it.
      IF TG_TABLE_NAME = 'passing_on' THEN
        PERFORM app.refresh_intervals(a.id) FROM (SELECT DISTINCT g.agreement_id AS id FROM exchange_grant g JOIN item i ON i.owner_id = g.from_id
          WHERE NOT g.narrows AND g.to_id = NEW.parent_id AND i.id = NEW.item_id ORDER BY 1) a
          WHERE NOT EXISTS (SELECT 1 FROM grant_interval n WHERE n.agreement_id = a.id AND n.reader_id = NEW.constituent_id);
        PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || i.owner_id)) FROM item i WHERE i.id = NEW.item_id;
        PERFORM app.entitle(v.owner_id, v.id, NULL, moment) FROM release r JOIN item_version v ON v.id = r.item_version_id
          WHERE r.item_id = NEW.item_id AND r.superseded_at IS NULL;
      END IF;
      FOR changed IN EXECUTE CASE TG_TABLE_NAME
          WHEN 'information_request_end' THEN 'SELECT item_id FROM information_request_answer WHERE request_id = ($1).request_id'
          WHEN 'item_consent_confirmation' THEN 'SELECT item_id FROM item_consent WHERE id = ($1).consent_id'
          WHEN 'item_consent_revocation' THEN 'SELECT item_id FROM item_consent WHERE id = ($1).consent_id'
          WHEN 'version_approval_confirmation' THEN 'SELECT item_id FROM version_approval WHERE id = ($1).approval_id'
          WHEN 'passing_on_end' THEN 'SELECT item_id FROM passing_on WHERE id = ($1).passing_on_id'
          ELSE 'SELECT ($1).item_id' END USING NEW LOOP
        PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || i.owner_id)) FROM item i WHERE i.id = changed;
        PERFORM app.refresh_gates(changed, moment);
        -- What its parts tell of a victim hangs on the victim's consent.
        IF TG_TABLE_NAME IN ('item_consent_confirmation', 'item_consent_revocation') THEN
          PERFORM app.look_at(e.reader_id, changed, moment) FROM (SELECT DISTINCT n.reader_id FROM entitlement n
            JOIN item_version v ON v.id = n.item_version_id AND v.parts > 0
            WHERE n.item_id = changed AND NOT n.retired AND n.persons IS NULL ORDER BY 1) e;
        END IF;
      END LOOP;
      RETURN NULL;
    END $$;
  CREATE TRIGGER conditions_changed AFTER INSERT ON information_request_answer FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
  CREATE TRIGGER conditions_changed AFTER INSERT ON information_request_end FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
  CREATE TRIGGER conditions_changed AFTER INSERT ON item_consent_confirmation FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
  CREATE TRIGGER conditions_changed AFTER INSERT ON item_consent_revocation FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
  CREATE TRIGGER conditions_changed AFTER INSERT ON passing_on FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
  CREATE TRIGGER conditions_changed AFTER INSERT ON version_approval FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
  CREATE TRIGGER conditions_changed AFTER INSERT ON version_approval_confirmation FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
  CREATE TRIGGER conditions_changed AFTER INSERT ON passing_on_end FOR EACH ROW EXECUTE FUNCTION app.conditions_changed();
`;

const TRIGGERED = [
  'information_request_answer',
  'information_request_end',
  'item_consent_confirmation',
  'item_consent_revocation',
  'passing_on',
  'passing_on_end',
  'version_approval',
  'version_approval_confirmation',
];

export const NO_GATES = `
  ${TRIGGERED.map((table) => `DROP TRIGGER conditions_changed ON ${table};`).join(' ')}
  DROP FUNCTION app.conditions_changed(), app.passed_on_as(uuid), app.passed_item(uuid), app.refresh_gates(uuid, timestamptz), app.look_at(uuid, uuid, timestamptz),
    app.make_due(uuid, uuid, timestamptz), app.next_due(uuid, uuid, timestamptz),
    app.conditions_range(exchange_grant, item_version, uuid, uuid), app.forwards(uuid, timestamptz), app.viewer_forwards(timestamptz),
    app.default_label(text, timestamptz), app.hangs_on_consent(exchange_grant, boolean, text), app.gate_is_open(entitlement, timestamptz);
  DROP TABLE entitlement_gate;
`;
