import { withConnection } from './platform/connection';

/** Whether no account exists yet: an installation never makes one by itself. */
export async function isFirstStart(ownerUrl: string): Promise<boolean> {
  const { rowCount } = await withConnection(ownerUrl, (client) =>
    client.query('SELECT FROM account LIMIT 1'),
  );
  return rowCount === 0;
}
