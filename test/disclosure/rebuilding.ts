import { rebuildEntitlements, type RebuildOptions } from '../../src/disclosure';
import { asOperator } from '../../src/organizations';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import type { World } from '../cast';

/** What a process that is killed leaves behind: nothing of what it had not committed. */
class Killed extends Error {}

/** Rebuilds as the command does. */
export const rebuild = ({ owner, clock }: World, options: RebuildOptions = {}) =>
  rebuildEntitlements((id, work) => asOperator({ owner, clock }, id, work), PUBLIC_TEAM, options);

/**
 * Does something chunk by chunk and is cut off at each: by turns before a chunk is committed and after. Begins again
 * until a run comes to its end. The first act of a run only reads what there is to do.
 * @returns how often it was cut off
 */
export async function cutOffAtEachChunk(
  { owner, clock }: World,
  run: (act: Parameters<typeof rebuildEntitlements>[0]) => Promise<unknown>,
): Promise<number> {
  let cut = 0;
  for (; cut < 500; cut++) {
    let acts = 0;
    try {
      await run(async (id, work) => {
        acts += 1;
        const killed = acts > 1;
        const done = await asOperator({ owner, clock }, id, async (transaction, record) => {
          const result = await work(transaction, record);
          if (killed && cut % 2 === 0) throw new Killed();
          return result;
        });
        if (killed) throw new Killed();
        return done;
      });
      return cut;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
  throw new Error('It never came to its end.');
}

/** Rebuilds one version at a time, cut off at each. */
export const rebuildCutOff = (world: World): Promise<number> =>
  cutOffAtEachChunk(world, (act) => rebuildEntitlements(act, PUBLIC_TEAM, { size: 1 }));

/** Entitlements as another version of the rules would have left them: some that these admit are missing, others too many. */
export async function asByOtherRules({ owner }: World): Promise<{ missing: number; planted: number }> {
  await owner.query('DELETE FROM entitlement_rebuild');
  await owner.query('UPDATE entitlement SET rules_version = app.rules_version() - 1');
  const some = (what: string) =>
    `hashtextextended(${what}.grant_id::text || ${what}.item_version_id, 0) % 3 = 0`;
  const [, missing] = await owner.query<[unknown, number]>(`DELETE FROM entitlement e WHERE ${some('e')}`);
  const planted = await owner.query<unknown[]>(`
    INSERT INTO entitlement (grant_id, item_version_id, item_id, item_kind, owner_id, reader_id, embargo_until, rules_version, made_at, retired, types)
    SELECT p.grant_id, p.item_version_id, r.item_id, i.kind, r.owner_id, p.to_id, r.embargo_until, app.rules_version() - 1, r.released_at,
      r.superseded_at IS NOT NULL, app.types_of(v)
    FROM (SELECT g.id AS grant_id, g.to_id, r.item_version_id FROM release r JOIN exchange_grant g ON g.from_id = r.owner_id) p
    JOIN release r ON r.item_version_id = p.item_version_id JOIN item i ON i.id = r.item_id
      JOIN item_version v ON v.id = r.item_version_id
    WHERE NOT (${some('p')}) ON CONFLICT DO NOTHING RETURNING grant_id`);
  return { missing, planted: planted.length };
}

/** Everything that a rebuild writes. */
export async function traces({ owner }: World): Promise<unknown> {
  const tables = [
    'entitlement',
    'entitlement_rebuild',
    'feed_due',
    'feed_review',
    'feed_entry',
    'feed_notice',
    'record_entry',
  ];
  const found = tables.map((table) => owner.query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`));
  return Promise.all(found);
}

/** Changes, as only the owner of the tables can who switches triggers off, what the rules weigh of a version. */
export async function weighedAnew({ owner }: World, item: string, tlp: string): Promise<void> {
  await owner.query('ALTER TABLE item_version DISABLE TRIGGER USER');
  await owner.query('UPDATE item_version SET tlp = $2 WHERE item_id = $1', [item, tlp]);
  await owner.query('ALTER TABLE item_version ENABLE TRIGGER USER');
  await owner.query('UPDATE entitlement SET rules_version = app.rules_version() - 1');
}
