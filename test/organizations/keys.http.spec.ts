import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKey, readPrivateKey, reformatKey, revokeKey } from 'openpgp';
import { addedToHouseLog, everyone, expectedRefusal, startWorld, type World } from '../cast';
import { addContact, contactsOf } from './contact-work';
import { DAY, giveKey, keysOf, MADE, makeKey } from './key-work';

const path = keysOf('pkcert');
const hasGpg = spawnSync('gpg', ['--version']).status === 0;
const withGpg = hasGpg ? test : test.skip;

let world: World;
const administrator = () => world.as('pkcert-administrator');
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const { fingerprint } of (await administrator().get(path)).body.items as { fingerprint: string }[])
    await administrator().delete(`${path}/${fingerprint}`);
});
afterAll(() => world.close());

describe('the OpenPGP keys of an organization', () => {
  test('are shown with what they say of themselves', async () => {
    await addContact(world);
    const { publicKey } = await makeKey({ keyExpirationTime: 365 * DAY });
    const key = await readKey({ armoredKey: publicKey });
    const added = await giveKey(world, publicKey);
    expect([added.status, added.body]).toEqual([
      201,
      {
        fingerprint: key.getFingerprint().toUpperCase(),
        user_ids: ['Duty desk (invented) <duty@pkcert.example>'],
        algorithm: 'eddsaLegacy ed25519Legacy',
        created_at: MADE.toISOString(),
        expires_at: '2027-03-01T08:00:00.000Z',
        contact: null,
        warnings: [],
        added_at: world.clock.now().toISOString(),
      },
    ]);
  });

  test.each(everyone)('are read by every person and key, and nobody else: $name', async (asker) => {
    const { publicKey } = await makeKey();
    const { fingerprint } = (await giveKey(world, publicKey)).body;
    const refusal = expectedRefusal(asker, ['person', 'api-key']);
    const list = await asker.ask(world).get(path);
    const one = await asker.ask(world).get(`${path}/${fingerprint}`);
    expect([list.status, one.status]).toEqual([refusal ?? 200, refusal ?? 200]);
  });

  test.each(everyone)('are changed by own administrators only: $name', async (asker) => {
    const { publicKey } = await makeKey();
    const refusal = expectedRefusal(asker, ['administrator']) ?? (asker.organization === 'pkcert' ? 0 : 403);
    const added = await asker.ask(world).post(path).send({ armored: publicKey });
    expect(added.status).toBe(refusal || 201);
    const { fingerprint } = refusal ? (await giveKey(world, publicKey)).body : added.body;
    expect((await asker.ask(world).delete(`${path}/${fingerprint}`)).status).toBe(refusal || 204);
  });

  test('are served as they were given, under either case of the fingerprint', async () => {
    const { publicKey } = await makeKey();
    const { fingerprint } = (await giveKey(world, `Hello.\n\n${publicKey}\nGoodbye.`)).body;
    for (const name of [fingerprint, fingerprint.toLowerCase()]) {
      const answer = await world
        .withKey('itu')
        .get(`${path}/${name}`)
        .buffer()
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts).toString()));
        });
      expect(answer.headers['content-type']).toBe('application/pgp-keys');
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="${fingerprint}.asc"`);
      const served = await readKey({ armoredKey: answer.body as string });
      expect(served.write()).toEqual((await readKey({ armoredKey: publicKey })).write());
      expect(answer.body).not.toMatch(/Hello|Goodbye/);
    }
  });

  withGpg('are read by GnuPG', async () => {
    const { publicKey } = await makeKey({ type: 'rsa', rsaBits: 3072, curve: undefined });
    const { fingerprint } = (await giveKey(world, publicKey)).body;
    const [{ armored }] = await world.owner.query(
      `SELECT armored FROM organization_key WHERE fingerprint = $1`,
      [fingerprint],
    );
    const home = mkdtempSync(join(tmpdir(), 'accord-gpg-'));
    try {
      const { stdout } = spawnSync('gpg', ['--homedir', home, '--batch', '--with-colons', '--show-keys'], {
        input: armored as string,
        encoding: 'utf8',
      });
      expect(stdout).toContain(`fpr:::::::::${fingerprint}:`);
      expect(stdout).toContain('Duty desk (invented) <duty@pkcert.example>');
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  test('come and go on the record, and what went cannot be rewritten', async () => {
    const { publicKey } = await makeKey();
    let fingerprint = '';
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      fingerprint = (await giveKey(world, publicKey)).body.fingerprint;
      await administrator().delete(`${path}/${fingerprint}`);
    });
    const by = world.people['pkcert-administrator'];
    expect(entries).toMatchObject([
      { kind: 'organization/key-added', shared: { by, fingerprint, contact: null, faults: [] } },
      { kind: 'organization/key-removed', shared: { by, fingerprint } },
    ]);
    expect((await administrator().get(`${path}/${fingerprint}`)).status).toBe(404);
    expect((await administrator().delete(`${path}/${fingerprint}`)).status).toBe(404);
    await expect(world.owner.query('DELETE FROM organization_key')).rejects.toThrow(/append-only/);
  });

  test('are kept once; a copy with another expiry takes the place of the former', async () => {
    const { publicKey, privateKey } = await makeKey();
    const { fingerprint } = (await giveKey(world, publicKey)).body;
    expect((await giveKey(world, publicKey)).body.type).toBe('/problems/key/already-kept');
    const moved = await reformatKey({
      privateKey: await readPrivateKey({ armoredKey: privateKey }),
      userIDs: [{ name: 'Duty desk (invented)', email: 'duty@pkcert.example' }],
      keyExpirationTime: 100 * DAY,
      date: MADE,
    });
    expect((await giveKey(world, moved.publicKey)).status).toBe(201);
    const { body } = await administrator().get(path);
    expect(body.items).toMatchObject([{ fingerprint, expires_at: '2026-06-09T08:00:00.000Z' }]);
  });

  test('that were revoked do not come back as if they were not', async () => {
    const { publicKey, revocationCertificate } = await makeKey();
    const key = await readKey({ armoredKey: publicKey });
    const revoked = await revokeKey({ key, revocationCertificate, date: MADE });
    await giveKey(world, publicKey);
    const { body } = await giveKey(world, revoked.publicKey);
    expect(body.warnings).toContain('revoked');
    expect((await giveKey(world, publicKey)).body.type).toBe('/problems/key/revoked');
    await administrator().delete(`${path}/${body.fingerprint}`);
    expect((await giveKey(world, publicKey)).body.type).toBe('/problems/key/revoked');
  });
});

describe('the key of a contact', () => {
  test('names the contact, and goes with it', async () => {
    const { id } = await addContact(world);
    const { publicKey } = await makeKey();
    const { body } = await giveKey(world, publicKey, { contact: id });
    expect(body.contact).toBe(id);
    await administrator().delete(`${contactsOf('pkcert')}/${id}`);
    expect((await world.withKey('corvia').get(path)).body.items).toEqual([]);
    expect((await world.withKey('corvia').get(`${path}/${body.fingerprint}`)).status).toBe(404);
  });

  test('is never bound to a contact of another organization', async () => {
    const sent = { role: 'press', email: 'press@corvia.example' };
    const other = await world.as('corvia-administrator').post(contactsOf('corvia')).send(sent);
    const { publicKey } = await makeKey();
    const answer = await giveKey(world, publicKey, { contact: other.body.id as string });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, 'contact']);
  });
});
