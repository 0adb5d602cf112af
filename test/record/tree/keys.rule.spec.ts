import { generateKeyPairSync, verify } from 'node:crypto';
import {
  newPrivateKeyFile,
  parseVerifierKey,
  readSigningKey,
  SIGNATURE_TYPE,
} from '../../../src/record/tree/keys';
import { ENOCH, FOO, PETER } from './known-notes';
import { fileOf, logKey } from './signers';

const seed = Buffer.from(PETER.secret, 'base64').subarray(1);

describe('a verifier key', () => {
  test.each([
    [FOO.key, 'example.com/foo', '530d903a'],
    [PETER.key, 'PeterNeumann', 'c74f20a3'],
    [ENOCH.key, 'EnochRoot', 'af0cfe78'],
  ])('%s is read', (text, name, keyId) => {
    expect(parseVerifierKey(text)).toMatchObject({ name, keyId, type: SIGNATURE_TYPE.note });
  });

  it('is none when a piece of it is missing', () => {
    for (let from = 0; from <= PETER.key.length; from += 1)
      for (let to = from; to <= PETER.key.length; to += 1)
        if (to - from < PETER.key.length) expect(parseVerifierKey(PETER.key.slice(from, to))).toBeUndefined();
  });

  it('is none when any character of it is another', () => {
    for (let at = 0; at < PETER.key.length; at += 1) {
      const next = String.fromCharCode(PETER.key.charCodeAt(at) + 1);
      expect(parseVerifierKey(PETER.key.slice(0, at) + next + PETER.key.slice(at + 1))).toBeUndefined();
    }
  });

  test.each([
    ['a key that is too long', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['an unknown type', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['its id in capitals', PETER.key.replace('c74f20a3', 'C74F20A3')],
    ['a newline after it', `${PETER.key}\n`],
    ['a space in its name', PETER.key.replace('rN', 'r N')],
  ])('is none with %s', (_, text) => {
    expect(parseVerifierKey(text)).toBeUndefined();
  });
});

describe('a signing key', () => {
  it('is told by the seed in its file: name, id and verifier key are the known ones', () => {
    const { name, keyId, verifierKey } = readSigningKey(PETER.name, fileOf(seed), SIGNATURE_TYPE.note);
    expect([name, keyId, verifierKey]).toEqual([PETER.name, 'c74f20a3', PETER.key]);
  });

  it('of a new file signs what its verifier key verifies', () => {
    const own = logKey('log.example/one');
    const known = parseVerifierKey(own.verifierKey);
    const signature = own.sign(Buffer.from('hi'));
    expect(known).toMatchObject({ name: own.name, keyId: own.keyId, type: SIGNATURE_TYPE.note });
    expect(signature).toHaveLength(64);
    expect(known && verify(null, Buffer.from('hi'), known.key, signature)).toBe(true);
    expect(known && verify(null, Buffer.from('ho'), known.key, signature)).toBe(false);
  });

  it('has another id under another name and for another type', () => {
    const file = newPrivateKeyFile();
    const ids = [
      readSigningKey('log.example/one', file, SIGNATURE_TYPE.note),
      readSigningKey('log.example/two', file, SIGNATURE_TYPE.note),
      readSigningKey('log.example/one', file, SIGNATURE_TYPE.cosignature),
    ].map(({ keyId }) => keyId);
    expect(new Set(ids).size).toBe(3);
  });

  it('is new each time', () => {
    expect(newPrivateKeyFile()).not.toBe(newPrivateKeyFile());
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const ed25519 = generateKeyPairSync('ed25519');
  test.each([
    ['nothing', ''],
    ['no PEM', 'secret'],
    ['a public key', ed25519.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['a key of RSA', rsa.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a seed that is too short', fileOf(seed.subarray(1))],
  ])('is not read from a file with %s, and the refusal says nothing of the file', (_, file) => {
    expect(() => readSigningKey('log.example', file, SIGNATURE_TYPE.note)).toThrow(
      new TypeError('This is no private key of Ed25519 in PEM.'),
    );
  });

  test.each(['', 'a b', 'a+b', 'a\nb', 'a\u00a0b', 'a\u2003b', 'a\u0001b', 'a\ud800'])(
    'is not named %j',
    (name) => {
      expect(() => readSigningKey(name, fileOf(seed), SIGNATURE_TYPE.note)).toThrow(
        'This cannot name a key.',
      );
    },
  );

  test.each(['log.example/pk-cn', 'تجربہ.example', '示例.example/日志'])('may be named %s', (name) => {
    const { verifierKey } = logKey(name);
    expect(parseVerifierKey(verifierKey)?.name).toBe(name);
  });
});
