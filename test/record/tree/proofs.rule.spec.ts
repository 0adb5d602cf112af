import fc from 'fast-check';
import { EMPTY_ROOT, leafHash, nodeHash } from '../../../src/record/tree/hashes';
import {
  consistencyProof,
  inclusionProof,
  neededForConsistency,
  neededForInclusion,
} from '../../../src/record/tree/proofs';
import { neededForRoot, rootFrom } from '../../../src/record/tree/root';
import {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/record/tree/verify-proofs';
import { leaves, naivePath, naiveRoot, naiveSubproof, type StoredTree, storedTree } from './naive';

const HIGHEST = 130;
/** Up to this size every octet is tampered with, above it one of each proof. */
const TAMPERED = 20;
const all = leaves(HIGHEST);
const roots = Array.from({ length: HIGHEST + 1 }, (_, size) => naiveRoot(all.slice(0, size)));
const one = all[0] ?? EMPTY_ROOT;

const hexOf = (hashes: Buffer[]): string => hashes.map((hash) => hash.toString('hex')).join();

let tree: StoredTree;
beforeAll(async () => {
  tree = await storedTree(HIGHEST);
});

const inclusion = (index: number, size: number): InclusionClaim => ({
  ...{ leafHash: all[index] ?? EMPTY_ROOT, index, size, root: roots[size] ?? EMPTY_ROOT },
  proof: inclusionProof(index, size, tree.at(neededForInclusion(index, size))),
});

const consistency = (oldSize: number, size: number): ConsistencyClaim => ({
  ...{ oldSize, oldRoot: roots[oldSize] ?? EMPTY_ROOT, size, root: roots[size] ?? EMPTY_ROOT },
  proof: consistencyProof(oldSize, size, tree.at(neededForConsistency(oldSize, size))),
});

/** The proof with one bit turned in each octet of it in turn, or in one that `size` picks. */
function* tampered(proof: Buffer[], size: number): Generator<Buffer[]> {
  const octets = Array.from({ length: 32 * proof.length }, (_, octet) => octet);
  const chosen = size <= TAMPERED ? octets : octets.filter((octet) => octet === (size * 37) % octets.length);
  for (const octet of chosen) {
    const turned = proof.map((hash) => Buffer.from(hash));
    const hash = turned[Math.floor(octet / 32)];
    if (hash) hash[octet % 32] = (hash[octet % 32] ?? 0) ^ (1 << (octet % 8));
    yield turned;
  }
}

describe('every leaf of every tree up to 130 leaves', () => {
  it('has the audit path of RFC 6962, which verifies', () => {
    for (let size = 1; size <= HIGHEST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const claim = inclusion(index, size);
        expect(hexOf(claim.proof)).toBe(hexOf(naivePath(index, all.slice(0, size))));
        expect(verifyInclusion(claim)).toBe(true);
      }
  });

  it('is not proved by a path that was tampered with, cut or lengthened', () => {
    for (let size = 1; size <= HIGHEST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const claim = inclusion(index, size);
        const { proof } = claim;
        const wrong = [...tampered(proof, size), [...proof, one], [one, ...proof]];
        if (proof.length > 0) wrong.push(proof.slice(1), proof.slice(0, -1));
        expect(wrong.filter((other) => verifyInclusion({ ...claim, proof: other }))).toEqual([]);
      }
  });

  it('is not proved at another place, for another leaf or under another root', () => {
    for (let size = 2; size <= TAMPERED; size += 1)
      for (let index = 0; index < size; index += 1) {
        const claim = inclusion(index, size);
        for (let other = 0; other <= size; other += 1)
          expect(verifyInclusion({ ...claim, index: other })).toBe(other === index);
        expect(verifyInclusion({ ...claim, leafHash: claim.root })).toBe(false);
        expect(verifyInclusion({ ...claim, root: claim.leafHash })).toBe(false);
      }
  });
});

describe('every two trees up to 130 leaves', () => {
  it('have the consistency proof of RFC 6962, which verifies', () => {
    for (let size = 0; size <= HIGHEST; size += 1)
      for (let old = 0; old <= size; old += 1) {
        const claim = consistency(old, size);
        expect(hexOf(claim.proof)).toBe(old === 0 ? '' : hexOf(naiveSubproof(old, all.slice(0, size))));
        expect(verifyConsistency(claim)).toBe(true);
      }
  });

  it('are not consistent by a proof that was tampered with, cut or lengthened', () => {
    for (let size = 0; size <= HIGHEST; size += 1)
      for (let old = 0; old <= size; old += 1) {
        const claim = consistency(old, size);
        const { proof } = claim;
        const wrong = [...tampered(proof, size), [...proof, one], [one, ...proof]];
        if (proof.length > 0) wrong.push(proof.slice(1), proof.slice(0, -1));
        expect(wrong.filter((other) => verifyConsistency({ ...claim, proof: other }))).toEqual([]);
      }
  });

  it('are not consistent under other roots', () => {
    for (let size = 0; size <= TAMPERED; size += 1)
      for (let old = 0; old <= size; old += 1) {
        const claim = consistency(old, size);
        expect(verifyConsistency({ ...claim, oldRoot: leafHash(claim.oldRoot) })).toBe(false);
        expect(verifyConsistency({ ...claim, root: leafHash(claim.root) })).toBe(size > 0 && old === 0);
      }
  });
});

describe('trees as large as numbers go', () => {
  /** All leaves alike: each complete subtree of a level has one hash. */
  const levels = [one];
  for (let level = 1; level < 53; level += 1) levels.push(nodeHash(levels[level - 1]!, levels[level - 1]!));
  const at = (addresses: { level: number }[]) => addresses.map(({ level }) => levels[level]!);
  const rootOf = (size: number) => rootFrom(size, at(neededForRoot(size)));
  const sizes = fc.oneof(
    fc.integer({ min: 1, max: 2 ** 53 - 1 }),
    fc.tuple(fc.integer({ min: 1, max: 52 }), fc.integer({ min: -1, max: 1 })).map(([e, d]) => 2 ** e + d),
  );

  it('prove a leaf and an older tree like small ones', () => {
    const examples: [number, number][] = [
      [2 ** 53 - 2, 2 ** 53 - 1],
      [2 ** 52, 2 ** 53 - 1],
    ];
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [old, size] = [Math.min(a, b), Math.max(a, b)];
        const index = old - 1;
        const path = inclusionProof(index, size, at(neededForInclusion(index, size)));
        const claim = { leafHash: one, index, size, root: rootOf(size), proof: path };
        expect(verifyInclusion(claim)).toBe(true);
        const proof = consistencyProof(old, size, at(neededForConsistency(old, size)));
        const both = { oldSize: old, oldRoot: rootOf(old), size, root: rootOf(size), proof };
        expect(verifyConsistency(both)).toBe(true);
        expect(verifyConsistency({ ...both, oldRoot: one })).toBe(old === 1);
      }),
      { examples, numRuns: 500 },
    );
  });
});

describe('a malformed claim', () => {
  const short = one.subarray(1);
  const long = Buffer.concat([one, one]);

  test.each<[string, Partial<InclusionClaim>]>([
    ['a leaf beyond the tree', { index: 5 }],
    ['a negative place', { index: -1 }],
    ['half a place', { index: 2.5 }],
    ['no number for a place', { index: NaN }],
    ['an empty tree', { index: 0, size: 0 }],
    ['a size that is no safe integer', { size: 2 ** 53 }],
    ['an endless tree', { size: Infinity }],
    ['a leaf hash that is too short', { leafHash: short }],
    ['a root that is too long', { root: long }],
    ['no root', { root: Buffer.alloc(0) }],
    ['a hash of a path that is too short', { proof: [one, one, short] }],
    ['a hash of a path that is too long', { proof: [long, one, one] }],
    ['octets that are no buffer', { proof: [new Uint8Array(32) as Buffer, one, one] }],
  ])('of inclusion is false: %s', (_, wrong) => {
    const claim = inclusion(2, 5);
    expect([verifyInclusion(claim), verifyInclusion({ ...claim, ...wrong })]).toEqual([true, false]);
  });

  test.each<[string, Partial<ConsistencyClaim>]>([
    ['an older tree that is larger', { oldSize: 6 }],
    ['a negative size', { oldSize: -1 }],
    ['half a leaf', { oldSize: 2.5 }],
    ['no number for a size', { size: NaN }],
    ['a size that is no safe integer', { size: 2 ** 53 }],
    ['an old root that is too short', { oldRoot: short }],
    ['a root that is too long', { root: long }],
    ['a hash of the proof that is too short', { proof: [one, one, one, short] }],
    ['no proof between trees that differ', { proof: [] }],
    ['a proof from the empty tree', { oldSize: 0, oldRoot: EMPTY_ROOT }],
    ['a root of the empty tree that is another', { oldSize: 0, proof: [] }],
    ['an empty tree with a root of its own', { oldSize: 0, size: 0, oldRoot: one, root: one, proof: [] }],
  ])('of consistency is false: %s', (_, wrong) => {
    const claim = consistency(3, 5);
    expect([verifyConsistency(claim), verifyConsistency({ ...claim, ...wrong })]).toEqual([true, false]);
  });

  it('is not proved in the first place', () => {
    for (const [index, size] of [
      [0, 0],
      [5, 5],
      [-1, 5],
      [0, 2 ** 53],
    ] as const)
      expect(() => neededForInclusion(index, size)).toThrow(RangeError);
    for (const [old, size] of [
      [6, 5],
      [-1, 5],
      [1.5, 5],
      [1, 2 ** 53],
    ] as const)
      expect(() => neededForConsistency(old, size)).toThrow(RangeError);
    expect(() => inclusionProof(0, 2, [])).toThrow(RangeError);
    expect(() => consistencyProof(1, 2, [short])).toThrow(RangeError);
  });
});
