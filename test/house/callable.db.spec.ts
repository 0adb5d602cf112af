import type { Client } from 'pg';
import { CALLABLE } from '../../migrations/0027-callable';
import { withConnection } from '../../src/platform/connection';
import { applicationRole } from '../../src/platform/database-roles';
import { freshDatabase } from '../database';

interface Definer {
  name: string;
  body: string;
}
/** Those that act with the owner's rights and that the serving role may call; triggers nobody calls. */
const CALLED = `
  SELECT p.proname AS name, p.prosrc AS body FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE p.prosecdef AND p.prorettype <> 'trigger'::regtype AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND has_function_privilege($1, p.oid, 'EXECUTE') ORDER BY 1`;

describe('functions with the owner’s rights', () => {
  let found: Definer[];
  const asOwner = async <T>(work: (client: Client) => Promise<T>) =>
    withConnection((await freshDatabase()).ownerUrl, work);
  beforeAll(async () => {
    found = await asOwner(async (client) => (await client.query<Definer>(CALLED, [applicationRole])).rows);
  });

  const listed = Object.values(CALLABLE).flat();
  const under = (why: string) => found.filter(({ name }) => CALLABLE[why]?.includes(name));

  it('are called by the serving role only where a word says why it may', () => {
    expect(found.map(({ name }) => name)).toEqual([...listed].sort());
  });

  it('ask who the viewer is, where it is said that they do', async () => {
    // By themselves or by the first one that they call.
    const bodies = new Map(
      await asOwner(async (client) =>
        (await client.query<Definer>('SELECT proname AS name, prosrc AS body FROM pg_proc')).rows.map(
          ({ name, body }) => [name, body] as const,
        ),
      ),
    );
    const asks = (text: string): boolean =>
      /app\.(viewer_(org|person)|reads_as|require_actor)\(/.test(text) ||
      // What is the viewer's is found by functions that build on each other.
      [...text.matchAll(/app\.(viewer_\w+)\(/g)].some(([, name]) => asks(bodies.get(name!) ?? ''));
    const within = (text: string) =>
      [...text.matchAll(/app\.(\w+)\(/g)].map(([, name]) => bodies.get(name!) ?? '');
    const all = [...under('answers for the viewer'), ...under('asks whether the viewer may cause it')];
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ body }) => !asks(body) && !within(body).some(asks)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('are not the serving role’s to call from the moment that they are made', async () => {
    await asOwner(async (client) => {
      await client.query(
        `CREATE FUNCTION app.made_today() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`,
      );
      await client.query('SELECT app.grant_to_application($1)', [applicationRole]);
      const { rows } = await client.query<Definer>(CALLED, [applicationRole]);
      expect(rows.map(({ name }) => name)).not.toContain('made_today');
    });
  });
});
