import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of people: they begin at sign-in, go on by refresh tokens that are each used once, and end at once. */
const SESSIONS = `
  CREATE TABLE session (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    account_id uuid NOT NULL,
    started_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL CHECK (expires_at > started_at),
    -- Who holds its tokens: a program, or the portal for a browser.
    kind text NOT NULL DEFAULT 'api' CHECK (kind IN ('api', 'browser')),
    -- The network that it was begun from; null where nobody asked.
    network text,
    FOREIGN KEY (account_id, organization_id) REFERENCES account (id, organization_id)
  );
  CREATE INDEX session_account ON session (account_id);
  CREATE INDEX session_expiry ON session (expires_at);
  CREATE TABLE session_end (
    session_id uuid PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    at timestamptz(3) NOT NULL,
    reason text NOT NULL CHECK (reason IN ('signed-out', 'refresh-reused', 'password-changed', 'password-reset',
      'roles-changed', 'departed', 'second-factor-enrolled', 'second-factor-removed')),
    recorded_by uuid REFERENCES account
  );
  CREATE TABLE refresh_token (
    token_sha256 bytea PRIMARY KEY CHECK (length(token_sha256) = 32),
    session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
    issued_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3) NOT NULL CHECK (expires_at > issued_at)
  );
  CREATE INDEX refresh_token_session ON refresh_token (session_id);
  CREATE TABLE refresh_rotation (
    token_sha256 bytea PRIMARY KEY REFERENCES refresh_token ON DELETE CASCADE,
    at timestamptz(3) NOT NULL
  );
  -- When the person has proved once more who she is. Signing in counts as proof, too.
  CREATE TABLE session_proof (
    session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
    at timestamptz(3) NOT NULL,
    PRIMARY KEY (session_id, at)
  );
  -- No fact but a convenience, to the minute, of sessions that browsers hold: others are seen by their refreshing.
  CREATE TABLE session_use (
    session_id uuid PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    last_used_at timestamptz(3) NOT NULL
  );

  ALTER TABLE session ENABLE ROW LEVEL SECURITY;
  ALTER TABLE session_end ENABLE ROW LEVEL SECURITY;
  ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY;
  ALTER TABLE refresh_rotation ENABLE ROW LEVEL SECURITY;
  ALTER TABLE session_proof ENABLE ROW LEVEL SECURITY;
  ALTER TABLE session_use ENABLE ROW LEVEL SECURITY;
  CREATE POLICY session_own ON session FOR ALL USING (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY session_end_own ON session_end FOR ALL
    USING (EXISTS (SELECT 1 FROM session s WHERE s.id = session_id));
  CREATE POLICY refresh_token_own ON refresh_token FOR ALL
    USING (EXISTS (SELECT 1 FROM session s WHERE s.id = session_id));
  CREATE POLICY refresh_rotation_own ON refresh_rotation FOR ALL
    USING (EXISTS (SELECT 1 FROM refresh_token t WHERE t.token_sha256 = refresh_rotation.token_sha256));
  CREATE POLICY session_proof_own ON session_proof FOR ALL
    USING (EXISTS (SELECT 1 FROM session s WHERE s.id = session_id));
  CREATE POLICY session_use_read ON session_use FOR SELECT
    USING (EXISTS (SELECT 1 FROM session s WHERE s.id = session_id));

  -- Asked before anyone is known, as those about accounts and keys are.
  CREATE FUNCTION app.refresh_presented(hash bytea) RETURNS TABLE (session_id uuid, account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT s.id, s.account_id FROM refresh_token t JOIN session s ON s.id = t.session_id
      WHERE t.token_sha256 = hash $$;
  -- What ended long ago proves nothing any more; the house log keeps who signed in and out.
  CREATE FUNCTION app.forget_sessions(moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DELETE FROM session WHERE expires_at < moment - interval '30 days' $$;
  -- Whoever finds the row taken leaves it to the other, who notes the same minute.
  CREATE FUNCTION app.note_session_use(wanted uuid, moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      INSERT INTO session_use SELECT s.id, moment FROM session s WHERE s.id = wanted ON CONFLICT DO NOTHING;
      UPDATE session_use SET last_used_at = moment WHERE session_id IN (SELECT u.session_id FROM session_use u
        WHERE u.session_id = wanted AND u.last_used_at < moment FOR UPDATE SKIP LOCKED) $$;

  INSERT INTO app.application_grant VALUES ('session', 'SELECT, INSERT'), ('session_end', 'SELECT, INSERT'),
    ('refresh_token', 'SELECT, INSERT'), ('refresh_rotation', 'SELECT, INSERT'), ('session_proof', 'SELECT, INSERT'),
    ('session_use', 'SELECT');`;

const WITHOUT_SESSIONS = `
  DROP FUNCTION app.refresh_presented(bytea), app.forget_sessions(timestamptz),
    app.note_session_use(uuid, timestamptz);
  DROP TABLE session_use, session_proof, refresh_rotation, refresh_token, session_end, session;
  DELETE FROM app.application_grant WHERE target IN
    ('session', 'session_end', 'refresh_token', 'refresh_rotation', 'session_proof', 'session_use');`;

/** Passwords change and are forgotten: an administrator lets a person set a new one by a token that is used once. */
const PASSWORDS = `
  -- Of an account nothing else ever changes. Former hashes are not kept: they would only help to guess.
  UPDATE app.application_grant SET privileges = 'SELECT, INSERT, UPDATE (password_hash)' WHERE target = 'account';
  CREATE TABLE password_reset (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    account_id uuid NOT NULL,
    token_sha256 bytea NOT NULL UNIQUE CHECK (length(token_sha256) = 32),
    created_at timestamptz(3) NOT NULL,
    created_by uuid NOT NULL REFERENCES account CHECK (created_by <> account_id),
    expires_at timestamptz(3) NOT NULL CHECK (expires_at > created_at),
    FOREIGN KEY (account_id, organization_id) REFERENCES account (id, organization_id)
  );
  CREATE INDEX password_reset_account ON password_reset (account_id);
  CREATE INDEX password_reset_issuer ON password_reset (created_by);
  CREATE TABLE password_reset_end (
    reset_id uuid PRIMARY KEY REFERENCES password_reset,
    at timestamptz(3) NOT NULL,
    reason text NOT NULL CHECK (reason IN ('used', 'replaced', 'password-changed', 'departed', 'issuer-left')),
    recorded_by uuid NOT NULL REFERENCES account
  );
  SELECT app.make_append_only('password_reset'), app.make_append_only('password_reset_end');

  ALTER TABLE password_reset ENABLE ROW LEVEL SECURITY;
  ALTER TABLE password_reset_end ENABLE ROW LEVEL SECURITY;
  CREATE POLICY password_reset_own ON password_reset FOR ALL USING (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY password_reset_end_own ON password_reset_end FOR ALL
    USING (EXISTS (SELECT 1 FROM password_reset r WHERE r.id = reset_id));

  CREATE FUNCTION app.account_proving(wanted uuid) RETURNS TABLE (email text, password_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT a.email, a.password_hash FROM account a
      WHERE a.id = wanted AND NOT EXISTS (SELECT 1 FROM account_departure d WHERE d.account_id = a.id) $$;
  CREATE FUNCTION app.reset_presented(hash bytea) RETURNS TABLE (account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT r.account_id FROM password_reset r WHERE r.token_sha256 = hash $$;

  CREATE TRIGGER end_verifications AFTER INSERT ON password_reset_end FOR EACH ROW WHEN (NEW.reason = 'used')
    EXECUTE FUNCTION app.end_verifications();

  INSERT INTO app.application_grant VALUES ('password_reset', 'SELECT, INSERT'), ('password_reset_end', 'SELECT, INSERT');`;

const WITHOUT_PASSWORDS = `
  DROP FUNCTION app.account_proving(uuid), app.reset_presented(bytea);
  DROP TABLE password_reset_end, password_reset;
  DELETE FROM app.application_grant WHERE target IN ('password_reset', 'password_reset_end');
  UPDATE app.application_grant SET privileges = 'SELECT, INSERT' WHERE target = 'account';`;

/** How people want pages. A convenience and no fact: only the latest choice is kept. */
const PREFERENCES = `
  CREATE TABLE account_preferences (
    account_id uuid PRIMARY KEY REFERENCES account,
    language text CHECK (language IN ('en', 'ur', 'zh')),
    time_zone text CHECK (length(time_zone) BETWEEN 1 AND 64),
    theme text CHECK (theme IN ('auto', 'light', 'dark'))
  );
  ALTER TABLE account_preferences ENABLE ROW LEVEL SECURITY;
  CREATE POLICY account_preferences_own ON account_preferences FOR ALL
    USING (account_id = (SELECT app.viewer_person()));
  INSERT INTO app.application_grant
    VALUES ('account_preferences', 'SELECT, INSERT, UPDATE (language, time_zone, theme)');`;

const WITHOUT_PREFERENCES = `
  DROP TABLE account_preferences;
  DELETE FROM app.application_grant WHERE target = 'account_preferences';`;

/** Invitations make the account of whoever holds the token, once. */
const INVITATIONS = `
  CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization,
    email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    roles text[] NOT NULL CHECK (cardinality(roles) > 0
      AND roles <@ ARRAY['analyst', 'releaser', 'liaison', 'duty-officer', 'auditor', 'administrator']),
    token_sha256 bytea NOT NULL UNIQUE CHECK (length(token_sha256) = 32),
    created_at timestamptz(3) NOT NULL,
    created_by uuid NOT NULL,
    expires_at timestamptz(3) NOT NULL CHECK (expires_at > created_at),
    FOREIGN KEY (created_by, organization_id) REFERENCES account (id, organization_id)
  );
  CREATE INDEX invitation_inviter ON invitation (created_by);
  CREATE INDEX invitation_email ON invitation (organization_id, email);
  CREATE TABLE invitation_end (
    invitation_id uuid PRIMARY KEY REFERENCES invitation,
    at timestamptz(3) NOT NULL,
    reason text NOT NULL CHECK (reason IN ('accepted', 'revoked', 'inviter-left')),
    recorded_by uuid NOT NULL REFERENCES account
  );
  SELECT app.make_append_only('invitation'), app.make_append_only('invitation_end');

  ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
  ALTER TABLE invitation_end ENABLE ROW LEVEL SECURITY;
  CREATE POLICY invitation_own ON invitation FOR ALL USING (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY invitation_end_own ON invitation_end FOR ALL
    USING (EXISTS (SELECT 1 FROM invitation i WHERE i.id = invitation_id));

  CREATE FUNCTION app.invitation_presented(hash bytea) RETURNS TABLE (organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT i.organization_id FROM invitation i WHERE i.token_sha256 = hash $$;
  -- An e-mail signs in to one account of the whole installation.
  CREATE FUNCTION app.email_taken(wanted text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT EXISTS (SELECT 1 FROM account a WHERE a.email = lower(wanted)) $$;

  INSERT INTO app.application_grant VALUES ('invitation', 'SELECT, INSERT'), ('invitation_end', 'SELECT, INSERT');`;

const WITHOUT_INVITATIONS = `
  DROP FUNCTION app.invitation_presented(bytea), app.email_taken(text);
  DROP TABLE invitation_end, invitation;
  DELETE FROM app.application_grant WHERE target IN ('invitation', 'invitation_end');`;

/** What a key may be used for and from where, what follows it, and when it was last used. */
const KEYS = `
  ALTER TABLE api_key
    ADD COLUMN scopes text[] NOT NULL DEFAULT '{pull}'
      CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['pull', 'report', 'acknowledge', 'witness']),
    ADD COLUMN allowed_ranges text[] NOT NULL DEFAULT '{}';
  CREATE TABLE api_key_rotation (
    api_key_id uuid PRIMARY KEY REFERENCES api_key,
    successor_id uuid NOT NULL UNIQUE REFERENCES api_key CHECK (successor_id <> api_key_id),
    at timestamptz(3) NOT NULL,
    ends_at timestamptz(3) NOT NULL CHECK (ends_at BETWEEN at AND at + interval '30 days'),
    recorded_by uuid NOT NULL REFERENCES account
  );
  SELECT app.make_append_only('api_key_rotation');
  -- No fact but a convenience, to the minute; the record says what was pulled when.
  CREATE TABLE api_key_use (api_key_id uuid PRIMARY KEY REFERENCES api_key, last_used_at timestamptz(3) NOT NULL);

  ALTER TABLE api_key_rotation ENABLE ROW LEVEL SECURITY;
  ALTER TABLE api_key_use ENABLE ROW LEVEL SECURITY;
  CREATE POLICY api_key_rotation_own ON api_key_rotation FOR ALL
    USING (EXISTS (SELECT 1 FROM api_key k WHERE k.id = api_key_id));
  CREATE POLICY api_key_use_read ON api_key_use FOR SELECT
    USING (EXISTS (SELECT 1 FROM api_key k WHERE k.id = api_key_id));

  DROP FUNCTION app.api_key_presented(text, timestamptz);
  CREATE FUNCTION app.api_key_presented(wanted text, moment timestamptz) RETURNS TABLE
    (id uuid, organization_id uuid, name text, secret_sha256 bytea, scopes text[], allowed_ranges text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT k.id, k.organization_id, k.name, k.secret_sha256, k.scopes, k.allowed_ranges FROM api_key k
      WHERE k.prefix = wanted AND k.expires_at > moment
        AND NOT EXISTS (SELECT 1 FROM api_key_revocation r WHERE r.api_key_id = k.id)
        AND NOT EXISTS (SELECT 1 FROM api_key_rotation o WHERE o.api_key_id = k.id AND o.ends_at <= moment) $$;
  -- Whoever finds the row taken leaves it to the other, who notes the same minute.
  CREATE FUNCTION app.note_api_key_use(wanted uuid, moment timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      INSERT INTO api_key_use VALUES (wanted, moment) ON CONFLICT DO NOTHING;
      UPDATE api_key_use SET last_used_at = moment WHERE api_key_id IN (SELECT u.api_key_id FROM api_key_use u
        WHERE u.api_key_id = wanted AND u.last_used_at < moment FOR UPDATE SKIP LOCKED) $$;

  INSERT INTO app.application_grant VALUES ('api_key_rotation', 'SELECT, INSERT'), ('api_key_use', 'SELECT');`;

const WITHOUT_KEYS = `
  DROP FUNCTION app.note_api_key_use(uuid, timestamptz), app.api_key_presented(text, timestamptz);
  CREATE FUNCTION app.api_key_presented(wanted text, moment timestamptz)
    RETURNS TABLE (id uuid, organization_id uuid, name text, secret_sha256 bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT k.id, k.organization_id, k.name, k.secret_sha256 FROM api_key k
      WHERE k.prefix = wanted AND k.expires_at > moment
        AND NOT EXISTS (SELECT 1 FROM api_key_revocation r WHERE r.api_key_id = k.id) $$;
  DROP TABLE api_key_use, api_key_rotation;
  ALTER TABLE api_key DROP COLUMN scopes, DROP COLUMN allowed_ranges;
  DELETE FROM app.application_grant WHERE target IN ('api_key_rotation', 'api_key_use');`;

/** Codes of an app after RFC 6238, and recovery codes in their place; each of either is used once. */
const SECOND_FACTOR = `
  CREATE TABLE totp_enrolment (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    account_id uuid NOT NULL,
    secret_sealed bytea NOT NULL,
    created_at timestamptz(3) NOT NULL,
    FOREIGN KEY (account_id, organization_id) REFERENCES account (id, organization_id)
  );
  CREATE INDEX totp_enrolment_account ON totp_enrolment (account_id);
  CREATE TABLE totp_confirmation (enrolment_id uuid PRIMARY KEY REFERENCES totp_enrolment, at timestamptz(3) NOT NULL);
  CREATE TABLE totp_end (
    enrolment_id uuid PRIMARY KEY REFERENCES totp_enrolment,
    at timestamptz(3) NOT NULL,
    reason text NOT NULL CHECK (reason IN ('replaced', 'removed')),
    recorded_by uuid NOT NULL REFERENCES account
  );
  CREATE TRIGGER end_verifications AFTER INSERT ON totp_end FOR EACH ROW WHEN (NEW.reason = 'removed')
    EXECUTE FUNCTION app.end_verifications();
  CREATE TABLE totp_used_period (
    enrolment_id uuid NOT NULL REFERENCES totp_enrolment, period bigint NOT NULL, PRIMARY KEY (enrolment_id, period));
  CREATE TABLE recovery_code (
    enrolment_id uuid NOT NULL REFERENCES totp_enrolment,
    code_sha256 bytea NOT NULL CHECK (length(code_sha256) = 32),
    PRIMARY KEY (enrolment_id, code_sha256)
  );
  CREATE TABLE recovery_code_use (
    enrolment_id uuid NOT NULL,
    code_sha256 bytea NOT NULL,
    at timestamptz(3) NOT NULL,
    PRIMARY KEY (enrolment_id, code_sha256),
    FOREIGN KEY (enrolment_id, code_sha256) REFERENCES recovery_code
  );
  SELECT app.make_append_only('totp_enrolment'), app.make_append_only('totp_confirmation'), app.make_append_only('totp_end'),
    app.make_append_only('recovery_code'), app.make_append_only('recovery_code_use');

  ALTER TABLE totp_enrolment ENABLE ROW LEVEL SECURITY;
  ALTER TABLE totp_confirmation ENABLE ROW LEVEL SECURITY;
  ALTER TABLE totp_end ENABLE ROW LEVEL SECURITY;
  ALTER TABLE totp_used_period ENABLE ROW LEVEL SECURITY;
  ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
  ALTER TABLE recovery_code_use ENABLE ROW LEVEL SECURITY;
  CREATE POLICY totp_enrolment_own ON totp_enrolment FOR ALL USING (organization_id = (SELECT app.viewer_org()));
  CREATE POLICY totp_confirmation_own ON totp_confirmation FOR ALL
    USING (EXISTS (SELECT 1 FROM totp_enrolment t WHERE t.id = enrolment_id));
  CREATE POLICY totp_end_own ON totp_end FOR ALL
    USING (EXISTS (SELECT 1 FROM totp_enrolment t WHERE t.id = enrolment_id));
  CREATE POLICY recovery_code_own ON recovery_code FOR ALL
    USING (EXISTS (SELECT 1 FROM totp_enrolment t WHERE t.id = enrolment_id));
  CREATE POLICY recovery_code_use_own ON recovery_code_use FOR ALL
    USING (EXISTS (SELECT 1 FROM totp_enrolment t WHERE t.id = enrolment_id));

  CREATE FUNCTION app.second_factor(person uuid) RETURNS TABLE (enrolment_id uuid, secret_sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT t.id, t.secret_sealed FROM totp_enrolment t JOIN totp_confirmation c ON c.enrolment_id = t.id
      WHERE t.account_id = person AND NOT EXISTS (SELECT 1 FROM totp_end e WHERE e.enrolment_id = t.id) $$;
  -- Whether the code of a period is used for the first time. A day later no clock is that far off.
  CREATE FUNCTION app.use_totp_period(enrolment uuid, wanted bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        DELETE FROM totp_used_period u WHERE u.enrolment_id = enrolment AND u.period < wanted - 2880;
        INSERT INTO totp_used_period VALUES (enrolment, wanted) ON CONFLICT DO NOTHING;
        RETURN FOUND;
      END $$;
  CREATE FUNCTION app.use_recovery_code(enrolment uuid, hash bytea, moment timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO recovery_code_use SELECT r.enrolment_id, r.code_sha256, moment FROM recovery_code r
          WHERE r.enrolment_id = enrolment AND r.code_sha256 = hash ON CONFLICT DO NOTHING;
        RETURN FOUND;
      END $$;
  -- Who acts in a session, asked on every request.
  CREATE FUNCTION app.session_acting(wanted uuid, person uuid, moment timestamptz)
    RETURNS TABLE (organization_id uuid, name text, roles text[], second_factor boolean, kind text,
      proved_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT a.organization_id, a.name, a.roles, EXISTS (SELECT 1 FROM app.second_factor(s.account_id)), s.kind,
        greatest(s.started_at, (SELECT max(p.at) FROM session_proof p WHERE p.session_id = s.id))
      FROM session s CROSS JOIN LATERAL app.account_acting(s.account_id) a
      WHERE s.id = wanted AND s.account_id = person AND s.expires_at > moment
        AND NOT EXISTS (SELECT 1 FROM session_end e WHERE e.session_id = s.id) $$;

  INSERT INTO app.application_grant VALUES ('totp_enrolment', 'SELECT, INSERT'), ('totp_confirmation', 'SELECT, INSERT'),
    ('totp_end', 'SELECT, INSERT'), ('recovery_code', 'SELECT, INSERT'), ('recovery_code_use', 'SELECT');`;

const WITHOUT_SECOND_FACTOR = `
  DROP FUNCTION app.session_acting(uuid, uuid, timestamptz), app.use_totp_period(uuid, bigint),
    app.use_recovery_code(uuid, bytea, timestamptz), app.second_factor(uuid);
  DROP TABLE recovery_code_use, recovery_code, totp_used_period, totp_end, totp_confirmation, totp_enrolment;
  DELETE FROM app.application_grant
    WHERE target IN ('totp_enrolment', 'totp_confirmation', 'totp_end', 'recovery_code', 'recovery_code_use');`;

/** How people and systems prove who they are, and for how long it holds. */
export class Credentials implements MigrationInterface {
  readonly name = 'Credentials0000000000017';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [SESSIONS, PASSWORDS, PREFERENCES, INVITATIONS, KEYS, SECOND_FACTOR])
      await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const part of [
      WITHOUT_SECOND_FACTOR,
      WITHOUT_KEYS,
      WITHOUT_INVITATIONS,
      WITHOUT_PREFERENCES,
      WITHOUT_PASSWORDS,
      WITHOUT_SESSIONS,
    ])
      await db.query(part);
  }
}
