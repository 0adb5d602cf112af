import { membershipOf } from '../../src/accounts';
import { createOrganization, mergeOrganizations, type NewOrganization } from '../../src/organizations';
import type { World } from '../cast';

/** The operator's merger, done at once. */
export const merge = ({ owner, clock }: World, from: string, into: string) =>
  mergeOrganizations({ owner, clock }, { from, into, confirmed: true }, membershipOf);

/** The same, only looked at. */
export const preview = ({ owner, clock }: World, from: string, into: string) =>
  mergeOrganizations({ owner, clock }, { from, into, confirmed: false }, membershipOf);

/** An invented national CERT, unless told otherwise. */
export const create = (
  { owner, clock }: World,
  handle: string,
  { kind = 'national-cert', ...more }: Partial<NewOrganization> = {},
) => createOrganization({ owner, clock }, { handle, name: `The ${handle} (invented)`, kind, ...more });

/** What every organization may see at this instant, item by item, and every agreement that names it. */
export async function reachOfAll({ owner, clock }: World): Promise<Record<string, string[]>> {
  const rows: { handle: string; seen: string[] }[] = await owner.query(
    `SELECT o.handle, ARRAY(
       SELECT concat_ws(' ', v.item_id, v.item_version_id, v.basis, v.grant_id) FROM app.visible(o.id, $1) v
       UNION ALL SELECT a.agreement_id::text || ' ' || a.role FROM agreement_party a WHERE a.organization_id = o.id
       UNION ALL SELECT r.id::text FROM report r WHERE o.id IN (r.reporter_id, r.recipient_id) ORDER BY 1) AS seen
     FROM organization o`,
    [clock.now()],
  );
  return Object.fromEntries(rows.map(({ handle, seen }) => [handle, seen]));
}
