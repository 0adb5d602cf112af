import { readdress, withConnection } from '../../src/platform/connection';
import { applicationRole, ownerRole } from '../../src/platform/database-roles';
import { refuseUnfitRole } from '../../src/platform/role-fitness';
import { freshDatabase, serverVariable, type TestDatabase } from '../database';

const server = process.env[serverVariable] ?? '';

describe('the role that serves requests', () => {
  let database: TestDatabase;
  const strangers: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(async () => {
    await withConnection(server, async (client) => {
      // Their right to connect would outlive them: a role that is still mentioned cannot be dropped.
      await client.query(`DROP DATABASE ${new URL(database.ownerUrl).pathname.slice(1)}`);
      for (const role of strangers) await client.query(`DROP ROLE ${role}`);
    });
  });

  /** A role of its own for one test, since roles belong to the whole server. */
  async function stranger(attributes: string): Promise<string> {
    const { pathname } = new URL(database.ownerUrl);
    const role = `accord_stranger_${process.pid}_${strangers.length}`;
    await withConnection(server, async (client) => {
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'stranger' ${attributes}`);
      await client.query(`GRANT CONNECT ON DATABASE ${pathname.slice(1)} TO ${role}`);
    });
    strangers.push(role);
    return readdress(database.appUrl, { username: role, password: 'stranger' });
  }

  it('is accepted when it has plain rights and owns nothing', async () => {
    await expect(refuseUnfitRole('DATABASE_URL', database.appUrl, ownerRole)).resolves.toBeUndefined();
    const { rows } = await withConnection(database.appUrl, (client) =>
      client.query('SELECT current_user AS role'),
    );
    expect(rows).toEqual([{ role: applicationRole }]);
  });

  it('is refused as the owner', async () => {
    await expect(refuseUnfitRole('DATABASE_URL', database.ownerUrl, ownerRole)).rejects.toThrow(
      'owns the database',
    );
  });

  it('is refused as a superuser', async () => {
    await expect(refuseUnfitRole('DATABASE_URL', await stranger('SUPERUSER'), ownerRole)).rejects.toThrow(
      'is a superuser',
    );
  });

  it('is refused with BYPASSRLS', async () => {
    await expect(refuseUnfitRole('DATABASE_URL', await stranger('BYPASSRLS'), ownerRole)).rejects.toThrow(
      'has BYPASSRLS',
    );
  });

  it('is refused when it can hand out roles', async () => {
    await expect(refuseUnfitRole('DATABASE_URL', await stranger('CREATEROLE'), ownerRole)).rejects.toThrow(
      'has CREATEROLE',
    );
  });

  it('is refused as a member of the owner, even one that inherits nothing', async () => {
    const url = await stranger(`NOINHERIT IN ROLE ${ownerRole}`);
    await expect(refuseUnfitRole('DATABASE_URL', url, ownerRole)).rejects.toThrow(
      `is a member of ${ownerRole}`,
    );
  });

  it('is refused when it owns a schema', async () => {
    const url = await stranger('');
    const inDatabase = readdress(server, { database: new URL(url).pathname.slice(1) });
    await withConnection(inDatabase, (client) =>
      client.query(`CREATE SCHEMA its_own AUTHORIZATION ${new URL(url).username}`),
    );
    await expect(refuseUnfitRole('DATABASE_URL', url, ownerRole)).rejects.toThrow(
      'owns the database, or a schema or table in it',
    );
    await withConnection(inDatabase, (client) => client.query('DROP SCHEMA its_own'));
  });
});
