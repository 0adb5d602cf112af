import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids';
import { type Hands, insertRow, time } from './given-rows';
import type { GivenItem } from './given-world';

const SOMEBODY =
  'SELECT id FROM account WHERE organization_id = $1 AND NOT id = ANY ($2::uuid[]) ORDER BY id LIMIT 1';

/** Writes who approved the versions of an item beside their release. @param versions their ids, in their order */
export async function giveApprovals(
  owner: DataSource,
  hands: Hands,
  { id, versions }: { id: string; versions: readonly string[] },
  { owner: organization, approvals = [] }: GivenItem,
): Promise<void> {
  const [author, releaser] = [hands.author(organization), hands.releaser(organization)];
  const given = approvals.filter(({ version }) => version <= versions.length);
  for (const [index, { version, level, ministry, from }] of given.entries()) {
    // Nobody approves twice as a duty officer; what is given first counts.
    const before = given.slice(0, index).some((one) => one.version === version && one.level === level);
    if (level === 'duty_officer' && before) throw new Error('A duty officer approves a version once.');
    await owner.query(
      `INSERT INTO account_role (account_id, role, granted_at) VALUES ($1, 'duty-officer', now()) ON CONFLICT DO NOTHING`,
      [releaser],
    );
    const approval = newId();
    await insertRow(owner, 'version_approval', {
      ...{ id: approval, item_id: id, owner_id: organization, item_version_id: versions[version - 1] },
      ...{ level, ministry_id: ministry, evidence_sha256: ministry === null ? null : Buffer.alloc(32) },
      ...{ recorded_at: time(from), recorded_by: releaser },
    });
    if (level !== 'ministry') continue;
    const [second] = await owner.query<{ id: string }[]>(SOMEBODY, [organization, [author, releaser]]);
    await insertRow(owner, 'version_approval_confirmation', {
      ...{ approval_id: approval, confirmed_at: time(from), confirmed_by: second!.id },
    });
  }
}
