import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ANSWERS, NO_ANSWERS } from './0019-answers';
import { LISTS, NO_LISTS } from './0019-lists';
import { NO_REFERENCES, REFERENCES } from './0019-references';

/** Finding items: short references, and the words and labels of what each reader is shown. */
export class Finding implements MigrationInterface {
  readonly name = 'Finding0000000000019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(REFERENCES);
    await db.query(ANSWERS);
    await db.query(`
      -- Words as the filter knows them: letters and digits, in one case and one form. Scripts that are written without
      -- spaces give one word a character.
      CREATE FUNCTION app.words(said text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT COALESCE(array_agg(DISTINCT left(w, 100)), '{}') FROM regexp_split_to_table(
          regexp_replace(lower(normalize(said, NFKC)), '([\\u2e80-\\ua4cf\\uac00-\\ud7af\\uf900-\\ufaff])', ' \\1 ', 'g'),
          '[^[:alnum:]]+') w WHERE w <> '' $$;
      -- What is wanted, as tokens; NULL where words are wanted and there are none in the text: that is nothing, not all.
      CREATE FUNCTION app.wanted(labels text[], said text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN said IS NULL THEN labels WHEN app.words(said) = '{}' THEN NULL
          ELSE labels || ARRAY(SELECT 'word:' || w FROM unnest(app.words(said)) w) END $$;
      -- Tokens are those of one reader: what one searches costs nothing for what only others are shown.
      CREATE FUNCTION app.marked(reader uuid, tokens text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT COALESCE(array_agg(right(reader::text, 12) || ' ' || t), '{}') FROM unnest(tokens) t $$;
      CREATE FUNCTION app.micros(moment timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE AS
        $$ SELECT (extract(epoch FROM moment) * 1000000)::bigint $$;

      -- What can be found of a version as one reader is shown it: of an item's version for its owner, of a variant's
      -- version for its team. Nobody reads it but through the functions that join what is visible.
      CREATE TABLE item_words (id uuid PRIMARY KEY, tokens text[] NOT NULL);
      CREATE INDEX item_words_tokens ON item_words USING gin (tokens);
      ALTER TABLE item_words ENABLE ROW LEVEL SECURITY;
      CREATE INDEX item_version_owner ON item_version (owner_id, created_at);

      -- With the rights of who calls: it tells the words of whatever version one names.
      CREATE FUNCTION app.tokens_of(version uuid, reader uuid) RETURNS text[]
        LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
          SELECT app.marked(reader, ARRAY(
            SELECT 'tlp:' || COALESCE(v.tlp, 'unlabelled')
            UNION SELECT 'type:' || v.information_type WHERE v.information_type IS NOT NULL
            UNION SELECT 'severity:' || v.severity WHERE v.severity IS NOT NULL
            UNION SELECT 'originator:' || o.handle
            UNION SELECT 'category:' || c FROM unnest(v.categories) c
            UNION SELECT 'sector:' || s FROM unnest(v.sectors) s
            UNION SELECT 'cve:' || upper(c) FROM jsonb_array_elements_text(
              CASE jsonb_typeof(v.content -> 'cves') WHEN 'array' THEN v.content -> 'cves' ELSE '[]' END) c
            UNION SELECT 'reference:' || r.reference WHERE r.reference IS NOT NULL
            UNION SELECT 'word:' || w FROM unnest(app.words(concat_ws(' ', v.title, v.content ->> 'summary', r.reference))) w))
          FROM item_version v JOIN organization o ON o.id = v.owner_id
          LEFT JOIN item_reference r ON r.item_id = v.item_id AND r.team_id = reader AND r.person_id IS NULL
          WHERE v.id = version $$;
      CREATE FUNCTION app.keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF TG_TABLE_NAME = 'item_version' THEN
            INSERT INTO item_words VALUES (NEW.id, app.tokens_of(NEW.id, NEW.owner_id));
          ELSE
            -- Nothing that is one named person's is found by words.
            INSERT INTO item_words SELECT NEW.id, app.tokens_of(NEW.item_version_id, s.team_id)
              FROM variant s WHERE s.id = NEW.variant_id AND s.person_id IS NULL;
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER keep_words AFTER INSERT ON item_version FOR EACH ROW EXECUTE FUNCTION app.keep_words();
      CREATE TRIGGER keep_words AFTER INSERT ON variant_version FOR EACH ROW EXECUTE FUNCTION app.keep_words();
      INSERT INTO item_words SELECT v.id, app.tokens_of(v.id, v.owner_id) FROM item_version v;
      INSERT INTO item_words SELECT n.id, app.tokens_of(n.item_version_id, s.team_id)
        FROM variant_version n JOIN variant s ON s.id = n.variant_id AND s.person_id IS NULL;
    `);
    await db.query(LISTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_LISTS);
    await db.query(`
      DROP TRIGGER keep_words ON variant_version;
      DROP TRIGGER keep_words ON item_version;
      DROP INDEX item_version_owner;
      DROP TABLE item_words;
      DROP FUNCTION app.keep_words(), app.tokens_of(uuid, uuid), app.micros(timestamptz), app.marked(uuid, text[]),
        app.wanted(text[], text), app.words(text);
    `);
    await db.query(NO_ANSWERS);
    await db.query(NO_REFERENCES);
  }
}
