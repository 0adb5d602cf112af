import { Client } from 'pg';

/** Connects once, hands the connection over and closes it, whatever comes of it. */
export async function withConnection<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'accord' });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** The same server under another role or database. */
export function readdress(
  url: string,
  change: { username?: string; password?: string; database?: string },
): string {
  const address = new URL(url);
  if (change.username !== undefined) address.username = encodeURIComponent(change.username);
  if (change.password !== undefined) address.password = encodeURIComponent(change.password);
  if (change.database !== undefined) address.pathname = `/${encodeURIComponent(change.database)}`;
  return address.toString();
}

/** The role that an address signs in as. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
