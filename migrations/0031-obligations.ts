import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NO_NOTICES, NOTICES } from './0031-notices';
import { NO_STANDING, STANDING } from './0031-standing';

/** What recipients owe for what was disclosed to them, by sets; the facts that meet, pause or waive it; the daily digests. */
export class Obligations implements MigrationInterface {
  readonly name = 'Obligations0000000000031';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row for a set: what became known to the debtor in a half-open interval under one grant, of the severities that are
      -- named, if any are. It follows from the terms and the disclosures, which are on the record, and never changes.
      CREATE TABLE obligation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        log_id uuid NOT NULL REFERENCES record_log,
        agreement_id uuid NOT NULL REFERENCES agreement,
        grant_id uuid NOT NULL REFERENCES exchange_grant,
        -- Whose term it is: of several grants in force that admit the same the strictest.
        term_grant_id uuid NOT NULL REFERENCES exchange_grant,
        debtor_id uuid NOT NULL REFERENCES organization,
        creditor_id uuid NOT NULL REFERENCES organization,
        -- Of RED the person to whom it became known; nobody else of her team comes across it.
        person_id uuid,
        kind text NOT NULL CHECK (kind IN ('acknowledge', 'destroy', 'return', 'keep')),
        severities text[] CHECK (cardinality(severities) > 0),
        covers_from timestamptz(3) NOT NULL,
        covers_until timestamptz(3) NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        -- Null: what is kept under the terms is so without an end.
        due_at timestamptz(3),
        -- Whether only a certificate meets it.
        certificate boolean NOT NULL DEFAULT false,
        CHECK (debtor_id <> creditor_id),
        CHECK (covers_from < covers_until),
        CHECK ((kind = 'keep') = (due_at IS NULL)),
        CHECK (severities IS NULL OR kind = 'acknowledge'),
        FOREIGN KEY (person_id, debtor_id) REFERENCES account (id, organization_id),
        UNIQUE NULLS NOT DISTINCT (grant_id, debtor_id, kind, covers_from, person_id, severities)
      );
      CREATE INDEX obligation_owed_by ON obligation (debtor_id, (COALESCE(due_at, 'infinity')), id);
      CREATE INDEX obligation_owed_to ON obligation (creditor_id, (COALESCE(due_at, 'infinity')), id);
      CREATE TABLE obligation_fact (
        id uuid PRIMARY KEY,
        obligation_id uuid NOT NULL REFERENCES obligation,
        kind text NOT NULL CHECK (kind IN ('met', 'waived', 'held', 'disputed', 'resumed')),
        at timestamptz(3) NOT NULL,
        by_org uuid NOT NULL REFERENCES organization,
        account_id uuid REFERENCES account,
        api_key_id uuid REFERENCES api_key,
        -- How it was met.
        means text CHECK (means IN ('pull', 'statement', 'items', 'certificate')),
        notice_id uuid,
        -- Until when it is paused at the longest; the pause that is over.
        until_at timestamptz(3) CHECK (until_at > at),
        ends_id uuid UNIQUE REFERENCES obligation_fact,
        reason text CHECK (length(reason) BETWEEN 3 AND 2000),
        entry_id uuid NOT NULL REFERENCES record_entry DEFERRABLE INITIALLY DEFERRED,
        CHECK (num_nonnulls(account_id, api_key_id) = 1),
        CHECK ((kind = 'met') = (means IS NOT NULL)),
        CHECK ((means = 'certificate') IS TRUE = (notice_id IS NOT NULL)),
        CHECK (until_at IS NULL OR kind IN ('held', 'disputed')),
        CHECK ((kind = 'resumed') = (ends_id IS NOT NULL)),
        CHECK (kind = 'met' OR reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX obligation_fact_once ON obligation_fact (obligation_id) WHERE kind IN ('met', 'waived');
      CREATE INDEX obligation_fact_of ON obligation_fact (obligation_id, at);
      -- What is neither met nor waived; and of what waits for the next pull, at which places of the feed it lies.
      CREATE TABLE obligation_live (
        obligation_id uuid PRIMARY KEY REFERENCES obligation,
        debtor_id uuid NOT NULL,
        creditor_id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        low bigint,
        high bigint,
        CHECK ((low IS NULL) = (high IS NULL) AND low <= high)
      );
      CREATE INDEX obligation_live_owed_by ON obligation_live (debtor_id, due_at, obligation_id);
      CREATE INDEX obligation_live_owed_to ON obligation_live (creditor_id, due_at, obligation_id);
      CREATE INDEX obligation_live_pull ON obligation_live (debtor_id, high) WHERE high IS NOT NULL;
      CREATE FUNCTION app.obligation_opens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          INSERT INTO obligation_live (obligation_id, debtor_id, creditor_id, due_at)
            SELECT n.id, n.debtor_id, n.creditor_id, COALESCE(n.due_at, 'infinity') FROM added n;
          RETURN NULL;
        END $$;
      CREATE TRIGGER opens AFTER INSERT ON obligation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.obligation_opens();
      -- Who may state which fact: the debtor that it is met, the creditor that it is waived, who paused that it goes on.
      CREATE FUNCTION app.obligation_fact_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE o obligation;
        BEGIN
          SELECT * INTO STRICT o FROM obligation WHERE id = NEW.obligation_id;
          IF NEW.by_org NOT IN (o.debtor_id, o.creditor_id) OR NEW.kind = 'met' AND NEW.by_org <> o.debtor_id
            OR NEW.kind = 'waived' AND NEW.by_org <> o.creditor_id OR NEW.at < o.opened_at
            OR NEW.kind = 'met' AND o.certificate AND NEW.means <> 'certificate' OR o.kind = 'keep' AND NEW.kind = 'met'
            OR EXISTS (SELECT 1 FROM obligation_fact f WHERE f.obligation_id = o.id AND f.kind IN ('met', 'waived'))
            OR NEW.kind = 'resumed' AND NOT EXISTS (SELECT 1 FROM obligation_fact p WHERE p.id = NEW.ends_id AND p.obligation_id = o.id
              AND p.kind IN ('held', 'disputed') AND p.by_org = NEW.by_org)
          THEN RAISE EXCEPTION 'this is not stated of the obligation' USING ERRCODE = 'check_violation'; END IF;
          IF NEW.kind IN ('met', 'waived') THEN DELETE FROM obligation_live WHERE obligation_id = o.id; END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER counts BEFORE INSERT ON obligation_fact FOR EACH ROW EXECUTE FUNCTION app.obligation_fact_counts();
      -- What is overdue, told once a day for each agreement to each side.
      CREATE TABLE obligation_digest (
        agreement_id uuid NOT NULL REFERENCES agreement,
        day date NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization,
        owed_by_us int NOT NULL CHECK (owed_by_us >= 0),
        owed_to_us int NOT NULL CHECK (owed_to_us >= 0),
        oldest_due timestamptz(3) NOT NULL,
        made_at timestamptz(3) NOT NULL,
        PRIMARY KEY (organization_id, day, agreement_id),
        CHECK (owed_by_us + owed_to_us > 0)
      );
      SELECT app.make_append_only('obligation'), app.make_append_only('obligation_fact'), app.make_append_only('obligation_digest');

      ALTER TABLE obligation ENABLE ROW LEVEL SECURITY;
      CREATE POLICY obligation_read ON obligation FOR SELECT USING (creditor_id = (SELECT app.viewer_org())
        OR debtor_id = (SELECT app.viewer_org()) AND (person_id IS NULL OR person_id = (SELECT app.viewer_person())));
      CREATE POLICY obligation_add ON obligation FOR INSERT WITH CHECK (debtor_id = (SELECT app.viewer_org())
        AND (person_id IS NULL OR person_id = (SELECT app.viewer_person())));
      ALTER TABLE obligation_fact ENABLE ROW LEVEL SECURITY;
      CREATE POLICY obligation_fact_read ON obligation_fact FOR SELECT USING (EXISTS (SELECT 1 FROM obligation o WHERE o.id = obligation_id));
      CREATE POLICY obligation_fact_add ON obligation_fact FOR INSERT WITH CHECK (by_org = (SELECT app.viewer_org())
        AND EXISTS (SELECT 1 FROM obligation o WHERE o.id = obligation_id));
      ALTER TABLE obligation_live ENABLE ROW LEVEL SECURITY;
      -- What of RED one person owes, nobody else of her team comes across here either.
      CREATE POLICY obligation_live_read ON obligation_live FOR SELECT USING ((SELECT app.viewer_org()) IN (debtor_id, creditor_id)
        AND EXISTS (SELECT 1 FROM obligation o WHERE o.id = obligation_id));
      -- Also to hold a row while something is stated of it.
      CREATE POLICY obligation_live_change ON obligation_live FOR UPDATE USING ((SELECT app.viewer_org()) IN (debtor_id, creditor_id)
        AND EXISTS (SELECT 1 FROM obligation o WHERE o.id = obligation_id));
      ALTER TABLE obligation_digest ENABLE ROW LEVEL SECURITY;
      CREATE POLICY obligation_digest_read ON obligation_digest FOR SELECT USING (organization_id = (SELECT app.viewer_org()));
      INSERT INTO app.application_grant VALUES ('obligation', 'SELECT, INSERT'), ('obligation_fact', 'SELECT, INSERT'),
        ('obligation_live', 'SELECT, UPDATE (low, high)'), ('obligation_digest', 'SELECT');
    `);
    await db.query(NOTICES);
    await db.query(STANDING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_STANDING);
    await db.query(NO_NOTICES);
    await db.query(`
      DROP TABLE obligation_digest, obligation_live, obligation_fact, obligation;
      DROP FUNCTION app.obligation_fact_counts(), app.obligation_opens();
      DELETE FROM app.application_grant WHERE target LIKE 'obligation%';
    `);
  }
}
