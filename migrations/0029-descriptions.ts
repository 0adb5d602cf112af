import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = ['agreement_description', 'terms_clause', 'terms_text'];
const ROLES = ['signatory', 'operating_cert', 'approving_authority', 'observer'];
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
const roles = (table: string, allowed: readonly string[]) => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_role_check,
    ADD CONSTRAINT ${table}_role_check CHECK (role IN (${listed(allowed)}));`;

/** What the signed paper is: its languages, its text, its clauses, and by which clause each term stands. */
export class Descriptions implements MigrationInterface {
  readonly name = 'Descriptions0000000000029';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${roles('agreement_party', [...ROLES, 'depositary'])}
      ${roles('accession', [...ROLES, 'depositary'])}
      -- The clause that stands behind a term, by the name of the term.
      CREATE FUNCTION app.are_clauses(said jsonb, terms text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT jsonb_typeof(said) = 'object' AND COALESCE((SELECT bool_and(key = ANY (terms) AND jsonb_typeof(value) = 'string'
          AND length(value #>> '{}') BETWEEN 1 AND 100) FROM jsonb_each(CASE jsonb_typeof(said) WHEN 'object' THEN said ELSE '{}' END)), true) $$;
      ALTER TABLE exchange_grant ADD COLUMN clauses jsonb NOT NULL DEFAULT '{}' CHECK (app.are_clauses(clauses, ARRAY['information_types',
        'categories', 'sectors', 'severity', 'nexus', 'pap_ceiling', 'channels', 'victim_identity', 'source_attribution', 'personal_data', 'need',
        'amber_reach', 'reach_back', 'release_approval', 'emergency_release', 'third_party_content', 'product_types', 'default_label', 'respond_within', 'update_interval_hours', 'permitted_purposes', 'prohibited_purposes', 'onward_sharing', 'retention_days', 'breach_notice_hours',
        'acknowledge_within', 'destruction', 'legal_hold', 'compelled_disclosure', 'post_termination', 'survival', 'feedback', 'marking', 'encryption_in_transit', 'encryption_at_rest',
        'permitted_actions', 'affected_party_notice', 'access', 'classification_map']));
      -- Without a default: a party that joined may not read the row yet that it has just added, so nothing is asked back of it.
      ALTER TABLE terms_version ADD COLUMN clauses jsonb
        CHECK (app.are_clauses(clauses, ARRAY['expires_at', 'entry_condition', 'notice_days', 'corrections', 'contact_verification_days', 'meetings_days']));
      ALTER TABLE agreement_fact ADD COLUMN signed_by text CHECK (length(signed_by) BETWEEN 2 AND 200),
        ADD CONSTRAINT agreement_fact_signed_by CHECK (signed_by IS NULL OR kind = 'signed');

      -- What the paper says of itself; the latest counts. Nothing is enforced by it.
      CREATE TABLE agreement_description (
        agreement_id uuid NOT NULL REFERENCES agreement,
        number int NOT NULL CHECK (number > 0),
        binding text CHECK (binding IN ('binding', 'non_binding')),
        languages text[] NOT NULL DEFAULT '{}' CHECK (cardinality(languages) <= 20
          AND array_to_string(languages, ' ') ~ '^([A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*( |$))*$'),
        prevailing_language text,
        registry_number text CHECK (length(registry_number) BETWEEN 1 AND 100),
        classification text CHECK (classification IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
        described_by uuid NOT NULL REFERENCES account,
        described_by_org uuid NOT NULL REFERENCES organization,
        described_at timestamptz(3) NOT NULL,
        PRIMARY KEY (agreement_id, number),
        CHECK (prevailing_language IS NULL OR prevailing_language = ANY (languages))
      );
      -- A clause of the text that no machine enforces; who looks after it is a role, or one organization.
      CREATE TABLE terms_clause (
        terms_version_id uuid NOT NULL,
        agreement_id uuid NOT NULL,
        number text NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
        language text NOT NULL CHECK (language ~ '^([A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*)?$'),
        heading text NOT NULL CHECK (length(heading) BETWEEN 1 AND 300),
        body text CHECK (length(body) BETWEEN 1 AND 10000),
        owner_role text CHECK (owner_role IN (${listed([...ROLES, 'depositary'])})),
        owner_id uuid REFERENCES organization,
        binding text CHECK (binding IN ('binding', 'non_binding')),
        PRIMARY KEY (terms_version_id, number, language),
        FOREIGN KEY (terms_version_id, agreement_id) REFERENCES terms_version (id, agreement_id),
        CHECK (num_nonnulls(owner_role, owner_id) <= 1)
      );
      CREATE INDEX terms_clause_owner ON terms_clause (owner_id) WHERE owner_id IS NOT NULL;
      -- What was put to others is what they sign: clauses come with the terms and none after these were submitted.
      CREATE FUNCTION app.clauses_stay() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF EXISTS (SELECT 1 FROM agreement_fact WHERE terms_version_id = NEW.terms_version_id) THEN
            RAISE EXCEPTION 'the clauses of terms that were submitted stay' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER clauses_stay BEFORE INSERT ON terms_clause FOR EACH ROW EXECUTE FUNCTION app.clauses_stay();
      -- The text of terms in one language, as bytes; of several the latest counts.
      CREATE TABLE terms_text (
        terms_version_id uuid NOT NULL,
        agreement_id uuid NOT NULL,
        language text NOT NULL CHECK (language ~ '^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$'),
        number int NOT NULL CHECK (number > 0),
        media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'text/plain')),
        content bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 8388608),
        sha256 bytea NOT NULL CHECK (sha256 = sha256(content)),
        uploaded_by uuid NOT NULL REFERENCES account,
        uploaded_by_org uuid NOT NULL REFERENCES organization,
        uploaded_at timestamptz(3) NOT NULL,
        PRIMARY KEY (terms_version_id, language, number),
        FOREIGN KEY (terms_version_id, agreement_id) REFERENCES terms_version (id, agreement_id),
        CHECK (media_type <> 'application/pdf' OR substring(content FROM 1 FOR 5) = '\\x255044462d')
      );
      -- Whoever signs signs what is there: from the first signature on a text is not replaced. Since all of them stay, there are
      -- not without end of them.
      CREATE FUNCTION app.signed_text_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF NEW.number > 1 AND EXISTS (SELECT 1 FROM agreement_fact WHERE terms_version_id = NEW.terms_version_id AND kind = 'signed') THEN
            RAISE EXCEPTION 'the text of terms that somebody signed stays' USING ERRCODE = 'check_violation';
          END IF;
          IF (SELECT count(*) FROM terms_text WHERE terms_version_id = NEW.terms_version_id) >= 50 THEN
            RAISE EXCEPTION 'terms have at most 50 texts' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER signed_text_stays BEFORE INSERT ON terms_text FOR EACH ROW EXECUTE FUNCTION app.signed_text_stays();
    `);
    for (const table of OWN) {
      await db.query(`SELECT app.make_append_only('${table}')`);
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await db.query(`INSERT INTO app.application_grant VALUES ('${table}', 'SELECT, INSERT')`);
    }
    await db.query(`
      CREATE POLICY agreement_description_read ON agreement_description FOR SELECT
        USING (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      CREATE POLICY agreement_description_add ON agreement_description FOR INSERT WITH CHECK (described_by_org = (SELECT app.viewer_org())
        AND agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      CREATE POLICY terms_clause_parties ON terms_clause FOR ALL USING (EXISTS (SELECT 1 FROM terms_version t WHERE t.id = terms_version_id))
        WITH CHECK (agreement_id = ANY ((SELECT app.viewer_agreements())::uuid[]));
      CREATE POLICY terms_text_read ON terms_text FOR SELECT USING (EXISTS (SELECT 1 FROM terms_version t WHERE t.id = terms_version_id));
      CREATE POLICY terms_text_add ON terms_text FOR INSERT WITH CHECK (uploaded_by_org = (SELECT app.viewer_org())
        AND EXISTS (SELECT 1 FROM terms_version t WHERE t.id = terms_version_id));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM app.application_grant WHERE target IN (${listed(OWN)});
      DROP TABLE terms_text, terms_clause, agreement_description;
      DROP FUNCTION app.signed_text_stays(), app.clauses_stay();
      ALTER TABLE agreement_fact DROP COLUMN signed_by;
      ALTER TABLE terms_version DROP COLUMN clauses;
      ALTER TABLE exchange_grant DROP COLUMN clauses;
      DROP FUNCTION app.are_clauses(jsonb, text[]);
      ${roles('agreement_party', ROLES)}
      ${roles('accession', ROLES)}
    `);
  }
}
