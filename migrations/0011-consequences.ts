import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MATCHING, NO_MATCHING } from './0011-matching';

/** What a change sets in motion for teams the actor cannot see: each function checks that the actor may cause it. */
export class Consequences implements MigrationInterface {
  readonly name = 'Consequences0000000000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.require_actor(allowed boolean) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          IF allowed IS NOT TRUE THEN RAISE EXCEPTION 'not the viewer''s to change' USING ERRCODE = 'insufficient_privilege'; END IF;
        END $$;

      -- The caller has closed the previous release and inserted this one, under the originator's lock.
      CREATE FUNCTION app.after_release(version uuid, moment timestamptz) RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE r release; entitled bigint;
        BEGIN
          SELECT * INTO r FROM release WHERE item_version_id = version;
          PERFORM app.require_actor(r.owner_id = app.viewer_org());
          INSERT INTO feed_review
            SELECT reader_id, r.item_id, moment FROM entitlement WHERE item_id = r.item_id
            UNION SELECT app.public_team(), r.item_id, moment FROM release o WHERE o.item_id = r.item_id AND o.public AND o.item_version_id <> version
            UNION SELECT team_id, r.item_id, moment FROM variant WHERE item_id = r.item_id
            ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before);
          UPDATE entitlement SET retired = true WHERE item_id = r.item_id AND item_version_id <> version AND NOT retired;
          entitled := app.entitle(r.owner_id, version, NULL, moment);
          -- Terms that lie ahead and do not admit it: who gets it now is told then.
          IF EXISTS (SELECT 1 FROM terms_in_force WHERE valid_from > moment) THEN
            INSERT INTO feed_review
              SELECT e.reader_id, e.item_id, min(ahead.valid_from)
              FROM entitlement e JOIN exchange_grant g ON g.id = e.grant_id
              JOIN terms_in_force ahead ON ahead.agreement_id = g.agreement_id AND ahead.valid_from > moment
              WHERE e.item_version_id = version AND NOT e.retired AND g.terms_version_id <> ahead.terms_version_id
                AND NOT EXISTS (SELECT 1 FROM entitlement n JOIN exchange_grant later ON later.id = n.grant_id
                  WHERE n.item_version_id = version AND n.reader_id = e.reader_id AND later.terms_version_id = ahead.terms_version_id AND NOT n.gated)
              GROUP BY e.reader_id, e.item_id
              ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before);
          END IF;
          RETURN entitled;
        END $$;

      CREATE FUNCTION app.after_withdrawal(withdrawn uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM app.require_actor((SELECT owner_id = app.viewer_org() FROM withdrawal WHERE item_id = withdrawn));
          INSERT INTO feed_review
            SELECT reader_id, withdrawn, moment FROM entitlement WHERE item_id = withdrawn
            UNION SELECT team_id, withdrawn, moment FROM variant WHERE item_id = withdrawn
            ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before);
          UPDATE entitlement SET retired = true WHERE item_id = withdrawn AND NOT retired;
        END $$;

      -- From the instant the new terms are in force: readers of what only the former terms admitted are told, and what hangs on a
      -- condition under the new ones, as an approval that it lacks, is looked at.
      CREATE FUNCTION app.after_entry_into_force(terms uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE t terms_version; since timestamptz; o uuid;
        BEGIN
          SELECT * INTO t FROM terms_version WHERE id = terms;
          PERFORM app.require_actor(t.agreement_id = ANY (app.viewer_agreements()));
          SELECT valid_from INTO since FROM terms_in_force WHERE terms_version_id = terms;
          IF since IS NULL THEN RETURN; END IF;
          -- A release that knew of no entry yet, and is not before it: neither can miss the other.
          FOR o IN SELECT DISTINCT from_id FROM exchange_grant WHERE terms_version_id = terms AND NOT narrows ORDER BY from_id LOOP
            PERFORM pg_advisory_xact_lock(app.lock_key('originator:' || o));
            -- Nothing may be missing from the instant on: what no chunk has matched yet is matched now.
            PERFORM app.match_chunk(app.open_matching(o, terms, moment), moment, NULL);
            PERFORM app.entitle(o, r.item_version_id, terms, moment) FROM release r WHERE r.owner_id = o AND r.released_at >= since;
          END LOOP;
          INSERT INTO feed_review
            SELECT DISTINCT e.reader_id, e.item_id, since
            FROM exchange_grant former JOIN terms_version f ON f.id = former.terms_version_id AND f.number < t.number
            JOIN entitlement e ON e.grant_id = former.id AND NOT e.retired
            WHERE former.agreement_id = t.agreement_id
              AND NOT EXISTS (SELECT 1 FROM exchange_grant g JOIN entitlement n ON n.grant_id = g.id
                WHERE g.terms_version_id = terms AND n.item_version_id = e.item_version_id AND n.reader_id = e.reader_id AND NOT n.gated)
            ON CONFLICT (team_id, item_id) DO UPDATE SET not_before = LEAST(feed_review.not_before, EXCLUDED.not_before);
          PERFORM app.review_shapes(t.agreement_id, since);
          -- What was due before these terms stays due; what comes after is announced anew: their expiry or the end.
          DELETE FROM feed_notice WHERE agreement_id = t.agreement_id AND notice = 'agreement-ended' AND not_before >= since;
          INSERT INTO feed_notice (team_id, counterpart_id, notice, not_before, agreement_id)
            SELECT g.to_id, g.from_id, 'agreement-ended', f.valid_until, t.agreement_id
            FROM exchange_grant g JOIN terms_in_force f ON f.terms_version_id = g.terms_version_id
            WHERE g.terms_version_id = terms AND NOT g.narrows AND f.valid_until IS NOT NULL;
          -- New terms may begin under a stop that is already there.
          INSERT INTO feed_notice (team_id, counterpart_id, notice, not_before, agreement_id)
            SELECT g.to_id, g.from_id, 'sharing-paused', since, t.agreement_id FROM exchange_grant g
            WHERE g.terms_version_id = terms AND NOT g.narrows;
          -- What they supersede ends with that.
          PERFORM app.tell_end(s.predecessor_id, since) FROM supersession s WHERE s.successor_id = t.agreement_id AND s.former = 'ends';
        END $$;

      CREATE FUNCTION app.after_end(ended uuid, effective timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM app.require_actor(ended = ANY (app.viewer_agreements()));
          DELETE FROM feed_notice WHERE agreement_id = ended AND notice = 'agreement-ended' AND not_before >= effective;
          PERFORM app.tell_end(ended, effective);
          -- What it would have superseded goes on to its own end; that has its notice still.
          PERFORM app.review_shapes(s.predecessor_id, effective) FROM supersession s WHERE s.successor_id = ended;
        END $$;
      CREATE FUNCTION app.tell_end(ended uuid, effective timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM app.review_shapes(ended, effective);
          INSERT INTO feed_notice (team_id, counterpart_id, notice, not_before, agreement_id)
            SELECT DISTINCT g.to_id, g.from_id, 'agreement-ended', effective, ended
            FROM exchange_grant g JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
            WHERE g.agreement_id = ended AND NOT g.narrows AND t.valid_from <= effective AND (t.valid_until IS NULL OR t.valid_until >= effective);
        END $$;

      -- Whoever is served what teams receive: they, and constituents, to whom they pass it on or may do so meanwhile.
      CREATE FUNCTION app.served_through(teams uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
          SELECT unnest(teams) UNION SELECT c.id FROM organization c WHERE c.parent_id = ANY (teams) ORDER BY 1 $$;
      -- Waits until nothing of an own item that hangs on a condition is on its way to anybody: also not to whom a release or a
      -- passing-on lets it go while this waits.
      CREATE FUNCTION app.hold_readers(held uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM app.require_actor((SELECT owner_id = app.viewer_org() FROM item WHERE id = held));
          PERFORM pg_advisory_xact_lock(app.lock_key('serve:' || r.id)) FROM (SELECT o.id FROM organization o ORDER BY o.id) r;
        END $$;
      -- The same of own items that are withdrawn, for whom they are shared with, and for everybody where they are public.
      CREATE FUNCTION app.hold_readers_of(held uuid[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE own constant uuid[] := ARRAY(SELECT i.id FROM item i WHERE i.id = ANY (held) AND i.owner_id = app.viewer_org());
        BEGIN
          PERFORM pg_advisory_xact_lock(app.lock_key('serve:' || t.id)) FROM (SELECT id FROM app.served_through(ARRAY(
            SELECT e.reader_id FROM entitlement e WHERE e.item_id = ANY (own)
            UNION SELECT s.team_id FROM variant s WHERE s.item_id = ANY (own)
            UNION SELECT o.id FROM organization o WHERE EXISTS (SELECT 1 FROM release r WHERE r.item_id = ANY (own) AND r.public))) AS served(id)
            ORDER BY id) t;
        END $$;
      -- Serving takes serve:<reader> shared; a pause takes it exclusive: no pull that began before commits after.
      CREATE FUNCTION app.after_pause(paused uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE p exchange_pause; d record;
        BEGIN
          SELECT * INTO p FROM exchange_pause WHERE id = paused;
          PERFORM app.require_actor(p.recorded_by_org = app.viewer_org());
          PERFORM pg_advisory_xact_lock(app.lock_key('serve:' || s.id)) FROM (
            SELECT DISTINCT reader.id FROM exchange_grant g CROSS JOIN LATERAL app.readers_of(g) AS reader(id)
              JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
            WHERE (p.agreement_id IS NULL OR g.agreement_id = p.agreement_id)
              AND (p.from_id IS NULL OR (g.from_id = p.from_id AND g.to_id = p.to_id))
              AND (t.valid_until IS NULL OR t.valid_until > p.starts_at) ORDER BY reader.id) s;
          -- A suspension of an instrument below another is told item by item, as it takes them.
          FOR d IN SELECT DISTINCT g.to_id, g.from_id FROM exchange_grant g JOIN terms_in_force t ON t.terms_version_id = g.terms_version_id
              WHERE NOT g.narrows AND (p.agreement_id IS NULL OR g.agreement_id = p.agreement_id)
                AND (p.from_id IS NULL OR (g.from_id = p.from_id AND g.to_id = p.to_id))
                AND (t.valid_until IS NULL OR t.valid_until > p.starts_at) ORDER BY g.to_id, g.from_id LOOP
            INSERT INTO feed_notice (team_id, counterpart_id, notice, not_before, agreement_id, pause_id)
              VALUES (d.to_id, d.from_id, 'sharing-paused', p.starts_at, p.agreement_id, p.id);
            IF p.ends_at IS NOT NULL THEN
              INSERT INTO feed_notice (team_id, counterpart_id, notice, not_before, agreement_id, pause_id)
                VALUES (d.to_id, d.from_id, 'sharing-resumed', p.ends_at, p.agreement_id, p.id);
            END IF;
          END LOOP;
        END $$;

      CREATE FUNCTION app.after_resumption(paused uuid, moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE p exchange_pause;
        BEGIN
          SELECT * INTO p FROM exchange_pause WHERE id = paused;
          PERFORM app.require_actor(p.recorded_by_org = app.viewer_org());
          DELETE FROM feed_notice WHERE pause_id = paused;
          INSERT INTO feed_notice (team_id, counterpart_id, notice, not_before, agreement_id, pause_id)
            SELECT DISTINCT g.to_id, g.from_id, 'sharing-resumed', moment, p.agreement_id, p.id FROM exchange_grant g
            WHERE NOT g.narrows AND (p.agreement_id IS NULL OR g.agreement_id = p.agreement_id) AND (p.from_id IS NULL OR (g.from_id = p.from_id AND g.to_id = p.to_id));
        END $$;
    `);
    await db.query(MATCHING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(NO_MATCHING);
    await db.query(`
      DROP FUNCTION app.after_resumption(uuid, timestamptz), app.after_pause(uuid), app.hold_readers_of(uuid[]), app.hold_readers(uuid), app.served_through(uuid[]), app.after_end(uuid, timestamptz), app.tell_end(uuid, timestamptz),
        app.after_entry_into_force(uuid, timestamptz), app.after_withdrawal(uuid, timestamptz),
        app.after_release(uuid, timestamptz), app.require_actor(boolean);
    `);
  }
}
