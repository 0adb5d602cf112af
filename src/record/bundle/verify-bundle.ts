import { createHash } from 'node:crypto';
import { openCheckpoint, parseCheckpoint } from '../tree/checkpoint';
import { cosignedAt, witnessVerifier } from '../tree/cosignature';
import { GrowingRoot } from '../tree/growing-root';
import { noteVerifier, openNote, parseNote } from '../tree/note';
import { checkEntries, type EntryFault } from './check-entries';
import { type BundleKeys, type BundleManifest, FILES, signedText } from './format';
import { type BundleFile, NoBundle } from './read-bundle';

/** What of a bundle is not what it should be, in the order in which it is looked at. */
export interface BundleFault {
  check: 'signature' | 'manifest' | 'leaves' | 'entries' | 'consistency' | 'cosignature';
  says: string;
  entry?: EntryFault;
}

export interface Verified {
  holds: boolean;
  origin: string;
  size: number;
  root: string;
  /** The keys that were relied on, and whether whoever verifies named them. */
  keys: string[];
  pinned: boolean;
  cosigned: { organization: string; verifier_key: string; at: string }[];
  entries: number;
  parts: number;
  /** The size of the checkpoint that was kept from before, if one was given and it is consistent. */
  consistent_with: number | null;
  faults: BundleFault[];
}

export interface VerifyWith {
  /** Verifier keys that are trusted; without any, those that the bundle shows are, and said. */
  keys?: readonly string[];
  /** A checkpoint that was kept from before, as a signed note. */
  earlier?: string | undefined;
}

const parsed = <T>(name: string, text: string): T => {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new NoBundle(`${name} is no JSON.`);
  }
};

function rootOf(leaves: Buffer, size: number): Buffer {
  const growing = new GrowingRoot();
  for (let index = 0; index < size; index += 1) growing.add(leaves.subarray(index * 32, index * 32 + 32));
  return growing.root();
}

/**
 * Verifies a complete export by itself: signatures and cosignatures, the digest of each file, that the leaves are those
 * of the signed root, each entry and each part, that nothing is missing, and that what was signed before is its beginning.
 * @throws NoBundle for what cannot be read as one
 */
export async function verifyBundle(
  file: BundleFile,
  { keys: trusted = [], earlier }: VerifyWith = {},
): Promise<Verified> {
  const faults: BundleFault[] = [];
  const keys = parsed<BundleKeys>(FILES.keys, await file.text(FILES.keys));
  const note = await file.text(FILES.checkpoint);
  const relied = trusted.length > 0 ? [...trusted] : keys.log;
  const log = relied.flatMap((key) => noteVerifier(key) ?? []);
  const witnesses = keys.witnesses.flatMap(({ verifier_key: key }) => witnessVerifier(key) ?? []);
  const bare = parseCheckpoint(parseNote(note)?.text ?? '');
  if (!bare) throw new NoBundle(`${FILES.checkpoint} is no checkpoint.`);
  const opened = openCheckpoint(note, { origin: keys.origin, log, witnesses });
  if ('fault' in opened)
    faults.push(
      opened.fault === 'bad-signature' &&
        witnesses.some(({ name, keyId }) => name === opened.name && keyId === opened.keyId)
        ? { check: 'cosignature', says: `The cosignature of ${opened.name} does not verify.` }
        : { check: 'signature', says: 'The head of the log is not signed by a key that is relied on.' },
    );
  await checkManifest(file, keys.origin, log, faults);
  const leaves = await file.leaves(bare.size);
  const whole = leaves.length === bare.size * 32;
  const agree = whole && rootOf(leaves, bare.size).equals(bare.root);
  if (!agree)
    faults.push({
      check: 'leaves',
      says: whole
        ? 'The hashes of the leaves are not those of the signed root.'
        : `There are ${leaves.length / 32} hashes of leaves, and the signed head has ${bare.size} entries.`,
    });
  const checked = await checkEntries(file.lines(), leaves.subarray(0, Math.floor(leaves.length / 32) * 32));
  if (checked.fault) faults.push({ check: 'entries', says: checked.fault.says, entry: checked.fault });
  const consistent = earlier === undefined ? null : checkEarlier(earlier, leaves, bare.size, faults);
  const cosignatures = 'fault' in opened ? [] : opened.cosignatures;
  return {
    holds: faults.length === 0,
    ...{ origin: bare.origin, size: bare.size, root: bare.root.toString('base64') },
    ...{ keys: relied, pinned: trusted.length > 0 },
    cosigned: cosignatures.flatMap(({ name, keyId, signature }) => {
      const known = keys.witnesses.find(({ verifier_key: key }) => key.startsWith(`${name}+${keyId}+`));
      const at = new Date((cosignedAt(signature) ?? 0) * 1000).toISOString();
      return known ? [{ organization: known.organization, verifier_key: known.verifier_key, at }] : [];
    }),
    ...{ entries: checked.entries, parts: checked.parts },
    ...{ consistent_with: consistent, faults },
  };
}

async function checkManifest(
  file: BundleFile,
  origin: string,
  log: NonNullable<ReturnType<typeof noteVerifier>>[],
  faults: BundleFault[],
): Promise<void> {
  const manifest = await file.text(FILES.manifest);
  const digest = createHash('sha256').update(manifest).digest('hex');
  const opened = openNote(await file.text(FILES.signature), log);
  if ('fault' in opened || opened.text !== signedText(origin, digest))
    faults.push({ check: 'manifest', says: 'The manifest is not what was signed.' });
  const { files } = parsed<BundleManifest>(FILES.manifest, manifest);
  for (const name of [FILES.page, FILES.checkpoint, FILES.keys, FILES.leaves, FILES.entries])
    if (files?.[name] !== (await file.digest(name)))
      faults.push({ check: 'manifest', says: `${name} is not what the manifest says.` });
  for (const name of file.strangers())
    faults.push({ check: 'manifest', says: `${name} is no file of a bundle.` });
}

/** Since a bundle has every leaf, the root of the size before follows from them: no proof is needed. */
function checkEarlier(note: string, leaves: Buffer, size: number, faults: BundleFault[]): number | null {
  const before = parseCheckpoint(parseNote(note)?.text ?? '');
  if (!before) throw new NoBundle('The checkpoint that was kept is no checkpoint.');
  if (before.size > size) {
    faults.push({
      check: 'consistency',
      says: `The log was rolled back: the checkpoint that was kept has ${before.size} entries, this export ${size}.`,
    });
    return null;
  }
  if (!rootOf(leaves, before.size).equals(before.root)) {
    faults.push({
      check: 'consistency',
      says: `The log was forked: its first ${before.size} entries are not those of the checkpoint that was kept.`,
    });
    return null;
  }
  return before.size;
}
