import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedCast } from '../src/cli/demo/seed-cast';
import { entities } from '../src/entities';
import { createDataSource } from '../src/platform/data-source';
import { withConnection } from '../src/platform/connection';
import { ensureDatabase, ensureRoles, ownerRole } from '../src/platform/database-roles';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../src/platform/embedded-database';
import { migrate } from '../src/platform/migrate';
import { SettableClock } from './cast/clock';
import { PASSWORD } from './cast/password';
import {
  addressesOf,
  castVariable,
  PLAIN_ROLES,
  serverVariable,
  templateVariable,
  testPasswords,
  withCast,
} from './database';
import { refuseForeignRoles } from './foreign-roles';
import { clearLeftOver, PREFIX } from './left-over';

declare global {
  // Jest hands values from the set-up to the tear-down through the global object only.
  var testServer: { embedded?: EmbeddedDatabase; folder?: string } | undefined;
  var testScratch: string | undefined;
}

/** Everything that tests leave in the folder for temporary files goes with the run. */
function scratchFolder(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'accord-tests-'));
  chmodSync(scratch, 0o711);
  globalThis.testScratch = scratch;
  process.env.TMPDIR = scratch;
}

/** What a run of all tests writes, and as much again. */
const ROOM = 8 * 2 ** 30;

/** A folder in memory where there is one with room, since a database of its own for each test file is many small files. */
function folderForDatabases(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= ROOM ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function findServer(): Promise<string> {
  const { TEST_DATABASE_URL: given } = process.env;
  if (given) {
    await refuseForeignRoles(given);
    return given;
  }
  for (const where of ['/dev/shm', tmpdir()]) if (existsSync(where)) clearLeftOver(where);
  const folder = mkdtempSync(join(folderForDatabases(), PREFIX));
  chmodSync(folder, 0o711); // PostgreSQL runs under an account of its own when the tests run as root
  globalThis.testServer = { folder };
  const embedded = await startEmbeddedDatabase({ dir: join(folder, 'database'), disposable: true });
  globalThis.testServer.embedded = embedded;
  return embedded.url;
}

/** The owner may leave triggers out in the tests, which empty what nothing is ever deleted from. */
const letOwnerEmpty = (server: string) =>
  withConnection(server, (client) =>
    client.query(`GRANT SET ON PARAMETER session_replication_role TO ${ownerRole}`),
  );

/**
 * Starts a throw-away server, or takes that of TEST_DATABASE_URL, and prepares two databases to copy: one migrated
 * and empty, one with the cast.
 */
export default async function setUp(): Promise<void> {
  scratchFolder();
  const server = await findServer();
  const template = `accord_test_${randomBytes(4).toString('hex')}`;
  await ensureRoles(server, testPasswords);
  await letOwnerEmpty(server);
  await ensureDatabase(server, template);
  await migrate(addressesOf(server, template).ownerUrl, PLAIN_ROLES);
  process.env[serverVariable] = server;
  process.env[templateVariable] = template;
  const { ownerUrl: castUrl } = addressesOf(server, withCast(template));
  await ensureDatabase(server, withCast(template), template);
  const owner = await createDataSource(castUrl, { entities }).initialize();
  process.env[castVariable] = JSON.stringify(await seedCast({ owner, clock: new SettableClock() }, PASSWORD));
  await owner.destroy();
}
