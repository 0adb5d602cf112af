import { randomUUID } from 'node:crypto';
import { Sharing } from './sharing-world';

const MANY = 2000;

/** Released advisories, as many as that, without a request for each. */
const CATALOGUE = `
  WITH made AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS version FROM generate_series(1, $1)),
    items AS (INSERT INTO item (id, kind, owner_id, created_at, created_by)
      SELECT id, 'advisory', $2, $4, $3 FROM made RETURNING id),
    versions AS (INSERT INTO item_version (id, item_id, owner_id, number, created_at, created_by, authors, title, content, tlp,
        information_type, categories, sectors, audience_any)
      SELECT version, id, $2, 1, $4, $3, ARRAY[$3::uuid], 'One of many', '{}', 'GREEN', 'threat_report', '{fraud/phishing}', '{banking}', true
      FROM made RETURNING id)
  SELECT version, id AS item FROM made`;

interface Explained {
  'QUERY PLAN': {
    Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number; 'Actual Rows': number };
  }[];
}

describe('what a team sees of one item', () => {
  let sharing: Sharing;
  let items: { version: string; item: string }[];
  beforeAll(async () => {
    sharing = await Sharing.start();
    const { owner, clock, organizations, people } = sharing.world;
    await sharing.inForce('cncert', 'PK-CN');
    const { pkcert } = organizations;
    const at = clock.now();
    const [author, releaser] = [people['pkcert-analyst'], people['pkcert-releaser']];
    items = await owner.query(CATALOGUE, [MANY, pkcert, author, at]);
    await owner.query(
      `INSERT INTO release (item_version_id, item_id, owner_id, released_at, released_by, public)
       SELECT v.id, v.item_id, v.owner_id, $2, $1, false FROM item_version v WHERE v.title = 'One of many'`,
      [releaser, at],
    );
    await owner.query('SELECT app.entitle($1, NULL, NULL, $2)', [pkcert, at]);
    await owner.query('ANALYZE');
  });
  afterAll(() => sharing.world.close());

  /** Rows that are found, and pages of the database that are read for it. */
  async function price(call: string, parameters: unknown[]): Promise<{ rows: number; pages: number }> {
    const sql = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM ${call}`;
    const [explained] = await sharing.world.owner.query<Explained[]>(sql, parameters);
    const plan = explained!['QUERY PLAN'][0]!.Plan;
    return { rows: plan['Actual Rows'], pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
  }

  it('is asked at the price of one, however much it sees', async () => {
    const { world } = sharing;
    const [team, at] = [world.organizations.cncert, world.clock.now()];
    const all = await price('app.visible($1, $2)', [team, at]);
    expect(all.rows).toBe(MANY);
    for (const wanted of [items[0]!.item, randomUUID()]) {
      const one = await price('app.visible_item($1, $2, $3)', [team, wanted, at]);
      expect(one.rows).toBe(wanted === items[0]!.item ? 1 : 0);
      expect(one.pages).toBeLessThan(all.pages / 10);
    }
  });
});
