import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The Merkle tree of each log (RFC 6962 §2.1). Entries wait until they are committed; one writer at a time puts them in
 * the order in which it finds them, hashes their canonical bytes, and keeps the hash of each complete subtree. What is
 * signed is a head of what is committed already.
 */
export class Tree implements MigrationInterface {
  readonly name = 'Tree0000000000040';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A queue, filled by a trigger and emptied by the sequencer; no foreign key, since each of its rows is a row of record_entry.
      CREATE TABLE record_pending (
        entry_id uuid PRIMARY KEY,
        log_id uuid NOT NULL,
        position bigint NOT NULL
      );
      CREATE INDEX record_pending_order ON record_pending (position);
      -- How far the tree of a log reaches, how far it is signed, and the name it is signed under: kept once it has one.
      CREATE TABLE record_head (
        log_id uuid PRIMARY KEY REFERENCES record_log,
        size bigint NOT NULL CHECK (size > 0),
        signed_size bigint NOT NULL DEFAULT 0 CHECK (signed_size BETWEEN 0 AND size),
        origin text CHECK (origin ~ '^[!-~]{1,200}$')
      );
      CREATE INDEX record_head_unsigned ON record_head (log_id) WHERE signed_size < size;
      CREATE TABLE record_leaf (
        log_id uuid NOT NULL REFERENCES record_log,
        index bigint NOT NULL CHECK (index >= 0),
        entry_id uuid NOT NULL UNIQUE REFERENCES record_entry,
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (log_id, index)
      );
      -- Of complete subtrees: that at (level, index) is over the leaves from index * 2^level on.
      CREATE TABLE record_node (
        log_id uuid NOT NULL REFERENCES record_log,
        level smallint NOT NULL CHECK (level BETWEEN 1 AND 52),
        index bigint NOT NULL CHECK (index >= 0),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (log_id, level, index)
      );
      CREATE TABLE record_checkpoint (
        log_id uuid NOT NULL REFERENCES record_head,
        size bigint NOT NULL,
        root bytea NOT NULL CHECK (length(root) = 32),
        signed_at timestamptz(3) NOT NULL,
        public_key bytea NOT NULL CHECK (length(public_key) = 32),
        note text NOT NULL,
        PRIMARY KEY (log_id, size)
      );
      -- The keys with which an organization's witnesses cosign heads, and those heads. A cosignature is no entry: it would move the head.
      CREATE TABLE record_witness (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        verifier_key text NOT NULL UNIQUE CHECK (length(verifier_key) BETWEEN 50 AND 400),
        added_at timestamptz(3) NOT NULL,
        added_by uuid NOT NULL,
        FOREIGN KEY (added_by, organization_id) REFERENCES account (id, organization_id),
        UNIQUE (id, organization_id)
      );
      CREATE INDEX record_witness_organization ON record_witness (organization_id, id);
      CREATE TABLE record_witness_end (
        witness_id uuid PRIMARY KEY REFERENCES record_witness,
        ended_at timestamptz(3) NOT NULL,
        ended_by uuid NOT NULL REFERENCES account,
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000)
      );
      CREATE TABLE record_cosignature (
        log_id uuid NOT NULL,
        size bigint NOT NULL,
        witness_id uuid NOT NULL REFERENCES record_witness,
        cosigned_at timestamptz(0) NOT NULL,
        received_at timestamptz(3) NOT NULL,
        line text NOT NULL CHECK (length(line) BETWEEN 100 AND 1000),
        PRIMARY KEY (log_id, size, witness_id),
        FOREIGN KEY (log_id, size) REFERENCES record_checkpoint (log_id, size)
      );
      CREATE INDEX record_cosignature_witness ON record_cosignature (witness_id, log_id, size);
      SELECT app.make_append_only('record_leaf'), app.make_append_only('record_node'), app.make_append_only('record_checkpoint'),
        app.make_append_only('record_witness'), app.make_append_only('record_witness_end'), app.make_append_only('record_cosignature');

      CREATE FUNCTION app.entries_wait() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          INSERT INTO record_pending (entry_id, log_id, position) SELECT id, log_id, position FROM added;
          RETURN NULL;
        END $$;
      CREATE TRIGGER entries_wait AFTER INSERT ON record_entry REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION app.entries_wait();

      CREATE FUNCTION app.node_hash(one bytea, other bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT sha256('\\x01'::bytea || one || other) $$;

      -- The complete subtrees that came about as a tree grew from one size to another.
      CREATE FUNCTION app.grow_tree(log uuid, former bigint, size bigint) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE height smallint := 1;
        BEGIN
          INSERT INTO record_node (log_id, level, index, hash)
          SELECT log, 1, i, app.node_hash(one.hash, other.hash) FROM generate_series(former >> 1, (size >> 1) - 1) i
          JOIN record_leaf one ON one.log_id = log AND one.index = i * 2
          JOIN record_leaf other ON other.log_id = log AND other.index = i * 2 + 1;
          WHILE size >> (height + 1) > 0 LOOP
            INSERT INTO record_node (log_id, level, index, hash)
            SELECT log, height + 1, i, app.node_hash(one.hash, other.hash)
            FROM generate_series(former >> (height + 1), (size >> (height + 1)) - 1) i
            JOIN record_node one ON one.log_id = log AND one.level = height AND one.index = i * 2
            JOIN record_node other ON other.log_id = log AND other.level = height AND other.index = i * 2 + 1;
            height := height + 1;
          END LOOP;
        END $$;

      -- Puts entries that are committed into the trees of their logs, as many as are asked for at most, and says how many.
      -- One writer at a time, whichever process it runs in; another finds nothing to do.
      CREATE FUNCTION app.sequence_record(most int) RETURNS int
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE done int; grown record;
        BEGIN
          IF NOT pg_try_advisory_xact_lock(app.lock_key('record:sequence')) THEN RETURN 0; END IF;
          FOR grown IN
            WITH taken AS (
              DELETE FROM record_pending p USING (SELECT entry_id FROM record_pending ORDER BY position LIMIT most) next
              WHERE p.entry_id = next.entry_id RETURNING p.entry_id, p.log_id, p.position),
            sizes AS (
              SELECT log_id, count(*) AS more, COALESCE((SELECT h.size FROM record_head h WHERE h.log_id = taken.log_id), 0) AS size
              FROM taken GROUP BY log_id),
            placed AS (
              INSERT INTO record_leaf (log_id, index, entry_id, hash)
              SELECT t.log_id, s.size + row_number() OVER (PARTITION BY t.log_id ORDER BY t.position) - 1, t.entry_id,
                sha256('\\x00'::bytea || e.canonical)
              FROM taken t JOIN record_entry e ON e.id = t.entry_id JOIN sizes s ON s.log_id = t.log_id),
            heads AS (
              INSERT INTO record_head (log_id, size) SELECT log_id, size + more FROM sizes
              ON CONFLICT (log_id) DO UPDATE SET size = EXCLUDED.size)
            SELECT log_id, size, size + more AS next, more FROM sizes
          LOOP
            done := COALESCE(done, 0) + grown.more;
            PERFORM app.grow_tree(grown.log_id, grown.size, grown.next);
          END LOOP;
          RETURN COALESCE(done, 0);
        END $$;

      -- The hash of a complete subtree, a leaf among them.
      CREATE FUNCTION app.subtree(log uuid, height int, place bigint) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT CASE height WHEN 0 THEN (SELECT l.hash FROM record_leaf l WHERE l.log_id = log AND l.index = place)
          ELSE (SELECT n.hash FROM record_node n WHERE n.log_id = log AND n.level = height AND n.index = place) END $$;
      -- The root of the first leaves of a log: null where a subtree of it is missing.
      CREATE FUNCTION app.tree_root(log uuid, size bigint) RETURNS bytea LANGUAGE plpgsql STABLE AS $$
        DECLARE root bytea; part bytea; begun boolean := false;
        BEGIN
          IF size = 0 THEN RETURN sha256(''::bytea); END IF;
          FOR height IN 0..52 LOOP
            CONTINUE WHEN (size >> height) & 1 = 0;
            part := app.subtree(log, height, (size >> height) - 1);
            root := CASE WHEN begun THEN app.node_hash(part, root) ELSE part END;
            begun := true;
          END LOOP;
          RETURN root;
        END $$;

      -- Heads that are not signed yet, some at a time.
      CREATE FUNCTION app.heads_to_sign(most int) RETURNS TABLE (log uuid, size bigint, root bytea, origin text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT h.log_id, h.size, app.tree_root(h.log_id, h.size), h.origin FROM record_head h
          WHERE h.signed_size < h.size ORDER BY h.log_id LIMIT most $$;
      -- Keeps a signed head: of a tree that is there, beyond the one before, under the name that the log is signed under.
      CREATE FUNCTION app.keep_checkpoint(log uuid, leaves bigint, head bytea, name text, key bytea, signed text, moment timestamptz) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE h record_head;
        BEGIN
          SELECT * INTO h FROM record_head WHERE log_id = log FOR UPDATE;
          IF NOT FOUND OR leaves <= h.signed_size THEN RETURN false; END IF;
          IF leaves > h.size OR head IS DISTINCT FROM app.tree_root(log, leaves) OR h.origin IS DISTINCT FROM name AND h.origin IS NOT NULL
            OR NOT starts_with(signed, name || E'\\n' || leaves || E'\\n' || encode(head, 'base64') || E'\\n\\n') THEN
            RAISE EXCEPTION 'a checkpoint is of the tree that there is' USING ERRCODE = 'check_violation';
          END IF;
          UPDATE record_head SET signed_size = leaves, origin = name WHERE log_id = log;
          INSERT INTO record_checkpoint (log_id, size, root, signed_at, public_key, note) VALUES (log, leaves, head, moment, key, signed);
          RETURN true;
        END $$;

      -- Whether a name with a key id is a witness's already, whosever it is.
      CREATE FUNCTION app.witness_is_known(named text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT EXISTS (SELECT 1 FROM record_witness w WHERE starts_with(w.verifier_key, named)) $$;

      DO $do$ DECLARE t text; BEGIN
        FOREACH t IN ARRAY ARRAY['record_head', 'record_leaf', 'record_node', 'record_checkpoint'] LOOP
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
          EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT 1 FROM record_log l WHERE l.id = log_id))', t || '_read', t);
        END LOOP;
      END $do$;
      ALTER TABLE record_pending ENABLE ROW LEVEL SECURITY;
      -- Who is party of a log with an organization learns its witnesses' keys.
      ALTER TABLE record_witness ENABLE ROW LEVEL SECURITY;
      CREATE POLICY record_witness_read ON record_witness FOR SELECT USING (organization_id = (SELECT app.viewer_org())
        OR EXISTS (SELECT 1 FROM record_log l WHERE record_witness.organization_id IN (l.party_a, l.party_b)));
      CREATE POLICY record_witness_add ON record_witness FOR INSERT WITH CHECK (organization_id = (SELECT app.viewer_org()));
      ALTER TABLE record_witness_end ENABLE ROW LEVEL SECURITY;
      CREATE POLICY record_witness_end_read ON record_witness_end FOR SELECT USING (EXISTS (SELECT 1 FROM record_witness w WHERE w.id = witness_id));
      CREATE POLICY record_witness_end_add ON record_witness_end FOR INSERT
        WITH CHECK (EXISTS (SELECT 1 FROM record_witness w WHERE w.id = witness_id AND w.organization_id = (SELECT app.viewer_org())));
      ALTER TABLE record_cosignature ENABLE ROW LEVEL SECURITY;
      CREATE POLICY record_cosignature_read ON record_cosignature FOR SELECT USING (EXISTS (SELECT 1 FROM record_log l WHERE l.id = log_id));
      CREATE POLICY record_cosignature_add ON record_cosignature FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM record_log l WHERE l.id = log_id)
        AND EXISTS (SELECT 1 FROM record_witness w WHERE w.id = witness_id AND w.organization_id = (SELECT app.viewer_org())));
      INSERT INTO app.application_grant VALUES
        ('record_head', 'SELECT'), ('record_leaf', 'SELECT'), ('record_node', 'SELECT'), ('record_checkpoint', 'SELECT'),
        ('record_witness', 'SELECT, INSERT'), ('record_witness_end', 'SELECT, INSERT'), ('record_cosignature', 'SELECT, INSERT');
      INSERT INTO app.function_for_jobs VALUES
        ('sequence_record(integer)'), ('heads_to_sign(integer)'),
        ('keep_checkpoint(uuid, bigint, bytea, text, bytea, text, timestamptz)');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM app.function_for_jobs WHERE signature LIKE 'sequence_record%' OR signature LIKE 'heads_to_sign%' OR signature LIKE 'keep_checkpoint%';
      DELETE FROM app.application_grant WHERE target IN ('record_head', 'record_leaf', 'record_node', 'record_checkpoint', 'record_witness',
        'record_witness_end', 'record_cosignature');
      DROP TRIGGER entries_wait ON record_entry;
      DROP TABLE record_cosignature, record_witness_end, record_witness, record_checkpoint, record_node, record_leaf, record_head, record_pending;
      DROP FUNCTION app.witness_is_known(text), app.keep_checkpoint(uuid, bigint, bytea, text, bytea, text, timestamptz), app.heads_to_sign(int), app.tree_root(uuid, bigint),
        app.subtree(uuid, int, bigint), app.sequence_record(int), app.grow_tree(uuid, bigint, bigint), app.node_hash(bytea, bytea), app.entries_wait();
    `);
  }
}
