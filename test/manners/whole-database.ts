import type { World } from '../cast';

/** What asking itself leaves, whatever is asked for: how often somebody asked. The jobs have a schema of their own. */
const NO_FACTS = ['rate_limit'];
/** Sessions that the tests begin for their callers have no refresh token; one by signing in has. */
const ROWS: Record<string, string> = {
  session: 'WHERE EXISTS (SELECT 1 FROM refresh_token r WHERE r.session_id = t.id)',
};

/** A digest of every row of every table that is a fact of the product, by table: what is the same was not touched. */
export async function wholeDatabase({ owner }: World): Promise<Record<string, string>> {
  const tables: { name: string }[] = await owner.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
     AND table_name <> ALL ($1) ORDER BY 1`,
    [NO_FACTS],
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await owner.query<{ digest: string }[]>(
      `SELECT md5(COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM "${name}" t ${ROWS[name] ?? ''}`,
    );
    digests[name] = row!.digest;
  }
  return digests;
}
