import type { Client } from 'pg';
import { withConnection } from './connection';

/** The roles of an installation: one owns the schema and migrates, one serves requests, one runs jobs. The last two own nothing. */
export const ownerRole = 'accord_owner';
export const applicationRole = 'accord_app';
export const jobsRole = 'accord_jobs';

/** Passwords of the roles. */
export interface RolePasswords {
  owner: string;
  app: string;
  jobs: string;
}

/** Any number that no other lock of this product uses. */
const rolesLock = 7_246_002;

async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (known.rowCount === 0) await client.query(`CREATE ROLE ${name}`);
  const plain = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION';
  await client.query(`ALTER ROLE ${name} ${plain} PASSWORD ${client.escapeLiteral(password)}`);
}

/** Creates the roles, or sets their rights and passwords right. */
export async function ensureRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await withConnection(superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [rolesLock]);
    await ensureRole(client, ownerRole, passwords.owner);
    await ensureRole(client, applicationRole, passwords.app);
    await ensureRole(client, jobsRole, passwords.jobs);
  });
}

/**
 * Creates a database that the owner role owns and that only the roles may enter, unless it is there.
 * @param template database to copy, which nobody may be connected to
 */
export async function ensureDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await withConnection(superuserUrl, async (client) => {
    if (!template) await client.query('SELECT pg_advisory_lock($1)', [rolesLock]);
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    const copy = template ? `TEMPLATE ${template}` : '';
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole} ${copy}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${applicationRole}, ${jobsRole}`);
  });
}
