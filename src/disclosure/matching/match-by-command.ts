import type { Acting } from '../rebuilding/rebuild-entitlements';
import { type Matching, MatchingStore } from './matching.store';

export interface MatchingOptions {
  /** Only tells what is left. */
  dryRun?: boolean;
  /** Hears of each chunk once it is committed. */
  progress?: (so_far: Matching) => void;
}

/**
 * Matches what is left of all signed terms, chunk by chunk, each a transaction of its own under the originator's lock
 * that says how far it has come: what is cut off goes on from there, beside the job that does the same.
 * @returns one line for each matching that was not finished
 */
export async function matchEntitlements(
  act: Acting,
  anywhere: string,
  { dryRun = false, progress = () => undefined }: MatchingOptions = {},
): Promise<Matching[]> {
  const open = await act(anywhere, (transaction) => new MatchingStore(transaction).open());
  if (dryRun) return open;
  const all: Matching[] = [];
  for (const { id, originator } of open) {
    const chunk = () => act(originator, (transaction) => new MatchingStore(transaction).next(id));
    let { more, ...matching } = await chunk();
    progress(matching);
    while (more) {
      ({ more, ...matching } = await chunk());
      progress(matching);
    }
    all.push(matching);
  }
  return all;
}
