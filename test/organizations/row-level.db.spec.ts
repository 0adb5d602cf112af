import { createDataSource } from '../../src/platform/data-source';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { entities } from '../../src/entities';
import { type OrganizationKey, startWorld, type World } from '../cast';
import { addContact, contactsOf, duty, verify } from './contact-work';
import { giveKey, keysOf, makeKey } from './key-work';

/** What each sees of PKCERT's rows and of banking's namespace, by table: nobody, the public, another team, PKCERT itself. */
const seen: [table: string, nobody: number, everybody: number, others: number, own: number][] = [
  ['organization_profile', 0, 0, 1, 2],
  ['organization_naming', 0, 0, 1, 1],
  ['organization_contact', 0, 0, 1, 2],
  ['organization_contact_version', 0, 0, 1, 3],
  ['organization_contact_verification', 0, 0, 0, 1],
  ['organization_contact_removal', 0, 0, 0, 1],
  ['organization_key', 0, 0, 1, 3],
  ['organization_namespace', 0, 0, 1, 1],
  ['organization_key_removal', 0, 0, 0, 1],
];

let world: World;
let application: ReturnType<typeof createDataSource>;

beforeAll(async () => {
  world = await startWorld();
  application = await createDataSource(world.appUrl, { entities }).initialize();
  const administrator = world.as('pkcert-administrator');
  const profile = '/api/v1/organizations/pkcert/profile';
  await administrator.put(profile).send({ base: 0, name: 'National CERT (invented)' });
  await administrator.put(profile).send({ base: 1, name: 'National CERT (invented)', short_name: 'CERT' });
  const namespace = 'https://banking.example';
  await world.as('banking-administrator').put('/api/v1/organizations/banking/namespace').send({ namespace });
  const kept = await addContact(world);
  await verify(world, kept);
  await administrator.put(`${contactsOf('pkcert')}/${kept.id}`).send({ ...duty, name: 'Other', base: 1 });
  const removed = await addContact(world);
  const keys = await Promise.all([makeKey(), makeKey(), makeKey()]);
  const [gone] = [
    await giveKey(world, keys[0].publicKey),
    await giveKey(world, keys[1].publicKey),
    await giveKey(world, keys[2].publicKey, { contact: removed.id }),
  ];
  await administrator.delete(`${keysOf('pkcert')}/${gone.body.fingerprint}`);
  await administrator.delete(`${contactsOf('pkcert')}/${removed.id}`);
});
afterAll(async () => {
  await application.destroy();
  await world.close();
});

const asViewer = (viewer: string, sql: string, parameters: unknown[] = []): Promise<{ n: number }[]> =>
  application.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.viewer_org', $1, true), set_config('app.at', $2, true)`, [
      viewer,
      world.clock.now().toISOString(),
    ]);
    return manager.query(sql, parameters);
  });
const count = async (viewer: string, table: string): Promise<number | undefined> =>
  (await asViewer(viewer, `SELECT count(*)::int AS n FROM ${table}`))[0]?.n;
const id = (organization: OrganizationKey) => world.organizations[organization];

test('mergers are the operator’s alone', async () => {
  const merge = `INSERT INTO organization_merger VALUES ($1, $2, '{}', now())`;
  const sides = [id('energy'), id('corvia')];
  await expect(asViewer(id('corvia'), merge, sides)).rejects.toThrow(/permission denied/);
  const rename = `UPDATE organization SET name = 'x'`;
  await expect(asViewer(id('corvia'), rename)).rejects.toThrow(/permission denied/);
});

describe.each(seen)('row-level security of %s', (table, nobody, everybody, others, own) => {
  test('shows former and removed rows to their organization alone, and nothing to the public', async () => {
    const viewers = ['', PUBLIC_TEAM, id('corvia'), id('pkcert')];
    const counts = await Promise.all(viewers.map((viewer) => count(viewer, table)));
    expect(counts).toEqual([nobody, everybody, others, own]);
  });

  test('lets nobody change, remove or add rows of another organization', async () => {
    for (const change of [`UPDATE ${table} SET organization_id = organization_id`, `DELETE FROM ${table}`])
      await expect(asViewer(id('corvia'), change)).rejects.toThrow(/permission denied/);
    const copies = `INSERT INTO ${table} SELECT * FROM ${table}`;
    if (others > 0) await expect(asViewer(id('corvia'), copies)).rejects.toThrow(/row-level security/);
  });
});
