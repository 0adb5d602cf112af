import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization says of itself, in versions, and under which names it has gone. */
export class Profiles implements MigrationInterface {
  readonly name = 'Profiles0000000000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organization_profile (
        organization_id uuid NOT NULL REFERENCES organization,
        version int NOT NULL CHECK (version > 0),
        content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object' AND length(content::text) <= 400000),
        at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        PRIMARY KEY (organization_id, version)
      );
      CREATE TABLE organization_naming (
        organization_id uuid NOT NULL REFERENCES organization,
        number int NOT NULL CHECK (number > 0),
        former text NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        PRIMARY KEY (organization_id, number),
        CHECK (name <> former)
      );
      SELECT app.make_append_only('organization_profile'), app.make_append_only('organization_naming');

      -- The one place where a name changes; the row in organization is what everything else reads.
      CREATE FUNCTION app.take_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          UPDATE organization SET name = NEW.name WHERE id = NEW.organization_id;
          RETURN NEW;
        END $$;
      CREATE TRIGGER take_name AFTER INSERT ON organization_naming FOR EACH ROW EXECUTE FUNCTION app.take_name();
      CREATE FUNCTION app.latest_profile(org uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT max(version) FROM organization_profile WHERE organization_id = org $$;
      -- Everybody but the public: who signed in, or has a key.
      CREATE FUNCTION app.viewer_is_known() RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT COALESCE(app.viewer_org() <> app.public_team(), false) $$;

      ALTER TABLE organization_profile ENABLE ROW LEVEL SECURITY;
      ALTER TABLE organization_naming ENABLE ROW LEVEL SECURITY;
      -- Others read what holds now; former versions are the organization's own.
      CREATE POLICY organization_profile_read ON organization_profile FOR SELECT
        USING (organization_id = (SELECT app.viewer_org())
               OR ((SELECT app.viewer_is_known()) AND version = app.latest_profile(organization_id)));
      CREATE POLICY organization_profile_add ON organization_profile FOR INSERT
        WITH CHECK (organization_id = (SELECT app.viewer_org()));
      CREATE POLICY organization_naming_read ON organization_naming FOR SELECT USING ((SELECT app.viewer_is_known()));
      CREATE POLICY organization_naming_add ON organization_naming FOR INSERT
        WITH CHECK (organization_id = (SELECT app.viewer_org()));

      INSERT INTO app.application_grant VALUES
        ('organization_profile', 'SELECT, INSERT'), ('organization_naming', 'SELECT, INSERT');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE organization_naming, organization_profile;
      DROP FUNCTION app.take_name(), app.latest_profile(uuid), app.viewer_is_known();
      DELETE FROM app.application_grant WHERE target IN ('organization_profile', 'organization_naming');
    `);
  }
}
