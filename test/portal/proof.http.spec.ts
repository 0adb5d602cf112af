import { BrowserSessions } from '../../src/accounts';
import { PASSWORD, startWorld, type World } from '../cast';
import { DRAFT, PATH } from '../advisories/advisory-world';
import { Browser } from './browse';

const MINUTE = 60_000;
const NEW = '/portal/administration/keys/new';
const KEY = { name: 'Collector “A” & B', expires_at: '2026-06-01', scopes: ['pull', 'report'] };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const signedIn = async (person: 'pkcert-administrator' | 'cncert-administrator') => {
  const browser = new Browser(world.url);
  expect((await browser.signIn(person)).status).toBe(303);
  return browser;
};
/** The hidden fields of a page's form, as a browser sends them again. */
function hiddenIn(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const form = /<form[^>]*class="act"[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  ))
    (found[name] ??= []).push(
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<'),
    );
  return found;
}
const issued = async () =>
  (
    await world.owner.query<{ n: number }[]>(
      "SELECT count(*)::int AS n FROM api_key WHERE name LIKE 'Collector%'",
    )
  )[0]!.n;

describe('a page that asks who it is', () => {
  test('is not shown within five minutes after signing in', async () => {
    const browser = await signedIn('cncert-administrator');
    world.clock.advance(5 * MINUTE - 1);
    const page = await browser.post(NEW, { ...KEY, name: 'Collector at once' });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('accord_') as string]);
  });

  test('keeps the form, loses nothing of it, and goes on with it after the proof', async () => {
    const browser = await signedIn('pkcert-administrator');
    world.clock.advance(5 * MINUTE);
    const before = await issued();
    const asked = await browser.post(NEW, KEY);
    expect([asked.status, await issued()]).toEqual([403, before]);
    expect(asked.text).toContain('Confirm that it is you');
    const { csrf, ...kept } = hiddenIn(asked.text);
    expect(csrf).toHaveLength(1);
    expect(kept).toEqual({ name: [KEY.name], expires_at: [KEY.expires_at], scopes: KEY.scopes });

    const wrong = await browser.submit(NEW, { csrf, ...kept, 'proof-password': 'not the password' });
    expect([wrong.status, await issued()]).toEqual([422, before]);
    expect(wrong.text).toContain('This is not your present password.');
    expect(hiddenIn(wrong.text)).toEqual({ csrf, ...kept });
    expect(wrong.text).not.toContain('not the password');

    const done = await browser.submit(NEW, { csrf, ...kept, 'proof-password': PASSWORD, 'proof-code': '' });
    expect([done.status, await issued()]).toEqual([200, before + 1]);
    const { body } = await world.as('pkcert-administrator').get('/api/v1/api-keys?limit=200');
    const { items } = body as { items: { name: string; scopes: string[] }[] };
    expect(items.at(-1)).toMatchObject({ name: KEY.name, scopes: KEY.scopes });

    world.clock.advance(5 * MINUTE - 1);
    expect((await browser.post(NEW, { ...KEY, name: 'Collector two' })).status).toBe(200);
    world.clock.advance(1);
    expect((await browser.post(NEW, { ...KEY, name: 'Collector three' })).status).toBe(403);
  });

  test('takes no proof from another site', async () => {
    const browser = await signedIn('pkcert-administrator');
    world.clock.advance(5 * MINUTE);
    const { status, text } = await browser.submit(NEW, { ...KEY, 'proof-password': PASSWORD });
    expect([status, text]).toEqual([403, expect.stringContaining('portal/forged') as string]);
    expect((await browser.post(NEW, KEY)).text).toContain('Confirm that it is you');
  });

  test.each([
    ['ur', 'تصدیق کریں کہ یہ آپ ہی ہیں'],
    ['zh', '请确认是您本人'],
  ])('asks in the language of the reader: %s', async (language, title) => {
    const browser = await signedIn('pkcert-administrator');
    browser.cookies.set('accord-language', language);
    world.clock.advance(5 * MINUTE);
    expect((await browser.post(NEW, KEY)).text).toContain(`<h1>${title}</h1>`);
  });

  test('stands before the release of what the web API refuses without proof', async () => {
    const browser = new Browser(world.url);
    await browser.signIn('pkcert-releaser');
    const { id } = (await world.as('pkcert-analyst').post(PATH).send(DRAFT)).body as { id: string };
    world.clock.advance(5 * MINUTE);
    const cookie = browser.cookies.get('accord-session')!;
    const { accessToken } = world.app.get(BrowserSessions, { strict: false }).resume(cookie)!;
    const release = () =>
      world.presenting(`Bearer ${accessToken}`).post(`${PATH}/${id}/release`).send({ version: 1 });
    expect((await release()).body).toMatchObject({ type: '/problems/access/prove-again' });
  });
});
