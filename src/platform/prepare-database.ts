import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readdress, roleOf } from './connection';
import {
  applicationRole,
  ensureDatabase,
  ensureRoles,
  jobsRole,
  ownerRole,
  type RolePasswords,
} from './database-roles';
import { refuseDemonstration, refuseUnmarkedDemo } from './demonstration-mark';
import { emptyDemonstration } from './empty-demonstration';
import { startEmbeddedDatabase } from './embedded-database';
import { keptSecret } from './kept-secret';
import { migrate } from './migrate';
import { refuseUnfitRole } from './role-fitness';
import type { Settings } from './settings';

/** One database under the roles that a serving process has. */
export interface DatabaseAddresses {
  /** The application role's address: serves requests, held back by row-level security. */
  appUrl: string;
  /** The address of the role that runs jobs. */
  jobsUrl: string;
}

/** A migrated database, ready to be served. */
export interface PreparedDatabase extends DatabaseAddresses {
  /** The owner's address: migrations and the operator's commands only. */
  ownerUrl: string;
  /** Stops the embedded database, once everything has disconnected; an external one is left alone. */
  stop(): Promise<void>;
}

function keptPasswords(dataDir: string): RolePasswords {
  const password = () => randomBytes(18).toString('base64url');
  const path = join(dataDir, 'database-roles.json');
  const first = keptSecret(path, () => JSON.stringify({ owner: password(), app: password() }));
  // In a file of its own, since folders exist whose first has two.
  const jobs = keptSecret(join(dataDir, 'database-jobs-role'), password);
  return { ...(JSON.parse(first) as Omit<RolePasswords, 'jobs'>), jobs };
}

async function prepareEmbedded(dataDir: string, database: string): Promise<PreparedDatabase> {
  const server = await startEmbeddedDatabase({ dir: join(dataDir, 'database') });
  try {
    const { owner, app, jobs } = keptPasswords(dataDir);
    await ensureRoles(server.url, { owner, app, jobs });
    await ensureDatabase(server.url, database);
    return {
      ownerUrl: readdress(server.url, { username: ownerRole, password: owner, database }),
      appUrl: readdress(server.url, { username: applicationRole, password: app, database }),
      jobsUrl: readdress(server.url, { username: jobsRole, password: jobs, database }),
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function findDatabase(settings: Settings, demo: boolean): Promise<PreparedDatabase> {
  const { databaseUrl: appUrl, migrationDatabaseUrl: ownerUrl, jobsDatabaseUrl: jobsUrl, dataDir } = settings;
  if (appUrl && ownerUrl && jobsUrl) return { appUrl, ownerUrl, jobsUrl, stop: () => Promise.resolve() };
  return prepareEmbedded(dataDir, demo ? 'accord_demo' : 'accord');
}

/**
 * Finds or starts the database, migrates it, and refuses one that must not be served: a demonstration as the
 * real thing or the reverse, or a role that row-level security does not hold back.
 * @param options.demo whether this is the demonstration, which has a database of its own and empties it first
 * @throws Error that says what is wrong; an embedded server it has started is stopped again
 */
export async function prepareDatabase(
  settings: Settings,
  { demo = false }: { demo?: boolean } = {},
): Promise<PreparedDatabase> {
  const database = await findDatabase(settings, demo);
  try {
    await (demo ? refuseUnmarkedDemo : refuseDemonstration)(database.ownerUrl);
    if (demo) await emptyDemonstration(database.ownerUrl);
    // Before its rights are set: setting the owner's would take away its own.
    const { ownerUrl, appUrl, jobsUrl } = database;
    await refuseUnfitRole('DATABASE_URL', appUrl, roleOf(ownerUrl));
    await refuseUnfitRole('JOBS_DATABASE_URL', jobsUrl, roleOf(ownerUrl));
    await migrate(ownerUrl, { serving: roleOf(appUrl), jobs: roleOf(jobsUrl) });
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}
