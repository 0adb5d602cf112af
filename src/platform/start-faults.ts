import { roleOf } from './connection';
import type { Settings } from './settings';

type Addresses = Partial<Pick<Settings, 'databaseUrl' | 'migrationDatabaseUrl' | 'jobsDatabaseUrl'>>;

/** Settings that name a database. */
const ADDRESSES = {
  DATABASE_URL: 'databaseUrl',
  MIGRATION_DATABASE_URL: 'migrationDatabaseUrl',
  JOBS_DATABASE_URL: 'jobsDatabaseUrl',
} as const satisfies Record<string, keyof Addresses>;
const NAMES = Object.keys(ADDRESSES) as (keyof typeof ADDRESSES)[];

interface Fault {
  code?: string;
  port?: number;
  address?: string;
  message?: string;
}

/** The setting whose address signs in as a role that the message names. */
function settingOf(message: string, settings: Addresses): string {
  const named = NAMES.find((name) => {
    const url = settings[ADDRESSES[name]];
    return url !== undefined && URL.canParse(url) && message.includes(`"${roleOf(url)}"`);
  });
  return named ?? `${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1)}`;
}

/**
 * What is wrong when the start fails, and what to do about it.
 * @param error what the start ended with
 * @param settings those it read, as far as it came
 */
export function whatToDo(error: unknown, settings: Addresses = {}): string {
  const { code, port, address, message = String(error) } = (error ?? {}) as Fault;
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${address} is taken. Set PORT to another, or stop what uses it.`;
  if (code === 'EACCES') return `Port ${port} is not for this user. Set PORT to one above 1023.`;
  if (code === '28P01' || code === '28000')
    return `The database refuses the sign-in: ${message}. Set the password in ${settingOf(message, settings)} right.`;
  if (code === '3D000')
    return `The database server has no such database: ${message}. See ${NAMES.join(', ')}.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `The database server does not answer: ${message}. See ${NAMES.join(', ')}.`;
  return message;
}
