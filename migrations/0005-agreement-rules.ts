import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHILDREN, NO_CHILDREN } from './0005-children';
import { NO_OPEN_TERMS, OPEN_TERMS } from './0005-open-terms';

const OWN = [
  'agreement',
  'agreement_party',
  'supersession',
  'terms_version',
  'accession',
  'corrigendum',
  'exchange_grant',
  'grant_information_type',
  'agreement_fact',
  'agreement_fact_confirmation',
  'exchange_pause',
  'exchange_resumption',
  'exchange_resumption_confirmation',
];

/** Who reads an agreement (its parties, nobody else), the second person, and the intervals in which terms are in force. */
export class AgreementRules implements MigrationInterface {
  readonly name = 'AgreementRules0000000000005';

  async up(db: QueryRunner): Promise<void> {
    for (const table of OWN) await db.query(`SELECT app.make_append_only('${table}')`);
    await db.query(`
      CREATE FUNCTION app.different_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE first uuid; second uuid; first_org uuid; second_org uuid;
        BEGIN
          IF TG_TABLE_NAME = 'agreement_fact_confirmation' THEN
            SELECT recorded_by INTO first FROM agreement_fact WHERE id = NEW.fact_id;
          ELSE
            SELECT requested_by INTO first FROM exchange_resumption WHERE id = NEW.resumption_id;
          END IF;
          second := NEW.confirmed_by;
          SELECT organization_id INTO first_org FROM account WHERE id = first;
          SELECT organization_id INTO second_org FROM account WHERE id = second;
          IF first = second OR first_org IS DISTINCT FROM second_org THEN
            RAISE EXCEPTION 'a second person of the same organization has to confirm' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER different_person BEFORE INSERT ON agreement_fact_confirmation FOR EACH ROW EXECUTE FUNCTION app.different_person();
      CREATE TRIGGER different_person BEFORE INSERT ON exchange_resumption_confirmation FOR EACH ROW EXECUTE FUNCTION app.different_person();

      -- A fact counts from the latest of: when it takes effect, when it was recorded, when the second person confirmed.
      -- So late recording never authorises anything earlier.
      CREATE VIEW counted_fact AS
        SELECT f.*, GREATEST(f.effective_at, f.recorded_at, c.confirmed_at) AS counts_from
        FROM agreement_fact f LEFT JOIN agreement_fact_confirmation c ON c.fact_id = f.id
        WHERE NOT f.second_person_required OR c.fact_id IS NOT NULL;
      CREATE VIEW counted_pause AS
        SELECT p.id, p.kind, p.agreement_id, p.from_id, p.to_id, p.information_types, GREATEST(p.starts_at, p.recorded_at) AS valid_from,
               LEAST(p.ends_at, GREATEST(r.effective_at, r.requested_at, c.confirmed_at)) AS valid_until
        FROM exchange_pause p
        LEFT JOIN (exchange_resumption r JOIN exchange_resumption_confirmation c ON c.resumption_id = r.id) ON r.pause_id = p.id;

      -- What the viewer reads whole: as a party since the draft, or as who drafted. Functions, since policies that refer to each
      -- other's tables recurse.
      CREATE FUNCTION app.viewer_whole_agreements() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT COALESCE(array_agg(id), '{}') FROM (
          SELECT agreement_id AS id FROM agreement_party WHERE organization_id = app.viewer_org()
          UNION SELECT id FROM agreement WHERE drafted_by_org = app.viewer_org()) mine $$;
      -- Who joins reads the terms that it is party to, and of what went before nothing: those with which it joins once they are
      -- submitted, and for good once their entry into force is recorded; no longer when they cannot enter into force any more.
      CREATE FUNCTION app.viewer_joined_terms() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT COALESCE(array_agg(DISTINCT t.id), '{}') FROM terms_party p JOIN terms_version t ON t.id = p.terms_version_id
        WHERE p.organization_id = app.viewer_org() AND p.joins
          AND (NOT EXISTS (SELECT 1 FROM accession j WHERE j.terms_version_id = t.id AND j.organization_id = app.viewer_org())
            OR EXISTS (SELECT 1 FROM agreement_fact f WHERE f.terms_version_id = t.id AND f.kind = 'entered_into_force'
              AND NOT EXISTS (SELECT 1 FROM counted_fact e WHERE e.agreement_id = t.agreement_id AND e.kind = 'ended'
                AND e.counts_from <= GREATEST(f.effective_at, f.recorded_at)))
            OR EXISTS (SELECT 1 FROM agreement_fact f WHERE f.terms_version_id = t.id AND f.kind = 'submitted')
              AND (t.expires_at IS NULL OR t.expires_at > app.at())
              AND NOT EXISTS (SELECT 1 FROM counted_fact d WHERE d.terms_version_id = t.id AND d.kind IN ('rejected', 'withdrawn')
                AND d.counts_from <= app.at())
              AND NOT EXISTS (SELECT 1 FROM agreement_fact f LEFT JOIN terms_version other ON other.id = f.terms_version_id
                WHERE f.agreement_id = t.agreement_id AND (f.kind = 'ended' AND f.effective_at <= app.at()
                  OR f.kind = 'entered_into_force' AND other.number > t.amends))) $$;
      CREATE FUNCTION app.viewer_joined_agreements() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT COALESCE(array_agg(DISTINCT agreement_id), '{}') FROM terms_version WHERE id = ANY (app.viewer_joined_terms()) $$;
      -- Suspensions of every direction that hold since it joined, or may yet; those of one direction are read by its two ends.
      CREATE FUNCTION app.viewer_joined_pauses() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT COALESCE(array_agg(p.id), '{}') FROM counted_pause p JOIN (
          SELECT agreement_id, min(created_at) AS since FROM terms_version WHERE id = ANY (app.viewer_joined_terms()) GROUP BY agreement_id) j
          ON j.agreement_id = p.agreement_id WHERE p.from_id IS NULL AND (p.valid_until IS NULL OR p.valid_until > j.since) $$;
      -- All of which the viewer reads something.
      CREATE FUNCTION app.viewer_agreements() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT app.viewer_whole_agreements() || app.viewer_joined_agreements() $$;
      -- The log of an agreement seen by one pair of its operating CERTs; opened once.
      CREATE FUNCTION app.relationship_log(agreement uuid, one uuid, other uuid) RETURNS uuid
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE found_id uuid;
        BEGIN
          IF NOT agreement = ANY (app.viewer_agreements()) THEN RETURN NULL; END IF;
          SELECT id INTO found_id FROM record_log WHERE agreement_id = agreement AND party_a = LEAST(one, other) AND party_b = GREATEST(one, other);
          IF found_id IS NULL AND EXISTS (SELECT 1 FROM terms_party WHERE agreement_id = agreement AND role = 'operating_cert'
              AND organization_id IN (one, other) GROUP BY terms_version_id HAVING count(DISTINCT organization_id) = 2) THEN
            INSERT INTO record_log (id, kind, party_a, party_b, agreement_id)
              VALUES (gen_random_uuid(), 'relationship', LEAST(one, other), GREATEST(one, other), agreement)
              ON CONFLICT DO NOTHING;
            SELECT id INTO found_id FROM record_log WHERE agreement_id = agreement AND party_a = LEAST(one, other) AND party_b = GREATEST(one, other);
          END IF;
          RETURN found_id;
        END $$;
      CREATE FUNCTION app.agreement_of_pause(wanted uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT agreement_id FROM exchange_pause WHERE id = wanted $$;

      ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
      CREATE POLICY agreement_read ON agreement FOR SELECT
        USING (drafted_by_org = (SELECT app.viewer_org()) OR id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      CREATE POLICY agreement_draft ON agreement FOR INSERT WITH CHECK (drafted_by_org = (SELECT app.viewer_org()));
      ALTER TABLE agreement_party ENABLE ROW LEVEL SECURITY;
      CREATE POLICY agreement_party_parties ON agreement_party FOR ALL USING (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      -- That one agreement supersedes another is for those who read both.
      ALTER TABLE supersession ENABLE ROW LEVEL SECURITY;
      CREATE POLICY supersession_read ON supersession FOR SELECT USING (successor_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[])
        AND predecessor_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[]));
      CREATE POLICY supersession_draft ON supersession FOR INSERT WITH CHECK (predecessor_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[])
        AND EXISTS (SELECT 1 FROM agreement a WHERE a.id = successor_id AND a.drafted_by_org = (SELECT app.viewer_org())));
      ALTER TABLE terms_version ENABLE ROW LEVEL SECURITY;
      CREATE POLICY terms_version_parties ON terms_version FOR ALL
        USING (agreement_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[]) OR id = ANY ((SELECT app.viewer_joined_terms())::uuid[]))
        WITH CHECK (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      ALTER TABLE accession ENABLE ROW LEVEL SECURITY;
      CREATE POLICY accession_parties ON accession FOR ALL
        USING (agreement_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[]) OR terms_version_id = ANY ((SELECT app.viewer_joined_terms())::uuid[]))
        WITH CHECK (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      ALTER TABLE corrigendum ENABLE ROW LEVEL SECURITY;
      CREATE POLICY corrigendum_parties ON corrigendum FOR ALL
        USING (agreement_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[]) OR terms_version_id = ANY ((SELECT app.viewer_joined_terms())::uuid[]))
        WITH CHECK (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      ALTER TABLE exchange_grant ENABLE ROW LEVEL SECURITY;
      CREATE POLICY exchange_grant_parties ON exchange_grant FOR ALL
        USING (agreement_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[]) OR terms_version_id = ANY ((SELECT app.viewer_joined_terms())::uuid[]))
        WITH CHECK (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      ALTER TABLE grant_information_type ENABLE ROW LEVEL SECURITY;
      CREATE POLICY grant_information_type_parties ON grant_information_type FOR ALL
        USING (EXISTS (SELECT 1 FROM exchange_grant g WHERE g.id = grant_id));
      ALTER TABLE agreement_fact ENABLE ROW LEVEL SECURITY;
      CREATE POLICY agreement_fact_read ON agreement_fact FOR SELECT USING (
        agreement_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[]) OR terms_version_id = ANY ((SELECT app.viewer_joined_terms())::uuid[])
        OR terms_version_id IS NULL AND agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      CREATE POLICY agreement_fact_add ON agreement_fact FOR INSERT
        WITH CHECK (recorded_by_org = (SELECT app.viewer_org()) AND agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      ALTER TABLE agreement_fact_confirmation ENABLE ROW LEVEL SECURITY;
      CREATE POLICY agreement_fact_confirmation_parties ON agreement_fact_confirmation FOR ALL
        USING (EXISTS (SELECT 1 FROM agreement_fact f WHERE f.id = fact_id));
      ALTER TABLE exchange_pause ENABLE ROW LEVEL SECURITY;
      CREATE POLICY exchange_pause_read ON exchange_pause FOR SELECT
        USING (agreement_id = ANY ((SELECT app.viewer_whole_agreements())::uuid[]) OR (SELECT app.viewer_org()) IN (from_id, to_id)
          OR id = ANY ((SELECT app.viewer_joined_pauses())::uuid[]));
      CREATE POLICY exchange_pause_add ON exchange_pause FOR INSERT WITH CHECK (recorded_by_org = (SELECT app.viewer_org())
        AND (agreement_id IS NULL OR agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[])));
      ALTER TABLE exchange_resumption ENABLE ROW LEVEL SECURITY;
      CREATE POLICY exchange_resumption_read ON exchange_resumption FOR SELECT
        USING (EXISTS (SELECT 1 FROM exchange_pause p WHERE p.id = pause_id));
      CREATE POLICY exchange_resumption_add ON exchange_resumption FOR INSERT
        WITH CHECK (EXISTS (SELECT 1 FROM exchange_pause p WHERE p.id = pause_id AND p.recorded_by_org = (SELECT app.viewer_org())));
      ALTER TABLE exchange_resumption_confirmation ENABLE ROW LEVEL SECURITY;
      CREATE POLICY exchange_resumption_confirmation_read ON exchange_resumption_confirmation FOR SELECT
        USING (EXISTS (SELECT 1 FROM exchange_resumption r WHERE r.id = resumption_id));
      CREATE POLICY exchange_resumption_confirmation_add ON exchange_resumption_confirmation FOR INSERT
        WITH CHECK (EXISTS (SELECT 1 FROM exchange_resumption r JOIN exchange_pause p ON p.id = r.pause_id
          WHERE r.id = resumption_id AND p.recorded_by_org = (SELECT app.viewer_org())));

      -- Half-open interval in which a terms version is in force: approved and signed by all, entered, not yet followed or
      -- ended. It follows from the facts, and is written again in the transaction that adds one.
      CREATE TABLE terms_in_force (
        terms_version_id uuid PRIMARY KEY REFERENCES terms_version,
        agreement_id uuid NOT NULL,
        number int NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz
      );
      CREATE INDEX terms_in_force_agreement ON terms_in_force (agreement_id);
      ALTER TABLE terms_in_force ENABLE ROW LEVEL SECURITY;
      -- For those who read the terms, and the agreement: also who joined with terms that went before what the viewer reads.
      CREATE FUNCTION app.terms_parties(terms uuid) RETURNS TABLE (organization_id uuid, role text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT p.organization_id, p.role FROM terms_party p WHERE p.terms_version_id = terms
            AND (p.agreement_id = ANY (app.viewer_whole_agreements()) OR terms = ANY (app.viewer_joined_terms())) $$;
      CREATE FUNCTION app.agreement_parties(agreement uuid) RETURNS TABLE (organization_id uuid, role text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT found.* FROM (SELECT p.organization_id, p.role FROM agreement_party p WHERE p.agreement_id = agreement
            UNION SELECT p.organization_id, p.role FROM terms_party p JOIN terms_in_force t ON t.terms_version_id = p.terms_version_id
              WHERE p.agreement_id = agreement AND t.valid_from <= app.at() AND (t.valid_until IS NULL OR t.valid_until > t.valid_from)) found
          WHERE agreement = ANY (app.viewer_agreements()) $$;
      -- A hypothesis is what a question supposes, as data; nothing of it is ever stored. Without one there is nothing in it.
      --   facts: [{agreement_id, terms_version_id, kind, party_id, counts_from}] as counted_fact has them
      --   pauses: [{agreement_id, from_id, to_id, information_types, valid_from, valid_until}] as counted_pause has them
      --   resumed: [{pause_id, valid_until}], pauses that end by then
      --   signed: the terms of which it is supposed that all have signed them
      CREATE FUNCTION app.supposed_facts(hypothesis jsonb)
        RETURNS TABLE (agreement_id uuid, terms_version_id uuid, kind text, party_id uuid, counts_from timestamptz)
        LANGUAGE sql IMMUTABLE AS $$ SELECT s.* FROM jsonb_to_recordset(hypothesis -> 'facts')
          AS s(agreement_id uuid, terms_version_id uuid, kind text, party_id uuid, counts_from timestamptz) $$;
      CREATE FUNCTION app.supposed_pauses(hypothesis jsonb)
        RETURNS TABLE (agreement_id uuid, from_id uuid, to_id uuid, information_types text[], valid_from timestamptz, valid_until timestamptz)
        LANGUAGE sql IMMUTABLE AS $$ SELECT s.* FROM jsonb_to_recordset(hypothesis -> 'pauses')
          AS s(agreement_id uuid, from_id uuid, to_id uuid, information_types text[], valid_from timestamptz, valid_until timestamptz) $$;
      CREATE FUNCTION app.supposed_ends(hypothesis jsonb) RETURNS TABLE (pause_id uuid, valid_until timestamptz)
        LANGUAGE sql IMMUTABLE AS $$ SELECT s.* FROM jsonb_to_recordset(hypothesis -> 'resumed') AS s(pause_id uuid, valid_until timestamptz) $$;
      -- Of the agreement since its draft, and of terms of it that have entered into force.
      CREATE FUNCTION app.operating_certs(agreement uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT organization_id FROM agreement_party WHERE agreement_id = agreement AND role = 'operating_cert'
        UNION SELECT j.organization_id FROM accession j JOIN agreement_fact f ON f.terms_version_id = j.terms_version_id AND f.kind = 'entered_into_force'
          WHERE j.agreement_id = agreement AND j.role = 'operating_cert' $$;
      CREATE FUNCTION app.facts_of(agreement uuid, hypothesis jsonb DEFAULT NULL)
        RETURNS TABLE (terms_version_id uuid, kind text, party_id uuid, counts_from timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT f.terms_version_id, f.kind, f.party_id, f.counts_from FROM counted_fact f WHERE f.agreement_id = agreement
          UNION ALL SELECT s.terms_version_id, s.kind, s.party_id, s.counts_from FROM app.supposed_facts(hypothesis) s WHERE s.agreement_id = agreement $$;
      -- Whose consent terms need: approval by those who approve, signature by those who sign. The text of a corrigendum is signed; what it
      -- needs counts as a signature of who drew it up, which two persons give where it needs more, and as approval of the others then.
      CREATE FUNCTION app.consent_kind(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS
        $$ SELECT CASE kind WHEN 'corrected' THEN 'signed' WHEN 'correction_confirmed' THEN 'approved' ELSE kind END $$;
      CREATE FUNCTION app.needed_consents(terms uuid) RETURNS TABLE (party_id uuid, kind text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT p.organization_id, CASE p.role WHEN 'signatory' THEN 'signed' ELSE 'approved' END FROM terms_party p
            WHERE p.terms_version_id = terms AND p.role IN ('signatory', 'approving_authority')
              AND NOT EXISTS (SELECT 1 FROM corrigendum c WHERE c.terms_version_id = terms)
          UNION ALL SELECT t.created_by_org, 'signed' FROM corrigendum c JOIN terms_version t ON t.id = c.terms_version_id WHERE t.id = terms
          UNION ALL SELECT p.organization_id, 'approved' FROM corrigendum c JOIN terms_version t ON t.id = c.terms_version_id
            JOIN terms_party p ON p.terms_version_id = t.id AND p.role = 'operating_cert' AND p.organization_id <> t.created_by_org
            WHERE t.id = terms AND c.needs_counterpart $$;
      -- The same, for those who read the terms.
      CREATE FUNCTION app.terms_consents(terms uuid) RETURNS TABLE (party_id uuid, kind text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT n.* FROM app.needed_consents(terms) n WHERE EXISTS (SELECT 1 FROM app.terms_parties(terms)) $$;
      -- From when terms are in force: entered, and approved and signed by all.
      CREATE FUNCTION app.entries_of(agreement uuid, hypothesis jsonb DEFAULT NULL)
        RETURNS TABLE (terms_version_id uuid, number int, expires_at timestamptz, valid_from timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          WITH counted AS (SELECT f.terms_version_id, app.consent_kind(f.kind) AS kind, f.party_id, f.counts_from FROM app.facts_of(agreement, hypothesis) f)
            SELECT t.id AS terms_version_id, t.number, t.expires_at,
                   GREATEST(force.counts_from, (SELECT max(f.counts_from) FROM counted f
                     WHERE f.terms_version_id = t.id AND f.kind IN ('approved', 'signed'))) AS valid_from
            FROM terms_version t
            JOIN agreement a ON a.id = t.agreement_id
            JOIN counted force ON force.terms_version_id = t.id AND force.kind = 'entered_into_force'
            WHERE t.agreement_id = agreement AND a.kind <> 'host_or_capacity_agreement'
              AND EXISTS (SELECT 1 FROM app.needed_consents(t.id) n WHERE n.kind = 'signed')
              AND NOT EXISTS (SELECT 1 FROM app.needed_consents(t.id) n WHERE NOT EXISTS (
                SELECT 1 FROM counted f WHERE f.terms_version_id = t.id AND f.party_id = n.party_id AND f.kind = n.kind)) $$;
      -- When the first of the agreements enters into force that supersede it: of those that end it, or of any. One that is over
      -- before it begins supersedes nothing, nor does one that leaves an operating CERT of the former without an agreement.
      CREATE FUNCTION app.superseded_from(agreement uuid, ending boolean, hypothesis jsonb DEFAULT NULL) RETURNS timestamptz
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT min(e.valid_from) FROM supersession s CROSS JOIN LATERAL app.entries_of(s.successor_id, hypothesis) e
          WHERE s.predecessor_id = agreement AND (NOT ending OR s.former = 'ends')
            AND e.valid_from < COALESCE(LEAST(e.expires_at, (SELECT min(f.counts_from) FROM app.facts_of(s.successor_id, hypothesis) f
              WHERE f.kind = 'ended')), 'infinity')
            AND NOT EXISTS (SELECT 1 FROM app.operating_certs(s.predecessor_id) AS c(id)
              WHERE c.id NOT IN (SELECT p.organization_id FROM terms_party p WHERE p.terms_version_id = e.terms_version_id AND p.role = 'operating_cert')) $$;
      -- With a hypothesis, as if what it supposes of the agreement were on record as well.
      CREATE FUNCTION app.terms_intervals(agreement uuid, hypothesis jsonb DEFAULT NULL)
        RETURNS TABLE (terms_version_id uuid, number int, valid_from timestamptz, valid_until timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          WITH entered AS (SELECT * FROM app.entries_of(agreement, hypothesis))
          SELECT e.terms_version_id, e.number, e.valid_from,
                 LEAST(e.expires_at, (SELECT min(later.valid_from) FROM entered later WHERE later.number > e.number),
                       -- With what stands above it an instrument ends as well; what is superseded ends when its successor begins.
                       (WITH RECURSIVE line AS (SELECT a.id, a.parent_id FROM agreement a WHERE a.id = agreement
                           UNION ALL SELECT a.id, a.parent_id FROM agreement a JOIN line l ON a.id = l.parent_id)
                         SELECT min(LEAST((SELECT min(f.counts_from) FROM app.facts_of(l.id, hypothesis) f WHERE f.kind = 'ended'),
                           app.superseded_from(l.id, true, hypothesis))) FROM line l))
          FROM entered e $$;
      -- First and last instant of an agreement in force, for whoever reads it whole; no end is NULL.
      CREATE FUNCTION app.agreement_span(agreement uuid) RETURNS TABLE (begins timestamptz, ends timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT min(t.valid_from), NULLIF(max(COALESCE(t.valid_until, 'infinity')), 'infinity') FROM terms_in_force t
          WHERE t.agreement_id = agreement AND agreement = ANY (app.viewer_whole_agreements())
            AND (t.valid_until IS NULL OR t.valid_until > t.valid_from) HAVING count(*) > 0 $$;
      -- That its own agreement is superseded is for whoever reads it, also where the later one is not.
      CREATE FUNCTION app.agreement_superseded(agreement uuid) RETURNS TABLE (since timestamptz, ends timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT app.superseded_from(agreement, false), app.superseded_from(agreement, true) WHERE agreement = ANY (app.viewer_agreements()) $$;
      -- The same as ends of the former, each with when all of it stood in the record; for those who read the former.
      CREATE FUNCTION app.ends_by_succession(agreements uuid[]) RETURNS TABLE (agreement_id uuid, valid_from timestamptz, known_from timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT o.id, o.ends, max(GREATEST(f.recorded_at, c.confirmed_at))
          FROM (SELECT a.id, app.superseded_from(a.id, true) AS ends FROM unnest(agreements) AS a(id) WHERE a.id = ANY (app.viewer_agreements())) o
          JOIN supersession s ON s.predecessor_id = o.id AND s.former = 'ends'
          JOIN LATERAL app.entries_of(s.successor_id) e ON e.valid_from = o.ends
          JOIN agreement_fact f ON f.terms_version_id = e.terms_version_id AND f.kind IN ('approved', 'signed', 'entered_into_force')
          LEFT JOIN agreement_fact_confirmation c ON c.fact_id = f.id
          GROUP BY o.id, o.ends $$;
      CREATE FUNCTION app.covers_former() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF EXISTS (SELECT 1 FROM app.operating_certs(NEW.predecessor_id) AS c(id)
              WHERE c.id NOT IN (SELECT organization_id FROM agreement_party WHERE agreement_id = NEW.successor_id AND role = 'operating_cert')) THEN
            RAISE EXCEPTION 'every operating CERT of the former agreement is one of the later' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER covers_former BEFORE INSERT ON supersession FOR EACH ROW EXECUTE FUNCTION app.covers_former();
    `);
    await db.query(OPEN_TERMS);
    await db.query(CHILDREN);
    for (const table of OWN)
      await db.query(`INSERT INTO app.application_grant VALUES ('${table}', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_CHILDREN);
    await db.query(NO_OPEN_TERMS);
    await db.query(
      'DROP TRIGGER covers_former ON supersession; DROP FUNCTION app.covers_former(), app.ends_by_succession(uuid[]), app.terms_consents(uuid), app.needed_consents(uuid), app.consent_kind(text), app.agreement_superseded(uuid), app.agreement_span(uuid), app.terms_intervals(uuid, jsonb), app.superseded_from(uuid, boolean, jsonb), app.entries_of(uuid, jsonb), app.facts_of(uuid, jsonb), app.operating_certs(uuid), app.supposed_facts(jsonb), app.supposed_pauses(jsonb), app.supposed_ends(jsonb); DROP TABLE terms_in_force',
    );
    for (const table of OWN) {
      await db.query(`
        DROP TRIGGER append_only_rows ON ${table}; DROP TRIGGER append_only_table ON ${table};
        DO $$ DECLARE p record; BEGIN
          FOR p IN SELECT policyname FROM pg_policies WHERE tablename = '${table}' LOOP
            EXECUTE format('DROP POLICY %I ON ${table}', p.policyname);
          END LOOP; END $$;
        DELETE FROM app.application_grant WHERE target = '${table}';
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await db.query(`
      DROP TRIGGER different_person ON agreement_fact_confirmation;
      DROP TRIGGER different_person ON exchange_resumption_confirmation;
      DROP FUNCTION app.different_person(), app.viewer_agreements(), app.viewer_joined_agreements(),
        app.viewer_joined_terms(), app.viewer_whole_agreements(), app.agreement_of_pause(uuid),
        app.relationship_log(uuid, uuid, uuid), app.viewer_joined_pauses(), app.terms_parties(uuid), app.agreement_parties(uuid);
      DROP VIEW counted_pause, counted_fact;
    `);
  }
}
