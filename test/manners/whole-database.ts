import type { World } from '../cast';

/** A digest of every row of every table, by table: what is the same was not touched. */
export async function wholeDatabase({ owner }: World): Promise<Record<string, string>> {
  const tables: { name: string }[] = await owner.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await owner.query<{ digest: string }[]>(
      `SELECT md5(COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM "${name}" t`,
    );
    digests[name] = row!.digest;
  }
  return digests;
}
