import { openCheckpoint, type Checkpoint } from './checkpoint';
import { noteVerifier } from './note';
import { verifyConsistency } from './verify-proofs';

/** What a witness knows of a log. */
export interface SeenLog {
  origin: string;
  /** The verifier keys of the log that it trusts. */
  keys: readonly string[];
  /** The last head that it found consistent, as it was signed; null before the first. */
  note: string | null;
}

/** A head that a witness may cosign, or why it must not: `rolled-back` and `forked` are evidence against the log. */
export type JudgedHead =
  | { verdict: 'consistent'; checkpoint: Checkpoint; text: string }
  | { verdict: 'not-believed' | 'rolled-back' | 'forked'; says: string };

/** Asks the log for the consistency proof from one size to another (RFC 6962 §2.1.2). */
export type AskConsistency = (from: number, to: number) => Promise<Buffer[]>;

const open = (note: string, { origin, keys }: SeenLog) => {
  const log = keys.flatMap((key) => noteVerifier(key) ?? []);
  return openCheckpoint(note, { origin, log, witnesses: [] });
};

const WORDS = {
  malformed: 'it is no checkpoint',
  unsigned: 'no key that is trusted has signed it',
  'bad-signature': 'a signature that claims a trusted key does not verify',
  'other-origin': 'it is of another log',
} as const;

const head = ({ size, root }: Checkpoint): string =>
  `${size} entries with the root ${root.toString('base64')}`;

/**
 * Judges the head that a log shows now by the one that was seen before (c2sp.org/tlog-witness, what has to be checked before a cosignature).
 * @throws whatever asking for a proof throws
 */
export async function judgeHead(seen: SeenLog, note: string, ask: AskConsistency): Promise<JudgedHead> {
  const opened = open(note, seen);
  if ('fault' in opened)
    return { verdict: 'not-believed', says: `The head is not believed: ${WORDS[opened.fault]}.` };
  const { checkpoint: now, text } = opened;
  const former = seen.note === null ? null : open(seen.note, seen);
  if (former && 'fault' in former)
    return { verdict: 'not-believed', says: `The head kept here is not believed: ${WORDS[former.fault]}.` };
  const before = former?.checkpoint;
  if (!before) return { verdict: 'consistent', checkpoint: now, text };
  if (now.size < before.size)
    return {
      verdict: 'rolled-back',
      says: `The log was rolled back. This witness saw ${head(before)}; now it shows ${head(now)}.`,
    };
  const proof = now.size === before.size ? [] : await ask(before.size, now.size);
  const claim = { oldSize: before.size, oldRoot: before.root, size: now.size, root: now.root, proof };
  if (!verifyConsistency(claim))
    return {
      verdict: 'forked',
      says: `The log was forked. This witness saw ${head(before)}; now it shows ${head(now)}, and does not prove that it only grew.`,
    };
  return { verdict: 'consistent', checkpoint: now, text };
}
