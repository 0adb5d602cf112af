import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NO_OWED_TIMES, OWED_TIMES } from './0004-owed-times';
import { APPROVAL_TERMS } from './0032-approvals';

/** Instruments, their immutable terms versions, and the dated facts from which their state is derived. */
export class Agreements implements MigrationInterface {
  readonly name = 'Agreements0000000000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE agreement (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE CHECK (reference ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
        kind text NOT NULL CHECK (kind IN ('mou', 'treaty', 'implementing_annex', 'sop', 'community_membership',
          'host_or_capacity_agreement', 'case_arrangement')),
        drafted_by_org uuid NOT NULL REFERENCES organization,
        created_by uuid NOT NULL REFERENCES account,
        created_at timestamptz(3) NOT NULL,
        -- What it stands below: it only narrows what that grants.
        parent_id uuid REFERENCES agreement,
        CONSTRAINT agreement_below CHECK ((parent_id IS NOT NULL) = (kind IN ('implementing_annex', 'sop', 'case_arrangement'))),
        CHECK (parent_id <> id)
      );
      CREATE INDEX agreement_parent ON agreement (parent_id) WHERE parent_id IS NOT NULL;
      CREATE TABLE agreement_party (
        agreement_id uuid NOT NULL REFERENCES agreement,
        organization_id uuid NOT NULL REFERENCES organization,
        role text NOT NULL CHECK (role IN ('signatory', 'operating_cert', 'approving_authority', 'observer')),
        PRIMARY KEY (agreement_id, organization_id, role)
      );
      CREATE INDEX agreement_party_organization ON agreement_party (organization_id, agreement_id);
      -- A later instrument that supersedes an earlier one. Where the former 'ends', it does so when the later enters into force; where it
      -- 'runs_out', both hold until its own end.
      CREATE TABLE supersession (
        successor_id uuid PRIMARY KEY REFERENCES agreement,
        predecessor_id uuid NOT NULL REFERENCES agreement,
        former text NOT NULL CHECK (former IN ('ends', 'runs_out')),
        CHECK (successor_id <> predecessor_id)
      );
      CREATE INDEX supersession_predecessor ON supersession (predecessor_id);
      CREATE TABLE terms_version (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement,
        number int NOT NULL CHECK (number > 0),
        expires_at timestamptz(3),
        corrections text NOT NULL CHECK (corrections IN ('allowed', 'none')),
        canonical_sha256 bytea NOT NULL CHECK (length(canonical_sha256) = 32),
        created_by uuid NOT NULL REFERENCES account,
        created_by_org uuid NOT NULL REFERENCES organization,
        created_at timestamptz(3) NOT NULL,
        -- Which terms they amend: the latest whose entry into force was recorded when they were drawn up; 0 for none. It is a number
        -- and no comparison of instants, since both may fall into one.
        amends int NOT NULL CHECK (amends >= 0 AND amends < number),
        -- What their entry into force waits for; days are of 24 hours.
        entry_rule text CHECK (entry_rule IN ('not_before', 'after_last_signature', 'after_last_notification')),
        entry_date timestamptz(3),
        entry_days int CHECK (entry_days BETWEEN 0 AND 3650),
        -- Days of 24 hours between a notice and the end, at least.
        notice_days int CHECK (notice_days BETWEEN 1 AND 3650),
        -- What keeps the cooperation alive: how often contacts are verified and the joint committee meets; days of 24 hours.
        contact_verification_days int CHECK (contact_verification_days BETWEEN 1 AND 366),
        meetings_days int CHECK (meetings_days BETWEEN 1 AND 1830),
        CHECK ((entry_date IS NOT NULL) = (entry_rule IS NOT NULL AND entry_rule = 'not_before')),
        CHECK ((entry_days IS NOT NULL) = (entry_rule IS NOT NULL AND entry_rule <> 'not_before')),
        UNIQUE (agreement_id, number),
        UNIQUE (id, agreement_id)
      );
      -- Who joins an agreement with terms of it, as a party to these and to those that follow them: to none that went before.
      CREATE TABLE accession (
        terms_version_id uuid NOT NULL,
        agreement_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization,
        role text NOT NULL CHECK (role IN ('signatory', 'operating_cert', 'approving_authority', 'observer')),
        PRIMARY KEY (terms_version_id, organization_id, role),
        FOREIGN KEY (terms_version_id, agreement_id) REFERENCES terms_version (id, agreement_id)
      );
      CREATE INDEX accession_agreement ON accession (agreement_id);
      CREATE INDEX accession_organization ON accession (organization_id);
      -- Terms that encode anew the signed text of those that they mend. Where they let more go, or touch what lies between others, the
      -- other operating CERTs have to confirm them.
      CREATE TABLE corrigendum (
        terms_version_id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL,
        corrects_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        clause text NOT NULL CHECK (length(clause) BETWEEN 1 AND 100),
        evidence_sha256 bytea CHECK (length(evidence_sha256) = 32),
        needs_counterpart boolean NOT NULL,
        FOREIGN KEY (terms_version_id, agreement_id) REFERENCES terms_version (id, agreement_id),
        FOREIGN KEY (corrects_id, agreement_id) REFERENCES terms_version (id, agreement_id),
        CHECK (terms_version_id <> corrects_id)
      );
      CREATE INDEX corrigendum_agreement ON corrigendum (agreement_id);
      CREATE INDEX corrigendum_corrects ON corrigendum (corrects_id);
      -- One grant per direction and terms version: what the operating CERT from_id may let to_id have.
      -- What a grant may oblige the recipient to; what is not said obliges to nothing beyond the marking.
      ${OWED_TIMES}
      -- A list of texts, none of which has the name of another: one line each, up to so many characters, and so many of them.
      CREATE FUNCTION app.are_named_texts(said jsonb, name text, body text, longest int, most int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT jsonb_typeof(said) = 'array' AND (SELECT COALESCE(count(*) BETWEEN 1 AND most AND count(DISTINCT one ->> name) = count(*)
            AND bool_and(COALESCE(jsonb_typeof(one) = 'object' AND one - ARRAY[name, body] = '{}' AND jsonb_typeof(one -> name) = 'string'
              AND jsonb_typeof(one -> body) = 'string' AND length(one ->> name) BETWEEN 1 AND 35 AND length(one ->> body) BETWEEN 1 AND longest
              AND one ->> body IS NFC NORMALIZED AND one ->> body !~ '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]', false)), false)
          FROM jsonb_array_elements(CASE jsonb_typeof(said) WHEN 'array' THEN said ELSE '[]' END) one) $$;
      CREATE FUNCTION app.are_countries(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT jsonb_typeof(said) = 'array' AND (SELECT count(*) > 0 AND count(DISTINCT one) = count(*)
            AND COALESCE(bool_and(jsonb_typeof(one) = 'string' AND one #>> '{}' ~ '^[A-Z]{2}$'), false)
          FROM jsonb_array_elements(CASE jsonb_typeof(said) WHEN 'array' THEN said ELSE '[]' END) one) $$;
      CREATE FUNCTION app.are_obligations(said jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT jsonb_typeof(said) = 'object' AND COALESCE((SELECT bool_and(CASE key
          WHEN 'permitted_purposes' THEN jsonb_typeof(value) = 'array' AND value <> '[]'
            AND (SELECT count(*) = count(DISTINCT one) FROM jsonb_array_elements(CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END) one)
            AND value <@ '["network_defence","incident_response","victim_notification","statistics","research","law_enforcement"]'
          WHEN 'prohibited_purposes' THEN jsonb_typeof(value) = 'array' AND value <> '[]'
            AND (SELECT count(*) = count(DISTINCT one) FROM jsonb_array_elements(CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END) one)
            AND value <@ '["offensive_use","public_attribution","evidence_in_proceedings","commercial_use","sanctions"]'
          WHEN 'onward_sharing' THEN jsonb_typeof(value) = 'string' AND value <@ '["none","own_constituents","with_prior_written_consent"]'
          WHEN 'retention_days' THEN jsonb_typeof(value) = 'number' AND value @? '$ ? (@.type() == "number" && @ >= 1 && @ <= 36500 && @ == @.floor())'
          WHEN 'breach_notice_hours' THEN jsonb_typeof(value) = 'number' AND value @? '$ ? (@.type() == "number" && @ >= 1 && @ <= 8760 && @ == @.floor())'
          WHEN 'acknowledge_within' THEN app.is_within_time(value)
          WHEN 'destruction' THEN COALESCE(CASE jsonb_typeof(value) WHEN 'object' THEN value - ARRAY['means', 'certificate', 'logs_exempt'] = '{}'
            AND value ->> 'means' IN ('delete', 'return') AND jsonb_typeof(value -> 'certificate') = 'boolean' AND jsonb_typeof(value -> 'logs_exempt') = 'boolean' END, false)
          WHEN 'legal_hold' THEN jsonb_typeof(value) = 'string' AND value <@ '["recipient","originator","either"]'
          WHEN 'compelled_disclosure' THEN jsonb_typeof(value) = 'string' AND value <@ '["notify_before","notify_at_once","resist_where_lawful"]'
          WHEN 'survival' THEN app.is_survival(value)
          WHEN 'feedback' THEN app.are_texts(value, '^(sightings|false_positives|usefulness)$')
          WHEN 'post_termination' THEN COALESCE(CASE jsonb_typeof(value) WHEN 'object' THEN value - ARRAY['rule', 'days'] = '{}'
            AND (value = '{"rule": "keep_under_terms"}' OR value ->> 'rule' IN ('destroy', 'return') AND app.is_count(value -> 'days', 36500)) END, false)
          WHEN 'marking' THEN app.are_named_texts(value, 'language', 'text', 500, 10)
          WHEN 'classification_map' THEN app.are_named_texts(value, 'label', 'level', 100, 5)
            AND (SELECT count(DISTINCT one ->> 'level') = count(*) AND bool_and(one ->> 'label' IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'))
              FROM jsonb_array_elements(CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END) one)
          WHEN 'encryption_in_transit' THEN jsonb_typeof(value) = 'string' AND value <@ '["must","may"]'
          WHEN 'encryption_at_rest' THEN jsonb_typeof(value) = 'string' AND value <@ '["must","may"]'
          WHEN 'permitted_actions' THEN jsonb_typeof(value) = 'string' AND value <@ '["NONE","CONTACT FOR INSTRUCTION","INTERNALLY VISIBLE ACTIONS","EXTERNALLY VISIBLE INDIRECT ACTIONS","EXTERNALLY VISIBLE DIRECT ACTIONS"]'
          WHEN 'affected_party_notice' THEN jsonb_typeof(value) = 'string' AND value <@ '["may","must_not","via_originator"]'
          WHEN 'access' THEN COALESCE(CASE jsonb_typeof(value) WHEN 'object' THEN value <> '{}'
            AND value - ARRAY['need_to_know', 'named_persons', 'nationality', 'contractors_bound'] = '{}'
            AND (value - 'nationality') <@ '{"need_to_know": true, "named_persons": true, "contractors_bound": true}'
            AND (NOT value ? 'nationality' OR app.are_countries(value -> 'nationality')) END, false)
          ELSE false END) FROM jsonb_each(said)), true) $$;
      -- By which channels what has to be sent encrypted may leave: what is spoken is not known to be. NULL is by any.
      CREATE FUNCTION app.carried_by(channels text[], said jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN said ->> 'encryption_in_transit' = 'must'
          THEN array_remove(COALESCE(channels, ARRAY['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail', 'voice']), 'voice') ELSE channels END $$;
      -- NULL where obligations name no purposes: then all are permitted.
      CREATE FUNCTION app.permitted_purposes(said jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN said ? 'permitted_purposes' THEN ARRAY(SELECT jsonb_array_elements_text(said -> 'permitted_purposes')) END $$;
      -- D-12: whether what a grant gives may leave by a channel and for a purpose; what is not asked about is not weighed.
      CREATE FUNCTION app.lets_go(channels text[], purposes text[], channel text, purpose text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT (channels IS NULL OR channel IS NULL OR channel = ANY (channels)) AND (purposes IS NULL OR purpose IS NULL OR purpose = ANY (purposes)) $$;
      CREATE FUNCTION app.are_product_types(said text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT cardinality(said) > 0 AND said <@ ARRAY['alert', 'advisory', 'threat_report', 'malware_analysis', 'indicator_list', 'incident_notice',
          'situation_report', 'statistics', 'best_practice', 'training_material'] $$;
      -- Of whom a category is: what stands before #, as cn:GB/T 20986-2023; RSIT codes have nothing before them.
      CREATE FUNCTION app.scheme_of(code text) RETURNS text LANGUAGE sql IMMUTABLE AS
        $$ SELECT CASE WHEN code LIKE '%#%' THEN split_part(code, '#', 1) ELSE '' END $$;
      -- D-06, where national schemes are among them: of each scheme that a list speaks of there is at least one, and every one is in it.
      CREATE FUNCTION app.categories_granted(said text[], listed text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT bool_and(EXISTS (SELECT 1 FROM unnest(said) c WHERE app.scheme_of(c) = app.scheme_of(l))) AND NOT EXISTS (
          SELECT 1 FROM unnest(said) c WHERE c <> ALL (listed) AND app.scheme_of(c) IN (SELECT app.scheme_of(o) FROM unnest(listed) o))
        FROM unnest(listed) l $$;
${APPROVAL_TERMS}      CREATE TABLE exchange_grant (
        id uuid PRIMARY KEY,
        terms_version_id uuid NOT NULL,
        agreement_id uuid NOT NULL,
        from_id uuid NOT NULL REFERENCES organization,
        to_id uuid NOT NULL REFERENCES organization,
        clause text NOT NULL CHECK (length(clause) BETWEEN 1 AND 100),
        priority int NOT NULL DEFAULT 0,
        any_category boolean NOT NULL,
        categories text[] NOT NULL,
        any_sector boolean NOT NULL,
        sectors text[] NOT NULL,
        -- Both bounds are included; without either any severity is granted.
        severity_least text CHECK (severity_least IN ('none', 'low', 'medium', 'high', 'critical')),
        severity_most text CHECK (severity_most IN ('none', 'low', 'medium', 'high', 'critical')),
        nexus text NOT NULL DEFAULT 'any' CHECK (nexus IN ('any', 'originator', 'recipient', 'either')),
        -- Without one any permissible actions are granted.
        pap_ceiling text CHECK (pap_ceiling IN ('CLEAR', 'GREEN', 'AMBER', 'RED')),
        -- Without a list by any channel.
        channels text[] CHECK (cardinality(channels) > 0 AND channels <@ ARRAY['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail', 'voice']),
        -- What becomes of parts that tell of victims, sources and persons.
        victim_identity text NOT NULL DEFAULT 'omit' CHECK (victim_identity IN ('omit', 'pseudonym', 'sector_only', 'with_consent', 'full')),
        source_attribution text NOT NULL DEFAULT 'must_not' CHECK (source_attribution IN ('may', 'must_not', 'must')),
        personal_data text NOT NULL DEFAULT 'none' CHECK (personal_data IN ('none', 'minimised', 'full_with_basis')),
        -- Whether content of another publisher goes, and what kinds of product do.
        third_party_content text NOT NULL DEFAULT 'with_consent' CHECK (third_party_content IN ('with_consent', 'forward', 'never')),
        product_types_only text[] CHECK (app.are_product_types(product_types_only)),
        product_types_except text[] CHECK (app.are_product_types(product_types_except)),
        CHECK (product_types_only IS NULL OR product_types_except IS NULL),
        -- The label under which the recipient files what comes without one.
        default_label text CHECK (default_label IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
        -- Whether it lets go what nobody asked for; both is push as well.
        need text NOT NULL DEFAULT 'push' CHECK (need IN ('push', 'on_request', 'both')),
        -- How far AMBER reaches below the recipient.
        amber_reach text NOT NULL DEFAULT 'own_organisation' CHECK (amber_reach IN ('own_organisation', 'named_constituents', 'all_constituents')),
        reach_named uuid[] NOT NULL DEFAULT '{}',
        -- Who has to approve what; without it nobody but a second person.
        release_approval jsonb CHECK (release_approval IS NULL OR app.is_release_approval(release_approval)),
        -- Up to which marking one person alone may let go, looked at again within 24 hours; without it nothing.
        emergency_up_to text CHECK (emergency_up_to IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
        -- Within which time whoever lets go answers what the recipient asks for; without it nothing is promised.
        -- Every so many hours it says how far it is with what is still open.
        update_interval_hours int CHECK (update_interval_hours BETWEEN 1 AND 8760),
        respond_within jsonb CHECK (respond_within IS NULL OR app.is_within_time(respond_within)),
        obligations jsonb NOT NULL DEFAULT '{}' CHECK (app.are_obligations(obligations)),
        reach_back text NOT NULL CHECK (reach_back IN ('none', 'date', 'all')),
        reach_back_from timestamptz(3),
        predecessor_id uuid REFERENCES exchange_grant,
        -- Whether its agreement stands below another: then it is no basis, and only narrows what is granted above it (D-23).
        narrows boolean NOT NULL DEFAULT false,
        FOREIGN KEY (terms_version_id, agreement_id) REFERENCES terms_version (id, agreement_id),
        CHECK (from_id <> to_id),
        CHECK ((cardinality(categories) = 0) = any_category),
        CHECK ((cardinality(sectors) = 0) = any_sector),
        CHECK (array_position(ARRAY['none', 'low', 'medium', 'high', 'critical'], severity_least)
          <= array_position(ARRAY['none', 'low', 'medium', 'high', 'critical'], severity_most)),
        CHECK ((amber_reach = 'named_constituents') = (cardinality(reach_named) > 0)),
        CHECK ((reach_back = 'date') = (reach_back_from IS NOT NULL)),
        UNIQUE (terms_version_id, from_id, to_id)
      );
      CREATE INDEX exchange_grant_reader ON exchange_grant (to_id);
      -- Exchange is between operating CERTs of the terms: whoever else is party to them signs, approves or watches.
      CREATE FUNCTION app.grant_between_certs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF (SELECT count(DISTINCT p.organization_id) FROM terms_party p WHERE p.terms_version_id = NEW.terms_version_id
              AND p.role = 'operating_cert' AND p.organization_id IN (NEW.from_id, NEW.to_id)) < 2
          THEN RAISE EXCEPTION 'A grant is between two operating CERTs of its terms.' USING ERRCODE = '23514'; END IF;
          NEW.narrows := EXISTS (SELECT 1 FROM agreement a WHERE a.id = NEW.agreement_id AND a.parent_id IS NOT NULL);
          RETURN NEW;
        END $$;
      CREATE TRIGGER between_certs BEFORE INSERT OR UPDATE ON exchange_grant FOR EACH ROW EXECUTE FUNCTION app.grant_between_certs();
      CREATE INDEX exchange_grant_originator ON exchange_grant (from_id, to_id);
      CREATE INDEX exchange_grant_narrowing ON exchange_grant (from_id, to_id) WHERE narrows;
      CREATE INDEX exchange_grant_agreement ON exchange_grant (agreement_id);
      CREATE TABLE grant_information_type (
        grant_id uuid NOT NULL REFERENCES exchange_grant,
        information_type text NOT NULL,
        tlp_ceiling text NOT NULL CHECK (tlp_ceiling IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
        PRIMARY KEY (grant_id, information_type)
      );
      CREATE TABLE agreement_fact (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement,
        terms_version_id uuid,
        kind text NOT NULL CHECK (kind IN ('submitted', 'approved', 'signed', 'rejected', 'withdrawn', 'notified', 'entered_into_force',
          'notice_given', 'ended', 'corrected', 'correction_confirmed')),
        party_id uuid NOT NULL REFERENCES organization,
        effective_at timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_by_org uuid NOT NULL REFERENCES organization,
        on_behalf_of text,
        reason text,
        evidence_sha256 bytea CHECK (length(evidence_sha256) = 32),
        second_person_required boolean NOT NULL,
        FOREIGN KEY (terms_version_id, agreement_id) REFERENCES terms_version (id, agreement_id),
        CHECK ((terms_version_id IS NULL) = (kind IN ('notice_given', 'ended'))),
        -- What is recorded for someone who never logs in needs evidence and a second person.
        CHECK (on_behalf_of IS NULL OR (evidence_sha256 IS NOT NULL AND second_person_required)),
        CHECK (party_id = recorded_by_org OR on_behalf_of IS NOT NULL),
        CHECK (kind <> 'rejected' OR reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX agreement_fact_once ON agreement_fact (terms_version_id, kind, party_id)
        WHERE kind IN ('submitted', 'approved', 'signed', 'rejected', 'withdrawn', 'notified', 'correction_confirmed') AND NOT second_person_required;
      CREATE UNIQUE INDEX agreement_fact_one_correction ON agreement_fact (terms_version_id) WHERE kind = 'corrected';
      CREATE UNIQUE INDEX agreement_fact_one_force ON agreement_fact (terms_version_id) WHERE kind = 'entered_into_force';
      CREATE UNIQUE INDEX agreement_fact_one_end ON agreement_fact (agreement_id) WHERE kind = 'ended';
      CREATE INDEX agreement_fact_agreement ON agreement_fact (agreement_id);
      -- Who is party to terms: whoever the agreement was drafted with, who joins with them, and who had joined with terms whose
      -- entry into force was recorded when these were drawn up. So it is fixed with them: an entry that is recorded later overtakes them.
      CREATE VIEW terms_party AS
        SELECT t.id AS terms_version_id, t.agreement_id, p.organization_id, p.role, false AS joins
        FROM terms_version t JOIN agreement_party p ON p.agreement_id = t.agreement_id
        UNION ALL SELECT t.id, t.agreement_id, j.organization_id, j.role, true
        FROM terms_version t JOIN accession j ON j.agreement_id = t.agreement_id JOIN terms_version former ON former.id = j.terms_version_id
        WHERE former.id = t.id OR former.number <= t.amends AND EXISTS (SELECT 1 FROM agreement_fact f WHERE f.terms_version_id = j.terms_version_id
          AND f.kind = 'entered_into_force');
      CREATE TABLE agreement_fact_confirmation (
        fact_id uuid PRIMARY KEY REFERENCES agreement_fact,
        confirmed_by uuid NOT NULL REFERENCES account,
        confirmed_at timestamptz(3) NOT NULL
      );
      -- What a suspension may name: some of the types that items and parts have, each once.
      CREATE FUNCTION app.are_information_types(said text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT cardinality(said) > 0 AND cardinality(said) = (SELECT count(DISTINCT t) FROM unnest(said) t)
          AND said <@ ARRAY['indicator', 'incident_summary', 'incident_detail', 'victim_notification', 'vulnerability_published',
            'vulnerability_unpublished', 'malware_sample', 'threat_report', 'forensic_data', 'statistics', 'best_practice'] $$;
      -- A suspension belongs to an agreement; a stop is what a duty officer's side sends to a team, under whatever agreement.
      CREATE TABLE exchange_pause (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('suspension', 'stop')),
        agreement_id uuid REFERENCES agreement,
        from_id uuid REFERENCES organization,
        to_id uuid REFERENCES organization,
        -- Of which information types alone nothing goes; NULL is of all of them. A stop is never for some.
        information_types text[] CHECK (app.are_information_types(information_types)),
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3),
        review_at timestamptz(3),
        grounds text NOT NULL CHECK (length(grounds) BETWEEN 3 AND 2000),
        evidence_sha256 bytea CHECK (length(evidence_sha256) = 32),
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_by_org uuid NOT NULL REFERENCES organization,
        CHECK (ends_at > starts_at),
        CHECK ((from_id IS NULL) = (to_id IS NULL)),
        CHECK ((kind = 'suspension') = (agreement_id IS NOT NULL)),
        CHECK (kind = 'suspension' OR from_id = recorded_by_org),
        CHECK (kind = 'suspension' OR information_types IS NULL)
      );
      CREATE INDEX exchange_pause_agreement ON exchange_pause (agreement_id);
      CREATE INDEX exchange_pause_direction ON exchange_pause (from_id, to_id);
      CREATE TABLE exchange_resumption (
        id uuid PRIMARY KEY,
        pause_id uuid NOT NULL UNIQUE REFERENCES exchange_pause,
        effective_at timestamptz(3) NOT NULL,
        reason text NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        requested_by uuid NOT NULL REFERENCES account
      );
      CREATE TABLE exchange_resumption_confirmation (
        resumption_id uuid PRIMARY KEY REFERENCES exchange_resumption,
        confirmed_at timestamptz(3) NOT NULL,
        confirmed_by uuid NOT NULL REFERENCES account
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW terms_party;
      DROP TABLE exchange_resumption_confirmation, exchange_resumption, exchange_pause, agreement_fact_confirmation,
        agreement_fact, grant_information_type, exchange_grant, corrigendum, accession, terms_version, supersession, agreement_party, agreement;
      DROP FUNCTION app.are_information_types(text[]), app.categories_granted(text[], text[]), app.scheme_of(text), app.are_product_types(text[]), app.grant_between_certs(),
        app.lets_go(text[], text[], text, text), app.permitted_purposes(jsonb), app.is_release_approval(jsonb), app.are_obligations(jsonb),
        app.carried_by(text[], jsonb), app.are_named_texts(jsonb, text, text, int, int), app.are_countries(jsonb);
      ${NO_OWED_TIMES}
    `);
  }
}
