import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NO_OVERLAYS, OVERLAYS } from './0008-overlays';
import { withinBounds } from './0007-narrowing';
import { NO_SHAPES, SHAPES } from './0008-shapes';
import { NO_VISIBLE, VISIBLE } from './0008-visible';

/** What says that a grant admits a version: the columns of an entitlement but for its place in the feed. */
const ADMISSION = [
  ['grant_id', 'uuid'],
  ['item_version_id', 'uuid'],
  ['item_id', 'uuid'],
  ['item_kind', 'text'],
  ['owner_id', 'uuid'],
  ['reader_id', 'uuid'],
  ['embargo_until', 'timestamptz(3)'],
  ['rules_version', 'int'],
  ['made_at', 'timestamptz(3)'],
  ['retired', 'boolean'],
  ['gated', 'boolean'],
  ['persons', 'uuid[]'],
  ['types', 'text[]'],
] as const;

/** What the static rules admit, of the versions that a condition on the release `r` names. */
const admission = (versions: string) =>
  `
            SELECT g.id, v.id, v.item_id, i.kind, v.owner_id, reader.id, r.embargo_until, app.rules_version(), moment::timestamptz(3),
              r.superseded_at IS NOT NULL, g.need = 'on_request' OR app.hangs_on_consent(g, v.third_party, v.tlp) OR reader.id <> g.to_id
                OR NOT r.emergency AND g.release_approval IS NOT NULL AND app.approval_needed(g.release_approval, v.tlp, v.severity) IN ('duty_officer', 'ministry')
                OR narrowed AND app.narrowing_range(g, v, reader.id) <> '{(,)}',
              CASE WHEN v.tlp = 'RED' THEN app.persons_of(v.named_persons, reader.id) END, app.types_of(v)
            FROM release r
            JOIN item_version v ON v.id = r.item_version_id
            JOIN item i ON i.id = v.item_id
            JOIN exchange_grant g ON g.from_id = v.owner_id AND NOT g.narrows
            JOIN grant_information_type t ON t.grant_id = g.id AND t.information_type = v.information_type
            LEFT JOIN terms_in_force f ON f.terms_version_id = g.terms_version_id
            LEFT JOIN passing_on p ON p.item_id = v.item_id AND p.parent_id = g.to_id
            CROSS JOIN LATERAL (VALUES (g.to_id), (p.constituent_id)) AS reader(id)
            WHERE r.owner_id = originator AND (reader.id = g.to_id OR reader.id IS NOT NULL AND app.reaches(g, v.tlp, reader.id))
              AND ${versions}
              AND (wanted_terms IS NULL OR g.terms_version_id = wanted_terms)
              AND (wanted_reader IS NULL OR reader.id = wanted_reader)
              AND app.tlp_rank(v.tlp) <= app.tlp_rank(t.tlp_ceiling)
              AND ${withinBounds('g', 'v')}
              AND CASE WHEN r.emergency THEN COALESCE(app.tlp_rank(v.tlp) <= app.tlp_rank(g.emergency_up_to), false)
                ELSE NOT r.released_by = ANY (v.authors) END
              AND NOT (overlaid AND app.overlay_forbids(v.information_type, v.tlp, g.from_id, g.to_id))
              AND (v.audience_any OR g.to_id = ANY (v.audience_include)) AND NOT g.to_id = ANY (v.audience_exclude)
              AND NOT reader.id = ANY (v.audience_exclude)
              AND (g.reach_back = 'all'
                   OR (g.reach_back = 'date' AND r.released_at >= g.reach_back_from)
                   OR r.released_at >= f.valid_from
                   OR EXISTS (SELECT 1 FROM entitlement e JOIN exchange_grant former ON former.id = e.grant_id
                     JOIN terms_in_force before ON before.terms_version_id = former.terms_version_id
                     WHERE e.grant_id = g.predecessor_id AND e.item_version_id = v.id AND e.reader_id = g.to_id
                       AND (before.valid_until IS NULL OR r.released_at < before.valid_until)))
              -- terms are met when signed by all, before they enter into force, as they cannot otherwise; unsigned drafts meet
              -- nothing: which those are is looked up once
              AND (all_signed OR f.terms_version_id IS NOT NULL OR g.terms_version_id NOT IN (
                SELECT p.terms_version_id FROM terms_party p WHERE p.role = 'signatory'
                  AND NOT EXISTS (SELECT 1 FROM counted_fact s WHERE s.terms_version_id = p.terms_version_id
                    AND s.kind = 'signed' AND s.party_id = p.organization_id)))`.trim();

/** Who sees what: static admission as one statement, visible() for lists, row-level security as the third lock. */
export class Visibility implements MigrationInterface {
  readonly name = 'Visibility0000000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(OVERLAYS);
    await db.query(`
      -- Whether terms let what a team receives reach one of its constituents (the settled part of D-20; a consent is live).
      CREATE FUNCTION app.reaches(g exchange_grant, label text, constituent uuid) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT COALESCE(g.obligations ->> 'onward_sharing' <> 'none', true)
          AND (label IN ('CLEAR', 'GREEN') OR label = 'AMBER' AND (g.amber_reach = 'all_constituents' OR constituent = ANY (g.reach_named))) $$;
      -- The static rules (D-04 to D-09, D-11, D-13, D-15, D-18, D-22, D-24, D-25, the reach of D-20) over releases and grants: what they admit, as entitlements,
      -- whether made already or not. NULL parameters mean all, also of the versions after one and up to another; all_signed supposes that every signatory has signed.
      -- A type of its own, as app.shown_entry is: the table may have another column by the time that a statement runs.
      CREATE TYPE app.admission AS (${ADMISSION.map(([name, type]) => `${name} ${type}`).join(', ')});
      CREATE FUNCTION app.admitted(originator uuid, wanted_version uuid, wanted_terms uuid, wanted_reader uuid, moment timestamptz, all_signed boolean,
          after uuid DEFAULT NULL, through uuid DEFAULT NULL)
        RETURNS SETOF app.admission LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        -- Asked for each row, where there is any law at all, or an instrument below an agreement of the originator.
        DECLARE overlaid constant boolean := EXISTS (SELECT 1 FROM national_overlay);
          narrowed constant boolean := EXISTS (SELECT 1 FROM exchange_grant c WHERE c.narrows AND c.from_id = originator);
        BEGIN
          -- Of one version it is asked at each release: by a plan that is kept.
          IF wanted_version IS NOT NULL THEN
            RETURN QUERY
            ${admission('r.item_version_id = wanted_version')};
          -- Said of both tables, so that of neither more is read than that; and so that a plan for any bounds seems dear, and
          -- each chunk is planned for its own: the other takes five times as long.
          ELSIF through IS NOT NULL THEN
            RETURN QUERY
            ${admission(`(after IS NULL OR r.item_version_id > after AND v.id > after)
              AND (through IS NULL OR r.item_version_id <= through AND v.id <= through)`)};
          ELSE
            RETURN QUERY
            ${admission('true')};
          END IF;
        END $$;

      -- Makes entitlements of what the static rules admit. The caller holds the advisory lock of the originator.
      -- Idempotent; returns how many were made.
      CREATE FUNCTION app.entitle(originator uuid, wanted_version uuid, wanted_terms uuid, moment timestamptz,
          after uuid DEFAULT NULL, through uuid DEFAULT NULL) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
          made bigint; total bigint := 0;
          narrowed constant boolean := EXISTS (SELECT 1 FROM exchange_grant c WHERE c.narrows AND c.from_id = originator);
          successors constant boolean := EXISTS (SELECT 1 FROM exchange_grant g WHERE g.from_id = originator
            AND g.predecessor_id IS NOT NULL AND (wanted_terms IS NULL OR g.terms_version_id = wanted_terms));
        BEGIN
          LOOP -- again for what a grant takes over from its predecessor (D-22), until nothing new is made
            WITH fresh AS (INSERT INTO entitlement (${ADMISSION.map(([name]) => name).join(', ')})
              SELECT a.* FROM app.admitted(originator, wanted_version, wanted_terms, NULL, moment, false, after, through) a
              ON CONFLICT DO NOTHING RETURNING reader_id, grant_id, slice_id, embargo_until, retired, gated, persons),
            -- In the order of the readers, grants and slices, as the drain takes them: neither waits for the other in a circle.
            due AS (INSERT INTO feed_due (team_id, slice_id, not_before)
              SELECT reader_id, slice_id, min(COALESCE(embargo_until, '-infinity')) FROM fresh WHERE NOT retired AND NOT gated AND persons IS NULL
              GROUP BY reader_id, grant_id, slice_id ORDER BY reader_id, grant_id, slice_id
              ON CONFLICT (team_id, slice_id) DO UPDATE
                SET not_before = LEAST(feed_due.not_before, EXCLUDED.not_before), changes = feed_due.changes + 1)
            SELECT count(*) INTO made FROM fresh;
            total := total + made;
            EXIT WHEN made = 0 OR NOT successors;
          END LOOP;
          PERFORM app.refresh_gates(c.item_id, moment) FROM (
            SELECT a.item_id FROM information_request_answer a WHERE a.owner_id = originator
            UNION SELECT s.item_id FROM item_consent s WHERE s.owner_id = originator AND s.giver = 'source'
            UNION SELECT d.item_id FROM derived_item d WHERE d.owner_id = originator
            UNION SELECT a.item_id FROM version_approval a WHERE a.owner_id = originator
            UNION SELECT p.item_id FROM passing_on p JOIN item i ON i.id = p.item_id WHERE i.owner_id = originator
            UNION SELECT e.item_id FROM entitlement e WHERE narrowed AND e.gated AND e.owner_id = originator
              AND (wanted_version IS NULL OR e.item_version_id = wanted_version)) c
          WHERE (wanted_version IS NULL OR c.item_id = (SELECT v.item_id FROM item_version v WHERE v.id = wanted_version))
            AND (through IS NULL OR EXISTS (SELECT 1 FROM release r WHERE r.item_id = c.item_id AND r.item_version_id > after AND r.item_version_id <= through))
            AND EXISTS (SELECT 1 FROM entitlement e WHERE e.item_id = c.item_id AND e.gated);
          RETURN total;
        END $$;

      ${VISIBLE}
      ALTER TABLE entitlement ENABLE ROW LEVEL SECURITY;
      CREATE POLICY entitlement_read ON entitlement FOR SELECT USING (owner_id = (SELECT app.viewer_org())
        OR (reader_id = (SELECT app.viewer_org()) AND (persons IS NULL OR (SELECT app.viewer_person()) = ANY (persons))
          AND (embargo_until IS NULL OR embargo_until <= (SELECT app.at())) AND (NOT gated OR app.gate_is_open(entitlement, app.at()))));
      ALTER TABLE release ENABLE ROW LEVEL SECURITY;
      CREATE POLICY release_read ON release FOR SELECT USING (
        owner_id = (SELECT app.viewer_org())
        OR (released_at <= (SELECT app.at()) AND (superseded_at IS NULL OR superseded_at > (SELECT app.at()))
          AND (embargo_until IS NULL OR embargo_until <= (SELECT app.at()))
          AND (public AND NOT barred_by_law AND (NOT gated OR app.publicly_consented(item_id, app.at()))
            OR EXISTS (SELECT 1 FROM entitlement e WHERE e.item_version_id = release.item_version_id
            AND e.reader_id = (SELECT app.viewer_org()) AND (NOT e.gated OR app.gate_is_open(e, app.at()))
            AND (e.persons IS NULL OR ((SELECT app.viewer_person()) = ANY (e.persons)
              AND e.owner_id = ANY ((SELECT app.verifiers_of_viewer())::uuid[])))
            AND e.slice_id = ANY ((SELECT app.slices_for_viewer())::uuid[])))));
      CREATE POLICY release_add ON release FOR INSERT WITH CHECK (owner_id = (SELECT app.viewer_org()));
      CREATE POLICY release_follow ON release FOR UPDATE USING (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE item_version ENABLE ROW LEVEL SECURITY;
      CREATE POLICY item_version_read ON item_version FOR SELECT USING (
        owner_id = (SELECT app.viewer_org()) OR EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = item_version.id));
      CREATE POLICY item_version_add ON item_version FOR INSERT WITH CHECK (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE item ENABLE ROW LEVEL SECURITY;
      CREATE POLICY item_read ON item FOR SELECT USING (
        owner_id = (SELECT app.viewer_org()) OR EXISTS (SELECT 1 FROM release r WHERE r.item_id = item.id));
      CREATE POLICY item_add ON item FOR INSERT WITH CHECK (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE withdrawal ENABLE ROW LEVEL SECURITY;
      CREATE POLICY withdrawal_own ON withdrawal FOR ALL USING (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE variant ENABLE ROW LEVEL SECURITY;
      CREATE POLICY variant_read ON variant FOR SELECT
        USING ((team_id IN ((SELECT app.viewer_org()), app.public_team()) AND (SELECT app.viewer_org()) IS NOT NULL
            AND (person_id IS NULL OR person_id = (SELECT app.viewer_person())))
          OR owner_id = (SELECT app.viewer_org()));
      ALTER TABLE variant_version ENABLE ROW LEVEL SECURITY;
      CREATE POLICY variant_version_read ON variant_version FOR SELECT USING (EXISTS (SELECT 1 FROM variant v WHERE v.id = variant_id));
      ALTER TABLE rendition ENABLE ROW LEVEL SECURITY;
      CREATE POLICY rendition_all ON rendition FOR ALL USING (EXISTS (SELECT 1 FROM variant_version v WHERE v.id = variant_version_id));
      ALTER TABLE feed ENABLE ROW LEVEL SECURITY;
      CREATE POLICY feed_read ON feed FOR SELECT USING (team_id = (SELECT app.viewer_org()));
      ALTER TABLE feed_entry ENABLE ROW LEVEL SECURITY;
      CREATE POLICY feed_entry_read ON feed_entry FOR SELECT USING (team_id IN ((SELECT app.viewer_org()), app.public_team())
        AND (SELECT app.viewer_org()) IS NOT NULL);
      ALTER TABLE feed_notice ENABLE ROW LEVEL SECURITY;
      ALTER TABLE feed_review ENABLE ROW LEVEL SECURITY;
    `);
    await db.query(SHAPES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_SHAPES);
    for (const table of [
      'entitlement',
      'release',
      'item_version',
      'item',
      'withdrawal',
      'variant',
      'variant_version',
      'rendition',
      'feed',
      'feed_entry',
    ]) {
      await db.query(`
        DO $$ DECLARE p record; BEGIN
          FOR p IN SELECT policyname FROM pg_policies WHERE tablename = '${table}' LOOP
            EXECUTE format('DROP POLICY %I ON ${table}', p.policyname);
          END LOOP; END $$;
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await db.query(`
      ALTER TABLE feed_notice DISABLE ROW LEVEL SECURITY;
      ALTER TABLE feed_review DISABLE ROW LEVEL SECURITY;
      ${NO_VISIBLE}
      DROP FUNCTION app.entitle(uuid, uuid, uuid, timestamptz, uuid, uuid),
        app.admitted(uuid, uuid, uuid, uuid, timestamptz, boolean, uuid, uuid),
        app.reaches(exchange_grant, text, uuid);
      DROP TYPE app.admission;
    `);
    await db.query(NO_OVERLAYS);
  }
}
