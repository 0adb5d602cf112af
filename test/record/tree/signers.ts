import { newPrivateKeyFile, readSigningKey, SIGNATURE_TYPE } from '../../../src/record/tree/keys';
import type { Verifier } from '../../../src/record/tree/note';

/** A private-key file with this seed: what RFC 8410 puts around the 32 octets. */
export const fileOf = (seed: Buffer): string =>
  `-----BEGIN PRIVATE KEY-----\n${Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    seed,
  ]).toString('base64')}\n-----END PRIVATE KEY-----\n`;

export const logKey = (name: string) => readSigningKey(name, newPrivateKeyFile(), SIGNATURE_TYPE.note);
export const witnessKey = (name: string) =>
  readSigningKey(name, newPrivateKeyFile(), SIGNATURE_TYPE.cosignature);

/** A verifier that has to be there. */
export function given(verifier: Verifier | undefined): Verifier {
  if (!verifier) throw new Error('This is no verifier key.');
  return verifier;
}
