import { applicationRole, jobsRole } from '../../src/platform/database-roles';
import { withConnection } from '../../src/platform/connection';
import { startWorld, type World } from '../cast';
import { serverVariable } from '../database';
import { browse } from './browse';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Cuts the database off from those who serve, or lets them in again. */
async function database(gone: boolean): Promise<void> {
  const name = new URL(world.ownerUrl).pathname.slice(1);
  await withConnection(process.env[serverVariable]!, async (client) => {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${!gone}`);
    if (gone)
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = ANY ($2)',
        [name, [applicationRole, jobsRole]],
      );
  });
}

it('a page says in the reader’s language that the database is gone, and is there again with it', async () => {
  const browser = await browse(world, 'pkcert-duty-officer', { language: 'ur' });
  const ended = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  await database(true);
  for (const path of ['/portal', '/portal/call-and-stop', '/portal/home/needs', '/portal/sign-in']) {
    const { status, text, headers } = await browser.get(path);
    expect([path, status, headers['retry-after']]).toEqual([path, 503, '5']);
    expect(text).toMatch(/^<!doctype html><html lang="ur" dir="rtl"/);
    expect(text).toContain('چند سیکنڈ بعد کوشش کریں۔');
  }
  expect((await browser.submit('/portal/sign-out', {})).status).toBe(503);
  const api = await world.as('pkcert-analyst').get('/api/v1/me');
  expect([api.status, api.headers['content-type']]).toEqual([503, expect.stringMatching(/problem\+json/)]);
  await database(false);
  // Nobody was signed out by it.
  expect((await browser.get('/portal')).text).toContain('Usman Tariq');
  expect(ended).not.toHaveBeenCalled();
});

it('what is wrong with an address or a form is told in a page, too', async () => {
  const browser = await browse(world, 'pkcert-analyst');
  for (const [path, expected] of [
    ['/portal/%ff', 400],
    ['/portal/advisories/..%2f..%2fme', 404],
  ] as const) {
    const { status, text, headers } = await browser.get(path);
    expect([path, status, headers['cache-control']]).toEqual([path, expected, 'no-store']);
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).not.toContain('well-formed');
  }
  const large = await browser.post('/portal/advisories/new', { summary: 'x'.repeat(1_100_000) });
  expect([large.status, large.text.startsWith('<!doctype html>')]).toEqual([413, true]);
});
