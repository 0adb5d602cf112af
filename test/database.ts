import { randomBytes } from 'node:crypto';
import type { DatabaseAddresses } from '../src/platform/prepare-database';
import { readdress } from '../src/platform/connection';
import { applicationRole, ensureDatabase, jobsRole, ownerRole } from '../src/platform/database-roles';

/** Passwords of the roles on a test server, which holds nothing worth guarding. */
export const testPasswords = { owner: 'owner-in-tests', app: 'app-in-tests', jobs: 'jobs-in-tests' };

/** The roles that own nothing. */
export const PLAIN_ROLES = { serving: applicationRole, jobs: jobsRole };

/** What the global set-up leaves in the environment for the test files. */
export const serverVariable = 'ACCORD_TEST_SERVER';
export const templateVariable = 'ACCORD_TEST_TEMPLATE';
/** The ids of the cast in the template that has it, as JSON. */
export const castVariable = 'ACCORD_TEST_CAST';

/** The template in which the cast already is. */
export const withCast = (template: string) => `${template}_cast`;

/** The addresses of one database under the roles. */
export interface TestDatabase extends DatabaseAddresses {
  ownerUrl: string;
}

/** The addresses of a database on a test server. */
export function addressesOf(superuserUrl: string, database: string): TestDatabase {
  const as = (username: string, password: string) =>
    readdress(superuserUrl, { username, password, database });
  return {
    ownerUrl: as(ownerRole, testPasswords.owner),
    appUrl: as(applicationRole, testPasswords.app),
    jobsUrl: as(jobsRole, testPasswords.jobs),
  };
}

/** A migrated database of the caller's own, empty or with the cast; the global tear-down removes it. */
export async function freshDatabase({ cast = false } = {}): Promise<TestDatabase> {
  const { [serverVariable]: server, [templateVariable]: template } = process.env;
  if (!server || !template) throw new Error('There is no test database: run the tests with npm test.');
  const database = `${template}_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(server, database, cast ? withCast(template) : template);
  return addressesOf(server, database);
}
