import { EMPTY_ROOT, isHash, nodeHash } from './hashes';
import { completeSubtrees, isSize } from './ranges';

/** What is claimed of a leaf: that it stands at `index` in the tree of `size` leaves with this root. */
export interface InclusionClaim {
  leafHash: Buffer;
  index: number;
  size: number;
  root: Buffer;
  /** From the sibling of the leaf to the child of the root. */
  proof: Buffer[];
}

/** What is claimed of two trees: that the one of `size` leaves begins with the one of `oldSize`. */
export interface ConsistencyClaim {
  oldSize: number;
  oldRoot: Buffer;
  size: number;
  root: Buffer;
  proof: Buffer[];
}

const isOdd = (value: number): boolean => value % 2 === 1;
const halved = (value: number): number => Math.floor(value / 2);

/**
 * Whether a leaf is in a tree (RFC 9162 §2.1.3.2). Malformed claims are false, too.
 * Numbers are divided, not shifted: they may be above 2^31.
 */
export function verifyInclusion({ leafHash, index, size, root, proof }: InclusionClaim): boolean {
  if (![leafHash, root, ...proof].every(isHash)) return false;
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  let [fn, sn, r] = [index, size - 1, leafHash];
  for (const p of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(p, r);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [halved(fn), halved(sn)];
    } else r = nodeHash(r, p);
    [fn, sn] = [halved(fn), halved(sn)];
  }
  return sn === 0 && r.equals(root);
}

/** The two roots that follow from a proof between trees of different size, neither of them empty; undefined for none. */
function rootsOf(oldSize: number, size: number, path: Buffer[]): [Buffer, Buffer] | undefined {
  let [fn, sn] = [oldSize - 1, size - 1];
  while (isOdd(fn)) [fn, sn] = [halved(fn), halved(sn)];
  const [first, ...rest] = path;
  if (!first) return undefined;
  let [fr, sr] = [first, first];
  for (const c of rest) {
    if (sn === 0) return undefined;
    if (isOdd(fn) || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [halved(fn), halved(sn)];
    } else sr = nodeHash(sr, c);
    [fn, sn] = [halved(fn), halved(sn)];
  }
  return sn === 0 ? [fr, sr] : undefined;
}

/**
 * Whether a tree begins with an older one (RFC 9162 §2.1.4.2). Malformed claims are false, too. RFC 9162 asks of sizes
 * that differ and are not 0: equal sizes need equal roots, an old size of 0 needs the root of the empty tree, and both
 * an empty proof.
 */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  if (![oldRoot, root, ...proof].every(isHash)) return false;
  if (!isSize(oldSize) || !isSize(size) || oldSize > size) return false;
  if (size === 0 && !root.equals(EMPTY_ROOT)) return false;
  if (oldSize === size) return proof.length === 0 && oldRoot.equals(root);
  if (oldSize === 0) return proof.length === 0 && oldRoot.equals(EMPTY_ROOT);
  if (proof.length === 0) return false;
  const isPowerOfTwo = completeSubtrees(0, oldSize).length === 1;
  const roots = rootsOf(oldSize, size, isPowerOfTwo ? [oldRoot, ...proof] : proof);
  return roots !== undefined && roots[0].equals(oldRoot) && roots[1].equals(root);
}
