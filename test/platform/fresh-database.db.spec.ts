import { withConnection } from '../../src/platform/connection';
import { applicationRole, ownerRole } from '../../src/platform/database-roles';
import { refuseUnfitRole } from '../../src/platform/role-fitness';
import { freshDatabase } from '../database';

describe('a fresh database', () => {
  it('is entered as a role that owns nothing', async () => {
    const { ownerUrl, appUrl } = await freshDatabase();
    const who = (url: string) =>
      withConnection(url, async (client) => (await client.query('SELECT current_user AS role')).rows[0]);
    expect(await who(appUrl)).toEqual({ role: applicationRole });
    expect(await who(ownerUrl)).toEqual({ role: ownerRole });
    await expect(refuseUnfitRole(appUrl)).resolves.toBeUndefined();
  });

  it('refuses the owner as the application role', async () => {
    const { ownerUrl } = await freshDatabase();
    await expect(refuseUnfitRole(ownerUrl)).rejects.toThrow(/owns the database/);
  });
});
