import { armor, enums, PacketList, readKey } from 'openpgp';
import { keyWarnings } from '../../src/organizations/rules/key-warnings';
import { BEGINNING, startWorld, type World } from '../cast';
import { addContact } from './contact-work';
import { DSA_KEY } from './dsa-key';
import { DAY, giveKey, type KeyOptions, keysOf, makeKey, warningsOf } from './key-work';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addContact(world);
});
beforeEach(() => world.clock.set(BEGINNING));
afterAll(() => world.close());

const sha1 = { preferredHashAlgorithm: enums.hash.sha1, nonDeterministicSignaturesViaNotation: false };
const rsa = (rsaBits: number): KeyOptions => ({ type: 'rsa', rsaBits, curve: undefined });

describe('a key is shown with a warning', () => {
  test.each<[string[], string, KeyOptions]>([
    [[], 'is as it should be', {}],
    [[], 'is RSA of 3072 bits', rsa(3072)],
    [['weak-rsa'], 'is RSA of 2048 bits', rsa(2048)],
    [['sha-1'], 'signed itself with SHA-1', { ...rsa(3072), config: sha1 }],
    [['no-encryption-key'], 'has no subkey for encryption', { subkeys: [{ sign: true }] }],
    [['user-id-mismatch'], 'names no contact', { userIDs: [{ name: 'X', email: 'x@elsewhere.example' }] }],
    [['user-id-mismatch'], 'has no address', { userIDs: [{ name: 'Only a name' }] }],
    [['expires-soon'], 'expires in 60 days', { keyExpirationTime: 60 * DAY }],
    [[], 'expires in 62 days', { keyExpirationTime: 62 * DAY }],
  ])('%j when it %s', async (warnings, _, options) => {
    const { publicKey } = await makeKey(options);
    const answer = await giveKey(world, publicKey);
    expect([answer.status, answer.body.warnings]).toEqual([201, warnings]);
  });

  test.each([
    ['a null character', 'Nul\u0000l <duty@pkcert.example>'],
    ['turned text', 'Duty \u202e <duty@pkcert.example>'],
    ['two lines', 'Duty\ndesk <duty@pkcert.example>'],
    ['501 characters', `${'x'.repeat(479)} <duty@pkcert.example>`],
  ])('never, but refused, when a user id has %s', async (_, name) => {
    const { publicKey } = await makeKey({ userIDs: [{ name }] });
    const { status, body } = await giveKey(world, publicKey);
    expect([status, body.errors]).toMatchObject([422, [{ field: 'armored', rule: 'openpgp-user-id' }]]);
  });

  test('of DSA', async () => {
    const { body } = await giveKey(world, DSA_KEY);
    expect(body).toMatchObject({ algorithm: 'dsa 2048', warnings: ['weak-dsa', 'no-encryption-key'] });
  });

  test('from the instant at which it expires, with nothing else changed', async () => {
    const { publicKey } = await makeKey({ keyExpirationTime: 200 * DAY });
    const { fingerprint } = (await giveKey(world, publicKey)).body;
    const end = Date.parse('2026-03-01T08:00:00Z') + 200 * DAY * 1000;
    const at = async (millis: number) => {
      world.clock.set(new Date(millis).toISOString());
      return warningsOf(world, fingerprint as string);
    };
    expect(await at(end - 61 * DAY * 1000)).toEqual([]);
    expect(await at(end - 60 * DAY * 1000)).toEqual(['expires-soon']);
    expect(await at(end - 1)).toEqual(['expires-soon']);
    expect(await at(end)).toEqual(['expired']);
  });
});

test('a subkey that runs out leaves a key without encryption', () => {
  const at = new Date('2026-03-02T08:00:00Z');
  const key = { faults: [], emails: ['a@x.example'], expires_at: null, encrypts: true, encrypts_until: at };
  expect(keyWarnings(key, ['a@x.example'], new Date(at.getTime() - 1))).toEqual([]);
  expect(keyWarnings(key, ['a@x.example'], at)).toEqual(['no-encryption-key']);
});

describe('a key is refused', () => {
  test.each<[string, string, (key: { publicKey: string; privateKey: string }) => string]>([
    ['openpgp-private', 'when it is private', ({ privateKey }) => privateKey],
    ['openpgp-private', 'when a private one follows', (key) => `${key.publicKey}\n${key.privateKey}`],
    ['openpgp', 'when it is no key', () => 'ssh-ed25519 AAAA'],
    ['openpgp', 'when its armor is broken', ({ publicKey }) => publicKey.slice(0, 200)],
    [
      'openpgp',
      'when bytes were changed',
      ({ publicKey }) => publicKey.replace(/\n[a-zA-Z0-9]{4}/, '\n////'),
    ],
    [
      'openpgp',
      'when it is a message',
      () => '-----BEGIN PGP MESSAGE-----\n\naaaa\n-----END PGP MESSAGE-----',
    ],
    ['openpgp-size', 'when it is longer than 64 kB', ({ publicKey }) => publicKey + '\n'.repeat(65_536)],
  ])('(%s) %s', async (rule, _, armored) => {
    const answer = await giveKey(world, armored(await makeKey()));
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ field: 'armored', rule }]]);
    expect(answer.text).not.toContain('PGP PRIVATE KEY');
  });

  test('when it was made in the future', async () => {
    const { publicKey } = await makeKey({ date: new Date('2026-03-03T00:00:00Z') });
    expect((await giveKey(world, publicKey)).body.errors[0].rule).toBe('openpgp-time');
  });

  test('when two come at once', async () => {
    const keys = await Promise.all([makeKey(), makeKey()]);
    const both = new PacketList();
    for (const { publicKey } of keys) both.push(...(await readKey({ armoredKey: publicKey })).toPacketList());
    const text = armor(enums.armor.publicKey, both.write());
    const answer = await giveKey(world, text);
    expect(answer.body.errors[0].rule).toBe('openpgp');
  });

  test.each<[string, object]>([
    ['armored', { armored: '' }],
    ['armored', { armored: 5 }],
    ['contact', { contact: 'duty' }],
    ['contact', { contact: '0b9e4c1a-0000-4000-8000-000000000000' }],
    ['expires_at', { expires_at: '2030-01-01T00:00:00Z' }],
  ])('with a faulty %s: %j', async (field, fault) => {
    const { publicKey } = await makeKey();
    const answer = await giveKey(world, publicKey, fault);
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, field]);
  });

  test.each(['x', '0'.repeat(39), `${'A'.repeat(40)}'--`, '%00'])(
    'by the name %s: there is none',
    async (name) => {
      const answer = await world.withKey('itu').get(`${keysOf('pkcert')}/${encodeURI(name)}`);
      expect(answer.status).toBe(404);
    },
  );
});

test('the text after RFC 2350 names keys with their warnings', async () => {
  const { publicKey } = await makeKey({ userIDs: [{ name: 'Z', email: 'z@elsewhere.example' }] });
  const { fingerprint } = (await giveKey(world, publicKey)).body;
  const profile = '/api/v1/organizations/pkcert/profile';
  await world.as('pkcert-administrator').put(profile).send({ base: 0, name: 'PKCERT (demonstration)' });
  const { text } = await world.as('itu-liaison').get(profile).set('Accept', 'text/plain');
  expect(text).toContain(
    `   ${fingerprint} (Z <z@elsewhere.example>; eddsaLegacy ed25519Legacy; does not expire; user-id-mismatch)`,
  );
});
