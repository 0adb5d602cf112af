/** Whether the source that some part tells of is not told in full: where the terms must name it, nothing goes then (D-25). */
const leavesSourceOut = (g: string, v: string, ofParts: string) =>
  `
              ${g}.source_attribution = 'must' AND ${v}.parts > 0 AND EXISTS (SELECT 1 FROM item_part s
                WHERE s.item_version_id = ${v}.id AND 'source_identity' = ANY (s.tags)${ofParts}
                  AND app.part_strictness(s, ${v}, ${g}, ${g}.to_id, '-infinity') > 0)`.trim();

/**
 * Whether a version `v` lies within the static bounds of a grant `g` besides its types and ceilings (D-06 to D-09, D-11,
 * D-24, D-25).
 * @param ofParts of which parts alone it is asked, where it is not of all
 */
export const withinBounds = (g: string, v: string, ofParts = '') =>
  `
              cardinality(${v}.categories) > 0 AND (${g}.any_category OR CASE WHEN array_to_string(${v}.categories || ${g}.categories, ' ') LIKE '%#%'
                THEN app.categories_granted(${v}.categories, ${g}.categories) ELSE ${v}.categories <@ ${g}.categories END)
              AND cardinality(${v}.sectors) > 0 AND (${g}.any_sector OR ${v}.sectors <@ ${g}.sectors)
              AND (${g}.severity_least IS NULL OR app.severity_rank(${v}.severity) >= app.severity_rank(${g}.severity_least))
              AND (${g}.severity_most IS NULL OR app.severity_rank(${v}.severity) <= app.severity_rank(${g}.severity_most))
              AND (${g}.nexus = 'any'
                OR (${g}.nexus IN ('originator', 'either') AND (SELECT o.country FROM organization o WHERE o.id = ${g}.from_id) = ANY (${v}.nexus))
                OR (${g}.nexus IN ('recipient', 'either') AND (SELECT o.country FROM organization o WHERE o.id = ${g}.to_id) = ANY (${v}.nexus)))
              AND (${g}.pap_ceiling IS NULL OR app.pap_rank(${v}.pap) <= app.pap_rank(${g}.pap_ceiling))
              AND (${g}.product_types_only IS NULL OR cardinality(${v}.product_types) > 0 AND ${v}.product_types <@ ${g}.product_types_only)
              AND (${g}.product_types_except IS NULL OR cardinality(${v}.product_types) > 0 AND NOT ${v}.product_types && ${g}.product_types_except)
              AND NOT (${leavesSourceOut(g, v, ofParts)})`.trim();

const NAMES = (type: string) =>
  `EXISTS (SELECT 1 FROM grant_information_type t WHERE t.grant_id = c.id AND t.information_type = ${type})`;

/**
 * What instruments below an agreement make of what its grants admit (D-23). Their grants are marked `narrows` and are
 * never a basis: they meet no item, open no lane, and say only when those above admit nothing.
 */
export const NARROWING = `
  -- Every instrument that stands below an agreement, at whatever depth.
  CREATE FUNCTION app.agreements_below(top uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      WITH RECURSIVE below AS (SELECT a.id FROM agreement a WHERE a.parent_id = top
        UNION ALL SELECT a.id FROM agreement a JOIN below b ON a.parent_id = b.id)
      SELECT id FROM below $$;
  -- Grants of a direction that instruments below the agreement of a grant have in it, in force or not.
  CREATE FUNCTION app.narrowing_grants(g exchange_grant) RETURNS SETOF exchange_grant
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT c.* FROM exchange_grant c WHERE c.narrows AND c.from_id = g.from_id AND c.to_id = g.to_id
        AND c.agreement_id IN (SELECT app.agreements_below(g.agreement_id)) $$;
  -- When the terms of a grant are in force, paused or not.
  CREATE FUNCTION app.force_of(g exchange_grant, hypothesis jsonb DEFAULT NULL) RETURNS tstzmultirange
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT COALESCE(range_agg(app.in_force_range(f.valid_from, f.valid_until)), '{}') FROM (
        SELECT t.valid_from, t.valid_until FROM terms_in_force t WHERE hypothesis IS NULL AND t.terms_version_id = g.terms_version_id
        UNION ALL SELECT t.valid_from, t.valid_until FROM app.terms_intervals(g.agreement_id, hypothesis) t
          WHERE hypothesis IS NOT NULL AND t.terms_version_id = g.terms_version_id) f $$;

  -- Whether the bounds of an instrument admit a version for a reader; what hangs on time is asked apart.
  CREATE FUNCTION app.child_admits(c exchange_grant, v item_version, reader uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN COALESCE(EXISTS (SELECT 1 FROM grant_information_type t WHERE t.grant_id = c.id AND t.information_type = v.information_type
          AND app.tlp_rank(v.tlp) <= app.tlp_rank(t.tlp_ceiling))
        AND ${withinBounds('c', 'v', ` AND ${NAMES('COALESCE(s.information_type, v.information_type)')}`)}
        -- What one person released alone goes as far as each of them says.
        AND (app.tlp_rank(v.tlp) <= app.tlp_rank(c.emergency_up_to) OR NOT EXISTS (
          SELECT 1 FROM release alone WHERE alone.item_version_id = v.id AND alone.emergency))
        AND (reader = c.to_id OR app.reaches(c, v.tlp, reader)), false);
    END $$;
  -- When the instruments below a grant's agreement let it admit a version: always but where one is in force, names its type,
  -- and does not admit it, not yet by what it hangs on, or is suspended.
  CREATE FUNCTION app.narrowing_range(g exchange_grant, v item_version, reader uuid, hypothesis jsonb DEFAULT NULL) RETURNS tstzmultirange
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT '{(,)}'::tstzmultirange - COALESCE(range_agg(app.force_of(c, hypothesis) - CASE
          WHEN NOT app.child_admits(c, v, reader) THEN '{}'::tstzmultirange
          ELSE app.conditions_range(c, v, reader, g.terms_version_id) - app.suspensions(c.agreement_id, c.from_id, c.to_id, app.types_of(v), hypothesis) END), '{}')
      FROM app.narrowing_grants(g) c WHERE ${NAMES('v.information_type')} $$;
  -- When a version goes to a reader under a grant: by its own conditions, and by the instruments below its agreement (D-23).
  CREATE FUNCTION app.gate_range(g exchange_grant, v item_version, reader uuid, hypothesis jsonb DEFAULT NULL) RETURNS tstzmultirange
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT app.conditions_range(g, v, reader, NULL) * app.narrowing_range(g, v, reader, hypothesis) $$;
  -- Whether an entitlement would admit at an instant, as its gates would be under a hypothesis.
  CREATE FUNCTION app.open_supposedly(e entitlement, moment timestamptz, hypothesis jsonb) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT app.gate_range(g, v, e.reader_id, hypothesis) @> moment FROM exchange_grant g, item_version v
      WHERE g.id = e.grant_id AND v.id = e.item_version_id $$;
  -- How strictly they take a part whose type they name, suspended or not; NULL where none does.
  CREATE FUNCTION app.narrowed_strictness(p item_part, v item_version, g exchange_grant, reader uuid, moment timestamptz, hypothesis jsonb DEFAULT NULL)
    RETURNS int LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN (SELECT max(app.part_strictness(p, v, c, reader, moment)) FROM app.narrowing_grants(g) c
        WHERE ${NAMES('COALESCE(p.information_type, v.information_type)')} AND app.force_of(c, hypothesis) @> moment);
    END $$;

  -- What an instrument stands below, for those who read it: when that was first in force, and when it ends or what is above it.
  CREATE FUNCTION app.what_stands_above(instrument uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN (WITH RECURSIVE line AS (SELECT p.id, p.parent_id FROM agreement a JOIN agreement p ON p.id = a.parent_id WHERE a.id = instrument
          UNION ALL SELECT p.id, p.parent_id FROM agreement p JOIN line l ON p.id = l.parent_id)
        SELECT jsonb_build_object('reference', p.reference, 'kind', p.kind,
          'from', (SELECT app.millis(min(t.valid_from)) FROM terms_in_force t WHERE t.agreement_id = p.id),
          'endsAt', (SELECT app.millis(min(LEAST((SELECT f.counts_from FROM counted_fact f WHERE f.agreement_id = l.id AND f.kind = 'ended'),
            app.superseded_from(l.id, true)))) FROM line l))
        FROM agreement a JOIN agreement p ON p.id = a.parent_id WHERE a.id = instrument AND a.id = ANY (app.viewer_agreements()));
    END $$;

  -- Whether a hypothesis is about an instrument that stands below another.
  CREATE FUNCTION app.supposes_below(hypothesis jsonb) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT hypothesis IS NOT NULL AND EXISTS (SELECT 1 FROM agreement a WHERE a.parent_id IS NOT NULL AND (
        a.id IN (SELECT s.agreement_id FROM app.supposed_facts(hypothesis) s)
        OR a.id IN (SELECT s.agreement_id FROM app.supposed_pauses(hypothesis) s)
        OR a.id IN (SELECT p.agreement_id FROM exchange_pause p JOIN app.supposed_ends(hypothesis) s ON s.pause_id = p.id))) $$;

  -- Writes again, after a fact or a pause of an instrument, when it lets what it speaks of go. An entitlement that it ever
  -- withholds is gated from then on; the others cost nothing.
  CREATE FUNCTION app.refresh_narrowing(changed uuid, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE top uuid; one uuid; due timestamptz; concerned uuid[];
    BEGIN
      WITH RECURSIVE above AS (SELECT a.id, a.parent_id FROM agreement a WHERE a.id = changed
          UNION ALL SELECT a.id, a.parent_id FROM agreement a JOIN above b ON a.id = b.parent_id)
        SELECT id INTO STRICT top FROM above WHERE parent_id IS NULL;
      -- A release meanwhile must not miss this, nor this a release: both hold the originator. Intervals come before it.
      PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || o.from_id)) FROM (
        SELECT DISTINCT from_id FROM exchange_grant WHERE agreement_id = changed ORDER BY from_id) o;
      SELECT array_agg(g.id) INTO concerned FROM exchange_grant g WHERE g.agreement_id = top AND EXISTS (
        SELECT 1 FROM exchange_grant c WHERE c.agreement_id = changed AND c.from_id = g.from_id AND c.to_id = g.to_id);
      UPDATE entitlement e SET gated = true FROM exchange_grant g, item_version v
        WHERE g.id = ANY (concerned) AND e.grant_id = g.id AND v.id = e.item_version_id AND NOT e.gated
          AND EXISTS (SELECT 1 FROM exchange_grant c WHERE c.agreement_id = changed AND ${NAMES('v.information_type')})
          AND app.narrowing_range(g, v, e.reader_id) <> '{(,)}';
      FOR one IN SELECT DISTINCT e.item_id FROM entitlement e JOIN item_version v ON v.id = e.item_version_id
          WHERE e.grant_id = ANY (concerned) AND e.gated
            AND EXISTS (SELECT 1 FROM exchange_grant c WHERE c.agreement_id = changed AND ${NAMES('v.information_type')})
          ORDER BY e.item_id LOOP
        PERFORM app.refresh_gates(one, moment);
      END LOOP;
      -- What is told of parts changes when its terms come into force and when they go out of it.
      FOR due IN SELECT moment UNION SELECT c.at FROM terms_in_force t CROSS JOIN LATERAL (VALUES (t.valid_from), (t.valid_until)) AS c(at)
          WHERE t.agreement_id = changed AND c.at > moment LOOP
        PERFORM app.review_shapes(top, due);
      END LOOP;
    END $$;
`;

export const NO_NARROWING = `
  DROP FUNCTION app.open_supposedly(entitlement, timestamptz, jsonb), app.gate_range(exchange_grant, item_version, uuid, jsonb),
    app.refresh_narrowing(uuid, timestamptz), app.what_stands_above(uuid), app.supposes_below(jsonb),
    app.narrowed_strictness(item_part, item_version, exchange_grant, uuid, timestamptz, jsonb),
    app.narrowing_range(exchange_grant, item_version, uuid, jsonb), app.child_admits(exchange_grant, item_version, uuid),
    app.force_of(exchange_grant, jsonb), app.narrowing_grants(exchange_grant), app.agreements_below(uuid);
`;
