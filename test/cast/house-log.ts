import type { OrganizationKey } from '../../src/cli/demo/cast';
import type { World } from './world';

/** An entry of a house log: its kind and what all parties may read of it. */
export interface HouseEntry {
  kind: string;
  shared: Record<string, unknown>;
}

/** The entries of an organization's house log in their order, read as the operator could; `public` has one too. */
export async function houseLog(
  { owner }: World,
  organization: OrganizationKey | 'public',
): Promise<HouseEntry[]> {
  const rows: { kind: string; payload: Buffer }[] = await owner.query(
    `SELECT e.kind, p.payload FROM record_entry e
     JOIN record_log l ON l.id = e.log_id AND l.kind = 'house'
     JOIN organization o ON o.id = l.party_a AND o.handle = $1
     JOIN record_payload p ON p.entry_id = e.id AND p.audience = 'shared'
     ORDER BY e.position`,
    [organization],
  );
  return rows.map(({ kind, payload }) => ({
    kind,
    shared: JSON.parse(payload.toString()) as Record<string, unknown>,
  }));
}

/** What `work` adds to a house log. */
export async function addedToHouseLog(
  world: World,
  organization: OrganizationKey | 'public',
  work: () => Promise<unknown>,
): Promise<HouseEntry[]> {
  const before = (await houseLog(world, organization)).length;
  await work();
  return (await houseLog(world, organization)).slice(before);
}
