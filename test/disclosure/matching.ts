import { matchEntitlements } from '../../src/disclosure';
import { asOperator } from '../../src/organizations';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import type { World } from '../cast';
import { cutOffAtEachChunk } from './rebuilding';

/** So many versions in a chunk, or as many as there are in the product. */
export async function chunksOf(size: number, { owner }: World): Promise<void> {
  await owner.query(
    `CREATE OR REPLACE FUNCTION app.matching_chunk() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ${size}'`,
  );
}

/** Matches what is left, as the command does. */
export const match = (
  { owner, clock }: World,
  options: NonNullable<Parameters<typeof matchEntitlements>[2]> = {},
) => matchEntitlements((id, work) => asOperator({ owner, clock }, id, work), PUBLIC_TEAM, options);

/** The same, cut off at each chunk. @returns how often */
export const matchCutOff = (world: World): Promise<number> =>
  cutOffAtEachChunk(world, (act) => matchEntitlements(act, PUBLIC_TEAM));

/** Every entitlement there is, whenever it was made, and when the gates of those stand open that have some. */
export async function entitlements({ owner }: World): Promise<string[]> {
  const made = await owner.query<{ row: string }[]>(
    `SELECT to_jsonb(e) - 'made_at' || jsonb_build_object('gates', (SELECT jsonb_agg(to_jsonb(t) ORDER BY t.opens_at)
        FROM entitlement_gate t WHERE t.grant_id = e.grant_id AND t.item_version_id = e.item_version_id AND t.reader_id = e.reader_id)) AS row
     FROM entitlement e`,
  );
  return made.map(({ row }) => JSON.stringify(row)).sort();
}
