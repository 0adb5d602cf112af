import { commit } from '../commitments';
import { leafHash } from '../tree/hashes';
import type { BundleEntry, BundlePart } from './format';

/** The first entry that is not what was signed, and how. */
export interface EntryFault {
  index: number;
  fault:
    | 'changed'
    | 'dropped'
    | 'added'
    | 'reordered'
    | 'truncated'
    | 'part-changed'
    | 'part-missing'
    | 'unreadable';
  says: string;
}

const isEntry = (value: unknown): value is BundleEntry => {
  const entry = value as Partial<BundleEntry> | null;
  return (
    typeof entry === 'object' &&
    entry !== null &&
    typeof entry.entry === 'string' &&
    typeof entry.id === 'string' &&
    Array.isArray(entry.parts) &&
    entry.parts.every(
      (part: Partial<BundlePart> | null) =>
        typeof part?.audience === 'string' &&
        typeof part.salt === 'string' &&
        typeof part.payload === 'string',
    )
  );
};

function readLine(line: string): BundleEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function commitmentsOf({ entry }: BundleEntry): Record<string, string> {
  const { commitments } = JSON.parse(entry) as { commitments?: Record<string, string> };
  return commitments ?? {};
}

/** Whether each part opens the commitment that the entry made to it, and all that every party may read is there. */
function faultOfParts(entry: BundleEntry, index: number): EntryFault | null {
  const commitments = commitmentsOf(entry);
  for (const { audience, salt, payload } of entry.parts)
    if (commitments[audience] !== commit(Buffer.from(salt, 'base64'), Buffer.from(payload)))
      return {
        index,
        fault: 'part-changed',
        says: `The part ${audience} of entry ${index} (${entry.id}) is not what was committed to.`,
      };
  const there = new Set(entry.parts.map(({ audience }) => audience));
  const missing = ['shared', 'content'].find((audience) => audience in commitments && !there.has(audience));
  if (missing === undefined) return null;
  return {
    index,
    fault: 'part-missing',
    says: `The part ${missing} of entry ${index} (${entry.id}) is missing.`,
  };
}

/** Why the line at a place is not the leaf that is signed there, by what comes next. */
function whyOther(
  place: number,
  hash: Buffer,
  next: Buffer | undefined,
  at: (index: number) => Buffer | undefined,
  places: (hash: Buffer) => number,
): EntryFault {
  const stands = places(hash);
  const named = (fault: EntryFault['fault'], says: string): EntryFault => ({ index: place, fault, says });
  if (stands === place + 1 && next !== undefined && (at(place + 2)?.equals(next) ?? true))
    return named('dropped', `Entry ${place} was dropped: the one that follows it stands in its place.`);
  if (stands === place + 1 && next === undefined)
    return named('dropped', `Entry ${place} was dropped: the one that follows it stands in its place.`);
  if (stands >= 0) return named('reordered', `Entry ${stands} stands in the place of entry ${place}.`);
  if (next !== undefined && at(place)?.equals(next))
    return named('added', `Something that was never signed was added before entry ${place}.`);
  return named('changed', `Entry ${place} was changed: it is not what was signed.`);
}

/**
 * Checks lines against the hashes of the leaves that were signed; the first that is not what was signed is named.
 * @param leaves 32 octets for each leaf of the signed tree
 * @returns how many entries and parts were looked at, with the first fault
 */
export async function checkEntries(
  lines: AsyncIterable<string>,
  leaves: Buffer,
): Promise<{ entries: number; parts: number; fault: EntryFault | null }> {
  const size = leaves.length / 32;
  const at = (index: number) => (index < size ? leaves.subarray(index * 32, index * 32 + 32) : undefined);
  const places = (hash: Buffer): number => {
    for (let index = 0; index < size; index += 1) if (at(index)!.equals(hash)) return index;
    return -1;
  };
  const counted = { entries: 0, parts: 0 };
  const walk = lines[Symbol.asyncIterator]();
  const pull = async () => {
    const next = await walk.next();
    return next.done ? undefined : next.value;
  };
  let line = await pull();
  for (let index = 0; line !== undefined; index += 1) {
    const following = await pull();
    const entry = readLine(line);
    if (!entry)
      return {
        ...counted,
        fault: { index, fault: 'unreadable', says: `Line ${index + 1} of the entries is no entry.` },
      };
    const hash = leafHash(Buffer.from(entry.entry));
    if (!at(index)?.equals(hash)) {
      const after = following === undefined ? undefined : readLine(following);
      const next = after && leafHash(Buffer.from(after.entry));
      if (index >= size)
        return {
          ...counted,
          fault: {
            index,
            fault: 'added',
            says: `Something that was never signed was added after entry ${index - 1}.`,
          },
        };
      return { ...counted, fault: whyOther(index, hash, next, at, places) };
    }
    if (entry.index !== index)
      return {
        ...counted,
        fault: { index, fault: 'reordered', says: `Entry ${index} says that it is entry ${entry.index}.` },
      };
    const fault = faultOfParts(entry, index);
    if (fault) return { ...counted, fault };
    counted.entries += 1;
    counted.parts += entry.parts.length;
    line = following;
  }
  if (counted.entries < size)
    return {
      ...counted,
      fault: {
        index: counted.entries,
        fault: 'truncated',
        says: `The export ends before entry ${counted.entries}: ${size - counted.entries} of ${size} are missing.`,
      },
    };
  return { ...counted, fault: null };
}
