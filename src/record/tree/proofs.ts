import { completeSubtrees, hashOfSubtrees, heldTo, isSize, type LeafRange, type NodeAddress } from './ranges';

/** The largest power of two below a number of leaves of at least 2: where a tree is split (RFC 6962 §2.1). */
function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}

/** The ranges whose hashes are the audit path of a leaf, from the leaf up: PATH of RFC 6962 §2.1.1. */
function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isSize(size) || !isSize(index) || index >= size) throw new RangeError('The tree has no such leaf.');
  const ranges: LeafRange[] = [];
  for (let [begin, end] = [0, size]; end - begin > 1;) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) ranges.unshift({ begin: middle, end });
    else ranges.unshift({ begin, end: middle });
    [begin, end] = index < middle ? [begin, middle] : [middle, end];
  }
  return ranges;
}

/** The ranges whose hashes prove that a tree begins with an older one: SUBPROOF of RFC 6962 §2.1.2. */
function consistencyRanges(old: number, size: number): LeafRange[] {
  if (!isSize(size) || !isSize(old) || old > size) throw new RangeError('The tree has no such older one.');
  if (old === 0) return [];
  const ranges: LeafRange[] = [];
  let [begin, end] = [0, size];
  while (end !== old) {
    const middle = begin + splitOf(end - begin);
    if (old <= middle) ranges.unshift({ begin: middle, end });
    else ranges.unshift({ begin, end: middle });
    [begin, end] = old <= middle ? [begin, middle] : [middle, end];
  }
  // Whoever knows the older root needs no hash for it.
  return begin === 0 ? ranges : [{ begin, end }, ...ranges];
}

const partsOf = (ranges: LeafRange[]): NodeAddress[][] =>
  ranges.map(({ begin, end }) => completeSubtrees(begin, end));

function proofFrom(ranges: LeafRange[], hashes: Buffer[]): Buffer[] {
  const parts = partsOf(ranges);
  const held = heldTo(parts.flat(), hashes);
  let at = 0;
  return parts.map((part) => hashOfSubtrees(held.slice(at, (at += part.length))));
}

/** The stored subtrees that the inclusion proof of a leaf is made of. @throws RangeError if there is no such leaf */
export const neededForInclusion = (index: number, size: number): NodeAddress[] =>
  partsOf(inclusionRanges(index, size)).flat();

/**
 * Proves that the leaf at `index` is in the tree of `size` leaves (RFC 6962 §2.1.1).
 * @param hashes those of `neededForInclusion(index, size)`, in their order
 * @returns the hashes from the sibling of the leaf to the child of the root
 * @throws RangeError if there is no such leaf, and for hashes that are none or are missing
 */
export const inclusionProof = (index: number, size: number, hashes: Buffer[]): Buffer[] =>
  proofFrom(inclusionRanges(index, size), hashes);

/** The stored subtrees that a consistency proof is made of. @throws RangeError unless old ≤ size */
export const neededForConsistency = (old: number, size: number): NodeAddress[] =>
  partsOf(consistencyRanges(old, size)).flat();

/**
 * Proves that the tree of `size` leaves begins with the tree of `old` leaves (RFC 6962 §2.1.2). Between equal trees,
 * and from the empty one, there is nothing to prove.
 * @param hashes those of `neededForConsistency(old, size)`, in their order
 * @throws RangeError unless old ≤ size, and for hashes that are none or are missing
 */
export const consistencyProof = (old: number, size: number, hashes: Buffer[]): Buffer[] =>
  proofFrom(consistencyRanges(old, size), hashes);
