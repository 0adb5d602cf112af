/**
 * A clock that is set back would reopen what ended since. A mark that only rises stands at the latest instant at which
 * a transaction was decided, to the second: whoever decides compares. A sequence, since it is read without a row and
 * written without waiting, and stays written when a transaction is undone.
 */
export const CLOCK_MARK = `
  -- Milliseconds since 1970.
  CREATE SEQUENCE app.clock_mark AS bigint MINVALUE 0 START 0;

  CREATE FUNCTION app.clock_is_behind() RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT extract(epoch FROM clock_timestamp()) * 1000 < (SELECT last_value FROM app.clock_mark) - 2000 $$;

  -- Whether the clock may be decided by. Moves the mark where it is a second old; of several at once one does, and none waits.
  -- Nothing in it is the caller's to choose: a mark in the future would deny everything.
  CREATE FUNCTION app.clock_moves_on() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE seen bigint; reads bigint := extract(epoch FROM clock_timestamp()) * 1000;
    BEGIN
      SELECT last_value INTO seen FROM app.clock_mark;
      IF reads < seen - 2000 THEN RETURN false; END IF;
      IF reads > seen + 1000 AND pg_try_advisory_lock(app.lock_key('clock')) THEN
        PERFORM setval('app.clock_mark', reads) FROM app.clock_mark WHERE last_value < reads;
        PERFORM pg_advisory_unlock(app.lock_key('clock'));
      END IF;
      RETURN true;
    END $$;

  CREATE OR REPLACE FUNCTION app.choose_instant(given timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
    DECLARE chosen timestamptz;
    BEGIN
      IF given IS NULL AND NOT app.clock_moves_on() THEN
        RAISE EXCEPTION 'the clock is behind what was decided already' USING ERRCODE = 'ACC01';
      END IF;
      chosen := COALESCE(given, date_trunc('milliseconds', clock_timestamp()));
      PERFORM set_config('app.at', chosen::text, true);
      RETURN chosen;
    END $$;
  INSERT INTO app.function_for_jobs VALUES ('clock_moves_on()');
`;

export const NO_CLOCK_MARK = `
  DELETE FROM app.function_for_jobs WHERE signature = 'clock_moves_on()';
  CREATE OR REPLACE FUNCTION app.choose_instant(given timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
    DECLARE
      chosen timestamptz := COALESCE(given, date_trunc('milliseconds', clock_timestamp()));
    BEGIN
      PERFORM set_config('app.at', chosen::text, true);
      RETURN chosen;
    END $$;
  DROP FUNCTION app.clock_moves_on(), app.clock_is_behind();
  DROP SEQUENCE app.clock_mark;
`;
