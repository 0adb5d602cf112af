import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DUTY_OFFICERS, NO_DUTY_OFFICERS } from './0006-duty-officers';
import { NO_PARTS, PARTS } from './0006-parts';
import { CONDITIONS, NO_CONDITIONS } from './0006-conditions';
import { APPROVALS, NO_APPROVALS } from './0032-approvals';
import { EMERGENCIES, NO_EMERGENCIES } from './0036-emergencies';
import { NO_STANDING_RULES, STANDING_RULES } from './0037-standing-rules';

/** Items (advisories, incidents), their immutable versions with handling, releases and withdrawals. */
export class Items implements MigrationInterface {
  readonly name = 'Items0000000000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(DUTY_OFFICERS);
    await db.query(`
      CREATE TABLE item (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('advisory', 'incident')),
        owner_id uuid NOT NULL REFERENCES organization,
        created_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL REFERENCES account,
        UNIQUE (id, owner_id)
      );
      CREATE INDEX item_owner ON item (owner_id, kind, created_at, id);
      -- A change of content, handling or audience is a new version. NULL or empty handling is unlabelled: the owner's alone.
      CREATE TABLE item_version (
        id uuid PRIMARY KEY,
        item_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        created_at timestamptz(3) NOT NULL,
        created_by uuid NOT NULL REFERENCES account,
        authors uuid[] NOT NULL CHECK (cardinality(authors) > 0),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
        content jsonb NOT NULL,
        document bytea,
        tlp text CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
        information_type text,
        categories text[] NOT NULL DEFAULT '{}',
        sectors text[] NOT NULL DEFAULT '{}',
        product_types text[] NOT NULL DEFAULT '{}' CHECK (product_types = '{}' OR app.are_product_types(product_types)),
        severity text CHECK (severity IN ('none', 'low', 'medium', 'high', 'critical')),
        -- Countries whose constituencies it affects, and what the recipient may do with it.
        nexus text[] NOT NULL DEFAULT '{}' CHECK (array_to_string(nexus, ' ', '?') ~ '^([A-Z]{2}( [A-Z]{2})*)?$'),
        pap text CHECK (pap IN ('CLEAR', 'GREEN', 'AMBER', 'RED')),
        embargo_until timestamptz(3),
        third_party boolean NOT NULL DEFAULT false,
        audience_any boolean NOT NULL DEFAULT false,
        audience_include uuid[] NOT NULL DEFAULT '{}',
        audience_exclude uuid[] NOT NULL DEFAULT '{}',
        -- How many parts it has.
        parts int NOT NULL DEFAULT 0 CHECK (parts BETWEEN 0 AND 200),
        -- Accounts of duty officers of other organizations: of RED they are the only ones who get it.
        named_persons uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(named_persons) <= 20),
        FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id),
        CHECK (NOT audience_any OR cardinality(audience_include) = 0),
        CHECK (cardinality(named_persons) = 0 OR tlp IS NOT DISTINCT FROM 'RED'),
        UNIQUE (item_id, number),
        UNIQUE (id, item_id, owner_id)
      );
      CREATE INDEX item_version_named ON item_version USING gin (named_persons) WHERE named_persons <> '{}';
      -- [valid_from, valid_until) is when this version is the item's current one for anyone but the owner.
      CREATE TABLE release (
        item_version_id uuid PRIMARY KEY,
        item_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        released_at timestamptz(3) NOT NULL,
        released_by uuid NOT NULL REFERENCES account,
        public boolean NOT NULL,
        -- Whether one person released it alone (0036-emergencies), who may be its author: only to whose terms allow it.
        emergency boolean NOT NULL DEFAULT false,
        CHECK (NOT (emergency AND public)),
        -- Whether national law has come to bar it from the public since (D-18).
        barred_by_law boolean NOT NULL DEFAULT false,
        embargo_until timestamptz(3),
        superseded_at timestamptz(3),
        public_seq bigint,
        -- Public as long as its source consents (D-17).
        gated boolean NOT NULL DEFAULT false,
        FOREIGN KEY (item_version_id, item_id, owner_id) REFERENCES item_version (id, item_id, owner_id),
        CHECK (superseded_at >= released_at)
      );
      CREATE UNIQUE INDEX release_current ON release (item_id) WHERE superseded_at IS NULL;
      CREATE INDEX release_public_due ON release (released_at) WHERE public AND NOT barred_by_law AND public_seq IS NULL AND superseded_at IS NULL;
      CREATE INDEX release_owner ON release (owner_id, released_at);
      CREATE INDEX release_item ON release (item_id, released_at);
      CREATE TABLE withdrawal (
        item_id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id)
      );
      SELECT app.make_append_only('item'), app.make_append_only('item_version'), app.make_append_only('withdrawal');

      -- Whether a source was asked and may still answer: what is released meanwhile goes when it consents. Nobody is asked yet.
      CREATE FUNCTION app.consent_is_awaited(item uuid, everybody boolean, moment timestamptz) RETURNS boolean
        LANGUAGE sql STABLE AS 'SELECT false';

      CREATE FUNCTION app.fit_for_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE v item_version;
        BEGIN
          SELECT * INTO v FROM item_version WHERE id = NEW.item_version_id;
          IF NEW.emergency AND NOT EXISTS (SELECT 1 FROM emergency_release e WHERE e.item_version_id = v.id AND e.released_at = NEW.released_at
              AND e.released_by = NEW.released_by) THEN
            RAISE EXCEPTION 'who releases alone says why' USING ERRCODE = 'check_violation';
          END IF;
          IF NOT NEW.emergency AND NEW.released_by = ANY (v.authors) THEN
            RAISE EXCEPTION 'an author of a version may not release it' USING ERRCODE = 'check_violation';
          END IF;
          IF (SELECT organization_id FROM account WHERE id = NEW.released_by) <> NEW.owner_id THEN
            RAISE EXCEPTION 'only the owner releases' USING ERRCODE = 'check_violation';
          END IF;
          IF v.tlp IS NULL OR v.information_type IS NULL OR cardinality(v.categories) = 0 OR cardinality(v.sectors) = 0 THEN
            RAISE EXCEPTION 'unlabelled versions are not released' USING ERRCODE = 'check_violation';
          END IF;
          IF v.tlp = 'RED' AND (cardinality(v.named_persons) = 0
              OR EXISTS (SELECT 1 FROM unnest(v.named_persons) p LEFT JOIN account a ON a.id = p
                WHERE a.organization_id IS NULL OR a.organization_id = v.owner_id)) THEN
            RAISE EXCEPTION 'RED is released to named persons of other organizations only' USING ERRCODE = 'check_violation';
          END IF;
          IF v.third_party AND NOT EXISTS (SELECT 1 FROM counted_consent c WHERE c.item_id = v.item_id AND c.valid_until > NEW.released_at
              AND (NOT NEW.public OR c.scope = 'public')) AND NOT app.consent_is_awaited(v.item_id, NEW.public, NEW.released_at)
              -- Terms that let it go as far as its marking does need none.
              AND NOT (NOT NEW.public AND v.tlp IN ('CLEAR', 'GREEN') AND app.forwards(NEW.owner_id, NEW.released_at)) THEN
            RAISE EXCEPTION 'content of another publisher is not released without its consent' USING ERRCODE = 'check_violation';
          END IF;
          NEW.gated := NEW.public AND v.third_party;
          IF NEW.public AND v.tlp <> 'CLEAR' OR NEW.embargo_until IS DISTINCT FROM v.embargo_until THEN
            RAISE EXCEPTION 'a release carries the marking of its version' USING ERRCODE = 'check_violation';
          END IF;
          IF v.parts <> (SELECT count(*) FROM item_part p WHERE p.item_version_id = v.id) THEN
            RAISE EXCEPTION 'a version is released with all of its parts' USING ERRCODE = 'check_violation';
          END IF;
          IF EXISTS (SELECT 1 FROM withdrawal w WHERE w.item_id = NEW.item_id) THEN
            RAISE EXCEPTION 'a withdrawn item is not released again' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER fit_for_release BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION app.fit_for_release();
      -- A release is changed in one way only: it is followed by the next version, or numbered in the public feed, once; and once
      -- more when law that barred it no longer does.
      CREATE FUNCTION app.release_changes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF ROW(NEW.item_version_id, NEW.item_id, NEW.owner_id, NEW.released_at, NEW.released_by, NEW.public, NEW.emergency, NEW.embargo_until)
             IS DISTINCT FROM ROW(OLD.item_version_id, OLD.item_id, OLD.owner_id, OLD.released_at, OLD.released_by, OLD.public, OLD.emergency, OLD.embargo_until)
             OR (OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at)
             OR (OLD.public_seq IS NOT NULL AND NEW.public_seq IS DISTINCT FROM OLD.public_seq AND NOT OLD.gated
               AND NOT (NEW.public_seq IS NULL AND OLD.barred_by_law AND NOT NEW.barred_by_law))
             OR NEW.gated IS DISTINCT FROM OLD.gated THEN
            RAISE EXCEPTION 'a release is only superseded, never changed' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER release_changes BEFORE UPDATE ON release FOR EACH ROW EXECUTE FUNCTION app.release_changes();
      CREATE TRIGGER release_stays BEFORE DELETE ON release FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

      INSERT INTO app.application_grant VALUES
        ('item', 'SELECT, INSERT'), ('item_version', 'SELECT, INSERT'), ('withdrawal', 'SELECT, INSERT'),
        ('release', 'SELECT, INSERT, UPDATE (superseded_at)');
    `);
    await db.query(PARTS);
    await db.query(CONDITIONS);
    await db.query(APPROVALS);
    await db.query(EMERGENCIES);
    await db.query(STANDING_RULES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_STANDING_RULES);
    await db.query(NO_EMERGENCIES);
    await db.query(NO_APPROVALS);
    await db.query(NO_CONDITIONS);
    await db.query(NO_PARTS);
    await db.query(`
      DROP TABLE withdrawal, release, item_version, item;
      DROP FUNCTION app.fit_for_release(), app.consent_is_awaited(uuid, boolean, timestamptz), app.release_changes();
      DELETE FROM app.application_grant WHERE target IN ('item', 'item_version', 'withdrawal', 'release');
    `);
    await db.query(NO_DUTY_OFFICERS);
  }
}
