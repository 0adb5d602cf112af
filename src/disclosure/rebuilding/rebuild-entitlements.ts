import type { ViewerTransaction } from '../../platform/viewer-transaction';
import type { SharingRecord } from '../../record';
import { RULES_VERSION } from '../rules/decide';
import { type Chunk, type Originator, RebuildStore } from './rebuild.store';

/** Runs an act of the operator in one transaction about an organization. */
export type Acting = <T>(
  organizationId: string,
  work: (transaction: ViewerTransaction, record: SharingRecord) => Promise<T>,
) => Promise<T>;

/** What a rebuild has done for one originator so far, or would do: released versions, and entitlements to them. */
export interface Rebuilt {
  handle: string;
  versions: number;
  /** How many versions there were to do when it began. */
  of: number;
  gained: number;
  lost: number;
  kept: number;
}

export interface RebuildOptions {
  /** Only tells what would be gained and lost. */
  dryRun?: boolean;
  /** How many released versions one transaction deals with; the feeds of their readers wait as long. */
  size?: number;
  /** Hears of each chunk once it is committed. */
  progress?: (so_far: Rebuilt) => void;
}

/** Ends a transaction that was only to tell, so that it leaves no trace. */
class OnlyLooked extends Error {
  constructor(readonly chunk: Chunk) {
    super('A dry run leaves no trace.');
  }
}

async function look(act: Acting, { id }: Originator, after: string | undefined, size: number) {
  const looking = act(id, async (transaction) => {
    const store = new RebuildStore(transaction);
    await store.hold(id);
    const { through, finished } = await store.begin(id);
    const nothing: Chunk = { versions: 0, gained: 0, lost: 0, kept: 0, through: undefined };
    throw new OnlyLooked(finished ? nothing : await store.rebuild(id, after ?? through, size));
  });
  const { chunk } = await looking.catch((error: unknown) => {
    if (error instanceof OnlyLooked) return error;
    throw error;
  });
  return { chunk, finished: chunk.versions < size };
}

function doNext(act: Acting, { id }: Originator, size: number) {
  return act(id, async (transaction, record) => {
    const store = new RebuildStore(transaction);
    await store.hold(id);
    const pass = await store.begin(id);
    // Another command was faster.
    if (pass.finished) return { chunk: undefined, finished: true };
    const chunk = await store.rebuild(id, pass.through, size);
    const finished = chunk.versions < size;
    await store.advance(id, chunk, pass.through, finished);
    const counted = (what: 'versions' | 'gained' | 'lost' | 'kept') => pass[what] + chunk[what];
    if (finished)
      await record.appendToOwnHouse('entitlements/rebuilt', {
        by: 'operator',
        rules_version: pass.rulesVersion,
        versions: counted('versions'),
        gained: counted('gained'),
        lost: counted('lost'),
        kept: counted('kept'),
      });
    return { chunk, finished };
  });
}

/**
 * Makes all entitlements anew by the rules that the database has now, originator by originator and chunk by chunk. Each
 * chunk is a transaction of its own under the originator's lock and says how far it has come, so that a rebuild that
 * was cut off goes on from there, beside serving processes and other rebuilds. Who loses an item is told so in the feed.
 * @returns one line for each originator that was not done yet
 * @throws Error when the rules of this program are not those of the database
 */
export async function rebuildEntitlements(
  act: Acting,
  anywhere: string,
  { dryRun = false, size = 100, progress = () => undefined }: RebuildOptions = {},
): Promise<Rebuilt[]> {
  const undone = await act(anywhere, async (transaction) => {
    const store = new RebuildStore(transaction);
    const version = await store.rulesVersion();
    if (version !== RULES_VERSION)
      throw new Error(`The database has version ${version} of the rules, this program ${RULES_VERSION}.`);
    return store.undone();
  });
  const all: Rebuilt[] = [];
  for (const originator of undone) {
    const { handle, left } = originator;
    const sum: Rebuilt = { handle, versions: 0, of: left, gained: 0, lost: 0, kept: 0 };
    all.push(sum);
    let after: string | undefined;
    for (let more = true; more;) {
      const { chunk, finished } = dryRun
        ? await look(act, originator, after, size)
        : await doNext(act, originator, size);
      for (const what of ['versions', 'gained', 'lost', 'kept'] as const) sum[what] += chunk?.[what] ?? 0;
      after = chunk?.through;
      more = !finished;
      if (chunk?.versions) progress({ ...sum });
    }
  }
  return all;
}
