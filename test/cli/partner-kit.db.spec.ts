import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addedToHouseLog } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { kitFor } from './kit-world';

let sharing: Sharing;
beforeAll(async () => {
  sharing = await Sharing.start();
  await sharing.inForce('cncert', 'PK-CN-KIT');
  await sharing.inForce('corvia', 'PK-XC-KIT');
});
afterAll(() => sharing.world.close());

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('a partner kit', () => {
  it('holds a key of mode 0600 that works, issued on the record as the act of the operator', async () => {
    let kit = { folder: '', prefix: undefined as string | undefined };
    const entries = await addedToHouseLog(sharing.world, 'cncert', async () => {
      kit = await kitFor(sharing.world);
    });
    expect(entries).toMatchObject([
      {
        kind: 'api-key/issued',
        shared: { by: 'operator', name: 'Kit', prefix: kit.prefix, scopes: ['pull'] },
      },
    ]);
    const { mode } = statSync(join(kit.folder, 'api-key'));
    expect(mode & 0o777).toBe(0o600);
    const key = read(kit.folder, 'api-key').trim();
    const me = await sharing.world.presenting(`Bearer ${key}`).get('/api/v1/me');
    expect(me.body).toMatchObject({ organization: { handle: 'cncert' }, api_key: { prefix: kit.prefix } });
    for (const name of ['README.md', 'settings.json', 'pull.sh'])
      expect(read(kit.folder, name)).not.toContain(key);
    const { body } = await sharing.world.as('cncert-administrator').get('/api/v1/api-keys');
    const { items } = body as { items: { id: string; prefix: string; created_by: string | null }[] };
    const listed = items.find(({ prefix }) => prefix === kit.prefix)!;
    expect(listed.created_by).toBeNull();
    const revoked = await sharing.world.as('cncert-administrator').delete(`/api/v1/api-keys/${listed.id}`);
    expect(revoked.status).toBe(204);
    expect((await sharing.world.presenting(`Bearer ${key}`).get('/api/v1/me')).status).toBe(401);
  });

  it('leaves the key out when told to', async () => {
    const entries = await addedToHouseLog(sharing.world, 'cncert', async () => {
      const { folder } = await kitFor(sharing.world, { key: null });
      expect(() => statSync(join(folder, 'api-key'))).toThrow('ENOENT');
      expect(read(folder, 'README.md')).toContain('No key is in this folder.');
    });
    expect(entries).toEqual([]);
  });

  it('says what will come under which agreements, and nothing of those of others', async () => {
    const { folder } = await kitFor(sharing.world, { key: null, operatorContact: 'noc@accord.example' });
    const readme = read(folder, 'README.md');
    expect(readme).toContain('Under Art. 1 of PK-CN-KIT your team receives from PKCERT (demonstration)');
    expect(readme).toContain('noc@accord.example');
    const all = readme + read(folder, 'settings.json') + read(folder, 'pull.sh');
    expect(all.toLowerCase()).not.toContain('corvia');
    expect(all).not.toContain('PK-XC-KIT');
    const settings = JSON.parse(read(folder, 'settings.json')) as object;
    expect(settings).toMatchObject({ base_url: sharing.world.url, key: null, test_advisory: null });
  });

  it('refuses a folder in which something is, and issues no key then', async () => {
    const { folder } = await kitFor(sharing.world, { key: null });
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const entries = await addedToHouseLog(sharing.world, 'cncert', async () => {
      await expect(kitFor(sharing.world, { folder })).rejects.toThrow('is not empty');
    });
    expect([entries, read(folder, 'notes.txt')]).toEqual([[], 'mine']);
  });

  it.each([
    ['organization', { organization: 'nobody' }],
    ['organization', { organization: 'public' }],
    ['allowed_addresses', { key: { name: 'Kit', days: 90, allowedAddresses: ['everywhere'] } }],
    ['name', { key: { name: ' ', days: 90 } }],
    ['expires_at', { key: { name: 'Kit', days: 401 } }],
  ])('is refused with a faulty %s', async (field, change) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'accord-kit-')), 'kit');
    const refused = kitFor(sharing.world, { folder, ...change });
    await expect(refused).rejects.toMatchObject({ errors: [{ field }] });
    // Nothing is left in the way of the next attempt.
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });
});
