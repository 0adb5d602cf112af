import { randomBytes } from 'node:crypto';
import { readdress } from '../src/platform/connection';
import { applicationRole, ensureDatabase, ownerRole } from '../src/platform/database-roles';

/** Passwords of the two roles on a test server, which holds nothing worth guarding. */
export const testPasswords = { owner: 'owner-in-tests', app: 'app-in-tests' };

/** What the global set-up leaves in the environment for the test files. */
export const serverVariable = 'ACCORD_TEST_SERVER';
export const templateVariable = 'ACCORD_TEST_TEMPLATE';

/** The addresses of one database under the two roles. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
}

/** The addresses of a database on a test server. */
export function addressesOf(superuserUrl: string, database: string): TestDatabase {
  return {
    ownerUrl: readdress(superuserUrl, { username: ownerRole, password: testPasswords.owner, database }),
    appUrl: readdress(superuserUrl, { username: applicationRole, password: testPasswords.app, database }),
  };
}

/** A migrated, empty database of the caller's own; the global tear-down removes it. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { [serverVariable]: server, [templateVariable]: template } = process.env;
  if (!server || !template) throw new Error('There is no test database: run the tests with npm test.');
  const database = `${template}_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(server, database, template);
  return addressesOf(server, database);
}
