import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { readdress } from '../../src/platform/connection';
import {
  applicationRole,
  ensureDatabase,
  ensureRoles,
  jobsRole,
  ownerRole,
} from '../../src/platform/database-roles';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../src/platform/embedded-database';
import { migrate } from '../../src/platform/migrate';

const FOLDER = '.data/bench/postgres';
const PASSWORDS = { owner: 'owner-of-the-bench', app: 'app-of-the-bench', jobs: 'jobs-of-the-bench' };

/** A database for one subject at one size, kept between runs; `client` is its superuser, so that seeding can skip triggers. */
export interface BenchDatabase extends ReturnType<typeof addressesOf> {
  readonly client: Client;
  /** Whether it was there, seeded, already. */
  readonly seeded: boolean;
  markSeeded(): Promise<void>;
  close(): Promise<void>;
}

/** Changes when a migration or the seeding does, so that no figure comes from the schema of yesterday. */
function schemaDigest(): string {
  const digest = createHash('sha256');
  for (const folder of [join(__dirname, '../../migrations'), __dirname])
    for (const file of readdirSync(folder).toSorted())
      if (file.endsWith('.js')) digest.update(readFileSync(join(folder, file)));
  return digest.digest('hex').slice(0, 8);
}

/** The database under each of the roles. */
const addressesOf = (superuserUrl: string, database: string) => ({
  ownerUrl: readdress(superuserUrl, { username: ownerRole, password: PASSWORDS.owner, database }),
  appUrl: readdress(superuserUrl, { username: applicationRole, password: PASSWORDS.app, database }),
  jobsUrl: readdress(superuserUrl, { username: jobsRole, password: PASSWORDS.jobs, database }),
});

async function dropOthers(client: Client, subject: string, keep: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE $1 AND datname NOT LIKE '%' || $2`,
    [`bench_${subject}_%`, schemaDigest()],
  );
  for (const { datname } of rows) if (datname !== keep) await client.query(`DROP DATABASE "${datname}"`);
}

/** @param size what tells this data from that of other sizes, as `1000000_200_10000` */
export async function openBenchDatabase(
  subject: string,
  size: string,
  { fresh = false } = {},
): Promise<BenchDatabase> {
  const server: EmbeddedDatabase = await startEmbeddedDatabase({ dir: resolve(FOLDER) });
  const name = `bench_${subject}_${size}_${schemaDigest()}`;
  const root = new Client({ connectionString: server.url });
  await root.connect();
  try {
    await dropOthers(root, subject, name);
    if (fresh) await root.query(`DROP DATABASE IF EXISTS "${name}"`);
    const addresses = addressesOf(server.url, name);
    await ensureRoles(server.url, PASSWORDS);
    await ensureDatabase(server.url, name);
    await migrate(addresses.ownerUrl, { serving: applicationRole, jobs: jobsRole });
    const comment = await root.query<{ text: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS text FROM pg_database WHERE datname = $1`,
      [name],
    );
    const client = new Client({ connectionString: readdress(server.url, { database: name }) });
    await client.connect();
    return {
      ...addresses,
      client,
      seeded: comment.rows[0]?.text === 'seeded',
      markSeeded: async () => {
        await client.query(`COMMENT ON DATABASE "${name}" IS 'seeded'`);
      },
      close: async () => {
        await client.end();
        await server.stop();
      },
    };
  } finally {
    await root.end();
  }
}
