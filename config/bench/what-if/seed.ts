import type { Client } from 'pg';
import { benchId } from '../copy-rows';
import { idOf } from '../feed/world';
import { seedReleases, type ReleaseSizes, SERVED, signedOnly } from '../release/seed';

/** Of each agreement the first fact is the owner's signature, the second the partner's, the third its entry into force. */
const FACTS = 3;

/** What is asked about, what somebody else signs meanwhile, and under what the first team has all. */
export const agreementsOf = (sizes: ReleaseSizes) => {
  const asked = signedOnly(sizes).number;
  return { asked, other: asked - 1, served: 0, team: SERVED.team };
};
export const referenceOf = (agreement: number) => `BENCH-${agreement}`;

/** Takes facts of an agreement back, as if they had never been recorded, and submits its terms. */
async function unsettle(client: Client, agreement: number, facts: readonly number[]): Promise<void> {
  await client.query('DELETE FROM agreement_fact WHERE id = ANY ($1)', [
    facts.map((fact) => benchId(8, FACTS * agreement + fact)),
  ]);
  for (const table of ['terms_in_force', 'grant_interval'])
    await client.query(`DELETE FROM ${table} WHERE agreement_id = $1`, [idOf('agreement', agreement)]);
  await client.query(
    `INSERT INTO agreement_fact (id, agreement_id, terms_version_id, kind, party_id, effective_at, recorded_at, recorded_by, recorded_by_org, second_person_required)
     SELECT gen_random_uuid(), agreement_id, terms_version_id, 'submitted', party_id, effective_at, recorded_at, recorded_by, recorded_by_org, false
     FROM agreement_fact WHERE agreement_id = $1 AND kind = 'signed' LIMIT 1`,
    [idOf('agreement', agreement)],
  );
}

/**
 * The world of releases, with two agreements that lack the partner's signature: the last, which reaches back to
 * everything, and the one before it, which reaches back to nothing. What triggers would have made is made.
 */
export async function seedQuestions(
  client: Client,
  sizes: ReleaseSizes,
  tell: (line: string) => void,
): Promise<void> {
  await seedReleases(client, sizes, tell);
  const { asked, other } = agreementsOf(sizes);
  await client.query('SET session_replication_role = replica');
  tell('signatures that lack');
  await unsettle(client, asked, [1]);
  await unsettle(client, other, [1, 2]);
  await client.query(
    `INSERT INTO record_log (id, kind, party_a) SELECT gen_random_uuid(), 'house', id FROM organization ON CONFLICT DO NOTHING`,
  );
  tell('references');
  await client.query(
    `INSERT INTO item_reference SELECT app.new_reference('XZ'), id, owner_id, owner_id FROM item ON CONFLICT (reference) DO NOTHING`,
  );
  await client.query('SELECT app.make_reference(id, owner_id, owner_id) FROM item');
  await client.query('SET session_replication_role = DEFAULT');
  await client.query('VACUUM (ANALYZE)');
}
