import { EMPTY_ROOT, isHash } from './hashes';
import { type NoteFault, type NoteSignature, openNote, type Verifier } from './note';
import { isSize } from './ranges';
import { fromBase64, fromDecimal } from './strict-text';

/** A tree as its log vouches for it (c2sp.org/tlog-checkpoint, Note text). */
export interface Checkpoint {
  /** The name of the log. */
  origin: string;
  /** How many leaves it has. */
  size: number;
  root: Buffer;
}

/** Who has to have signed a checkpoint, and who may have witnessed it. */
export interface Signers {
  origin: string;
  /** The keys of the log, of which one must have signed. */
  log: Verifier[];
  /** Cosigners whose signatures are verified where there are any; how many are enough is for the caller to say. */
  witnesses: Verifier[];
}

/** A checkpoint that its log signed. `text` is what was signed, `cosignatures` are those of known witnesses. */
export interface OpenedCheckpoint {
  checkpoint: Checkpoint;
  text: string;
  cosignatures: NoteSignature[];
}

/** Why a checkpoint is not believed: as a note, as a checkpoint (`malformed`), or since it is of another log. */
export type CheckpointFault = NoteFault | { fault: 'other-origin' };

/** Line by line. Those after the third are opaque and not empty. */
const LINES = /^(?<origin>[^\n]+)\n(?<size>[^\n]+)\n(?<root>[^\n]+)\n(?:[^\n]+\n)*$/;

/**
 * Reads the text of a checkpoint: origin, size in decimal without leading zeros, root in base64. Extension lines are
 * passed over, since nobody can audit them. Sizes from 2^53 are not read.
 * @param text without signatures, ending in a newline
 * @returns undefined for what is no checkpoint, a size of 0 with another root than that of the empty tree included
 */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const lines = LINES.exec(text)?.groups;
  const size = fromDecimal(lines?.size ?? '');
  const root = fromBase64(lines?.root ?? '');
  if (!lines?.origin || size === undefined || !isHash(root)) return undefined;
  if (size === 0 && !root.equals(EMPTY_ROOT)) return undefined;
  return { origin: lines.origin, size, root };
}

/**
 * The text of a checkpoint, which its log then signs as a note; without extension lines.
 * @throws TypeError for what no checkpoint can say
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const read = parseCheckpoint(text);
  if (!isSize(size) || read?.origin !== origin || !read.root.equals(root))
    throw new TypeError('No checkpoint can say this.');
  return text;
}

/**
 * Opens a checkpoint: signed by a key of its log, of the origin that was expected, with the cosignatures of known
 * witnesses (c2sp.org/tlog-proof, Verifying a tlog proof, 2 and 3). Any signature that claims a known key must verify.
 */
export function openCheckpoint(
  note: string,
  { origin, log, witnesses }: Signers,
): OpenedCheckpoint | CheckpointFault {
  const opened = openNote(note, [...log, ...witnesses]);
  if ('fault' in opened) return opened;
  const { text, signatures } = opened;
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint) return { fault: 'malformed' };
  if (checkpoint.origin !== origin) return { fault: 'other-origin' };
  const isOf = (verifiers: Verifier[]) => (signed: NoteSignature) =>
    verifiers.some(({ name, keyId }) => name === signed.name && keyId === signed.keyId);
  if (!signatures.some(isOf(log))) return { fault: 'unsigned' };
  return { checkpoint, text, cosignatures: signatures.filter(isOf(witnesses)) };
}
