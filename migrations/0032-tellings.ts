import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people told people of other teams: by telephone, by message, in a meeting. Written down, and never changed. */
export class Tellings implements MigrationInterface {
  readonly name = 'Tellings0000000000032';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE telling (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES organization,
        team_id uuid NOT NULL REFERENCES organization,
        -- A duty officer by account, or whoever it was by name.
        person_id uuid,
        person_name text CHECK (length(person_name) BETWEEN 1 AND 200),
        -- An own item, or what is filed nowhere.
        item_id uuid,
        item_version_id uuid,
        disclosure_id uuid REFERENCES disclosure,
        about text CHECK (length(about) BETWEEN 3 AND 2000),
        tlp text CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
        information_type text,
        how text NOT NULL CHECK (how IN ('call', 'message', 'meeting', 'mail')),
        -- Whether what carried it is known to have been encrypted; mail that is not is a message.
        encrypted boolean NOT NULL CHECK (encrypted OR how <> 'mail'),
        told_at timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL,
        late boolean NOT NULL,
        -- What the decision said at the instant at which it was told, for the own side alone.
        authorised boolean NOT NULL,
        basis text CHECK (basis IN ('public', 'grant')),
        agreement text,
        terms_version int,
        clause text,
        reasons jsonb NOT NULL,
        obligations jsonb NOT NULL,
        rules_version int NOT NULL,
        entry_id uuid NOT NULL UNIQUE REFERENCES record_entry DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (item_version_id, item_id, owner_id) REFERENCES item_version (id, item_id, owner_id),
        FOREIGN KEY (person_id, team_id) REFERENCES account (id, organization_id),
        FOREIGN KEY (recorded_by, owner_id) REFERENCES account (id, organization_id),
        CHECK (owner_id <> team_id AND team_id <> app.public_team()),
        CHECK (num_nonnulls(person_id, person_name) <= 1),
        CHECK (num_nonnulls(item_version_id, item_id) IN (0, 2) AND num_nonnulls(item_version_id, about) = 1),
        CHECK (about IS NULL OR tlp IS NOT NULL),
        CHECK (item_version_id IS NOT NULL OR disclosure_id IS NULL),
        CHECK (told_at <= recorded_at AND late = (recorded_at - told_at > interval '1 hour')),
        CHECK (authorised = (basis IS NOT NULL) AND authorised = (reasons = '[]')),
        CHECK (num_nonnulls(agreement, terms_version, clause) = CASE basis WHEN 'grant' THEN 3 ELSE 0 END)
      );
      CREATE INDEX telling_owner ON telling (owner_id, recorded_at, id);
      CREATE INDEX telling_item ON telling (item_id, recorded_at, id) WHERE item_id IS NOT NULL;
      CREATE INDEX telling_exception ON telling (owner_id, recorded_at, id) WHERE late OR NOT authorised;
      -- What was wrong in it. It counts beside it; nothing is taken away.
      CREATE TABLE telling_correction (
        id uuid PRIMARY KEY,
        telling_id uuid NOT NULL REFERENCES telling,
        at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        text text NOT NULL CHECK (length(text) BETWEEN 3 AND 2000),
        not_told boolean NOT NULL
      );
      CREATE INDEX telling_correction_of ON telling_correction (telling_id, at, id);
      SELECT app.make_append_only('telling'), app.make_append_only('telling_correction');
      ALTER TABLE telling ENABLE ROW LEVEL SECURITY;
      CREATE POLICY telling_own ON telling FOR ALL USING (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE telling_correction ENABLE ROW LEVEL SECURITY;
      CREATE POLICY telling_correction_own ON telling_correction FOR ALL USING (EXISTS (SELECT 1 FROM telling t WHERE t.id = telling_id));
      INSERT INTO app.application_grant VALUES ('telling', 'SELECT, INSERT'), ('telling_correction', 'SELECT, INSERT');

      -- The variant version as which a team, or of RED a person of it, was told an own item. It enters no feed and lets nothing be
      -- read: what has not been let go of the parts is dropped from its shape. Variants are made under the locks of who reads.
      CREATE FUNCTION app.tell(told uuid, team uuid, person uuid, moment timestamptz) RETURNS TABLE (variant_version_id uuid, external_id uuid, number int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE v item_version; known variant;
        BEGIN
          SELECT * INTO v FROM item_version WHERE id = told;
          PERFORM app.require_actor(v.owner_id = app.viewer_org() AND team NOT IN (v.owner_id, app.public_team()));
          PERFORM pg_advisory_xact_lock(app.lock_key('feed:' || team));
          IF person IS NOT NULL THEN
            PERFORM pg_advisory_xact_lock(app.lock_key('named:' || person));
          END IF;
          INSERT INTO variant (id, item_id, owner_id, team_id, person_id, external_id)
            VALUES (gen_random_uuid(), v.item_id, v.owner_id, team, person, gen_random_uuid()) ON CONFLICT DO NOTHING;
          SELECT * INTO STRICT known FROM variant s WHERE s.item_id = v.item_id AND s.team_id = team AND s.person_id IS NOT DISTINCT FROM person;
          INSERT INTO variant_version (id, variant_id, item_version_id, number, shape, made_at)
            SELECT gen_random_uuid(), known.id, v.id, COALESCE(max(w.number), 0) + 1, app.shape_of(team, v.id, moment), moment
            FROM variant_version w WHERE w.variant_id = known.id HAVING NOT COALESCE(bool_or(w.item_version_id = v.id), false);
          RETURN QUERY SELECT w.id, known.external_id, w.number FROM variant_version w
            WHERE w.variant_id = known.id AND w.item_version_id = v.id ORDER BY w.number DESC LIMIT 1;
        END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.tell(uuid, uuid, uuid, timestamptz);
      DROP TABLE telling_correction, telling;
      DELETE FROM app.application_grant WHERE target IN ('telling', 'telling_correction');
    `);
  }
}
