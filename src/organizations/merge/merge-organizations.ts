import { Refusal } from '../../platform/refusal';
import type { ViewerTransaction } from '../../platform/viewer-transaction';
import type { SharingRecord } from '../../record';
import { PUBLIC_TEAM } from '../../platform/viewer';
import { asOperator, type Operator } from '../operator';
import { mergingFaults } from '../rules/merging';
import { MergersStore, type MergerSide } from './mergers.store';

/** Who acts for an organization: the accounts capability tells, and ends it. */
export interface Membership {
  /** E-mails of the people and names of the keys that are not ended yet. */
  list(): Promise<{ accounts: string[]; keys: string[] }>;
  /** Ends all of them, each with a fact and an entry in the organization's house log. */
  end(reason: string): Promise<void>;
}
export type MembershipOf = (transaction: ViewerTransaction, record: SharingRecord) => Membership;

/** What a merger would do. */
export interface MergerPreview {
  from: string;
  into: string;
  /** Why it is refused; empty if it is possible. */
  faults: string[];
  accounts: string[];
  keys: string[];
  constituents: string[];
}

export interface WantedMerger {
  from: string;
  into: string;
  /** Whether to do it; otherwise it is only looked at. */
  confirmed: boolean;
}

const requireSide = async (store: MergersStore, handle: string, field: string): Promise<MergerSide> => {
  const found = await store.side(handle);
  if (found) return found;
  throw Refusal.invalid({ field, rule: 'organization', message: `${handle} is no organization` });
};

/** Does what was judged, and proves that nobody sees more or less than before. */
async function carryOut(
  store: MergersStore,
  [from, into]: [MergerSide, MergerSide],
  { membership, record }: { membership: Membership; record: SharingRecord },
): Promise<void> {
  const at = store.instant;
  const before = await store.reach(at);
  const constituents = await store.constituents(from.id);
  await membership.end(`Merged into ${into.handle}`);
  await store.merge(
    from.id,
    into.id,
    constituents.map(({ id }) => id),
  );
  const after = await store.reach(at);
  const changed = [...after].filter(([handle, digest]) => before.get(handle) !== digest);
  if (changed.length > 0)
    throw Refusal.conflict(
      'organization/would-widen',
      `What these may see would change: ${changed.map(([handle]) => handle).join(', ')}.`,
    );
  const shared = {
    by: 'operator',
    from: from.handle,
    into: into.handle,
    constituents: constituents.map(({ handle }) => handle),
  };
  const logs = [await record.houseLog(from.id), await record.houseLog(into.id)];
  await record.append(...logs.map((log) => ({ log, kind: 'organization/merged' as const, shared })));
}

/**
 * Merges one organization into another at the operator's word: its people and keys end, its constituents stand below
 * the survivor, its handle and id lead there. Nothing else moves: an organization on which rights rest is refused.
 * Without confirmation it only tells what it would do.
 * @throws Refusal 422 for what is no organization, `organization/not-mergeable`, `organization/would-widen`
 */
export async function mergeOrganizations(
  operator: Operator,
  { from, into, confirmed }: WantedMerger,
  membershipOf: MembershipOf,
): Promise<MergerPreview> {
  const { id } = await asOperator(operator, PUBLIC_TEAM, (transaction) =>
    requireSide(new MergersStore(transaction), from, 'from'),
  );
  return asOperator(operator, id, async (transaction, record) => {
    const store = new MergersStore(transaction);
    const target = await requireSide(store, into, 'into');
    if (confirmed) await store.hold([id, target.id]);
    // Only now: what it was before the wait does not count.
    const sides: [MergerSide, MergerSide] = [
      await requireSide(store, from, 'from'),
      await requireSide(store, into, 'into'),
    ];
    const membership = membershipOf(transaction, record);
    const constituents = (await store.constituents(id)).map(({ handle }) => handle);
    const faults = mergingFaults({
      from: sides[0],
      into: sides[1],
      constituents,
      holdings: await store.holdings(id),
      named: await store.named(id),
      audiences: await store.audiences(id),
    });
    const preview = { from, into, faults, constituents, ...(await membership.list()) };
    if (!confirmed) return preview;
    if (faults.length > 0)
      throw Refusal.conflict('organization/not-mergeable', `Not possible: ${faults.join('; ')}.`);
    await carryOut(store, sides, { membership, record });
    return preview;
  });
}
