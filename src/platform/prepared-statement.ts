import type { ClientBase } from 'pg';
import { QueryFailedError } from 'typeorm';

/** The name of each prepared statement by its text. */
const names = new Map<string, string>();
function nameOf(sql: string): string {
  const name = names.get(sql) ?? `accord_${names.size}`;
  names.set(sql, name);
  return name;
}

/**
 * Runs a statement that each connection prepares once, for what is asked all the time: row-level security makes
 * planning take longer than running. The text is a constant; it names its columns, whatever is added later.
 * @throws QueryFailedError when the database refuses it, with the database's error as `driverError`
 */
export async function runPrepared<Row extends object>(
  client: ClientBase,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  try {
    return (await client.query<Row>({ name: nameOf(text), text, values })).rows;
  } catch (error) {
    throw new QueryFailedError(text, values, error as Error);
  }
}
