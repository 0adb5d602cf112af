import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What teams see of the viewer's items before and after a change that is tried and taken back; one transaction each. */
export class WhatIf implements MigrationInterface {
  readonly name = 'WhatIf0000000000025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- By the function that the lists are held against: nothing here decides who sees what.
      CREATE FUNCTION app.own_sight(teams uuid[], moment timestamptz)
        RETURNS TABLE (team_id uuid, item_id uuid, item_version_id uuid, basis text, grant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT t.id, s.item_id, s.item_version_id, s.basis, s.grant_id
          FROM (SELECT DISTINCT id FROM unnest(teams) AS t(id)) t
          CROSS JOIN LATERAL app.visible(t.id, moment) s
          JOIN item i ON i.id = s.item_id WHERE i.owner_id = app.viewer_org() $$;

      -- The state before, kept beside the transaction that is about to try something.
      CREATE FUNCTION app.keep_sight(teams uuid[], moment timestamptz) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          CREATE TEMPORARY TABLE kept_sight ON COMMIT DROP AS SELECT * FROM app.own_sight(teams, moment);
        END $$;

      -- What is other now than it was kept.
      CREATE FUNCTION app.sight_changes(teams uuid[], moment timestamptz)
        RETURNS TABLE (team_id uuid, item_id uuid, item_version_id uuid, change text,
          basis_before text, grant_before uuid, basis_after text, grant_after uuid)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        #variable_conflict use_column
        BEGIN
          RETURN QUERY
            SELECT COALESCE(k.team_id, s.team_id), COALESCE(k.item_id, s.item_id), COALESCE(s.item_version_id, k.item_version_id),
              CASE WHEN k.item_id IS NULL THEN 'gains' WHEN s.item_id IS NULL THEN 'loses' ELSE 'changes_basis' END,
              k.basis, k.grant_id, s.basis, s.grant_id
            FROM pg_temp.kept_sight k FULL JOIN app.own_sight(teams, moment) s ON s.team_id = k.team_id AND s.item_id = k.item_id
            WHERE (k.basis, k.grant_id) IS DISTINCT FROM (s.basis, s.grant_id);
        END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP FUNCTION app.sight_changes(uuid[], timestamptz), app.keep_sight(uuid[], timestamptz), app.own_sight(uuid[], timestamptz)',
    );
  }
}
