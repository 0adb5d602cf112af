/**
 * An item may have to be looked at for a team more than once: now, since it was updated, and when terms that enter into
 * force later no longer admit it. feed_review holds the next look; those after it were lost when the first was taken.
 */
export const LOOKS = `
  -- Every look that is still to be taken, the one in feed_review among them.
  CREATE TABLE feed_look (
    team_id uuid NOT NULL REFERENCES organization,
    item_id uuid NOT NULL,
    not_before timestamptz NOT NULL,
    PRIMARY KEY (team_id, item_id, not_before)
  );
  ALTER TABLE feed_look ENABLE ROW LEVEL SECURITY;
  INSERT INTO feed_look SELECT team_id, item_id, not_before FROM feed_review;

  CREATE FUNCTION app.note_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      INSERT INTO feed_look (team_id, item_id, not_before) VALUES (NEW.team_id, NEW.item_id, NEW.not_before) ON CONFLICT DO NOTHING;
      RETURN NEW;
    END $$;
  -- Also for what meets a row that is there already: the trigger comes before the conflict is found.
  CREATE TRIGGER note_look BEFORE INSERT ON feed_review FOR EACH ROW EXECUTE FUNCTION app.note_look();

  -- A look at an instant is one for all up to it; the next stays.
  CREATE FUNCTION app.next_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM feed_look l WHERE l.team_id = OLD.team_id AND l.item_id = OLD.item_id
        AND l.not_before <= GREATEST(OLD.not_before, CASE WHEN app.at() <= clock_timestamp() THEN app.at() END);
      INSERT INTO feed_review (team_id, item_id, not_before)
        SELECT l.team_id, l.item_id, min(l.not_before) FROM feed_look l
        WHERE l.team_id = OLD.team_id AND l.item_id = OLD.item_id GROUP BY l.team_id, l.item_id
        ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before);
      RETURN NULL;
    END $$;
  CREATE TRIGGER next_look AFTER DELETE ON feed_review FOR EACH ROW EXECUTE FUNCTION app.next_look();
`;

export const NO_LOOKS = `
  DROP TRIGGER next_look ON feed_review;
  DROP TRIGGER note_look ON feed_review;
  DROP FUNCTION app.next_look(), app.note_look();
  DROP TABLE feed_look;
`;
