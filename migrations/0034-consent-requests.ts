import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNTED_CONSENT } from './0006-conditions';
import { CONSENTED, WITHOUT_CONSENT } from './0034-consented';

const TABLES = [
  'derived_item',
  'consent_request',
  'consent_request_item',
  'consent_request_team',
  'consent_request_end',
  'consent_request_refusal',
  'consent_grant',
  'consent_grant_team',
  'consent_withdrawal',
];

/** Teams ask the originator of what they have for its consent that it goes on, and are answered. */
export class ConsentRequests implements MigrationInterface {
  readonly name = 'ConsentRequests0000000000034';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- An own item that holds what another team shared: it goes on as far as that team consents, and nobody else.
      CREATE TABLE derived_item (
        item_id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        source_item_id uuid NOT NULL,
        source_owner_id uuid NOT NULL,
        declared_at timestamptz(3) NOT NULL,
        declared_by uuid NOT NULL REFERENCES account,
        FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id),
        FOREIGN KEY (source_item_id, source_owner_id) REFERENCES item (id, owner_id),
        UNIQUE (item_id, owner_id, source_item_id),
        CHECK (owner_id <> source_owner_id)
      );
      CREATE TABLE consent_request (
        id uuid PRIMARY KEY,
        requester_id uuid NOT NULL REFERENCES organization,
        originator_id uuid NOT NULL,
        source_item_id uuid NOT NULL,
        source_kind text NOT NULL CHECK (source_kind IN ('advisory', 'incident')),
        scope text NOT NULL CHECK (scope IN ('teams', 'partners', 'constituents', 'public')),
        -- What the originator reads in place of the teams, whose names then are not its to know.
        in_words text CHECK (length(in_words) BETWEEN 3 AND 500),
        why text NOT NULL CHECK (length(why) BETWEEN 3 AND 5000),
        wanted_until timestamptz(3) NOT NULL,
        open_until timestamptz(3) NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        asked_by uuid NOT NULL REFERENCES account,
        -- Until when the terms in force then promise an answer, and the grant that says so.
        respond_by timestamptz(3) CHECK (respond_by > asked_at),
        respond_grant_id uuid REFERENCES exchange_grant,
        CHECK ((respond_by IS NULL) = (respond_grant_id IS NULL)),
        FOREIGN KEY (source_item_id, originator_id) REFERENCES item (id, owner_id),
        UNIQUE (id, requester_id, source_item_id),
        CHECK (requester_id <> originator_id),
        CHECK (in_words IS NULL OR scope = 'teams'),
        CHECK (wanted_until > asked_at),
        CHECK (open_until > asked_at AND open_until <= asked_at + interval '366 days')
      );
      CREATE INDEX consent_request_requester ON consent_request (requester_id, asked_at, id);
      CREATE INDEX consent_request_originator ON consent_request (originator_id, asked_at, id);
      CREATE INDEX consent_request_source ON consent_request (source_item_id);
      -- Which item of the requester waits, is the requester's alone to know.
      CREATE TABLE consent_request_item (
        request_id uuid PRIMARY KEY,
        item_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        source_item_id uuid NOT NULL,
        FOREIGN KEY (request_id, owner_id, source_item_id) REFERENCES consent_request (id, requester_id, source_item_id),
        FOREIGN KEY (item_id, owner_id, source_item_id) REFERENCES derived_item (item_id, owner_id, source_item_id)
      );
      CREATE INDEX consent_request_item_item ON consent_request_item (item_id);
      CREATE TABLE consent_request_team (
        request_id uuid NOT NULL REFERENCES consent_request,
        team_id uuid NOT NULL REFERENCES organization,
        PRIMARY KEY (request_id, team_id)
      );
      -- Answered by the originator, or closed by who asked.
      CREATE TABLE consent_request_end (
        request_id uuid PRIMARY KEY REFERENCES consent_request,
        outcome text NOT NULL CHECK (outcome IN ('granted', 'refused', 'closed')),
        at timestamptz(3) NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account,
        recorded_by_org uuid NOT NULL REFERENCES organization,
        UNIQUE (request_id, outcome)
      );
      CREATE TABLE consent_request_refusal (
        request_id uuid PRIMARY KEY,
        outcome text NOT NULL DEFAULT 'refused' CHECK (outcome = 'refused'),
        reason_code text NOT NULL CHECK (reason_code IN ('ongoing_investigation', 'law', 'victim_refusal', 'resources', 'other')),
        reason text CHECK (length(reason) BETWEEN 3 AND 2000),
        told boolean NOT NULL,
        FOREIGN KEY (request_id, outcome) REFERENCES consent_request_end (request_id, outcome)
      );
      CREATE TABLE consent_grant (
        request_id uuid PRIMARY KEY,
        outcome text NOT NULL DEFAULT 'granted' CHECK (outcome = 'granted'),
        scope text NOT NULL CHECK (scope IN ('teams', 'partners', 'constituents', 'public')),
        -- To all teams that were asked for, named or in words; otherwise to those of consent_grant_team.
        as_asked boolean NOT NULL,
        valid_until timestamptz(3) NOT NULL,
        FOREIGN KEY (request_id, outcome) REFERENCES consent_request_end (request_id, outcome)
      );
      CREATE TABLE consent_grant_team (
        request_id uuid NOT NULL REFERENCES consent_grant,
        team_id uuid NOT NULL REFERENCES organization,
        PRIMARY KEY (request_id, team_id)
      );
      CREATE TABLE consent_withdrawal (
        request_id uuid PRIMARY KEY REFERENCES consent_grant,
        at timestamptz(3) NOT NULL,
        reason text CHECK (length(reason) BETWEEN 3 AND 2000),
        recorded_by uuid NOT NULL REFERENCES account
      );
      SELECT app.make_append_only(t) FROM unnest(ARRAY['${TABLES.join("', '")}']) t;
    `);
    await db.query(
      `CREATE TRIGGER is_promised BEFORE INSERT ON consent_request FOR EACH ROW EXECUTE FUNCTION app.response_is_promised('originator_id')`,
    );
    await db.query(CONSENTED);
    await db.query(`
      ALTER TABLE derived_item ENABLE ROW LEVEL SECURITY;
      -- Only what was put before the viewer's team is named as a source, or asked about.
      CREATE POLICY derived_item_read ON derived_item FOR SELECT USING (owner_id = (SELECT app.viewer_org()));
      CREATE POLICY derived_item_add ON derived_item FOR INSERT WITH CHECK (owner_id = (SELECT app.viewer_org())
        AND EXISTS (SELECT 1 FROM variant s WHERE s.item_id = source_item_id AND s.team_id = (SELECT app.viewer_org())));
      ALTER TABLE consent_request ENABLE ROW LEVEL SECURITY;
      CREATE POLICY consent_request_sides ON consent_request FOR SELECT USING ((SELECT app.viewer_org()) IN (requester_id, originator_id));
      CREATE POLICY consent_request_ask ON consent_request FOR INSERT WITH CHECK (requester_id = (SELECT app.viewer_org())
        AND EXISTS (SELECT 1 FROM variant s WHERE s.item_id = source_item_id AND s.team_id = (SELECT app.viewer_org())));
      ALTER TABLE consent_request_item ENABLE ROW LEVEL SECURITY;
      CREATE POLICY consent_request_item_own ON consent_request_item FOR ALL USING (owner_id = (SELECT app.viewer_org()));
      ALTER TABLE consent_request_team ENABLE ROW LEVEL SECURITY;
      CREATE POLICY consent_request_team_read ON consent_request_team FOR SELECT USING (EXISTS (SELECT 1 FROM consent_request r
        WHERE r.id = request_id AND (r.in_words IS NULL OR r.requester_id = (SELECT app.viewer_org()))));
      CREATE POLICY consent_request_team_add ON consent_request_team FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM consent_request r
        WHERE r.id = request_id AND r.requester_id = (SELECT app.viewer_org())));
      ALTER TABLE consent_request_end ENABLE ROW LEVEL SECURITY;
      CREATE POLICY consent_request_end_sides ON consent_request_end FOR ALL
        USING (EXISTS (SELECT 1 FROM consent_request r WHERE r.id = request_id))
        WITH CHECK (recorded_by_org = (SELECT app.viewer_org()) AND EXISTS (SELECT 1 FROM consent_request r WHERE r.id = request_id
          AND (SELECT app.viewer_org()) = CASE outcome WHEN 'closed' THEN r.requester_id ELSE r.originator_id END));
      ALTER TABLE consent_request_refusal ENABLE ROW LEVEL SECURITY;
      CREATE POLICY consent_request_refusal_read ON consent_request_refusal FOR SELECT
        USING (EXISTS (SELECT 1 FROM consent_request r WHERE r.id = request_id AND (told OR r.originator_id = (SELECT app.viewer_org()))));
      CREATE POLICY consent_request_refusal_add ON consent_request_refusal FOR INSERT
        WITH CHECK (EXISTS (SELECT 1 FROM consent_request r WHERE r.id = request_id AND r.originator_id = (SELECT app.viewer_org())));
      ${['consent_grant', 'consent_grant_team', 'consent_withdrawal']
        .map(
          (table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_sides ON ${table} FOR SELECT USING (EXISTS (SELECT 1 FROM consent_request r WHERE r.id = request_id));
      CREATE POLICY ${table}_add ON ${table} FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM consent_request r
        WHERE r.id = request_id AND r.originator_id = (SELECT app.viewer_org())));`,
        )
        .join('')}
      INSERT INTO app.application_grant SELECT t, 'SELECT, INSERT' FROM unnest(ARRAY['${TABLES.join("', '")}']) t;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM app.application_grant WHERE target = ANY ('{${TABLES.join(',')}}');
      CREATE OR REPLACE VIEW counted_consent AS ${COUNTED_CONSENT};
      ${WITHOUT_CONSENT}
      DROP TRIGGER not_of_a_derived_item ON item_consent;
      DROP VIEW counted_onward;
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP FUNCTION app.hold_consented(uuid), app.consent_answered(), app.consent_fits(), app.answered_in_time(),
        app.source_is_asked(), app.source_was_not_recorded();
    `);
  }
}
