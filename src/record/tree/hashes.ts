import { hash } from 'node:crypto';

/** How many octets a hash has: SHA-256, as in the examples of RFC 6962 and in c2sp.org/tlog-tiles. */
const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer');

/** The root of the tree without leaves, SHA-256 of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT = sha256(Buffer.alloc(0));

/** Whether a value is the octets of a hash. */
export const isHash = (value: unknown): value is Buffer =>
  Buffer.isBuffer(value) && value.length === HASH_BYTES;

/** The hash of one entry: SHA-256(0x00 ‖ entry) (RFC 6962 §2.1). */
export const leafHash = (entry: Uint8Array): Buffer => sha256(Buffer.concat([LEAF, entry]));

/**
 * The hash over two subtrees: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1).
 * @throws RangeError unless both are hashes: other lengths could be cut in two in more than one way
 */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  if (!isHash(left) || !isHash(right)) throw new RangeError('A node is made of two hashes of 32 octets.');
  return sha256(Buffer.concat([NODE, left, right]));
}
