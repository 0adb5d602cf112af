import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Teams, ministries and bodies; the people and the systems that act for them. */
export class Organizations implements MigrationInterface {
  readonly name = 'Organizations0000000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        handle text NOT NULL UNIQUE CHECK (handle ~ '^[a-z][a-z0-9-]{1,39}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('national-cert', 'sectoral-cert', 'ministry', 'international-body', 'public')),
        country text CHECK (country ~ '^[A-Z]{2}$'),
        parent_id uuid REFERENCES organization,
        namespace text CHECK (namespace ~ '^https://'),
        created_at timestamptz(3) NOT NULL,
        CHECK ((kind = 'sectoral-cert') = (parent_id IS NOT NULL))
      );
      CREATE FUNCTION app.open_house_log() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          INSERT INTO record_log (id, kind, party_a) VALUES (gen_random_uuid(), 'house', NEW.id);
          RETURN NEW;
        END $$;
      CREATE TRIGGER open_house_log AFTER INSERT ON organization FOR EACH ROW EXECUTE FUNCTION app.open_house_log();
      INSERT INTO organization (id, handle, name, kind, created_at)
        VALUES (app.public_team(), 'public', 'The public', 'public', '2026-01-01T00:00:00Z');

      CREATE TABLE account (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
        created_at timestamptz(3) NOT NULL,
        created_by uuid REFERENCES account,
        UNIQUE (email),
        UNIQUE (id, organization_id)
      );
      CREATE TABLE account_role (
        account_id uuid NOT NULL REFERENCES account,
        role text NOT NULL CHECK (role IN ('analyst', 'releaser', 'liaison', 'duty-officer', 'auditor', 'administrator')),
        granted_at timestamptz(3) NOT NULL,
        granted_by uuid REFERENCES account,
        PRIMARY KEY (account_id, role)
      );
      CREATE TABLE account_departure (
        account_id uuid PRIMARY KEY REFERENCES account,
        at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        reason text NOT NULL
      );
      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        prefix text NOT NULL UNIQUE,
        secret_sha256 bytea NOT NULL CHECK (length(secret_sha256) = 32),
        created_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL REFERENCES account,
        expires_at timestamptz(3) NOT NULL CHECK (expires_at > created_at)
      );
      CREATE TABLE api_key_revocation (
        api_key_id uuid PRIMARY KEY REFERENCES api_key,
        at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account
      );
      CREATE TABLE sign_in_failure (subject text NOT NULL, at timestamptz(3) NOT NULL);
      CREATE INDEX sign_in_failure_subject ON sign_in_failure (subject, at);

      ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
      ALTER TABLE account ENABLE ROW LEVEL SECURITY;
      ALTER TABLE account_role ENABLE ROW LEVEL SECURITY;
      ALTER TABLE account_departure ENABLE ROW LEVEL SECURITY;
      ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
      ALTER TABLE api_key_revocation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE sign_in_failure ENABLE ROW LEVEL SECURITY;
      CREATE POLICY organization_read ON organization FOR SELECT USING ((SELECT app.viewer_org()) IS NOT NULL);
      CREATE POLICY organization_add ON organization FOR INSERT WITH CHECK (parent_id = (SELECT app.viewer_org()));
      CREATE POLICY account_own ON account FOR ALL USING (organization_id = (SELECT app.viewer_org()));
      CREATE POLICY account_role_own ON account_role FOR ALL
        USING (EXISTS (SELECT 1 FROM account a WHERE a.id = account_id));
      CREATE POLICY account_departure_own ON account_departure FOR ALL
        USING (EXISTS (SELECT 1 FROM account a WHERE a.id = account_id));
      CREATE POLICY api_key_own ON api_key FOR ALL USING (organization_id = (SELECT app.viewer_org()));
      CREATE POLICY api_key_revocation_own ON api_key_revocation FOR ALL
        USING (EXISTS (SELECT 1 FROM api_key k WHERE k.id = api_key_id));

      -- Before anyone is known there is no viewer: these few questions are all that may be asked then.
      CREATE FUNCTION app.account_signing_in(wanted text) RETURNS TABLE (id uuid, organization_id uuid, password_hash text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT a.id, a.organization_id, a.password_hash FROM account a
          WHERE a.email = lower(wanted) AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id) $$;
      CREATE FUNCTION app.account_acting(wanted uuid) RETURNS TABLE (organization_id uuid, name text, roles text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT a.organization_id, a.name, ARRAY(SELECT r.role FROM account_role r WHERE r.account_id = a.id ORDER BY r.role)
          FROM account a WHERE a.id = wanted AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id) $$;
      CREATE FUNCTION app.api_key_presented(wanted text, moment timestamptz)
        RETURNS TABLE (id uuid, organization_id uuid, name text, secret_sha256 bytea)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT k.id, k.organization_id, k.name, k.secret_sha256 FROM api_key k
          WHERE k.prefix = wanted AND k.expires_at > moment
            AND NOT EXISTS (SELECT 1 FROM api_key_revocation r WHERE r.api_key_id = k.id) $$;
      CREATE FUNCTION app.count_sign_in_failures(subjects text[], since timestamptz) RETURNS bigint
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT COALESCE(max(n), 0) FROM (
            SELECT count(*) AS n FROM sign_in_failure f WHERE f.subject = ANY (subjects) AND f.at > since GROUP BY f.subject) per_subject $$;
      CREATE FUNCTION app.note_sign_in_failure(subjects text[], moment timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          INSERT INTO sign_in_failure SELECT s, moment FROM unnest(subjects) s;
          DELETE FROM sign_in_failure WHERE at < moment - interval '1 day' $$;
      CREATE FUNCTION app.forget_sign_in_failures(wanted text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DELETE FROM sign_in_failure WHERE subject = wanted $$;

      INSERT INTO app.application_grant VALUES
        ('organization', 'SELECT, INSERT'), ('account', 'SELECT, INSERT'), ('account_role', 'SELECT, INSERT, DELETE'),
        ('account_departure', 'SELECT, INSERT'), ('api_key', 'SELECT, INSERT'), ('api_key_revocation', 'SELECT, INSERT');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.account_signing_in(text), app.account_acting(uuid), app.api_key_presented(text, timestamptz),
        app.count_sign_in_failures(text[], timestamptz), app.note_sign_in_failure(text[], timestamptz), app.forget_sign_in_failures(text);
      DROP TABLE sign_in_failure, api_key_revocation, api_key, account_departure, account_role, account, organization;
      DROP FUNCTION app.open_house_log();
      DELETE FROM app.application_grant WHERE target IN
        ('organization', 'account', 'account_role', 'account_departure', 'api_key', 'api_key_revocation');
    `);
  }
}
