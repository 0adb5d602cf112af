import { EMPTY_ROOT } from './hashes';
import { completeSubtrees, hashOfSubtrees, heldTo, type NodeAddress } from './ranges';

/** The stored subtrees from which the root of the tree of `size` leaves follows: its right edge, left to right. */
export const neededForRoot = (size: number): NodeAddress[] => completeSubtrees(0, size);

/**
 * The Merkle Tree Hash of the first `size` leaves (RFC 6962 §2.1).
 * @param hashes those of `neededForRoot(size)`, in their order
 * @throws RangeError for what is no size, and for hashes that are none or are missing
 */
export function rootFrom(size: number, hashes: Buffer[]): Buffer {
  const held = heldTo(neededForRoot(size), hashes);
  return size === 0 ? EMPTY_ROOT : hashOfSubtrees(held);
}
