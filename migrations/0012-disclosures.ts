import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a variant version became known to a team, once per projection; each answer that carried it; what was refused. */
export class Disclosures implements MigrationInterface {
  readonly name = 'Disclosures0000000000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE disclosure (
        id uuid PRIMARY KEY,
        team_id uuid NOT NULL REFERENCES organization,
        -- Of RED the named person to whom it became known; nobody else of the team comes across it.
        person_id uuid,
        owner_id uuid NOT NULL REFERENCES organization,
        variant_version_id uuid NOT NULL REFERENCES variant_version,
        projection text NOT NULL,
        content_sha256 bytea NOT NULL CHECK (length(content_sha256) = 32),
        -- None: it was told by word of mouth, and nothing let it go.
        basis text NOT NULL CHECK (basis IN ('public', 'grant') OR basis = 'none' AND projection = 'told'),
        rules_version int NOT NULL,
        at timestamptz(3) NOT NULL,
        log_id uuid NOT NULL REFERENCES record_log,
        entry_id uuid NOT NULL UNIQUE REFERENCES record_entry DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (variant_version_id, projection) REFERENCES rendition,
        FOREIGN KEY (person_id, team_id) REFERENCES account (id, organization_id),
        UNIQUE (team_id, variant_version_id, projection)
      );
      CREATE INDEX disclosure_version ON disclosure (variant_version_id);
      CREATE INDEX disclosure_log ON disclosure (log_id, at);
      CREATE INDEX disclosure_flow ON disclosure (log_id, team_id, at);
      -- What a disclosure rests on, for its owner alone: a team is not told what was dropped, nor a constituent the agreement
      -- of its parent.
      CREATE TABLE disclosure_grounds (
        disclosure_id uuid PRIMARY KEY REFERENCES disclosure,
        grant_id uuid REFERENCES exchange_grant,
        terms_version_id uuid REFERENCES terms_version,
        clause text,
        decision jsonb NOT NULL,
        obligations jsonb NOT NULL,
        CHECK (num_nonnulls(grant_id, terms_version_id, clause) IN (0, 3))
      );
      -- One answer, as far as one log is concerned: an answer that carried items of two owners is a transfer in each log.
      CREATE TABLE transfer (
        id uuid PRIMARY KEY,
        answer_id uuid NOT NULL,
        team_id uuid NOT NULL REFERENCES organization,
        channel text NOT NULL CHECK (channel IN ('portal', 'rest', 'csaf', 'taxii', 'misp', 'mail', 'voice')),
        -- What the request said it is for, if it said so.
        purpose text CHECK (purpose IN ('network_defence', 'incident_response', 'victim_notification', 'statistics', 'research', 'law_enforcement')),
        route text NOT NULL,
        at timestamptz(3) NOT NULL,
        api_key_id uuid REFERENCES api_key,
        account_id uuid REFERENCES account,
        body_sha256 bytea NOT NULL CHECK (length(body_sha256) = 32),
        log_id uuid NOT NULL REFERENCES record_log,
        entry_id uuid NOT NULL UNIQUE REFERENCES record_entry,
        UNIQUE (answer_id, log_id)
      );
      CREATE TABLE transfer_disclosure (
        transfer_id uuid NOT NULL REFERENCES transfer,
        disclosure_id uuid NOT NULL REFERENCES disclosure,
        PRIMARY KEY (transfer_id, disclosure_id)
      );
      CREATE INDEX transfer_disclosure_disclosure ON transfer_disclosure (disclosure_id);
      SELECT app.make_append_only('disclosure'), app.make_append_only('disclosure_grounds'), app.make_append_only('transfer'), app.make_append_only('transfer_disclosure');
      -- Asks by id that were answered with 404, absent and withheld alike, and anonymous reads: counted by the hour.
      CREATE TABLE refusal (
        team_id uuid NOT NULL REFERENCES organization,
        hour timestamptz NOT NULL,
        route text NOT NULL,
        asked text NOT NULL,
        times bigint NOT NULL,
        PRIMARY KEY (team_id, hour, route, asked)
      );
      CREATE TABLE public_read (
        hour timestamptz NOT NULL,
        route text NOT NULL,
        times bigint NOT NULL,
        PRIMARY KEY (hour, route)
      );

      -- By the channel and for the purpose of the request: by none, nothing leaves.
      CREATE FUNCTION app.add_transfer(id uuid, answer uuid, team uuid, route text, at timestamptz, api_key uuid, account uuid,
          body_sha256 bytea, log uuid, entry uuid, disclosures uuid[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO transfer (id, answer_id, team_id, channel, purpose, route, at, api_key_id, account_id, body_sha256, log_id, entry_id)
            VALUES (id, answer, team, app.channel(), app.purpose(), route, at, api_key, account, body_sha256, log, entry);
          INSERT INTO transfer_disclosure SELECT id, unnest(disclosures);
        END $$;

      ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY;
      CREATE POLICY disclosure_read ON disclosure FOR SELECT
        USING (owner_id = (SELECT app.viewer_org()) OR (team_id = app.public_team() AND (SELECT app.viewer_org()) IS NOT NULL)
          -- What was told though nothing let it go is on record for its owner alone.
          OR (team_id = (SELECT app.viewer_org()) AND basis <> 'none' AND (person_id IS NULL OR person_id = (SELECT app.viewer_person()))));
      CREATE POLICY disclosure_add ON disclosure FOR INSERT
        WITH CHECK (team_id IN ((SELECT app.viewer_org()), app.public_team()) AND (SELECT app.viewer_org()) IS NOT NULL
            AND (person_id IS NULL OR person_id = (SELECT app.viewer_person()))
          -- What was told by word of mouth its owner writes down.
          OR owner_id = (SELECT app.viewer_org()) AND projection = 'told');
      ALTER TABLE disclosure_grounds ENABLE ROW LEVEL SECURITY;
      CREATE POLICY disclosure_grounds_read ON disclosure_grounds FOR SELECT
        USING (EXISTS (SELECT 1 FROM disclosure d WHERE d.id = disclosure_id AND d.owner_id = (SELECT app.viewer_org())));
      CREATE POLICY disclosure_grounds_add ON disclosure_grounds FOR INSERT
        WITH CHECK (EXISTS (SELECT 1 FROM disclosure d WHERE d.id = disclosure_id AND (d.team_id IN ((SELECT app.viewer_org()), app.public_team())
          OR d.owner_id = (SELECT app.viewer_org()) AND d.projection = 'told')));
      ALTER TABLE transfer ENABLE ROW LEVEL SECURITY;
      CREATE POLICY transfer_read ON transfer FOR SELECT
        USING (team_id = (SELECT app.viewer_org()) OR EXISTS (SELECT 1 FROM record_log l WHERE l.id = log_id));
      CREATE POLICY transfer_add ON transfer FOR INSERT WITH CHECK (team_id = (SELECT app.viewer_org()));
      ALTER TABLE transfer_disclosure ENABLE ROW LEVEL SECURITY;
      CREATE POLICY transfer_disclosure_all ON transfer_disclosure FOR ALL USING (EXISTS (SELECT 1 FROM transfer t WHERE t.id = transfer_id));
      ALTER TABLE refusal ENABLE ROW LEVEL SECURITY;
      CREATE POLICY refusal_own ON refusal FOR ALL USING (team_id = (SELECT app.viewer_org()));
      ALTER TABLE public_read ENABLE ROW LEVEL SECURITY;
      CREATE POLICY public_read_all ON public_read FOR ALL USING ((SELECT app.viewer_org()) IS NOT NULL);

      INSERT INTO app.application_grant VALUES
        ('disclosure', 'SELECT, INSERT'), ('disclosure_grounds', 'SELECT, INSERT'), ('transfer', 'SELECT, INSERT'), ('transfer_disclosure', 'SELECT, INSERT'),
        ('refusal', 'SELECT, INSERT, UPDATE'), ('public_read', 'SELECT, INSERT, UPDATE');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.add_transfer;
      DROP TABLE public_read, refusal, transfer_disclosure, transfer, disclosure_grounds, disclosure;
      DELETE FROM app.application_grant WHERE target IN ('disclosure', 'disclosure_grounds', 'transfer', 'transfer_disclosure', 'refusal', 'public_read');
    `);
  }
}
