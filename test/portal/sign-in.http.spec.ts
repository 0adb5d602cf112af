import { startWorld, type World } from '../cast';
import { type Browser, browse, SESSION_COOKIE } from './browse';

describe('signing in with a browser', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('leads home, where the page knows who is there', async () => {
    const browser = await browse(world);
    const seen = await browser.signIn('pkcert-duty-officer');
    expect([seen.status, seen.location]).toEqual([303, '/portal']);
    expect((await browser.follow(seen)).text).toContain('Usman Tariq');
  });

  it('leads to the page that was asked for before', async () => {
    const browser = await browse(world);
    const { location } = await browser.get('/portal?told=saved');
    const next = new URL(location!, world.url).searchParams.get('next')!;
    expect((await browser.signIn('pkcert-liaison', { next })).location).toBe('/portal?told=saved');
  });

  it('says that a session is over to who had one, and to nobody else', async () => {
    const told = async (browser: Browser) => (await browser.follow(await browser.get('/portal'))).text;
    expect(await told(await browse(world))).not.toContain('Your session is over.');
    const browser = await browse(world, 'pkcert-liaison');
    await world.owner.query('DELETE FROM session WHERE account_id = $1', [world.people['pkcert-liaison']]);
    expect(await told(browser)).toContain('Your session is over.');
  });

  it('says that it was refused, and nothing of whether there is such a person', async () => {
    const tried = async (other: Record<string, string>) => {
      const browser = await browse(world);
      const { status, text } = await browser.signIn('pkcert-liaison', other);
      expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
      return { status, text: text.replaceAll(other.email ?? 'liaison@pkcert.example', 'EMAIL') };
    };
    const wrong = await tried({ password: 'not this one, at length' });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('The e-mail or the password is wrong.');
    expect(await tried({ email: 'nobody@pkcert.example' })).toEqual(wrong);
  });

  it('is in the language that the browser asks for, or that was chosen', async () => {
    const browser = await browse(world);
    const lang = async (headers = {}) =>
      /<html lang="([\w-]+)" dir="(\w+)"/
        .exec((await browser.get('/portal/sign-in', headers)).text)!
        .slice(1);
    expect(await lang()).toEqual(['en', 'ltr']);
    expect(await lang({ 'Accept-Language': 'ur-PK,ur;q=0.9,en;q=0.5' })).toEqual(['ur', 'rtl']);
    await browser.submit('/portal/reading', { language: 'zh' });
    expect(await lang({ 'Accept-Language': 'ur' })).toEqual(['zh-Hans', 'ltr']);
  });

  it('is over after signing out', async () => {
    const browser = await browse(world, 'pkcert-auditor');
    expect((await browser.get('/portal')).status).toBe(200);
    const cookies = new Map(browser.cookies);
    expect((await browser.post('/portal/sign-out')).location).toBe('/portal/sign-in?told=signedOut');
    const other = await browse(world);
    for (const [name, value] of cookies) other.cookies.set(name, value);
    expect((await other.get('/portal')).location).toBe('/portal/sign-in?next=%2Fportal&ended=yes');
  });
});
