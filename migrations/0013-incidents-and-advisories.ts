import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports and cases; where an advisory came from. */
export class IncidentsAndAdvisories implements MigrationInterface {
  readonly name = 'IncidentsAndAdvisories0000000000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What a constituent filed: the reporter's, immutable. It opens or joins a case (an incident item) of the recipient.
      CREATE TABLE report (
        id uuid PRIMARY KEY,
        reporter_id uuid NOT NULL REFERENCES organization,
        recipient_id uuid NOT NULL REFERENCES organization,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
        description text NOT NULL CHECK (length(description) <= 50000),
        aware_at timestamptz(3) NOT NULL,
        filed_at timestamptz(3) NOT NULL,
        filed_by uuid NOT NULL REFERENCES account,
        follows_id uuid,
        CHECK (reporter_id <> recipient_id),
        UNIQUE (id, reporter_id, recipient_id),
        FOREIGN KEY (follows_id, reporter_id, recipient_id) REFERENCES report (id, reporter_id, recipient_id)
      );
      CREATE INDEX report_reporter ON report (reporter_id, filed_at, id);
      CREATE INDEX report_recipient ON report (recipient_id, filed_at, id);
      CREATE INDEX report_filer ON report (filed_by, recipient_id);
      CREATE TABLE report_case (
        report_id uuid PRIMARY KEY REFERENCES report,
        item_id uuid NOT NULL REFERENCES item,
        joined_at timestamptz(3) NOT NULL,
        joined_by uuid NOT NULL REFERENCES account
      );
      CREATE INDEX report_case_item ON report_case (item_id);
      -- What the recipient lets the reporter know: a status, an answer.
      CREATE TABLE report_answer (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES report,
        status text NOT NULL CHECK (status IN ('received', 'in-work', 'closed')),
        answer text NOT NULL CHECK (length(answer) <= 20000),
        at timestamptz(3) NOT NULL,
        answered_by uuid NOT NULL REFERENCES account
      );
      CREATE INDEX report_answer_report ON report_answer (report_id, at);
      -- The owner's own notes on a case; no one else ever reads them.
      CREATE TABLE case_note (
        id uuid PRIMARY KEY,
        item_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        note text NOT NULL CHECK (length(note) BETWEEN 1 AND 20000),
        at timestamptz(3) NOT NULL,
        written_by uuid NOT NULL REFERENCES account,
        FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id)
      );
      CREATE INDEX case_note_item ON case_note (item_id, at);
      -- One imported document: unique per owner, publisher and tracking id and version.
      CREATE TABLE csaf_source (
        item_version_id uuid PRIMARY KEY REFERENCES item_version,
        item_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        publisher_namespace text NOT NULL,
        tracking_id text NOT NULL,
        tracking_version text NOT NULL,
        document_sha256 bytea NOT NULL CHECK (length(document_sha256) = 32),
        FOREIGN KEY (item_version_id, item_id, owner_id) REFERENCES item_version (id, item_id, owner_id)
      );
      CREATE INDEX csaf_source_document ON csaf_source (owner_id, publisher_namespace, tracking_id);
      CREATE TABLE advisory_case (
        item_id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        case_id uuid NOT NULL,
        FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id),
        FOREIGN KEY (case_id, owner_id) REFERENCES item (id, owner_id)
      );
      SELECT app.make_append_only('report'), app.make_append_only('report_case'), app.make_append_only('report_answer'),
        app.make_append_only('case_note'), app.make_append_only('csaf_source'), app.make_append_only('advisory_case');

      ALTER TABLE report ENABLE ROW LEVEL SECURITY;
      CREATE POLICY report_read ON report FOR SELECT USING ((SELECT app.viewer_org()) IN (reporter_id, recipient_id));
      CREATE POLICY report_file ON report FOR INSERT WITH CHECK (reporter_id = (SELECT app.viewer_org())
        AND recipient_id = (SELECT o.parent_id FROM organization o WHERE o.id = reporter_id));
      ALTER TABLE report_case ENABLE ROW LEVEL SECURITY;
      CREATE POLICY report_case_recipient ON report_case FOR ALL
        USING (EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.recipient_id = (SELECT app.viewer_org())));
      ALTER TABLE report_answer ENABLE ROW LEVEL SECURITY;
      CREATE POLICY report_answer_read ON report_answer FOR SELECT USING (EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
      CREATE POLICY report_answer_add ON report_answer FOR INSERT
        WITH CHECK (EXISTS (SELECT 1 FROM report r WHERE r.id = report_id AND r.recipient_id = (SELECT app.viewer_org())));
      ALTER TABLE case_note ENABLE ROW LEVEL SECURITY;
      CREATE POLICY case_note_own ON case_note FOR ALL USING (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE csaf_source ENABLE ROW LEVEL SECURITY;
      CREATE POLICY csaf_source_own ON csaf_source FOR ALL USING (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE advisory_case ENABLE ROW LEVEL SECURITY;
      CREATE POLICY advisory_case_own ON advisory_case FOR ALL USING (owner_id = (SELECT app.viewer_org()));

      -- UUIDv7, as the application makes its ids, so that ids follow creation; PostgreSQL has its own only since 18.
      CREATE FUNCTION app.new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
        SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
          || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid $$;
      -- Opens the case of a report, or joins that of the report it follows. It returns nothing: the reporter never
      -- learns which case its report belongs to, though its person is the author of the first version.
      CREATE FUNCTION app.open_case(filed uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE r report; opened uuid;
        BEGIN
          SELECT * INTO r FROM report WHERE id = filed AND reporter_id = app.viewer_org() AND filed_by = app.viewer_person()
            AND reporter_id = (SELECT a.organization_id FROM account a WHERE a.id = filed_by);
          IF NOT FOUND THEN
            RAISE EXCEPTION 'only who filed a report opens its case' USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF r.follows_id IS NOT NULL THEN
            SELECT c.item_id INTO STRICT opened FROM report_case c WHERE c.report_id = r.follows_id;
          ELSE
            opened := app.new_id();
            INSERT INTO item (id, kind, owner_id, created_at, created_by) VALUES (opened, 'incident', r.recipient_id, r.filed_at, r.filed_by);
            INSERT INTO item_version (id, item_id, owner_id, number, created_at, created_by, authors, title, content)
              VALUES (app.new_id(), opened, r.recipient_id, 1, r.filed_at, r.filed_by, ARRAY[r.filed_by], r.title,
                jsonb_build_object('summary', r.description));
          END IF;
          INSERT INTO report_case (report_id, item_id, joined_at, joined_by) VALUES (r.id, opened, r.filed_at, r.filed_by);
        END $$;
      -- The names behind a case: the viewer's own people, and those who filed reports to it or for it.
      CREATE FUNCTION app.people_behind(wanted uuid[]) RETURNS TABLE (id uuid, name text, organization text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT a.id, a.name, o.handle FROM account a JOIN organization o ON o.id = a.organization_id
          WHERE a.id = ANY (wanted) AND (a.organization_id = app.viewer_org()
            OR EXISTS (SELECT 1 FROM report r WHERE r.filed_by = a.id AND r.recipient_id = app.viewer_org())) $$;

      INSERT INTO app.application_grant VALUES
        ('report', 'SELECT, INSERT'), ('report_case', 'SELECT, INSERT'), ('report_answer', 'SELECT, INSERT'),
        ('case_note', 'SELECT, INSERT'), ('csaf_source', 'SELECT, INSERT'), ('advisory_case', 'SELECT, INSERT');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.open_case(uuid), app.people_behind(uuid[]), app.new_id();
      DROP TABLE advisory_case, csaf_source, case_note, report_answer, report_case, report;
      DELETE FROM app.application_grant WHERE target IN ('report', 'report_case', 'report_answer', 'case_note', 'csaf_source', 'advisory_case');
    `);
  }
}
