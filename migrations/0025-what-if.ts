import type { MigrationInterface, QueryRunner } from 'typeorm';
import { shapeBy, strictest } from './0008-shapes';

/** Entitlements that are made already, and those of the version that supposed signatures would make. */
const SUPPOSED = `(SELECT e.grant_id, e.item_version_id, e.reader_id FROM entitlement e
                UNION ALL SELECT a.grant_id, a.item_version_id, a.reader_id FROM app.admitted(v.owner_id, v.id, signed, NULL, moment, true) a
                WHERE signed IS NOT NULL)`;

/** What teams see of the viewer's items without what a hypothesis supposes and with it, and how a question begins. */
export class WhatIf implements MigrationInterface {
  readonly name = 'WhatIf0000000000025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- How somebody begins who only looks: in one snapshot, without a lock, since nothing is waited for, and from here on
      -- without a right to write; before that the mark of the clock may have been moved. The server ends what takes
      -- longer, and what is still done for a process that has gone away, where the system tells it so.
      CREATE FUNCTION app.look(org uuid, person uuid, given timestamptz, longest_seconds int, channel text DEFAULT NULL, purpose text DEFAULT NULL)
        RETURNS timestamptz LANGUAGE plpgsql AS $$
        DECLARE chosen timestamptz;
        BEGIN
          IF current_setting('transaction_isolation') <> 'repeatable read' THEN
            RAISE EXCEPTION 'who looks does so in repeatable read, not in %', current_setting('transaction_isolation');
          END IF;
          PERFORM set_config('app.viewer_org', org::text, true), set_config('app.viewer_person', COALESCE(person::text, ''), true),
            set_config('app.channel', COALESCE(channel, ''), true), set_config('app.purpose', COALESCE(purpose, ''), true);
          chosen := app.choose_instant(given);
          PERFORM set_config('transaction_read_only', 'on', true), set_config('statement_timeout', longest_seconds || 's', true);
          BEGIN
            PERFORM set_config('client_connection_check_interval', '1s', true);
          EXCEPTION WHEN invalid_parameter_value THEN NULL;
          END;
          RETURN chosen;
        END $$;

      -- By the functions that the lists are held against: nothing here decides who sees what.
      CREATE FUNCTION app.own_sight(teams uuid[], moment timestamptz, hypothesis jsonb)
        RETURNS TABLE (team_id uuid, item_id uuid, item_version_id uuid, basis text, grant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT t.id, s.item_id, s.item_version_id, s.basis, s.grant_id
          FROM (SELECT DISTINCT id FROM unnest(teams) AS t(id)) t
          CROSS JOIN LATERAL app.visible_of(t.id, app.viewer_org(), moment, hypothesis => hypothesis) s $$;

      -- What teams see, as far as it is the viewer's to know: by itself, of its own items, and by its passing on.
      CREATE FUNCTION app.sight_of(team uuid, moment timestamptz, by_channel text DEFAULT NULL, for_purpose text DEFAULT NULL)
        RETURNS TABLE (item_id uuid, item_version_id uuid, basis text, grant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT s.item_id, s.item_version_id, s.basis, s.grant_id
          FROM app.visible(team, moment, by_channel => by_channel, for_purpose => for_purpose) s
          WHERE app.reads_as(team) OR app.viewer_org() IN ((SELECT i.owner_id FROM item i WHERE i.id = s.item_id),
            (SELECT g.to_id FROM exchange_grant g WHERE g.id = s.grant_id)) $$;

      -- What it would get of the parts if these grants were in force, and these terms signed by all.
${shapeBy('supposed_shape_of', ', grants uuid[], signed uuid, hypothesis jsonb', strictest(SUPPOSED, 'AND g.id = ANY (grants)', 'hypothesis'))}
      -- A pause changes no parts; facts of an agreement may. They are compared where the item is seen before and after.
      CREATE FUNCTION app.sight_changes(teams uuid[], moment timestamptz, hypothesis jsonb)
        RETURNS TABLE (team_id uuid, item_id uuid, item_version_id uuid, change text,
          basis_before text, grant_before uuid, basis_after text, grant_after uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT COALESCE(k.team_id, s.team_id), COALESCE(k.item_id, s.item_id), COALESCE(s.item_version_id, k.item_version_id),
            CASE WHEN k.item_id IS NULL THEN 'gains' WHEN s.item_id IS NULL THEN 'loses' WHEN r.reshaped THEN 'changes_parts' ELSE 'changes_basis' END,
            k.basis, k.grant_id, s.basis, s.grant_id
          FROM app.own_sight(teams, moment, NULL) k
          FULL JOIN app.own_sight(teams, moment, hypothesis) s ON s.team_id = k.team_id AND s.item_id = k.item_id
          LEFT JOIN item_version v ON v.id = s.item_version_id AND k.item_id IS NOT NULL AND v.parts > 0 AND hypothesis ? 'facts'
          LEFT JOIN (SELECT DISTINCT t.id AS team_id, ARRAY(SELECT g.grant_id FROM app.grants_in_force(t.id, moment, hypothesis) g) AS grants
            FROM unnest(teams) AS t(id)) h ON h.team_id = s.team_id
          CROSS JOIN LATERAL (SELECT CASE WHEN v.id IS NOT NULL THEN app.shape_of(s.team_id, v.id, moment)
            <> app.supposed_shape_of(s.team_id, v.id, moment, h.grants, (hypothesis ->> 'signed')::uuid, hypothesis) ELSE false END AS reshaped) r
          WHERE (k.basis, k.grant_id) IS DISTINCT FROM (s.basis, s.grant_id) OR r.reshaped $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP FUNCTION app.sight_of(uuid, timestamptz, text, text), app.sight_changes(uuid[], timestamptz, jsonb), app.supposed_shape_of(uuid, uuid, timestamptz, uuid[], uuid, jsonb), app.own_sight(uuid[], timestamptz, jsonb), app.look(uuid, uuid, timestamptz, int, text, text)',
    );
  }
}
