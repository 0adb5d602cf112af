import { isHash, nodeHash } from './hashes';

/** The complete subtree over the leaves [index · 2^level, (index + 1) · 2^level); level 0 is the leaves. */
export interface NodeAddress {
  level: number;
  index: number;
}

/** A complete subtree with its hash, which no later leaf changes: what is stored. */
export interface StoredNode extends NodeAddress {
  hash: Buffer;
}

/** Reads stored hashes in one round trip. @returns one for each address, in their order */
export type NodeReader = (addresses: NodeAddress[]) => Promise<Buffer[]>;

/** Leaves [begin, end), counted from 0. */
export interface LeafRange {
  begin: number;
  end: number;
}

/** Whether a value is a number of leaves: whole, not negative, below 2^53. */
export const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The leaves below a complete subtree. @throws RangeError for an address beyond 2^53 leaves, or that is none */
export function subtreeOf(level: number, index: number): LeafRange {
  const range = { begin: index * 2 ** level, end: (index + 1) * 2 ** level };
  if (!isSize(level) || !isSize(index) || !isSize(range.end))
    throw new RangeError('There is no subtree at this address.');
  return range;
}

/**
 * The complete subtrees that make up [begin, end), from left to right, each as large as its place allows.
 * For [0, size) they are the right edge of the tree, from which its root follows (RFC 6962 §2.1).
 * @throws RangeError for what is no range
 */
export function completeSubtrees(begin: number, end: number): NodeAddress[] {
  if (!isSize(begin) || !isSize(end) || begin > end) throw new RangeError('These leaves are no range.');
  const found: NodeAddress[] = [];
  for (let at = begin; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/**
 * The hash over neighbouring complete subtrees of falling size: the last two are one node, that with the one before
 * another, and so on, which is the split at the largest power of two (RFC 6962 §2.1).
 * @throws RangeError for none
 */
export function hashOfSubtrees(hashes: Buffer[]): Buffer {
  if (hashes.length === 0) throw new RangeError('There is no hash over no subtree.');
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** @throws RangeError unless there is one hash for each address that was asked for */
export function heldTo(needed: NodeAddress[], hashes: Buffer[]): Buffer[] {
  if (hashes.length !== needed.length || !hashes.every(isHash))
    throw new RangeError('Each address needs its hash of 32 octets.');
  return hashes;
}

/**
 * The stored subtrees that become the left half of a new one when `count` leaves are added to a tree of `size`.
 * They are some of its right edge; none where nothing stored is completed.
 * @throws RangeError for what is no number of leaves
 */
export function neededForAppend(size: number, count: number): NodeAddress[] {
  if (!isSize(count) || !isSize(size + count)) throw new RangeError('This is no number of leaves.');
  return completeSubtrees(0, size).filter(({ level, index }) => {
    return index % 2 === 0 && subtreeOf(level + 1, index / 2).end <= size + count;
  });
}

/**
 * The subtrees that become complete when leaves are added to a tree of `size`, the leaves among them.
 * @param leafHashes the hashes of the added leaves, in their order
 * @param read asked once for `neededForAppend`, and not at all when that is empty
 * @returns level by level from the leaves, each from left to right
 * @throws RangeError for what is no size, and for hashes that are none or are missing
 */
export async function newNodes(size: number, leafHashes: Buffer[], read: NodeReader): Promise<StoredNode[]> {
  const needed = neededForAppend(size, leafHashes.length);
  const stored = heldTo(needed, needed.length > 0 ? await read(needed) : []);
  const old = new Map(needed.map(({ level }, place) => [level, stored[place]]));
  if (!leafHashes.every(isHash)) throw new RangeError('Each leaf needs its hash of 32 octets.');
  const nodes: StoredNode[] = [];
  let added = leafHashes;
  for (let level = 0, first = size; added.length > 0; level += 1) {
    added.forEach((hash, place) => nodes.push({ level, index: first + place, hash }));
    // With its left half from before, the first new node above is over a stored and an added one.
    const before = first % 2 === 1 ? old.get(level) : undefined;
    const row = before ? [before, ...added] : added;
    added = Array.from({ length: Math.floor(row.length / 2) }, (_, pair) =>
      hashOfSubtrees(row.slice(2 * pair, 2 * pair + 2)),
    );
    first = Math.floor(first / 2);
  }
  return nodes;
}
