import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NO_OVERLAY_FACTS, OVERLAY_FACTS } from './0008-overlays';

/** What is asked by ids alone is planned once: planning takes several times as long as the answer. */
const ONE_PLAN = 'SET plan_cache_mode = force_generic_plan';

/** The facts a decision weighs, as data: no title, no content. Instants in milliseconds since 1970. */
export class QuestionFacts implements MigrationInterface {
  readonly name = 'QuestionFacts0000000000014';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.millis(moment timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE AS
        $$ SELECT (extract(epoch FROM moment) * 1000)::bigint $$;
    `);
    await db.query(OVERLAY_FACTS);
    // What it asks comes later, with requests for consent.
    await db.query(
      `CREATE FUNCTION app.onward_consents(item uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT '[]'::jsonb $$`,
    );
    await db.query(`
      CREATE FUNCTION app.item_facts(versions uuid[]) RETURNS TABLE (version uuid, facts jsonb)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ${ONE_PLAN} AS $$
          SELECT v.id, jsonb_build_object(
            'version', v.id, 'owner', v.owner_id, 'authors', v.authors, 'tlp', v.tlp, 'informationType', v.information_type,
            'categories', v.categories, 'productTypes', v.product_types, 'sectors', v.sectors, 'severity', v.severity, 'nexus', v.nexus, 'pap', v.pap, 'thirdParty', v.third_party, 'embargoUntil', app.millis(v.embargo_until),
            'audience', jsonb_build_object('any', v.audience_any, 'include', v.audience_include, 'exclude', v.audience_exclude),
            'named', (SELECT COALESCE(jsonb_agg(jsonb_build_object('person', a.id, 'of', a.organization_id, 'verified', (
                SELECT COALESCE(jsonb_agg(jsonb_build_object('from', app.millis(c.valid_from), 'until', app.millis(c.valid_until),
                  'endedAt', app.millis(c.ended_at)) ORDER BY c.valid_from, c.id), '[]') FROM counted_verification c
                WHERE c.account_id = a.id AND c.organization_id = a.organization_id AND c.verifier_id = v.owner_id)) ORDER BY a.id), '[]')
              FROM account a WHERE a.id = ANY (v.named_persons)),
            'release', CASE WHEN r.item_version_id IS NOT NULL THEN jsonb_build_object('at', app.millis(r.released_at),
              'by', jsonb_build_array(r.released_by), 'public', r.public, 'emergency', r.emergency, 'supersededAt', app.millis(r.superseded_at)) END,
            'withdrawnAt', app.millis(w.at), 'overlay', o.facts,
            'parts', CASE WHEN v.parts = 0 THEN '[]'::jsonb ELSE (SELECT COALESCE(jsonb_agg(jsonb_build_object('number', p.number,
                'tlp', COALESCE(p.tlp, v.tlp), 'informationType', COALESCE(p.information_type, v.information_type),
                'pap', COALESCE(p.pap, v.pap), 'tags', p.tags,
                'victimConsents', CASE WHEN p.victim IS NULL THEN '[]'::jsonb ELSE (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                    'scope', c.scope, 'team', c.team_id, 'from', app.millis(c.valid_from), 'until', app.millis(c.valid_until)) ORDER BY c.valid_from), '[]')
                  FROM counted_victim_consent c WHERE c.item_id = v.item_id AND c.victim = p.victim) END) ORDER BY p.number), '[]')
              FROM item_part p WHERE p.item_version_id = v.id) END,
            'requested', (SELECT COALESCE(jsonb_agg(jsonb_build_object('by', c.requester_id, 'from', app.millis(c.valid_from),
                'until', app.millis(c.valid_until)) ORDER BY c.valid_from), '[]') FROM counted_request c WHERE c.item_id = v.item_id),
            'consents', (SELECT COALESCE(jsonb_agg(jsonb_build_object('scope', c.scope, 'team', c.team_id, 'from', app.millis(c.valid_from),
                'until', app.millis(c.valid_until)) ORDER BY c.valid_from), '[]') FROM counted_consent c WHERE c.item_id = v.item_id),
            'onward', app.onward_consents(v.item_id),
            'approvals', (SELECT COALESCE(jsonb_agg(jsonb_build_object('level', c.level, 'by', c.by, 'ministry', c.ministry_id,
                'from', app.millis(c.valid_from)) ORDER BY c.valid_from), '[]') FROM counted_approval c WHERE c.item_version_id = v.id),
            'passedOn', (SELECT COALESCE(jsonb_agg(jsonb_build_object('by', c.parent_id, 'to', c.constituent_id, 'from', app.millis(c.valid_from),
                'until', app.millis(c.valid_until)) ORDER BY c.valid_from), '[]') FROM counted_passing c WHERE c.item_id = v.item_id))
          FROM item_version v
          LEFT JOIN release r ON r.item_version_id = v.id
          LEFT JOIN withdrawal w ON w.item_id = v.item_id
          LEFT JOIN (SELECT owner_id, app.overlay_facts(owner_id) AS facts FROM (
            SELECT DISTINCT owner_id FROM item_version WHERE id = ANY (versions)) owners) o ON o.owner_id = v.owner_id
          WHERE v.id = ANY (versions) $$;

      -- The same of what the viewer owns, or what was made into something for it or for everybody.
      CREATE FUNCTION app.item_facts_for_viewer(versions uuid[]) RETURNS TABLE (version uuid, facts jsonb)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT * FROM app.item_facts(ARRAY(SELECT v.id FROM item_version v WHERE v.id = ANY (versions) AND (v.owner_id = app.viewer_org()
            OR EXISTS (SELECT 1 FROM variant s JOIN variant_version w ON w.variant_id = s.id AND w.item_version_id = v.id
              WHERE s.item_id = v.item_id AND app.reads_as(s.team_id) AND (s.person_id IS NULL OR s.person_id = app.viewer_person()))))) $$;

      -- Duty officers of a team whom the viewer's organization named or verified, or may name now.
      CREATE FUNCTION app.known_officers(team uuid, moment timestamptz) RETURNS TABLE (id uuid, name text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT a.id, a.name FROM account a WHERE a.organization_id = team AND (
            EXISTS (SELECT 1 FROM duty_officer_verification v WHERE v.account_id = a.id AND v.verifier_id = app.viewer_org())
            OR EXISTS (SELECT 1 FROM app.partner_officers(moment) p WHERE p.id = a.id)
            OR EXISTS (SELECT 1 FROM item_version v WHERE v.owner_id = app.viewer_org() AND v.named_persons <> '{}'
              AND v.named_persons @> ARRAY[a.id])) $$;

      -- Whom an own version names.
      CREATE FUNCTION app.officers_named(version uuid) RETURNS TABLE (id uuid, name text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT a.id, a.name FROM item_version v JOIN account a ON a.id = ANY (v.named_persons)
          WHERE v.id = version AND v.owner_id = app.viewer_org() $$;

      CREATE FUNCTION app.terms_facts(terms uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT jsonb_build_object('id', t.id, 'number', t.number, 'agreement', a.reference, 'kind', a.kind,
            'required', (SELECT COALESCE(jsonb_agg(jsonb_build_object('party', n.party_id, 'kind', n.kind)), '[]') FROM app.needed_consents(t.id) n),
            'counted', (SELECT COALESCE(jsonb_agg(jsonb_build_object('party', f.party_id, 'kind', app.consent_kind(f.kind), 'from', app.millis(f.counts_from))), '[]')
              FROM counted_fact f WHERE f.terms_version_id = t.id AND app.consent_kind(f.kind) IN ('approved', 'signed')),
            'entered', (SELECT app.millis(f.counts_from) FROM counted_fact f WHERE f.terms_version_id = t.id AND f.kind = 'entered_into_force'),
            'expiresAt', app.millis(t.expires_at),
            'followedAt', (SELECT app.millis(min(later.valid_from)) FROM terms_in_force later
              WHERE later.agreement_id = t.agreement_id AND later.number > t.number),
            'later', (SELECT COALESCE(jsonb_agg(jsonb_build_object('from', app.millis(n.valid_from), 'until', app.millis(n.valid_until))
                ORDER BY n.number), '[]') FROM terms_in_force n WHERE n.agreement_id = t.agreement_id AND n.number > t.number),
            -- By its own end or the beginning of what supersedes it, or of what stands above it.
            'endedAt', (WITH RECURSIVE line AS (SELECT a.id, a.parent_id UNION ALL
                SELECT above.id, above.parent_id FROM agreement above JOIN line l ON above.id = l.parent_id)
              SELECT app.millis(min(LEAST((SELECT f.counts_from FROM counted_fact f WHERE f.agreement_id = l.id AND f.kind = 'ended'),
                app.superseded_from(l.id, true)))) FROM line l),
            'corrections', t.corrections)
          FROM terms_version t JOIN agreement a ON a.id = t.agreement_id WHERE t.id = terms $$;

      -- What instruments below an agreement say of a direction, with those between; their pauses are their own suspensions.
      CREATE FUNCTION app.narrowing_facts(g exchange_grant) RETURNS jsonb
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          RETURN (SELECT COALESCE(jsonb_agg(app.one_grant_facts(c.id) || jsonb_build_object(
              'pauses', (SELECT COALESCE(jsonb_agg(jsonb_build_object('from', app.millis(p.valid_from), 'until', app.millis(p.valid_until),
                'types', to_jsonb(p.information_types))), '[]')
                FROM counted_pause p WHERE p.agreement_id = c.agreement_id AND (p.from_id IS NULL OR (p.from_id = c.from_id AND p.to_id = c.to_id))),
              'under', (WITH RECURSIVE line AS (SELECT a.parent_id AS id UNION ALL
                  SELECT above.parent_id FROM agreement above JOIN line l ON above.id = l.id AND above.id <> g.agreement_id)
                SELECT COALESCE(jsonb_agg(above.reference), '[]') FROM agreement above JOIN line l ON l.id = above.id WHERE above.id <> g.agreement_id))
            ORDER BY a.reference, t.number), '[]')
          FROM app.narrowing_grants(g) c JOIN agreement a ON a.id = c.agreement_id JOIN terms_version t ON t.id = c.terms_version_id);
        END $$;
      CREATE FUNCTION app.one_grant_facts(wanted uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ${ONE_PLAN} AS $$
          SELECT jsonb_build_object('id', g.id, 'from', g.from_id, 'to', g.to_id, 'clause', g.clause, 'priority', g.priority,
            'informationTypes', (SELECT jsonb_agg(jsonb_build_object('type', t.information_type, 'ceiling', t.tlp_ceiling))
              FROM grant_information_type t WHERE t.grant_id = g.id),
            'categories', CASE WHEN g.any_category THEN '"any"'::jsonb ELSE to_jsonb(g.categories) END,
            'sectors', CASE WHEN g.any_sector THEN '"any"'::jsonb ELSE to_jsonb(g.sectors) END,
            'severity', CASE WHEN g.severity_least IS NULL AND g.severity_most IS NULL THEN '"any"'::jsonb
              ELSE jsonb_build_object('least', g.severity_least, 'most', g.severity_most) END,
            'nexus', g.nexus, 'papCeiling', COALESCE(g.pap_ceiling, 'any'), 'channels', COALESCE(to_jsonb(g.channels), '"any"'),
            'victimIdentity', g.victim_identity, 'sourceAttribution', g.source_attribution, 'personalData', g.personal_data,
            'thirdPartyContent', g.third_party_content, 'productTypes', CASE WHEN g.product_types_only IS NOT NULL
              THEN jsonb_build_object('include', g.product_types_only) WHEN g.product_types_except IS NOT NULL
              THEN jsonb_build_object('exclude', g.product_types_except) ELSE '"any"'::jsonb END,
            'fromCountry', (SELECT o.country FROM organization o WHERE o.id = g.from_id),
            'toCountry', (SELECT o.country FROM organization o WHERE o.id = g.to_id),
            'toOverlay', app.overlay_facts(g.to_id),
            'reachBack', CASE g.reach_back WHEN 'date' THEN to_jsonb(app.millis(g.reach_back_from)) ELSE to_jsonb(g.reach_back) END,
            'need', g.need, 'releaseApproval', COALESCE(g.release_approval, '[]'), 'emergencyUpTo', g.emergency_up_to,
            'amberReach', CASE g.amber_reach WHEN 'named_constituents' THEN to_jsonb(g.reach_named) ELSE to_jsonb(g.amber_reach) END,
            'obligations', g.obligations,
            'terms', app.terms_facts(g.terms_version_id),
            'pauses', (SELECT COALESCE(jsonb_agg(jsonb_build_object('from', app.millis(p.valid_from), 'until', app.millis(p.valid_until),
                'types', to_jsonb(p.information_types))), '[]')
              FROM counted_pause p WHERE (p.agreement_id IS NULL OR p.agreement_id = g.agreement_id)
                AND (p.from_id IS NULL OR (p.from_id = g.from_id AND p.to_id = g.to_id))),
            'predecessor', CASE WHEN g.predecessor_id IS NOT NULL AND NOT g.narrows THEN app.one_grant_facts(g.predecessor_id) END,
            'narrowedBy', CASE WHEN g.narrows THEN '[]' ELSE app.narrowing_facts(g) END)
          FROM exchange_grant g WHERE g.id = wanted $$;

      -- Also those to the parent of a constituent, which may pass on. For the reader itself and for the originator: who is party to what is confidential to everybody else.
      CREATE FUNCTION app.grant_facts(reader uuid, originators uuid[]) RETURNS TABLE (grant_id uuid, agreement_id uuid, terms_version_id uuid, facts jsonb)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ${ONE_PLAN} AS $$
          SELECT g.id, g.agreement_id, g.terms_version_id, app.one_grant_facts(g.id) FROM exchange_grant g
          WHERE NOT g.narrows AND g.to_id IN (reader, app.parent_of(reader)) AND g.from_id = ANY (originators) AND (app.viewer_org() = reader OR app.viewer_org() = g.from_id) $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.officers_named(uuid), app.known_officers(uuid, timestamptz), app.grant_facts(uuid, uuid[]), app.one_grant_facts(uuid), app.narrowing_facts(exchange_grant), app.terms_facts(uuid), app.item_facts_for_viewer(uuid[]),
        app.item_facts(uuid[]);
    `);
    await db.query(NO_OVERLAY_FACTS);
    await db.query('DROP FUNCTION app.onward_consents(uuid), app.millis(timestamptz)');
  }
}
