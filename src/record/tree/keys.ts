import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  type KeyObject,
} from 'node:crypto';
import { fromBase64 } from './strict-text';

/** The signature types of c2sp.org/signed-note that are spoken here, both with Ed25519. */
export const SIGNATURE_TYPE = { note: 0x01, cosignature: 0x04 } as const;
export type SignatureType = (typeof SIGNATURE_TYPE)[keyof typeof SIGNATURE_TYPE];

/** How many octets a public key of Ed25519 has (RFC 8032 §5.1.5). */
const PUBLIC_BYTES = 32;

/** A key that others know, as its verifier key says. */
export interface PublicKey {
  name: string;
  /** Eight lower-case hexadecimal digits. */
  keyId: string;
  type: SignatureType;
  key: KeyObject;
}

/** A key that signs: `verifierKey` is handed out, `sign` makes the 64 octets of Ed25519 over what it is given. */
export interface SigningKey<Type extends SignatureType = SignatureType> {
  name: string;
  keyId: string;
  type: Type;
  verifierKey: string;
  sign: (message: Buffer) => Buffer;
}

/** Whether a text can name a key: something, without spaces, plus signs and control characters (signed-note, Format). */
export const isKeyName = (name: string): boolean =>
  name.isWellFormed() && /^[^\p{White_Space}\p{Control}+]+$/u.test(name);

/** SHA-256(name ‖ 0x0A ‖ type ‖ public key), of which the first four octets in hex (signed-note, Signatures). */
function keyIdOf(name: string, material: Buffer): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'hex').slice(0, 8);
}

const isType = (value: number | undefined): value is SignatureType =>
  Object.values<number | undefined>(SIGNATURE_TYPE).includes(value);

/**
 * Reads `<key name>+<key id>+<base64(type ‖ public key)>` (signed-note, Verifier keys).
 * @returns undefined for what is no verifier key, of another type, or has the id of another key
 */
export function parseVerifierKey(text: string): PublicKey | undefined {
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const material = fromBase64(encoded);
  const type = material?.[0];
  if (!material || !isType(type) || material.length !== 1 + PUBLIC_BYTES) return undefined;
  if (!isKeyName(name) || keyIdOf(name, material) !== keyId) return undefined;
  const x = material.subarray(1).toString('base64url');
  return {
    name,
    keyId,
    type,
    key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
  };
}

/** The text of a file with a new private key of Ed25519: PKCS #8 in PEM (RFC 8410 §7). Secret. */
export const newPrivateKeyFile = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function privateKeyOf(file: string): KeyObject {
  try {
    const key = createPrivateKey({ key: file, format: 'pem', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without a word of the file.
  }
  throw new TypeError('This is no private key of Ed25519 in PEM.');
}

/**
 * The key of a private-key file under a name, for signatures of one type. One file may serve several logs, each under
 * its own name; a witness has a file of its own (signed-note, Verifier keys: no key for two types).
 * @param file the text of the file
 * @throws TypeError for a name that cannot name a key, and for what is no private key of Ed25519
 */
export function readSigningKey<Type extends SignatureType>(
  name: string,
  file: string,
  type: Type,
): SigningKey<Type> {
  if (!isKeyName(name)) throw new TypeError('This cannot name a key.');
  const key = privateKeyOf(file);
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const material = Buffer.concat([Buffer.from([type]), Buffer.from(x, 'base64url')]);
  const keyId = keyIdOf(name, material);
  const verifierKey = `${name}+${keyId}+${material.toString('base64')}`;
  return { name, keyId, type, verifierKey, sign: (message) => sign(null, message, key) };
}

/** The verifier key of a public key under the name of a log (signed-note, Verifier keys). @param key 32 octets */
export function verifierKeyOf(name: string, key: Buffer): string {
  const material = Buffer.concat([Buffer.from([SIGNATURE_TYPE.note]), key]);
  return `${name}+${keyIdOf(name, material)}+${material.toString('base64')}`;
}
