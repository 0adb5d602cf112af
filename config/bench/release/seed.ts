import type { Client } from 'pg';
import { benchId } from '../copy-rows';
import { seedAgreements, seedItems } from '../feed/seed';
import { idOf } from '../feed/world';

export interface ReleaseSizes {
  /** Released versions, all of one owner. */
  readonly versions: number;
  /** Teams with an agreement in force with the owner. */
  readonly teams: number;
}

/** The owner of everything. */
export const OWNER = idOf('organization', 0);
/** The agreement with the first team, which has everything; it is the one that is stopped. */
export const SERVED = { terms: idOf('terms', 0), team: idOf('organization', 1) };
/** The agreement with the last team: signed, reaching back to everything, and never entered into force. */
export const signedOnly = ({ teams }: ReleaseSizes) => ({ number: teams, terms: idOf('terms', teams) });

/**
 * Fills an empty, migrated database: one owner, its teams, and one that has signed only; a catalogue that the first
 * team is entitled to. The client is a superuser: triggers and foreign keys rest while rows are copied.
 */
export async function seedReleases(
  client: Client,
  sizes: ReleaseSizes,
  tell: (line: string) => void,
): Promise<void> {
  const { versions, teams } = sizes;
  const pairs = Array.from({ length: teams + 1 }, (_, number) => ({ number, one: 0, other: number + 1 }));
  const world = {
    pairs,
    owners: new Uint16Array(versions),
    sizes: { versions, organizations: teams + 2, grants: 2 * pairs.length },
  };
  await client.query('SET session_replication_role = replica');
  tell(`${teams + 1} agreements`);
  await seedAgreements(client, world);
  const { number } = signedOnly(sizes);
  // The third fact of an agreement is its entry into force.
  await client.query('DELETE FROM agreement_fact WHERE id = $1', [benchId(8, 3 * number + 2)]);
  await client.query(`UPDATE exchange_grant SET reach_back = 'all' WHERE agreement_id = $1`, [
    idOf('agreement', number),
  ]);
  await client.query('ANALYZE');
  await client.query('SELECT app.refresh_intervals(id) FROM agreement ORDER BY id');
  tell(`${versions} released versions`);
  await seedItems(client, world);
  await client.query('SET session_replication_role = DEFAULT');
  await client.query('VACUUM (ANALYZE)');
  tell('entitlements of the first team');
  await client.query('SELECT app.entitle($1, NULL, $2, now())', [OWNER, SERVED.terms]);
  await client.query('DELETE FROM feed_due');
  tell('statistics');
  await client.query('VACUUM (ANALYZE)');
}
