import { config, enums, type Key, readKeys, type Subkey, type User } from 'openpgp';
import { type FieldError, Refusal } from '../../platform/refusal';
import { isPlainLine, lengthOf } from '../rules/text';
import { type KeyFault, LEAST_RSA_BITS, LONGEST_KEY } from '../rules/key-warnings';

/** What is kept of a public key (RFC 9580). */
export interface PublicKeyFacts {
  /** In upper case, as GnuPG writes it. */
  fingerprint: string;
  /** Written anew from what was parsed: nothing else that stood in the text is kept. */
  armored: string;
  algorithm: string;
  userIds: string[];
  emails: string[];
  createdAt: Date;
  expiresAt: Date | null;
  encrypts: boolean;
  encryptsUntil: Date | null;
  faults: KeyFault[];
}

/** Weak keys are read too: they are shown with a warning instead of being taken for malformed. */
const lenient = {
  ...config,
  minRSABits: 0,
  rejectHashAlgorithms: new Set<enums.hash>(),
  rejectPublicKeyAlgorithms: new Set<enums.publicKey>(),
  rejectCurves: new Set<enums.curve>(),
};

const refuse = (rule: string, message: string): Refusal =>
  Refusal.invalid({ field: 'armored', rule, message } satisfies FieldError);
const malformed = () => refuse('openpgp', 'must be one armored OpenPGP public key');

async function holds(check: Promise<unknown>): Promise<boolean> {
  return check.then(
    () => true,
    () => false,
  );
}

async function parse(armored: string): Promise<Key> {
  if (Buffer.byteLength(armored) > LONGEST_KEY)
    throw refuse('openpgp-size', `must be ${LONGEST_KEY} bytes at most`);
  // Looked for in the whole text: what is private may stand after what is public.
  if (/BEGIN PGP PRIVATE KEY/.test(armored)) throw refuse('openpgp-private', 'must not be a private key');
  const keys = await readKeys({ armoredKeys: armored, config: lenient }).catch(() => []);
  const [key] = keys;
  if (!key || keys.length > 1) throw malformed();
  if (key.isPrivate()) throw refuse('openpgp-private', 'must not be a private key');
  return key;
}

/** The user ids that the key itself vouches for at the instant. */
async function vouched(key: Key, at: Date): Promise<User[]> {
  const found: User[] = [];
  for (const user of key.users) if (user.userID && (await holds(user.verify(at, lenient)))) found.push(user);
  return found;
}

const newest = <S extends { created: Date | null }>(signatures: readonly S[]): S | undefined =>
  signatures.toSorted((a, b) => (a.created?.getTime() ?? 0) - (b.created?.getTime() ?? 0)).at(-1);

const LONGEST_USER_ID = 500;

type Algorithm = ReturnType<Key['getAlgorithmInfo']>;
const isDsa = ({ algorithm }: Algorithm): boolean => algorithm === 'dsa' || algorithm === 'elgamal';
const isShortRsa = ({ algorithm, bits = 0 }: Algorithm): boolean =>
  algorithm.startsWith('rsa') && bits < LEAST_RSA_BITS;

async function faultsOf(key: Key, users: readonly User[], at: Date): Promise<KeyFault[]> {
  const subkeys: Subkey[] = [];
  for (const subkey of key.subkeys) if (await holds(subkey.verify(at, lenient))) subkeys.push(subkey);
  const algorithms = [key, ...subkeys].map((part) => part.getAlgorithmInfo());
  const signatures = [
    ...users.map(({ selfCertifications }) => newest(selfCertifications)),
    ...subkeys.map(({ bindingSignatures }) => newest(bindingSignatures)),
  ];
  const found: [boolean, KeyFault][] = [
    [await key.isRevoked(undefined, undefined, at, lenient), 'revoked'],
    [algorithms.some(isShortRsa), 'weak-rsa'],
    [algorithms.some(isDsa), 'weak-dsa'],
    [signatures.some((signature) => signature?.hashAlgorithm === enums.hash.sha1), 'sha-1'],
  ];
  return found.flatMap(([present, fault]) => (present ? [fault] : []));
}

const endOf = (time: Date | number | null): Date | null => (time instanceof Date ? time : null);

/** Whether a part of the key is for encryption, and until when the last of them is. */
async function encryptionOf(key: Key): Promise<{ encrypts: boolean; encryptsUntil: Date | null }> {
  const ends: number[] = [];
  for (const part of [key, ...key.subkeys]) {
    // Without an instant: what has run out by now is told from its end, when somebody reads.
    if (!(await holds(key.getEncryptionKey(part.getKeyID(), null, undefined, lenient)))) continue;
    const end = part === key ? null : endOf(await (part as Subkey).getExpirationTime(undefined, lenient));
    ends.push(end?.getTime() ?? Infinity);
  }
  const last = Math.max(...ends);
  return { encrypts: ends.length > 0, encryptsUntil: Number.isFinite(last) ? new Date(last) : null };
}

/**
 * Reads one armored OpenPGP public key as it stands at an instant.
 * @throws Refusal 422 for what is too long, private, no key, more than one, not yet made, or without a user id that
 * the key itself signed, or with one that cannot be shown as it is
 */
export async function readPublicKey(armored: string, at: Date): Promise<PublicKeyFacts> {
  const key = await parse(armored);
  const createdAt = key.getCreationTime();
  if (createdAt.getTime() > at.getTime()) throw refuse('openpgp-time', 'must not be a key of the future');
  const users = await vouched(key, at);
  if (users.length === 0) throw refuse('openpgp-user-id', 'must have a user id that the key itself signed');
  const userIds = users.map(({ userID }) => userID?.userID ?? '');
  if (!userIds.every((id) => isPlainLine(id) && lengthOf(id) <= LONGEST_USER_ID))
    throw refuse(
      'openpgp-user-id',
      `must have user ids of one plain line and at most ${LONGEST_USER_ID} characters`,
    );
  const { algorithm, bits, curve } = key.getAlgorithmInfo();
  return {
    fingerprint: key.getFingerprint().toUpperCase(),
    armored: key.toPublic().armor(),
    algorithm: [algorithm, bits ?? curve].filter((part) => part !== undefined).join(' '),
    userIds,
    emails: users.flatMap(({ userID }) => (userID?.email ? [userID.email.toLowerCase()] : [])),
    createdAt,
    expiresAt: endOf(await key.getExpirationTime(undefined, lenient)),
    ...(await encryptionOf(key)),
    faults: await faultsOf(key, users, at),
  };
}
