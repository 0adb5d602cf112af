import { applicationRole, jobsRole, ownerRole } from '../src/platform/database-roles';
import { withConnection } from '../src/platform/connection';

const roles = [ownerRole, applicationRole, jobsRole];
const mark = 'made by the tests of accord';

/**
 * Marks the roles on an external server as the tests' own. The tests set the roles' passwords, so on a
 * server where a real installation has these roles they must not run.
 * @throws Error when a role exists that the tests did not make
 */
export async function refuseForeignRoles(superuserUrl: string): Promise<void> {
  await withConnection(superuserUrl, async (client) => {
    const { rows } = await client.query<{ rolname: string }>(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND shobj_description(oid, 'pg_authid') IS DISTINCT FROM $2`,
      [roles, mark],
    );
    if (rows.length > 0)
      throw new Error(
        `The server of TEST_DATABASE_URL has a role ${rows[0]?.rolname} that the tests did not make.`,
      );
    for (const role of roles) {
      const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (known.rowCount === 0) await client.query(`CREATE ROLE ${role}`);
      await client.query(`COMMENT ON ROLE ${role} IS '${mark}'`);
    }
  });
}
