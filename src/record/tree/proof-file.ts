import { type CheckpointFault, openCheckpoint, type OpenedCheckpoint, type Signers } from './checkpoint';
import { isHash } from './hashes';
import { parseNote } from './note';
import { isSize } from './ranges';
import { fromBase64, fromDecimal } from './strict-text';
import { verifyInclusion } from './verify-proofs';

/** What a `.tlog-proof` file says (c2sp.org/tlog-proof, Format). */
export interface ProofFile {
  /** For the application that reads it; nobody vouches for it. Not empty. */
  extra?: Buffer | undefined;
  /** The place of the entry in the log, from 0. */
  index: number;
  /** The inclusion proof, from the sibling of the leaf to the child of the root. */
  proof: Buffer[];
  /** The signed checkpoint, verbatim. */
  checkpoint: string;
}

/** Why a proof file proves nothing of a leaf. */
export type ProofFault = CheckpointFault | { fault: 'not-included' };

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** No leaf below 2^53 is deeper. */
const LONGEST_PROOF = 53;

function isProofFile({ extra, index, proof, checkpoint }: ProofFile): boolean {
  if (extra?.length === 0 || !isSize(index)) return false;
  return proof.length <= LONGEST_PROOF && proof.every(isHash) && parseNote(checkpoint) !== undefined;
}

/** The text of a proof file. @throws TypeError for what no proof file can say */
export function formatProofFile(file: ProofFile): string {
  if (!isProofFile(file)) throw new TypeError('No proof file can say this.');
  const { extra, index, proof, checkpoint } = file;
  const lines = [
    FIRST_LINE,
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a proof file; nothing of it is verified. @returns undefined for any other text */
export function parseProofFile(text: string): ProofFile | undefined {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== FIRST_LINE) return undefined;
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : null;
  const index = fromDecimal(/^index (.+)$/.exec(lines.shift() ?? '')?.[1] ?? '');
  const proof = lines.map(fromBase64).filter(isHash);
  if (extra === undefined || index === undefined || proof.length < lines.length) return undefined;
  const file = { ...(extra && { extra }), index, proof, checkpoint: text.slice(end + 2) };
  return isProofFile(file) ? file : undefined;
}

/**
 * Verifies a proof file against a leaf that was computed from what is claimed to be logged, never from the file alone
 * (c2sp.org/tlog-proof, Verifying a tlog proof, 2 to 4).
 * @returns the checkpoint that the leaf is under, with the cosignatures of known witnesses, of which it is for the
 *   caller to say how many are enough; or why nothing is proved
 */
export function verifyProofFile(
  text: string,
  leafHash: Buffer,
  signers: Signers,
): OpenedCheckpoint | ProofFault {
  const file = parseProofFile(text);
  if (!file) return { fault: 'malformed' };
  const opened = openCheckpoint(file.checkpoint, signers);
  if ('fault' in opened) return opened;
  const { size, root } = opened.checkpoint;
  const { index, proof } = file;
  return verifyInclusion({ leafHash, index, size, root, proof }) ? opened : { fault: 'not-included' };
}
