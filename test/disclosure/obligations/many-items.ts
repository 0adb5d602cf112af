import type { Sharing } from '../sharing-world';

const CATALOGUE = `
  WITH made AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS version, n FROM generate_series(1, $1) AS n),
    items AS (INSERT INTO item (id, kind, owner_id, created_at, created_by)
      SELECT id, 'incident', $2, $4, $3 FROM made RETURNING id),
    versions AS (INSERT INTO item_version (id, item_id, owner_id, number, created_at, created_by, authors, title, content, tlp,
        information_type, categories, sectors, severity, audience_any)
      SELECT version, id, $2, 1, $4, $3, ARRAY[$3::uuid], 'One of many', '{"summary":"Of many."}', 'GREEN', 'threat_report', '{fraud/phishing}',
        '{banking}', (ARRAY['low', 'medium', 'high', 'critical', NULL])[n % 5 + 1], true FROM made RETURNING id)
  SELECT count(*) FROM made`;

/** Incidents of PKCERT, as many as that and of every severity, released to partners without a request for each. */
export async function releaseMany({ world }: Sharing, count: number): Promise<void> {
  const { owner, clock, organizations, people } = world;
  const [at, pkcert] = [clock.now(), organizations.pkcert];
  await owner.query(CATALOGUE, [count, pkcert, people['pkcert-analyst'], at]);
  await owner.query(
    `INSERT INTO release (item_version_id, item_id, owner_id, released_at, released_by, public)
     SELECT v.id, v.item_id, v.owner_id, $2, $1, false FROM item_version v
     WHERE v.title = 'One of many' AND NOT EXISTS (SELECT 1 FROM release r WHERE r.item_version_id = v.id)`,
    [people['pkcert-releaser'], at],
  );
  await owner.query('SELECT app.entitle($1, NULL, NULL, $2)', [pkcert, at]);
}
