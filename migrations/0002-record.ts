import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The append-only record. An entry is canonical bytes (RFC 8785) that hold salted commitments, one per audience;
 * what is committed to lies apart in record_payload, so that an erasure never breaks the log.
 */
export class Record implements MigrationInterface {
  readonly name = 'Record0000000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One log per relationship (an agreement seen by one pair of operating CERTs), one house log per organization.
      CREATE TABLE record_log (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('relationship', 'house')),
        party_a uuid NOT NULL,
        party_b uuid,
        agreement_id uuid,
        CHECK ((kind = 'relationship') = (party_b IS NOT NULL AND agreement_id IS NOT NULL)),
        CHECK (party_b IS NULL OR party_a < party_b)
      );
      CREATE UNIQUE INDEX record_log_house ON record_log (party_a) WHERE kind = 'house';
      CREATE UNIQUE INDEX record_log_relationship ON record_log (agreement_id, party_a, party_b) WHERE kind = 'relationship';

      CREATE TABLE record_entry (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        log_id uuid NOT NULL REFERENCES record_log,
        kind text NOT NULL,
        at timestamptz(3) NOT NULL,
        canonical bytea NOT NULL
      );
      CREATE INDEX record_entry_log ON record_entry (log_id, position);
      -- Pages are read from the newest on, of all kinds or of one.
      CREATE INDEX record_entry_time ON record_entry (log_id, at, position);
      CREATE INDEX record_entry_kind ON record_entry (log_id, kind, at, position);

      -- audience: 'shared' and 'content' are for all parties of the log, an organization's id is for that one alone.
      CREATE TABLE record_payload (
        entry_id uuid NOT NULL REFERENCES record_entry,
        audience text NOT NULL,
        salt bytea NOT NULL CHECK (length(salt) = 32),
        payload bytea NOT NULL,
        PRIMARY KEY (entry_id, audience)
      );
      SELECT app.make_append_only('record_log'), app.make_append_only('record_entry'), app.make_append_only('record_payload');

      ALTER TABLE record_log ENABLE ROW LEVEL SECURITY;
      ALTER TABLE record_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE record_payload ENABLE ROW LEVEL SECURITY;
      CREATE POLICY record_log_read ON record_log FOR SELECT
        USING ((SELECT app.viewer_org()) IN (party_a, party_b));
      CREATE POLICY record_entry_read ON record_entry FOR SELECT
        USING (EXISTS (SELECT 1 FROM record_log l WHERE l.id = log_id));
      -- A reader appends to the log of the owner whose item it reads: whoever acts may append, only parties may read.
      CREATE POLICY record_entry_append ON record_entry FOR INSERT WITH CHECK ((SELECT app.viewer_org()) IS NOT NULL);
      CREATE POLICY record_payload_read ON record_payload FOR SELECT
        USING (audience IN ('shared', 'content', (SELECT app.viewer_org())::text)
               AND EXISTS (SELECT 1 FROM record_entry e WHERE e.id = entry_id));
      CREATE POLICY record_payload_append ON record_payload FOR INSERT WITH CHECK ((SELECT app.viewer_org()) IS NOT NULL);

      -- Where an act on an organization's item is logged, without letting the actor read that log.
      CREATE FUNCTION app.house_log(org uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT id FROM record_log WHERE kind = 'house' AND party_a = org $$;

      INSERT INTO app.application_grant VALUES
        ('record_log', 'SELECT'), ('record_entry', 'SELECT, INSERT'), ('record_payload', 'SELECT, INSERT');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.house_log(uuid);
      DROP TABLE record_payload, record_entry, record_log;
      DELETE FROM app.application_grant WHERE target LIKE 'record\\_%';
    `);
  }
}
