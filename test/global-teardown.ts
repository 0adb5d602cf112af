import { rmSync } from 'node:fs';
import { withConnection } from '../src/platform/connection';
import { serverVariable, templateVariable } from './database';

/** Removes what the tests created; an embedded server is stopped and its folder deleted instead. */
export default async function tearDown(): Promise<void> {
  const { [serverVariable]: server, [templateVariable]: template } = process.env;
  const { embedded, folder } = globalThis.testServer ?? {};
  await embedded?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  else if (server && template)
    await withConnection(server, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
        [template],
      );
      for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    });
  if (globalThis.testScratch) rmSync(globalThis.testScratch, { recursive: true, force: true });
}
