import type { Client } from 'pg';
import { OWNER, type ReleaseSizes, seedReleases, SERVED } from '../release/seed';

/** What every advisory says. */
const CONTENT = {
  summary: 'Of the benchmark.',
  recommendation: 'None.',
  details: '',
  cves: [],
  references: [],
  lang: 'en',
};

/** A catalogue as for releases, with what lists are read from: words, references, and what is due in the feed of its reader. */
export async function seedPages(
  client: Client,
  sizes: ReleaseSizes,
  tell: (line: string) => void,
): Promise<void> {
  await seedReleases(client, sizes, tell);
  tell('contents, words and references');
  await client.query('SET session_replication_role = replica');
  await client.query('UPDATE item_version SET content = $1', [CONTENT]);
  await client.query('SET session_replication_role = DEFAULT');
  await client.query(
    'INSERT INTO item_words SELECT v.id, app.tokens_of(v.id, v.owner_id) FROM item_version v ON CONFLICT DO NOTHING',
  );
  await client.query('SELECT app.make_reference(id, owner_id, owner_id) FROM item');
  await client.query('DELETE FROM entitlement');
  await client.query('SELECT app.entitle($1, NULL, $2, now())', [OWNER, SERVED.terms]);
  await client.query('VACUUM (ANALYZE)');
}
