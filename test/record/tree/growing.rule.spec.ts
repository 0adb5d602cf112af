import fc from 'fast-check';
import { EMPTY_ROOT, leafHash, nodeHash } from '../../../src/record/tree/hashes';
import {
  completeSubtrees,
  hashOfSubtrees,
  neededForAppend,
  newNodes,
  subtreeOf,
} from '../../../src/record/tree/ranges';
import { neededForRoot, rootFrom } from '../../../src/record/tree/root';
import { ENTRIES, NODES, ROOTS } from './known-trees';
import { leaves, naiveNodes, naiveRoot, StoredTree, storedTree } from './naive';

const HIGHEST = 130;
const all = leaves(HIGHEST);
const rootOf = (tree: StoredTree, size = tree.size) => rootFrom(size, tree.at(neededForRoot(size)));

describe('the tree of the eight leaves that everybody knows', () => {
  it('has the known subtrees, in the order of their levels', async () => {
    const nodes = await newNodes(0, ENTRIES.map(leafHash), async () => []);
    expect(nodes.map(({ level, index, hash }) => [level, index, hash.toString('hex')])).toEqual(
      NODES.flatMap((row, level) => row.map((hash, index) => [level, index, hash])),
    );
  });

  it('has the known root at every size', async () => {
    const tree = new StoredTree();
    await tree.append(ENTRIES.map(leafHash));
    expect(ROOTS.map((_, size) => rootOf(tree, size).toString('hex'))).toEqual(ROOTS);
  });
});

describe('a tree', () => {
  it('has the root of RFC 6962 at every size, from the right edge of what is stored', async () => {
    const tree = await storedTree(HIGHEST);
    for (let size = 0; size <= HIGHEST; size += 1) {
      expect(rootOf(tree, size)).toEqual(naiveRoot(all.slice(0, size)));
      const ones = size.toString(2).replaceAll('0', '').length;
      expect(neededForRoot(size)).toHaveLength(ones);
    }
  });

  it('stores exactly its complete subtrees, however its leaves came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 14 }), async (steps) => {
        const tree = new StoredTree();
        for (const step of steps) await tree.append(all.slice(tree.size, tree.size + step));
        expect(tree.nodes).toEqual(naiveNodes(all.slice(0, tree.size)));
      }),
    );
  });

  it('is read once for any number of leaves, as was told beforehand, and not where nothing is completed', async () => {
    const tree = new StoredTree();
    for (let step = 0; step < 40; step += 1) {
      const needed = neededForAppend(tree.size, step);
      tree.reads.length = 0;
      await tree.append(leaves(tree.size + step).slice(tree.size));
      expect(tree.reads).toEqual(needed.length > 0 ? [needed] : []);
    }
    expect([neededForAppend(6, 1), neededForAppend(7, 1), neededForAppend(6, 0)]).toEqual([
      [],
      [
        { level: 2, index: 0 },
        { level: 1, index: 2 },
        { level: 0, index: 6 },
      ],
      [],
    ]);
  });

  it('adds no leaves to what was read wrongly', async () => {
    const [hash = EMPTY_ROOT] = all;
    const append = (read: Buffer[], added = [hash]) => newNodes(3, added, async () => read);
    await expect(append([])).rejects.toThrow(RangeError);
    await expect(append([hash])).rejects.toThrow(RangeError);
    await expect(append([hash, hash, hash])).rejects.toThrow(RangeError);
    await expect(append([hash, hash.subarray(1)])).rejects.toThrow(RangeError);
    await expect(append([hash, hash], [hash.subarray(1)])).rejects.toThrow(RangeError);
    await expect(append([hash, hash])).resolves.toHaveLength(3);
  });
});

describe('a range of leaves', () => {
  it('is made up of complete subtrees, left to right, none of which could be larger', () => {
    const place = fc.integer({ min: 0, max: 2 ** 53 - 1 });
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [begin, end] = [Math.min(one, other), Math.max(one, other)];
        let at = begin;
        for (const { level, index } of completeSubtrees(begin, end)) {
          expect(subtreeOf(level, index).begin).toBe(at);
          const parent = { begin: Math.floor(index / 2) * 2 ** (level + 1), width: 2 ** (level + 1) };
          expect(parent.begin >= begin && parent.begin + parent.width <= end).toBe(false);
          at = subtreeOf(level, index).end;
        }
        expect(at).toBe(end);
      }),
    );
  });

  test.each([
    [0, -1],
    [2, 1],
    [0.5, 1],
    [0, 2 ** 53],
    [NaN, 1],
    [0, Infinity],
  ])('is not from %s to %s', (begin, end) => {
    expect(() => completeSubtrees(begin, end)).toThrow(RangeError);
  });

  test.each([
    [-1, 0],
    [0, -1],
    [0, 2 ** 53 - 1],
    [53, 0],
    [1024, 0],
    [0.5, 0],
  ])('is not below the subtree at level %s, place %s', (level, index) => {
    expect(() => subtreeOf(level, index)).toThrow(RangeError);
  });
});

it('a node is made of two hashes, never of other octets', () => {
  const hash = leafHash(Buffer.from('a'));
  expect(() => nodeHash(hash, Buffer.concat([hash, hash]))).toThrow(RangeError);
  expect(() => nodeHash(hash.subarray(1), hash)).toThrow(RangeError);
  expect(() => hashOfSubtrees([])).toThrow(RangeError);
  expect(() => rootFrom(3, [hash])).toThrow(RangeError);
  expect(rootFrom(0, [])).toEqual(EMPTY_ROOT);
});
