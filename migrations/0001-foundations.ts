import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The viewer of a transaction, the guard against change, and the list of what the application role may do. */
export class Foundations implements MigrationInterface {
  readonly name = 'Foundations0000000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA app;

      -- After its first use a setting is '' on that connection, never NULL again: hence NULLIF. Unset denies.
      CREATE FUNCTION app.viewer_org() RETURNS uuid LANGUAGE sql STABLE AS
        $$ SELECT NULLIF(current_setting('app.viewer_org', true), '')::uuid $$;
      CREATE FUNCTION app.viewer_person() RETURNS uuid LANGUAGE sql STABLE AS
        $$ SELECT NULLIF(current_setting('app.viewer_person', true), '')::uuid $$;
      CREATE FUNCTION app.at() RETURNS timestamptz LANGUAGE sql STABLE AS
        $$ SELECT NULLIF(current_setting('app.at', true), '')::timestamptz $$;
      -- By which channel and for which stated purpose is asked; NULL is by none and for none, as in what no request asks.
      CREATE FUNCTION app.channel() RETURNS text LANGUAGE sql STABLE AS
        $$ SELECT NULLIF(current_setting('app.channel', true), '') $$;
      CREATE FUNCTION app.purpose() RETURNS text LANGUAGE sql STABLE AS
        $$ SELECT NULLIF(current_setting('app.purpose', true), '') $$;
      -- The public reads through a team of its own, so that a feed without sign-in is a feed like any other.
      CREATE FUNCTION app.public_team() RETURNS uuid LANGUAGE sql IMMUTABLE AS
        $$ SELECT '00000000-0000-4000-8000-000000000000'::uuid $$;
      -- Whose feed a statement may ask for: the viewer's, and everybody's.
      CREATE FUNCTION app.reads_as(team uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT team IN (app.viewer_org(), app.public_team()) $$;
      CREATE FUNCTION app.lock_key(name text) RETURNS bigint LANGUAGE sql IMMUTABLE AS
        $$ SELECT hashtextextended(name, 0) $$;

      -- The instant of the transaction, in whole milliseconds: the database's, which all processes share, or a given one.
      CREATE FUNCTION app.choose_instant(given timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
        DECLARE
          chosen timestamptz := COALESCE(given, date_trunc('milliseconds', clock_timestamp()));
        BEGIN
          PERFORM set_config('app.at', chosen::text, true);
          RETURN chosen;
        END $$;
      -- How a viewer's transaction begins. What it has to wait for it waits for first: the instant is chosen afterwards.
      CREATE FUNCTION app.enter(shared_lock text, org uuid, person uuid, given timestamptz, channel text DEFAULT NULL, purpose text DEFAULT NULL)
        RETURNS timestamptz LANGUAGE plpgsql AS $$
        BEGIN
          -- With any other it would see, after its wait, what was before it.
          IF current_setting('transaction_isolation') <> 'read committed' THEN
            RAISE EXCEPTION 'a viewer acts in read committed, not in %', current_setting('transaction_isolation');
          END IF;
          PERFORM pg_advisory_xact_lock_shared(app.lock_key(shared_lock)) WHERE shared_lock IS NOT NULL;
          PERFORM set_config('app.viewer_org', org::text, true), set_config('app.viewer_person', COALESCE(person::text, ''), true),
            set_config('app.channel', COALESCE(channel, ''), true), set_config('app.purpose', COALESCE(purpose, ''), true);
          RETURN app.choose_instant(given);
        END $$;

      CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
        END $$;
      -- Also for the owner of the tables: whoever wants to rewrite history has to drop the trigger first.
      CREATE FUNCTION app.make_append_only(target text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', target);
          EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', target);
        END $$;

      -- What the application role may do, table by table; every migration adds its own rows.
      CREATE TABLE app.application_grant (target text PRIMARY KEY, privileges text NOT NULL);
      -- Of the functions that act with the owner's rights, those that the role may call; all others only each other call.
      CREATE TABLE app.function_for_application (name text PRIMARY KEY, why text NOT NULL);
      CREATE FUNCTION app.grant_to_application(role_name text) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE g record; callable text;
        BEGIN
          EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', role_name);
          -- PostgreSQL lets everybody execute what is created.
          REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
          EXECUTE format('GRANT USAGE ON SCHEMA public, app TO %I', role_name);
          EXECUTE format('REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM %I', role_name);
          -- What shapes the schema is the owner's alone.
          SELECT string_agg(p.oid::regprocedure::text, ', ') INTO STRICT callable FROM pg_proc p
            WHERE p.pronamespace = 'app'::regnamespace AND p.proname NOT IN ('grant_to_application', 'make_append_only')
              AND (NOT p.prosecdef OR p.proname IN (SELECT f.name FROM app.function_for_application f));
          EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', callable, role_name);
          FOR g IN SELECT * FROM app.application_grant LOOP
            EXECUTE format('GRANT %s ON %I TO %I', g.privileges, g.target, role_name); -- privileges are ours, from migrations
          END LOOP;
        END $$;
      REVOKE EXECUTE ON FUNCTION app.grant_to_application(text) FROM PUBLIC;
      REVOKE EXECUTE ON FUNCTION app.make_append_only(text) FROM PUBLIC;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA app CASCADE');
  }
}
