import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { readSigningKey, SIGNATURE_TYPE, type SigningKey } from '../tree/keys';

/** What goes before the 32 octets of a private key of Ed25519 in PKCS #8 (RFC 8410 §7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key that an installation without one of its own signs its logs with: from its secret, and like it outside the database. */
function derivedKey(secret: string): string {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'accord record', 32));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The key of Ed25519 with which an installation signs the heads of its logs. It never enters the database. */
export class RecordKey {
  private readonly file: string;

  /** @throws TypeError for what is no private key of Ed25519 in PEM */
  constructor({ recordKey, secret }: { recordKey?: string | undefined; secret: string }) {
    this.file = recordKey ?? derivedKey(secret);
    readSigningKey('log', this.file, SIGNATURE_TYPE.note);
  }

  /** The 32 octets of the public key. */
  get publicKey(): Buffer {
    const { x = '' } = createPublicKey(this.file).export({ format: 'jwk' });
    return Buffer.from(x, 'base64url');
  }

  /** The key under the name of a log. */
  named(origin: string): SigningKey<typeof SIGNATURE_TYPE.note> {
    return readSigningKey(origin, this.file, SIGNATURE_TYPE.note);
  }
}
