import { addedToHouseLog, everyone, PASSWORD, startWorld, type World } from '../cast';
import { shownBy } from '../accounts/people-at-the-door';
import { browse, Browser, SESSION_COOKIE } from './browse';

const NEW_PASSWORD = 'another correct horse battery';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const PAGES = [
  '/portal/account',
  '/portal/account/password',
  '/portal/account/second-factor',
  '/portal/account/sessions',
];

describe.each(PAGES)('%s', (path) => {
  test.each(everyone.filter(({ person }) => person))('shows $name her own', async ({ person }) => {
    const { status, text } = await (await browse(world, person)).get(path);
    expect(status).toBe(200);
    expect(text.match(/<h1>/g)).toHaveLength(1);
  });

  test('asks who is not signed in to sign in', async () => {
    const { status, location } = await (await browse(world)).get(path);
    expect([status, location]).toEqual([303, `/portal/sign-in?next=${encodeURIComponent(path)}`]);
  });
});

describe('settings', () => {
  test('are kept with the account, for every browser, and not in a cookie', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    const fields = {
      language: 'ur',
      zone: 'Asia/Karachi',
      theme: 'dark',
      next: '/portal/account',
      tell: 'yes',
    };
    const { location, setCookies } = await browser.post('/portal/reading', fields);
    expect(location).toBe('/portal/account?told=saved');
    expect(setCookies.filter((line) => !line.startsWith(SESSION_COOKIE))).toEqual([]);
    const elsewhere = await (
      await browse(world, 'pkcert-liaison', { language: 'zh' })
    ).get('/portal/account');
    expect(elsewhere.text).toContain('<html lang="ur" dir="rtl" data-theme="dark"');
    expect(elsewhere.text).toContain('selected>Asia/Karachi');
  });

  test('of the frame leave alone what they do not ask for', async () => {
    const browser = await browse(world, 'cncert-liaison');
    await browser.post('/portal/reading', { language: 'zh', zone: 'Asia/Shanghai', theme: 'dark' });
    await browser.post('/portal/reading', { language: 'en', zone: 'UTC' });
    const { body } = await world.as('cncert-liaison').get('/api/v1/me/preferences');
    expect(body).toEqual({ language: 'en', time_zone: 'UTC', theme: 'dark' });
  });

  test('of who is not signed in stay in the browser', async () => {
    const browser = new Browser(world.url);
    await browser.submit('/portal/reading', {
      language: 'zh',
      zone: 'Asia/Shanghai',
      next: '/portal/sign-in',
    });
    expect([browser.cookies.get('accord-language'), browser.cookies.get('accord-zone')]).toEqual([
      'zh',
      'Asia%2FShanghai',
    ]);
  });
});

describe('sessions', () => {
  test('end one by one, and this one signs out', async () => {
    const [here, there] = [new Browser(world.url), new Browser(world.url)];
    await there.signIn('corvia-liaison');
    await here.signIn('corvia-liaison');
    const ends = /action="(\/portal\/account\/sessions\/[\w-]+\/end)"/g;
    const paths = async () =>
      [...(await here.get('/portal/account/sessions')).text.matchAll(ends)].map(([, path]) => path!);
    const [first, second] = (await paths()).slice(-2);
    expect((await here.post(first!)).location).toBe('/portal/account/sessions?told=sessionEnded');
    expect((await there.get('/portal')).location).toContain('/portal/sign-in');
    expect(await paths()).toContain(second);
    expect(await paths()).not.toContain(first);
    expect((await here.post(second!, { current: 'yes' })).location).toBe('/portal/sign-in?told=signedOut');
    expect((await here.get('/portal')).location).toContain('/portal/sign-in');
  });

  test('all end at once', async () => {
    const [here, there] = [new Browser(world.url), new Browser(world.url)];
    await there.signIn('corvia-liaison');
    await here.signIn('corvia-liaison');
    expect((await here.post('/portal/account/sessions/everywhere')).location).toContain(
      'signedOutEverywhere',
    );
    for (const browser of [here, there]) expect((await browser.get('/portal')).status).toBe(303);
  });

  test('that begin at the portal are a browser’s', async () => {
    const added = await addedToHouseLog(world, 'corvia', async () => {
      await new Browser(world.url).signIn('corvia-liaison');
    });
    expect(added.map(({ kind }) => kind)).toEqual(['sign-in/succeeded']);
    const [row] = await world.owner.query<{ kind: string }[]>(
      'SELECT kind FROM session WHERE account_id = $1 ORDER BY id DESC LIMIT 1',
      [world.people['corvia-liaison']],
    );
    expect(row).toEqual({ kind: 'browser' });
  });
});

describe('a second factor', () => {
  test('is set up with a QR code or the secret in groups, a code of the app, and recovery codes once', async () => {
    const browser = await browse(world, 'banking-analyst');
    const path = '/portal/account/second-factor';
    const wrong = await browser.post(path, { password: 'wrong' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('not your present password')]);
    const begun = await browser.post(path, { password: PASSWORD });
    expect(begun.text).toContain('<svg class="qr-code" role="img"');
    const secret = /<code dir="ltr" class="secret">([A-Z2-7 ]+)<\/code>/.exec(begun.text)![1]!;
    expect(secret).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
    const uri = /name="uri" value="([^"]+)"/.exec(begun.text)![1]!.replaceAll('&amp;', '&');
    const mistyped = await browser.post(`${path}/confirmation`, { uri, code: '000000' });
    expect([mistyped.status, mistyped.text]).toEqual([422, expect.stringContaining('class="qr-code"')]);
    const code = shownBy(secret.replaceAll(' ', ''), world);
    const confirmed = await browser.post(`${path}/confirmation`, {
      uri,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(confirmed.text).toContain('data-print');
    expect(confirmed.text.match(/<li><code>/g)!.length).toBeGreaterThan(5);
    world.clock.advance(60_000);
    const next = shownBy(secret.replaceAll(' ', ''), world);
    const renewed = await browser.post(`${path}/recovery-codes`, { password: PASSWORD, code: next });
    expect([renewed.status, renewed.text]).toEqual([200, expect.stringContaining('former ones are void')]);
  });
});

describe('a password', () => {
  test('is changed with the present one, typed twice, and other sessions end', async () => {
    const [browser, elsewhere] = [new Browser(world.url), new Browser(world.url)];
    await elsewhere.signIn('energy-analyst');
    await browser.signIn('energy-analyst');
    const path = '/portal/account/password';
    const sent = { old_password: PASSWORD, new_password: NEW_PASSWORD, repeated: NEW_PASSWORD };
    const differing = await browser.post(path, { ...sent, repeated: 'something else' });
    expect([differing.status, differing.text]).toEqual([422, expect.stringContaining('passwords differ')]);
    const wrong = await browser.post(path, { ...sent, old_password: 'wrong' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('not your present password')]);
    expect((await browser.post(path, sent)).location).toBe('/portal/account?told=passwordChanged');
    expect([(await browser.get('/portal')).status, (await elsewhere.get('/portal')).status]).toEqual([
      200, 303,
    ]);
    const anew = await new Browser(world.url).signIn('energy-analyst', { password: NEW_PASSWORD });
    expect(anew.status).toBe(303);
  });
});
