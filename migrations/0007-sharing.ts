import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GATES, NO_GATES } from './0007-gates';
import { INTERVALS, NO_INTERVALS } from './0007-intervals';
import { NARROWING, NO_NARROWING } from './0007-narrowing';
import { NO_NOTICE_PERIOD, NOTICE_PERIOD } from './0007-notice-period';

/** Grants of a reader by what says when their terms are in force: once by the stored intervals, once by supposed ones. */
const inForce = (intervals: string) =>
  `
          SELECT g.id, g.from_id, g.priority, t.valid_from, app.pauses(g.agreement_id, g.from_id, g.to_id, hypothesis) @> moment,
            app.withheld_types(g.agreement_id, g.from_id, g.to_id, moment, hypothesis)
          FROM exchange_grant g JOIN ${intervals}
          WHERE NOT g.narrows AND g.to_id IN (team, app.parent_of(team)) AND t.valid_from <= moment AND (t.valid_until IS NULL OR t.valid_until > moment)`.trim();

/** Pauses `p` of a direction, as they are on record or as a hypothesis has them. @param concerning which of them */
const pausing = (concerning: string) =>
  `
          FROM (SELECT c.agreement_id, c.from_id, c.to_id, c.information_types, c.valid_from, LEAST(c.valid_until, s.valid_until) AS valid_until
            FROM counted_pause c LEFT JOIN app.supposed_ends(hypothesis) s ON s.pause_id = c.id
            UNION ALL SELECT s.agreement_id, s.from_id, s.to_id, s.information_types, s.valid_from, s.valid_until
            FROM app.supposed_pauses(hypothesis) s) p
          WHERE (p.valid_until IS NULL OR p.valid_until > p.valid_from) AND ${concerning}
            AND (p.from_id IS NULL OR (p.from_id = giver AND p.to_id = reader))`.trim();
const OF_THE_DIRECTION = '(p.agreement_id IS NULL OR p.agreement_id = agreement)';

/** Entitlements, variants, renditions and feeds: what makes lists fast and exact at once. */
export class Sharing implements MigrationInterface {
  readonly name = 'Sharing0000000000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of which information types a version is: of its own, and of those of all its parts. In order, so that the same are written alike.
      CREATE FUNCTION app.types_of(v item_version) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT CASE WHEN v.parts = 0 THEN ARRAY[v.information_type] ELSE ARRAY(
          SELECT v.information_type UNION SELECT COALESCE(p.information_type, v.information_type) FROM item_part p
          WHERE p.item_version_id = v.id ORDER BY 1) END $$;
      -- A slice is what a grant admits of one set of types: while some types are suspended, whole slices are. Named by what it is of,
      -- so that nobody who makes an entitlement has to look it up.
      CREATE TABLE grant_slice (
        id uuid PRIMARY KEY,
        grant_id uuid NOT NULL REFERENCES exchange_grant,
        types text[] NOT NULL,
        UNIQUE (grant_id, types)
      );
      ALTER TABLE grant_slice ENABLE ROW LEVEL SECURITY;
      CREATE FUNCTION app.slice_of(in_grant uuid, types text[]) RETURNS uuid LANGUAGE sql IMMUTABLE AS
        $$ SELECT md5(in_grant || ' ' || array_to_string(types, ' '))::uuid $$;
      -- Grant G admits item version V to a reader as far as static rules go: to its recipient, or to a constituent whom the
      -- recipient passed it on to. feed_seq: its place in the reader's feed, NULL while due.
      CREATE TABLE entitlement (
        grant_id uuid NOT NULL REFERENCES exchange_grant,
        item_version_id uuid NOT NULL REFERENCES item_version,
        item_id uuid NOT NULL,
        item_kind text NOT NULL,
        owner_id uuid NOT NULL,
        reader_id uuid NOT NULL,
        embargo_until timestamptz(3),
        rules_version int NOT NULL,
        made_at timestamptz(3) NOT NULL,
        feed_seq bigint,
        -- Its entry came in on another lane; and it came to rest on that entry only afterwards.
        elsewhere boolean NOT NULL DEFAULT false,
        late boolean NOT NULL DEFAULT false,
        retired boolean NOT NULL DEFAULT false,
        gated boolean NOT NULL DEFAULT false,
        -- Of which information types the version is, by itself or by any of its parts; and the slice of the grant that it lies in.
        types text[] NOT NULL CHECK (cardinality(types) > 0),
        slice_id uuid NOT NULL GENERATED ALWAYS AS (app.slice_of(grant_id, types)) STORED,
        -- Of RED the named persons of the reader, NULL of every other marking: what names persons enters no feed.
        persons uuid[],
        CHECK (persons IS NULL OR feed_seq IS NULL),
        PRIMARY KEY (grant_id, item_version_id, reader_id)
      );
      CREATE INDEX entitlement_due ON entitlement (slice_id, reader_id) WHERE feed_seq IS NULL AND NOT retired AND NOT gated AND persons IS NULL;
      CREATE INDEX entitlement_named ON entitlement USING gin (persons) WHERE persons IS NOT NULL;
      CREATE INDEX entitlement_gated ON entitlement (item_id) WHERE gated;
      CREATE INDEX entitlement_page ON entitlement (slice_id, reader_id, feed_seq) WHERE feed_seq IS NOT NULL AND NOT retired;
      CREATE INDEX entitlement_elsewhere ON entitlement (reader_id, feed_seq) WHERE elsewhere AND NOT retired;
      CREATE INDEX entitlement_version ON entitlement (item_version_id, reader_id);
      CREATE INDEX entitlement_item ON entitlement (item_id, reader_id);
      CREATE FUNCTION app.note_slices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          INSERT INTO grant_slice (id, grant_id, types) SELECT DISTINCT m.slice_id, m.grant_id, m.types FROM made m
            WHERE NOT EXISTS (SELECT 1 FROM grant_slice s WHERE s.id = m.slice_id) ORDER BY 1 ON CONFLICT DO NOTHING;
          RETURN NULL;
        END $$;
      CREATE TRIGGER note_slices AFTER INSERT ON entitlement REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION app.note_slices();

      -- What one team gets of an item: identifiers and version numbers of its own, which tell nothing about siblings. Of RED
      -- each named person of the team gets her own, so that nobody else in the team comes across it.
      CREATE TABLE variant (
        id uuid PRIMARY KEY,
        item_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        team_id uuid NOT NULL REFERENCES organization,
        person_id uuid,
        external_id uuid NOT NULL UNIQUE,
        FOREIGN KEY (item_id, owner_id) REFERENCES item (id, owner_id),
        FOREIGN KEY (person_id, team_id) REFERENCES account (id, organization_id),
        UNIQUE NULLS NOT DISTINCT (item_id, team_id, person_id),
        UNIQUE (id, team_id)
      );
      CREATE TABLE variant_version (
        id uuid PRIMARY KEY,
        variant_id uuid NOT NULL REFERENCES variant,
        item_version_id uuid NOT NULL REFERENCES item_version,
        number int NOT NULL CHECK (number > 0),
        -- What is done with the parts of the item version; see app.shape_of. A shape that comes back is a new version.
        shape text NOT NULL DEFAULT '' CHECK (shape ~ '^([0-9]+:(pseudonym|sectors|issuer|drop)( [0-9]+:(pseudonym|sectors|issuer|drop))*)?$'),
        made_at timestamptz(3) NOT NULL,
        UNIQUE (variant_id, number)
      );
      CREATE INDEX variant_version_of ON variant_version (variant_id, item_version_id);
      -- The stored bytes of a projection; what leaves is these bytes and no others.
      CREATE TABLE rendition (
        variant_version_id uuid NOT NULL REFERENCES variant_version,
        projection text NOT NULL,
        media_type text NOT NULL,
        file_name text NOT NULL,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL CHECK (sha256 = sha256(bytes)),
        PRIMARY KEY (variant_version_id, projection)
      );
      SELECT app.make_append_only('variant'), app.make_append_only('variant_version'), app.make_append_only('rendition');

      -- One feed a team; date_added in microseconds since 1970, unique and rising within the feed.
      CREATE TABLE feed (
        team_id uuid PRIMARY KEY REFERENCES organization,
        last_seq bigint NOT NULL DEFAULT 0,
        last_added bigint NOT NULL DEFAULT 0,
        public_copied bigint NOT NULL DEFAULT 0
      );
      CREATE TABLE feed_entry (
        team_id uuid NOT NULL REFERENCES feed,
        seq bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('added', 'updated', 'withdrawn', 'no_longer_shared', 'notice')),
        basis text NOT NULL CHECK (basis IN ('public', 'grant', 'none')),
        item_id uuid,
        item_kind text,
        owner_id uuid,
        item_version_id uuid,
        variant_id uuid REFERENCES variant,
        variant_version_id uuid REFERENCES variant_version,
        notice text CHECK (notice IN ('sharing-paused', 'sharing-resumed', 'agreement-ended')),
        -- Of which types alone sharing is paused; NULL is of all.
        notice_types text[] CHECK (notice_types IS NULL OR notice = 'sharing-paused'),
        counterpart_id uuid,
        date_added bigint NOT NULL,
        -- The lane that content and removals came in on, hidden while the lane is closed; the lane that a notice tells of.
        lane int,
        about int,
        -- A removal that the terms let go even while they are paused or ended (D-21).
        correction boolean NOT NULL DEFAULT false,
        -- Some entitlement of another lane rests on this entry as well.
        elsewhere boolean NOT NULL DEFAULT false,
        -- Among the later entries of a long lane.
        heavy boolean NOT NULL DEFAULT false,
        superseded boolean NOT NULL DEFAULT false,
        PRIMARY KEY (team_id, seq),
        UNIQUE (team_id, date_added),
        CHECK ((kind = 'notice') = (notice IS NOT NULL AND item_id IS NULL)),
        CHECK ((kind = 'notice') = (basis = 'none')),
        CHECK ((basis = 'grant') = (lane IS NOT NULL)),
        CHECK ((kind = 'notice') = (about IS NOT NULL))
      );
      CREATE UNIQUE INDEX feed_entry_current ON feed_entry (team_id, variant_id) WHERE NOT superseded AND variant_id IS NOT NULL;
      CREATE INDEX feed_entry_live ON feed_entry (team_id, seq) WHERE NOT superseded;
      CREATE INDEX feed_entry_light ON feed_entry (team_id, seq) WHERE NOT superseded AND NOT heavy;
      CREATE INDEX feed_entry_lane ON feed_entry (team_id, lane, seq) WHERE NOT superseded AND lane IS NOT NULL;
      CREATE INDEX feed_entry_correction ON feed_entry (team_id, seq) WHERE NOT superseded AND correction;
      CREATE INDEX feed_entry_about ON feed_entry (team_id, about, seq) WHERE about IS NOT NULL;
      CREATE INDEX feed_entry_public ON feed_entry (team_id, item_kind, seq)
        WHERE NOT superseded AND basis = 'public' AND kind IN ('added', 'updated');
      CREATE INDEX feed_entry_item ON feed_entry (team_id, item_id, seq) WHERE item_id IS NOT NULL;
      -- Where an entry may be told once more, to those cursors only that went past it while it was hidden: a second agreement came
      -- to admit it after it had come in. Numbered like entries, and closed with a lane of its own.
      CREATE TABLE feed_again (
        team_id uuid NOT NULL REFERENCES feed,
        seq bigint NOT NULL,
        of_seq bigint NOT NULL,
        lane int NOT NULL,
        date_added bigint NOT NULL,
        PRIMARY KEY (team_id, seq),
        UNIQUE (team_id, of_seq, lane),
        FOREIGN KEY (team_id, of_seq) REFERENCES feed_entry,
        CHECK (of_seq < seq)
      );
      CREATE INDEX feed_again_lane ON feed_again (team_id, lane, seq);
      ALTER TABLE feed_again ENABLE ROW LEVEL SECURITY;
      -- What a feed still has to say, from an instant on: a notice, or a look at whether an item is still shared.
      CREATE TABLE feed_notice (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id uuid NOT NULL REFERENCES organization,
        counterpart_id uuid NOT NULL REFERENCES organization,
        notice text NOT NULL,
        not_before timestamptz(3) NOT NULL,
        agreement_id uuid,
        pause_id uuid
      );
      -- Slices of which some entitlement has yet to enter the reader's feed, from an instant on.
      CREATE TABLE feed_due (
        team_id uuid NOT NULL REFERENCES organization,
        slice_id uuid NOT NULL,
        not_before timestamptz NOT NULL,
        changes bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (team_id, slice_id)
      );
      CREATE INDEX feed_notice_due ON feed_notice (team_id, not_before);
      CREATE TABLE feed_review (
        team_id uuid NOT NULL REFERENCES organization,
        item_id uuid NOT NULL,
        not_before timestamptz NOT NULL,
        PRIMARY KEY (team_id, item_id)
      );
      CREATE INDEX feed_review_due ON feed_review (team_id, not_before);

      CREATE FUNCTION app.tlp_rank(label text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE label WHEN 'CLEAR' THEN 0 WHEN 'GREEN' THEN 1 WHEN 'AMBER' THEN 2 WHEN 'AMBER+STRICT' THEN 3 WHEN 'RED' THEN 4 END $$;
      CREATE FUNCTION app.severity_rank(label text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE label WHEN 'none' THEN 0 WHEN 'low' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 WHEN 'critical' THEN 4 END $$;
      CREATE FUNCTION app.pap_rank(label text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE label WHEN 'CLEAR' THEN 0 WHEN 'GREEN' THEN 1 WHEN 'AMBER' THEN 2 WHEN 'RED' THEN 3 END $$;
      CREATE FUNCTION app.rules_version() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';

      -- When a direction is paused for whatever there is.
      CREATE FUNCTION app.pauses(agreement uuid, giver uuid, reader uuid, hypothesis jsonb DEFAULT NULL) RETURNS tstzmultirange
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT COALESCE(range_agg(tstzrange(p.valid_from, p.valid_until)), '{}')
          ${pausing(`${OF_THE_DIRECTION} AND p.information_types IS NULL`)} $$;
      -- Of which types alone it is besides, at an instant.
      CREATE FUNCTION app.withheld_types(agreement uuid, giver uuid, reader uuid, moment timestamptz, hypothesis jsonb DEFAULT NULL) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT COALESCE(array_agg(DISTINCT t ORDER BY t), '{}') FROM (SELECT unnest(p.information_types) AS t
          ${pausing(`${OF_THE_DIRECTION} AND p.valid_from <= moment AND (p.valid_until IS NULL OR p.valid_until > moment)`)}) w $$;
      -- The same of an interval that is open: in stretches, each with what is withheld in it.
      CREATE FUNCTION app.openings(agreement uuid, giver uuid, reader uuid, open tstzmultirange)
        RETURNS TABLE (opens_at timestamptz, closes_at timestamptz, withheld text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          WITH stretch AS (SELECT COALESCE(lower(r), '-infinity') AS since, COALESCE(upper(r), 'infinity') AS until FROM unnest(open) r),
            cut AS (SELECT s.since, s.until, s.since AS at FROM stretch s
              UNION SELECT s.since, s.until, c.at FROM stretch s JOIN counted_pause p ON p.information_types IS NOT NULL AND ${OF_THE_DIRECTION}
                AND (p.from_id IS NULL OR (p.from_id = giver AND p.to_id = reader))
              CROSS JOIN LATERAL (VALUES (p.valid_from), (p.valid_until)) AS c(at) WHERE c.at > s.since AND c.at < s.until)
          SELECT c.at, lead(c.at, 1, c.until) OVER (PARTITION BY c.since ORDER BY c.at), app.withheld_types(agreement, giver, reader, c.at) FROM cut c $$;
      -- When the agreement itself suspends what is of these types, without the stops of the direction.
      CREATE FUNCTION app.suspensions(agreement uuid, giver uuid, reader uuid, of_types text[], hypothesis jsonb DEFAULT NULL) RETURNS tstzmultirange
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT COALESCE(range_agg(tstzrange(p.valid_from, p.valid_until)), '{}')
          ${pausing('p.agreement_id = agreement AND (p.information_types IS NULL OR p.information_types && of_types)')} $$;
      -- Of which a hypothesis supposes facts, and those that they supersede.
      CREATE FUNCTION app.supposed_agreements(hypothesis jsonb) RETURNS TABLE (agreement_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT s.agreement_id FROM app.supposed_facts(hypothesis) s
          UNION SELECT p.predecessor_id FROM app.supposed_facts(hypothesis) s JOIN supersession p ON p.successor_id = s.agreement_id $$;
      -- Grants of a reader, and of the parent that may pass on to it, whose terms are in force at the instant; paused ones admit
      -- nothing, and of the types that are withheld none does. Of an agreement of which a hypothesis supposes facts, the intervals of its terms are made anew; of all others
      -- they are what they are.
      CREATE FUNCTION app.grants_in_force(team uuid, moment timestamptz, hypothesis jsonb DEFAULT NULL)
        RETURNS TABLE (grant_id uuid, from_id uuid, priority int, valid_from timestamptz, paused boolean, withheld text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          ${inForce('terms_in_force t ON t.terms_version_id = g.terms_version_id')}
            AND NOT EXISTS (SELECT FROM app.supposed_agreements(hypothesis) s WHERE s.agreement_id = g.agreement_id)
          UNION ALL
          ${inForce(`app.supposed_agreements(hypothesis) s ON s.agreement_id = g.agreement_id
            CROSS JOIN LATERAL app.terms_intervals(s.agreement_id, hypothesis) t`)}
            AND t.terms_version_id = g.terms_version_id $$;

      INSERT INTO app.application_grant VALUES
        ('entitlement', 'SELECT'), ('variant', 'SELECT'), ('variant_version', 'SELECT'), ('rendition', 'SELECT, INSERT'),
        ('feed', 'SELECT'), ('feed_entry', 'SELECT');
    `);
    await db.query(INTERVALS);
    await db.query(NOTICE_PERIOD);
    await db.query(GATES);
    await db.query(NARROWING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_NARROWING);
    await db.query(NO_GATES);
    await db.query(NO_NOTICE_PERIOD);
    await db.query(NO_INTERVALS);
    await db.query(`
      DROP FUNCTION app.grants_in_force(uuid, timestamptz, jsonb), app.supposed_agreements(jsonb), app.suspensions(uuid, uuid, uuid, text[], jsonb), app.openings(uuid, uuid, uuid, tstzmultirange),
        app.withheld_types(uuid, uuid, uuid, timestamptz, jsonb), app.pauses(uuid, uuid, uuid, jsonb), app.rules_version(), app.tlp_rank(text),
        app.severity_rank(text), app.pap_rank(text);
      DROP TABLE feed_due, feed_review, feed_notice, feed_again, feed_entry, feed, rendition, variant_version, variant, entitlement, grant_slice;
      DROP FUNCTION app.note_slices(), app.slice_of(uuid, text[]), app.types_of(item_version);
      DELETE FROM app.application_grant WHERE target IN ('entitlement', 'variant', 'variant_version', 'rendition', 'feed', 'feed_entry');
    `);
  }
}
