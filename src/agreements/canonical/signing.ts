import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalBytes } from '../../record';
import type { CanonicalDocument } from './document';
import { UnreadableDocument } from './read-document';

/** @throws UnreadableDocument for a key of another kind */
function ed25519(read: () => KeyObject): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = read();
  } catch {
    // Told below, without what the file holds.
  }
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new UnreadableDocument('It is no Ed25519 key in PEM.');
}

const fingerprint = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

const unsigned = ({ signature: _, ...rest }: CanonicalDocument): Buffer => canonicalBytes(rest);

/** The document with a signature over all of it, title and version included. @throws UnreadableDocument */
export function signed(document: CanonicalDocument, privateKey: string | Buffer): CanonicalDocument {
  const key = ed25519(() => createPrivateKey(privateKey));
  const value = sign(null, unsigned(document), key).toString('base64');
  const key_sha256 = fingerprint(createPublicKey(key));
  return { ...document, signature: { algorithm: 'Ed25519', key_sha256, value } };
}

/** @throws UnreadableDocument where it is not signed with this key, or was changed since */
export function requireSignature(document: CanonicalDocument, publicKey: string | Buffer): void {
  const key = ed25519(() => createPublicKey(publicKey));
  if (!document.signature) throw new UnreadableDocument('It is not signed.');
  const value = Buffer.from(document.signature.value, 'base64');
  if (!verify(null, unsigned(document), key, value))
    throw new UnreadableDocument('It is not signed with the given key, or was changed since.');
}
