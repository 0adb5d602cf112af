import { verify } from 'node:crypto';
import { parseCheckpoint } from './checkpoint';
import { parseVerifierKey, SIGNATURE_TYPE, type SigningKey } from './keys';
import { type NoteSignature, type Verifier } from './note';
import { isSize } from './ranges';

/** The octets of the time before those of Ed25519 (c2sp.org/tlog-cosignature, Format). */
const TIME_BYTES = 8;
const SIGNATURE_BYTES = TIME_BYTES + 64;

/** What a cosigner signs: two lines of its own, then the checkpoint (tlog-cosignature, Ed25519 signed message). */
const messageOf = (text: string, seconds: number | bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/**
 * Cosigns a checkpoint: says that at this time it is the largest consistent tree of this log that the witness has seen.
 * Whoever calls has opened it and has proved it consistent with the last one.
 * @param text the text of the checkpoint, without signatures
 * @param seconds since 1970-01-01T00:00:00Z, whole
 * @returns the signature, to be put below the checkpoint
 * @throws TypeError for what is no checkpoint or no time
 */
export function cosign(
  text: string,
  key: SigningKey<typeof SIGNATURE_TYPE.cosignature>,
  seconds: number,
): NoteSignature {
  if (!parseCheckpoint(text) || !isSize(seconds))
    throw new TypeError('Only checkpoints are cosigned, at a time.');
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = Buffer.concat([time, key.sign(messageOf(text, seconds))]);
  return { name: key.name, keyId: key.keyId, signature };
}

/**
 * When a verified cosignature was made, in seconds since 1970-01-01T00:00:00Z.
 * @returns undefined for what is no cosignature, and for times from 2^53, which lie ahead of everybody
 */
export function cosignedAt(signature: Buffer): number | undefined {
  if (signature.length !== SIGNATURE_BYTES) return undefined;
  const seconds = Number(signature.readBigUInt64BE());
  return isSize(seconds) ? seconds : undefined;
}

/** The verifier of a witness, an Ed25519 key of type 0x04. @returns undefined for what is no verifier key of this type */
export function witnessVerifier(verifierKey: string): Verifier | undefined {
  const known = parseVerifierKey(verifierKey);
  if (known?.type !== SIGNATURE_TYPE.cosignature) return undefined;
  const { name, keyId, key } = known;
  const verifies = (text: string, signature: Buffer): boolean => {
    const seconds = cosignedAt(signature);
    if (seconds === undefined || !parseCheckpoint(text)) return false;
    return verify(null, messageOf(text, seconds), key, signature.subarray(TIME_BYTES));
  };
  return { name, keyId, verifies };
}
