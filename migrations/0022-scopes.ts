import type { MigrationInterface, QueryRunner } from 'typeorm';

const openCase = (mayOpen: string) => `
  CREATE OR REPLACE FUNCTION app.open_case(filed uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE r report; opened uuid;
    BEGIN
      SELECT * INTO r FROM report WHERE id = filed AND reporter_id = app.viewer_org() AND ${mayOpen}
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
    END $$;`;

const BY_PERSON = 'filed_with IS NULL AND filed_by = app.viewer_person()';
const BY_KEY = `app.viewer_person() IS NULL AND EXISTS (SELECT 1 FROM api_key k
          WHERE k.id = filed_with AND k.organization_id = reporter_id AND k.acts_as = filed_by)`;

/** What keys may do besides pulling: file reports, in the name of their organization's systems, and acknowledge what arrived. */
export class Scopes implements MigrationInterface {
  readonly name = 'Scopes0000000000022';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- In whose name stands what a key files: an account of its organization that nobody signs in to.
      ALTER TABLE api_key ADD COLUMN acts_as uuid, ADD FOREIGN KEY (acts_as, organization_id) REFERENCES account (id, organization_id),
        ADD CONSTRAINT api_key_files_as_somebody CHECK (acts_as IS NOT NULL OR 'report' <> ALL (scopes));
      CREATE INDEX api_key_acts_as ON api_key (acts_as) WHERE acts_as IS NOT NULL;
      ALTER TABLE report ADD COLUMN filed_with uuid REFERENCES api_key;
      ${openCase(`(${BY_PERSON} OR ${BY_KEY})`)}

      -- That a team says it has what was disclosed to it, once for each version.
      CREATE TABLE acknowledgement (
        id uuid PRIMARY KEY,
        team_id uuid NOT NULL REFERENCES organization,
        owner_id uuid NOT NULL REFERENCES organization,
        variant_version_id uuid NOT NULL REFERENCES variant_version,
        at timestamptz(3) NOT NULL,
        account_id uuid REFERENCES account,
        api_key_id uuid REFERENCES api_key,
        log_id uuid NOT NULL REFERENCES record_log,
        entry_id uuid NOT NULL REFERENCES record_entry DEFERRABLE INITIALLY DEFERRED,
        CHECK (num_nonnulls(account_id, api_key_id) = 1),
        UNIQUE (team_id, variant_version_id)
      );
      CREATE INDEX acknowledgement_made ON acknowledgement (team_id, id);
      CREATE INDEX acknowledgement_received ON acknowledgement (owner_id, id);
      SELECT app.make_append_only('acknowledgement');
      ALTER TABLE acknowledgement ENABLE ROW LEVEL SECURITY;
      CREATE POLICY acknowledgement_read ON acknowledgement FOR SELECT USING (team_id = (SELECT app.viewer_org())
        OR owner_id = (SELECT app.viewer_org()) AND EXISTS (SELECT 1 FROM record_log l WHERE l.id = log_id));
      CREATE POLICY acknowledgement_add ON acknowledgement FOR INSERT WITH CHECK (team_id = (SELECT app.viewer_org())
        AND EXISTS (SELECT 1 FROM disclosure d WHERE d.team_id = acknowledgement.team_id AND d.owner_id = acknowledgement.owner_id
          AND d.variant_version_id = acknowledgement.variant_version_id AND d.log_id = acknowledgement.log_id));
      INSERT INTO app.application_grant VALUES ('acknowledgement', 'SELECT, INSERT');

      -- An acknowledgement as one side reads it: who shared it by its own item or, if it passed it on, by what it knows the
      -- item as; the team by what it knows the item as. What is passed on is acknowledged to who passed it on.
      CREATE FUNCTION app.acknowledgements(received boolean, wanted uuid, before uuid, page int) RETURNS TABLE
          (id uuid, at timestamptz, team text, owner text, item uuid, reference text, type text, version int, account_id uuid, api_key_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT a.id, a.at, team.handle, giver.handle, k.item, n.reference, i.kind, k.version,
            CASE WHEN NOT received THEN a.account_id END, CASE WHEN NOT received THEN a.api_key_id END
          FROM acknowledgement a JOIN variant_version vv ON vv.id = a.variant_version_id JOIN variant s ON s.id = vv.variant_id
            JOIN item i ON i.id = s.item_id
            LEFT JOIN item_reference n ON n.item_id = s.item_id AND n.team_id = app.viewer_org()
              AND n.person_id IS NOT DISTINCT FROM CASE WHEN NOT received THEN s.person_id END
            JOIN item_version v ON v.id = vv.item_version_id JOIN record_log l ON l.id = a.log_id
            LEFT JOIN variant p ON l.kind = 'house' AND p.item_id = s.item_id AND p.team_id = l.party_a AND p.person_id IS NULL
            JOIN organization team ON team.id = a.team_id
            JOIN organization giver ON giver.id = CASE l.kind WHEN 'house' THEN l.party_a ELSE a.owner_id END
            CROSS JOIN LATERAL (SELECT CASE WHEN NOT received THEN s.external_id WHEN l.kind = 'house' THEN p.external_id ELSE v.item_id END AS item,
              CASE WHEN NOT received THEN vv.number WHEN l.kind = 'house' THEN (SELECT max(n.number) FROM variant_version n
                WHERE n.variant_id = p.id AND n.item_version_id = v.id) ELSE v.number END AS version) k
          WHERE CASE WHEN received THEN giver.id ELSE a.team_id END = app.viewer_org() AND a.id < before
            -- What is one named person's nobody else of her team comes across.
            AND (received OR s.person_id IS NULL OR s.person_id = app.viewer_person())
            AND (wanted IS NULL OR wanted = k.item)
          ORDER BY a.id DESC LIMIT page $$;
    `);
  }

  /** Fails while there are reports that keys filed: nobody else filed them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.acknowledgements(boolean, uuid, uuid, int);
      DROP TABLE acknowledgement;
      DELETE FROM app.application_grant WHERE target = 'acknowledgement';
      ${openCase('filed_by = app.viewer_person()')}
      DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM report WHERE filed_with IS NOT NULL) THEN RAISE EXCEPTION 'keys have filed reports'; END IF;
      END $$;
      ALTER TABLE report DROP COLUMN filed_with;
      ALTER TABLE api_key DROP COLUMN acts_as;
    `);
  }
}
