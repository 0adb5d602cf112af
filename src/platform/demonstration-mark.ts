import { withConnection } from './connection';

const mark = 'accord demonstration';

interface Found {
  name: string;
  marked: boolean;
  empty: boolean;
}

const look = `
  SELECT datname AS name, coalesce(shobj_description(oid, 'pg_database') = $1, false) AS marked,
    NOT EXISTS (SELECT FROM information_schema.tables
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema')) AS empty
  FROM pg_database WHERE datname = current_database()`;

async function find(ownerUrl: string): Promise<Found> {
  const { rows } = await withConnection(ownerUrl, (client) => client.query<Found>(look, [mark]));
  const [found] = rows;
  if (!found) throw new Error('The database does not know itself.');
  return found;
}

/**
 * Lets the demonstration, which writes an invented world, into a database that is empty or was made for it.
 * @throws Error for a database that holds anything else
 */
export async function refuseUnmarkedDemo(ownerUrl: string): Promise<void> {
  const { name, marked, empty } = await find(ownerUrl);
  if (marked) return;
  if (!empty)
    throw new Error(
      `The database ${name} holds tables and was not made for the demonstration. Give it an empty one.`,
    );
  await withConnection(ownerUrl, (client) =>
    client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(name)} IS '${mark}'`),
  );
}

/**
 * Keeps the ordinary start out of a demonstration database, whose people all have known passwords.
 * @throws Error for a database that carries the mark
 */
export async function refuseDemonstration(ownerUrl: string): Promise<void> {
  const { name, marked } = await find(ownerUrl);
  if (marked)
    throw new Error(
      `The database ${name} was made for the demonstration; start with another, or run the demo.`,
    );
}
