import { verify } from 'node:crypto';
import { isKeyName, parseVerifierKey, SIGNATURE_TYPE, type SigningKey } from './keys';
import { fromBase64 } from './strict-text';

/** One signature line of a note: the octets after the id of the key are what its type says. */
export interface NoteSignature {
  name: string;
  /** Eight lower-case hexadecimal digits. */
  keyId: string;
  signature: Buffer;
}

/** A note as it is written, nothing of it verified. `text` ends in a newline. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

/** What verifies the signatures of one key, whatever their type. */
export interface Verifier {
  name: string;
  keyId: string;
  verifies: (text: string, signature: Buffer) => boolean;
}

/** Why a note is not believed; a bad signature with the key that it claims. */
export type NoteFault =
  { fault: 'malformed' } | { fault: 'unsigned' } | { fault: 'bad-signature'; name: string; keyId: string };

/** Beyond these a note is malformed (signed-note, Format: there should be a limit, and 16 signatures must fit). */
const MOST_BYTES = 1_000_000;
const MOST_SIGNATURES = 100;

const KEY_ID_BYTES = 4;

/** Unicode whose only control character below U+0020 is the newline. */
const isPlain = (text: string): boolean => text.isWellFormed() && !/[^\P{Control}\n\x7f-\x9f]/u.test(text);

/** A text that can be signed ends in a newline. An empty line in it is no fault: the last one of a note counts. */
const isNoteText = (text: string): boolean => isPlain(text) && text.endsWith('\n');

function parseLine(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  const keyId = bytes.subarray(0, KEY_ID_BYTES).toString('hex');
  return { name, keyId, signature: bytes.subarray(KEY_ID_BYTES) };
}

/** The line of a signature, newline and all: U+2014, name, base64(key id ‖ signature) (signed-note, Format). */
function lineOf({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`;
}

/**
 * Takes a signed note apart (signed-note, Format): the text up to the last empty line, and the lines after it.
 * @returns undefined for what is no note: other control characters than newlines, a line that is no signature, none at
 *   all, more than 100 of them, or more than 1,000,000 octets
 */
export function parseNote(note: string): Note | undefined {
  if (Buffer.byteLength(note) > MOST_BYTES || !isPlain(note) || !note.endsWith('\n')) return undefined;
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2, -1).split('\n');
  if (end < 0 || lines.length > MOST_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseLine(line);
    if (!signature) return undefined;
    signatures.push(signature);
  }
  return { text: note.slice(0, end + 1), signatures };
}

/**
 * A note with one more signature line after those it has.
 * @throws TypeError for what is no note, and for a signature that makes it none
 */
export function addSignature(note: string, signature: NoteSignature): string {
  const signed = note + lineOf(signature);
  if (!parseNote(note) || !parseNote(signed))
    throw new TypeError('This is no note, or can be signed no more.');
  return signed;
}

/**
 * Signs a text with Ed25519 (signed-note, Ed25519 signatures).
 * @param text ends in a newline, and has no other control character
 * @returns the note, with this one signature
 * @throws TypeError for a text that no note can have
 */
export function signNote(text: string, key: SigningKey<typeof SIGNATURE_TYPE.note>): string {
  const { name, keyId } = key;
  const note = `${text}\n${lineOf({ name, keyId, signature: key.sign(Buffer.from(text)) })}`;
  if (!isNoteText(text) || !parseNote(note)) throw new TypeError('A note cannot have this text.');
  return note;
}

/** The verifier of an Ed25519 key of type 0x01. @returns undefined for what is no verifier key of this type */
export function noteVerifier(verifierKey: string): Verifier | undefined {
  const known = parseVerifierKey(verifierKey);
  if (known?.type !== SIGNATURE_TYPE.note) return undefined;
  const { name, keyId, key } = known;
  return { name, keyId, verifies: (text, signature) => verify(null, Buffer.from(text), key, signature) };
}

/**
 * Opens a signed note (signed-note, Signatures). Signatures of unknown keys are left aside; every one that claims a
 * known key, by name and id, must verify.
 * @returns the text, and the first signature of each known key; or why the note is not believed
 */
export function openNote(note: string, known: Verifier[]): Note | NoteFault {
  const parsed = parseNote(note);
  if (!parsed) return { fault: 'malformed' };
  const { text } = parsed;
  const verified = new Map<string, NoteSignature>();
  for (const signed of parsed.signatures) {
    const { name, keyId, signature } = signed;
    const verifiers = known.filter((one) => one.name === name && one.keyId === keyId);
    if (verifiers.length === 0) continue;
    if (!verifiers.every((one) => one.verifies(text, signature)))
      return { fault: 'bad-signature', name, keyId };
    const key = `${name}+${keyId}`;
    if (!verified.has(key)) verified.set(key, signed);
  }
  return verified.size > 0 ? { text, signatures: [...verified.values()] } : { fault: 'unsigned' };
}
