import type { MigrationInterface, QueryRunner } from 'typeorm';

const contacts = `
  CREATE TABLE organization_contact (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization,
    UNIQUE (id, organization_id)
  );
  CREATE INDEX organization_contact_organization ON organization_contact (organization_id);
  CREATE TABLE organization_contact_version (
    contact_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    version int NOT NULL CHECK (version > 0),
    role text NOT NULL
      CHECK (role IN ('security-team', 'duty', 'technical', 'liaison', 'management', 'legal', 'press')),
    name text CHECK (length(name) BETWEEN 1 AND 200),
    email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
    telephone text CHECK (telephone ~ '^\\+[1-9][0-9]{6,14}$'),
    hours text CHECK (length(hours) BETWEEN 1 AND 500),
    languages text[] NOT NULL CHECK (cardinality(languages) <= 10),
    emergency boolean NOT NULL,
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    PRIMARY KEY (contact_id, version),
    FOREIGN KEY (contact_id, organization_id) REFERENCES organization_contact (id, organization_id)
  );
  -- What was verified stands in the fact itself: it says nothing about another address.
  CREATE TABLE organization_contact_verification (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    version int NOT NULL,
    email text NOT NULL,
    telephone text,
    method text NOT NULL CHECK (method IN ('email-reply', 'telephone-call', 'in-person', 'signed-message')),
    note text CHECK (length(note) BETWEEN 1 AND 1000),
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    FOREIGN KEY (contact_id, version) REFERENCES organization_contact_version (contact_id, version),
    FOREIGN KEY (contact_id, organization_id) REFERENCES organization_contact (id, organization_id)
  );
  CREATE INDEX organization_contact_verification_contact ON organization_contact_verification (contact_id, at);
  CREATE TABLE organization_contact_removal (
    contact_id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    FOREIGN KEY (contact_id, organization_id) REFERENCES organization_contact (id, organization_id)
  );
  SELECT app.make_append_only('organization_contact'), app.make_append_only('organization_contact_version'),
    app.make_append_only('organization_contact_verification'), app.make_append_only('organization_contact_removal');

  CREATE FUNCTION app.latest_contact_version(contact uuid) RETURNS int
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT max(version) FROM organization_contact_version WHERE contact_id = contact $$;
  CREATE FUNCTION app.contact_is_removed(contact uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT EXISTS (SELECT 1 FROM organization_contact_removal WHERE contact_id = contact) $$;
  -- When the address and the number that hold now were verified last. One that went and came back counts as new.
  CREATE FUNCTION app.contact_verified(contact uuid) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT max(f.at) FROM organization_contact_verification f
      WHERE f.contact_id = contact AND NOT EXISTS (
        SELECT 1 FROM organization_contact_version later WHERE later.contact_id = contact AND later.version > f.version
          AND (later.email <> f.email OR later.telephone IS DISTINCT FROM f.telephone)) $$;

  ALTER TABLE organization_contact ENABLE ROW LEVEL SECURITY;
  ALTER TABLE organization_contact_version ENABLE ROW LEVEL SECURITY;
  ALTER TABLE organization_contact_verification ENABLE ROW LEVEL SECURITY;
  ALTER TABLE organization_contact_removal ENABLE ROW LEVEL SECURITY;
  CREATE POLICY organization_contact_read ON organization_contact FOR SELECT
    USING (organization_id = (SELECT app.viewer_org())
           OR ((SELECT app.viewer_is_known()) AND NOT app.contact_is_removed(id)));
  CREATE POLICY organization_contact_add ON organization_contact FOR INSERT
    WITH CHECK (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY organization_contact_version_read ON organization_contact_version FOR SELECT
    USING (organization_id = (SELECT app.viewer_org())
           OR ((SELECT app.viewer_is_known()) AND version = app.latest_contact_version(contact_id)
               AND NOT app.contact_is_removed(contact_id)));
  CREATE POLICY organization_contact_version_add ON organization_contact_version FOR INSERT
    WITH CHECK (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY organization_contact_verification_own ON organization_contact_verification FOR ALL
    USING (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY organization_contact_removal_own ON organization_contact_removal FOR ALL
    USING (organization_id = (SELECT app.viewer_org()));

  INSERT INTO app.application_grant VALUES
    ('organization_contact', 'SELECT, INSERT'), ('organization_contact_version', 'SELECT, INSERT'),
    ('organization_contact_verification', 'SELECT, INSERT'), ('organization_contact_removal', 'SELECT, INSERT');`;

const keys = `
  -- One row for each copy that was given: a key whose expiry moved is given again.
  CREATE TABLE organization_key (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization,
    contact_id uuid,
    fingerprint text NOT NULL CHECK (fingerprint ~ '^([0-9A-F]{40}|[0-9A-F]{64})$'),
    armored text NOT NULL CHECK (armored LIKE '-----BEGIN PGP PUBLIC KEY BLOCK-----%' AND length(armored) <= 100000),
    algorithm text NOT NULL,
    user_ids text[] NOT NULL CHECK (cardinality(user_ids) > 0),
    emails text[] NOT NULL,
    created_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3),
    encrypts boolean NOT NULL,
    encrypts_until timestamptz(3),
    faults text[] NOT NULL CHECK (faults <@ ARRAY['revoked', 'weak-rsa', 'weak-dsa', 'sha-1']),
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    UNIQUE (id, organization_id),
    CHECK (encrypts OR encrypts_until IS NULL),
    FOREIGN KEY (contact_id, organization_id) REFERENCES organization_contact (id, organization_id)
  );
  CREATE INDEX organization_key_organization ON organization_key (organization_id, fingerprint);
  CREATE TABLE organization_key_removal (
    key_id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    at timestamptz(3) NOT NULL,
    recorded_by uuid NOT NULL REFERENCES account,
    FOREIGN KEY (key_id, organization_id) REFERENCES organization_key (id, organization_id)
  );
  SELECT app.make_append_only('organization_key'), app.make_append_only('organization_key_removal');
  CREATE FUNCTION app.key_is_removed(key uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT EXISTS (SELECT 1 FROM organization_key_removal WHERE key_id = key) $$;
  ALTER TABLE organization_key ENABLE ROW LEVEL SECURITY;
  ALTER TABLE organization_key_removal ENABLE ROW LEVEL SECURITY;
  -- A key of a contact goes with it: it must not pass for the organization's own.
  CREATE POLICY organization_key_read ON organization_key FOR SELECT
    USING (organization_id = (SELECT app.viewer_org())
           OR ((SELECT app.viewer_is_known()) AND NOT app.key_is_removed(id)
               AND (contact_id IS NULL OR NOT app.contact_is_removed(contact_id))));
  CREATE POLICY organization_key_add ON organization_key FOR INSERT
    WITH CHECK (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY organization_key_removal_own ON organization_key_removal FOR ALL
    USING (organization_id = (SELECT app.viewer_org()));
  INSERT INTO app.application_grant VALUES
    ('organization_key', 'SELECT, INSERT'), ('organization_key_removal', 'SELECT, INSERT');`;

const namespaces = `
  -- The namespace of an organization that came into being without one. It identifies documents, so it is set once.
  CREATE TABLE organization_namespace (
    organization_id uuid PRIMARY KEY REFERENCES organization,
    namespace text NOT NULL UNIQUE CHECK (namespace ~ '^https://' AND length(namespace) <= 261),
    at timestamptz(3) NOT NULL,
    recorded_by uuid REFERENCES account -- null: the operator
  );
  SELECT app.make_append_only('organization_namespace');
  CREATE FUNCTION app.take_namespace() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      UPDATE organization SET namespace = NEW.namespace WHERE id = NEW.organization_id AND namespace IS NULL;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the organization has a namespace already' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER take_namespace AFTER INSERT ON organization_namespace FOR EACH ROW EXECUTE FUNCTION app.take_namespace();
  ALTER TABLE organization_namespace ENABLE ROW LEVEL SECURITY;
  CREATE POLICY organization_namespace_read ON organization_namespace FOR SELECT USING ((SELECT app.viewer_is_known()));
  CREATE POLICY organization_namespace_add ON organization_namespace FOR INSERT
    WITH CHECK (organization_id = (SELECT app.viewer_org()));
  INSERT INTO app.application_grant VALUES ('organization_namespace', 'SELECT, INSERT');`;

const mergers = `
  -- The one that was merged stays as a row: its handle and its id lead to the survivor, and are never given again.
  CREATE TABLE organization_merger (
    from_id uuid PRIMARY KEY REFERENCES organization,
    into_id uuid NOT NULL REFERENCES organization CHECK (into_id <> from_id),
    constituents uuid[] NOT NULL,
    at timestamptz(3) NOT NULL
  );
  CREATE INDEX organization_merger_into ON organization_merger (into_id);
  SELECT app.make_append_only('organization_merger');
  CREATE FUNCTION app.survivor(org uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE chain (id, depth) AS (
      SELECT org, 0 UNION ALL SELECT m.into_id, c.depth + 1 FROM chain c JOIN organization_merger m ON m.from_id = c.id)
    SELECT id FROM chain ORDER BY depth DESC LIMIT 1 $$;
  -- A request that was under way when its organization was merged: it waits for the merger, and then sees it.
  CREATE FUNCTION app.refuse_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE org uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    BEGIN
      PERFORM 1 FROM organization WHERE id = org FOR KEY SHARE;
      IF EXISTS (SELECT 1 FROM organization_merger WHERE from_id = org) THEN
        RAISE EXCEPTION 'the organization was merged into another' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER refuse_merged BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION app.refuse_merged('organization_id');
  CREATE TRIGGER refuse_merged BEFORE INSERT ON api_key FOR EACH ROW EXECUTE FUNCTION app.refuse_merged('organization_id');
  CREATE TRIGGER refuse_merged BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION app.refuse_merged('owner_id');
  ALTER TABLE organization_merger ENABLE ROW LEVEL SECURITY;
  CREATE POLICY organization_merger_read ON organization_merger FOR SELECT USING ((SELECT app.viewer_is_known()));
  INSERT INTO app.application_grant VALUES ('organization_merger', 'SELECT');
  -- Null: the operator, whose merger ends the accounts and keys of the organization.
  ALTER TABLE account_departure ALTER COLUMN recorded_by DROP NOT NULL;
  ALTER TABLE api_key_revocation ALTER COLUMN recorded_by DROP NOT NULL;`;

/** What an organization says of itself: profile, names, contacts with what verified them, OpenPGP keys; and mergers. */
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
    await db.query(contacts);
    await db.query(keys);
    await db.query(namespaces);
    await db.query(mergers);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER refuse_merged ON item;
      DROP TRIGGER refuse_merged ON api_key;
      DROP TRIGGER refuse_merged ON account;
      DROP FUNCTION app.refuse_merged(), app.survivor(uuid);
      DROP TABLE organization_merger;
      DELETE FROM app.application_grant WHERE target = 'organization_merger';
      -- Refused while a merger has ended accounts or keys: without its fact they would be open again.
      ALTER TABLE api_key_revocation ALTER COLUMN recorded_by SET NOT NULL;
      ALTER TABLE account_departure ALTER COLUMN recorded_by SET NOT NULL;
      DROP TABLE organization_namespace;
      DROP FUNCTION app.take_namespace();
      DELETE FROM app.application_grant WHERE target = 'organization_namespace';
      DROP TABLE organization_key_removal, organization_key;
      DROP FUNCTION app.key_is_removed(uuid);
      DELETE FROM app.application_grant WHERE target LIKE 'organization\\_key%';
      DROP TABLE organization_contact_verification, organization_contact_removal, organization_contact_version,
        organization_contact;
      DROP FUNCTION app.contact_verified(uuid), app.contact_is_removed(uuid), app.latest_contact_version(uuid);
      DELETE FROM app.application_grant WHERE target LIKE 'organization\\_contact%';
      DROP TABLE organization_naming, organization_profile;
      DROP FUNCTION app.take_name(), app.latest_profile(uuid), app.viewer_is_known();
      DELETE FROM app.application_grant WHERE target IN ('organization_profile', 'organization_naming');
    `);
  }
}
