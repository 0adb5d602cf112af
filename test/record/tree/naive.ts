import { EMPTY_ROOT, leafHash, nodeHash } from '../../../src/record/tree/hashes';
import { type NodeAddress, newNodes, type NodeReader, subtreeOf } from '../../../src/record/tree/ranges';

/** RFC 6962 §2.1 as it is written there, over the leaves: what comes of stored subtrees must agree with it. */
const splitOf = (leaves: number): number => 2 ** (Math.ceil(Math.log2(leaves)) - 1);

/** What was computed of the leaves from this one on, by their number: every leaf of these tests is followed by one. */
const computed = new WeakMap<Buffer, Map<number, Buffer>>();

export function naiveRoot(hashes: Buffer[]): Buffer {
  const [first = EMPTY_ROOT] = hashes;
  if (hashes.length <= 1) return first;
  const known = computed.get(first) ?? new Map<number, Buffer>();
  computed.set(first, known);
  const k = splitOf(hashes.length);
  const root =
    known.get(hashes.length) ?? nodeHash(naiveRoot(hashes.slice(0, k)), naiveRoot(hashes.slice(k)));
  known.set(hashes.length, root);
  return root;
}

export function naivePath(m: number, hashes: Buffer[]): Buffer[] {
  if (hashes.length <= 1) return [];
  const k = splitOf(hashes.length);
  return m < k
    ? [...naivePath(m, hashes.slice(0, k)), naiveRoot(hashes.slice(k))]
    : [...naivePath(m - k, hashes.slice(k)), naiveRoot(hashes.slice(0, k))];
}

export function naiveSubproof(m: number, hashes: Buffer[], known = true): Buffer[] {
  if (m === hashes.length) return known ? [] : [naiveRoot(hashes)];
  const k = splitOf(hashes.length);
  return m <= k
    ? [...naiveSubproof(m, hashes.slice(0, k), known), naiveRoot(hashes.slice(k))]
    : [...naiveSubproof(m - k, hashes.slice(k), false), naiveRoot(hashes.slice(0, k))];
}

/** The hashes of leaves that are all different. */
export const leaves = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

const keyOf = ({ level, index }: NodeAddress): string => `${level}/${index}`;

/** Stored subtrees in memory. They are stored once; none is read that is not there. */
export class StoredTree {
  readonly nodes = new Map<string, Buffer>();
  readonly reads: NodeAddress[][] = [];
  size = 0;

  readonly read: NodeReader = async (addresses) => {
    this.reads.push(addresses);
    return this.at(addresses);
  };

  at(addresses: NodeAddress[]): Buffer[] {
    return addresses.map((address) => {
      const hash = this.nodes.get(keyOf(address));
      if (!hash) throw new Error(`${keyOf(address)} is not stored`);
      return hash;
    });
  }

  async append(leafHashes: Buffer[]): Promise<void> {
    for (const { hash, ...address } of await newNodes(this.size, leafHashes, this.read)) {
      if (this.nodes.has(keyOf(address))) throw new Error(`${keyOf(address)} was stored before`);
      this.nodes.set(keyOf(address), hash);
    }
    this.size += leafHashes.length;
  }
}

export async function storedTree(size: number): Promise<StoredTree> {
  const tree = new StoredTree();
  await tree.append(leaves(size));
  return tree;
}

/** All complete subtrees of the first leaves, by address. */
export function naiveNodes(hashes: Buffer[]): Map<string, Buffer> {
  const nodes = new Map<string, Buffer>();
  for (let level = 0; 2 ** level <= hashes.length; level += 1)
    for (let index = 0; subtreeOf(level, index).end <= hashes.length; index += 1) {
      const { begin, end } = subtreeOf(level, index);
      nodes.set(keyOf({ level, index }), naiveRoot(hashes.slice(begin, end)));
    }
  return nodes;
}
