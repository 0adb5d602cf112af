import { startWorld, type World } from '../cast';
import { browse, type Browser, SESSION_COOKIE } from './browse';

const HOUR = 3_600_000;
/** A session that was is told to be over; the cookie is gone with that. */
const TO_SIGN_IN = expect.stringMatching(/^\/portal\/sign-in\?next=%2Fportal(?:&ended=yes)?$/) as string;

describe('the session of a browser', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const cookieOf = (browser: Browser) => browser.cookies.get(SESSION_COOKIE)!;
  /** What another browser gets that presents a cookie. */
  async function withCookie(value: string): Promise<{ location: string | undefined; setCookies: string[] }> {
    const other = await browse(world);
    other.cookies.set(SESSION_COOKIE, value);
    return other.get('/portal');
  }

  it('is kept in a cookie that scripts do not read and other sites do not send', async () => {
    const browser = await browse(world);
    const { setCookies } = await browser.signIn('pkcert-liaison');
    expect(setCookies).toEqual([
      expect.stringMatching(/^accord-session=[\w-]{100,}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('holds nothing that can be read or that the web API takes', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    const cookie = cookieOf(browser);
    const bytes = Buffer.from(cookie, 'base64url').toString('latin1');
    expect(`${cookie} ${bytes}`).not.toMatch(/eyJ|sid|sub|csrf/);
    expect(bytes).not.toContain(world.people['pkcert-liaison']);
    expect((await world.presenting(`Bearer ${cookie}`).get('/api/v1/me')).status).toBe(401);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
  });

  it('is not begun by a token of the web API or by the key of a system', async () => {
    const { body } = await world
      .anonymous()
      .post('/api/v1/sign-in')
      .send({ email: 'liaison@pkcert.example', password: 'correct horse battery staple' });
    const { access_token: token } = body as { access_token: string };
    expect((await withCookie(token)).location).toEqual(TO_SIGN_IN);
    for (const credential of [token, world.keys.pkcert]) {
      const answer = await world.presenting(`Bearer ${credential}`).get('/portal');
      expect([answer.status, answer.headers.location]).toEqual([303, TO_SIGN_IN]);
    }
  });

  it('is refused, and taken away, when any part of its cookie is altered', async () => {
    const cookie = cookieOf(await browse(world, 'pkcert-liaison'));
    const bytes = Buffer.from(cookie, 'base64url');
    const flipped = [0, 11, 12, 60, bytes.length - 16, bytes.length - 1].map((place) => {
      const other = Buffer.from(bytes);
      other[place]! ^= 1;
      return other.toString('base64url');
    });
    const others = ['', 'x', cookie.slice(0, -4), `${cookie}AAAA`, cookie.slice(4), `${cookie}.${cookie}`];
    for (const value of [...flipped, ...others]) {
      const { location, setCookies } = await withCookie(value);
      expect([value, location]).toEqual([value, TO_SIGN_IN]);
      expect(setCookies.join()).toMatch(/^accord-session=; .*Expires=Thu, 01 Jan 1970/);
    }
    expect((await withCookie(cookie)).location).toBeUndefined();
  });

  it('is over after twelve hours in which nothing was asked for, and goes on while something is', async () => {
    const [busy, idle] = [await browse(world, 'pkcert-auditor'), await browse(world, 'pkcert-auditor')];
    for (let round = 0; round < 2; round++) {
      world.clock.advance(11 * HOUR);
      expect((await busy.get('/portal')).status).toBe(200);
    }
    expect((await idle.get('/portal')).location).toEqual(TO_SIGN_IN);
    world.clock.advance(12 * HOUR - 1);
    expect((await busy.get('/portal')).status).toBe(200);
    world.clock.advance(12 * HOUR);
    expect((await busy.get('/portal')).location).toEqual(TO_SIGN_IN);
  });

  it('is over after twelve hours in which only an open page renewed itself', async () => {
    const [home, queue] = [await browse(world, 'pkcert-analyst'), await browse(world, 'pkcert-analyst')];
    const renewed = (browser: Browser, path: string) => browser.get(path, { 'HX-Request': 'true' });
    for (let round = 0; round < 3; round++) {
      world.clock.advance(4 * HOUR - 1);
      expect((await renewed(home, '/portal')).status).toBe(200);
      expect((await renewed(queue, '/portal/incidents/live?list=cases')).status).toBe(200);
    }
    world.clock.advance(3);
    for (const [browser, path] of [
      [home, '/portal'],
      [queue, '/portal/incidents/live?list=cases'],
    ] as const) {
      const { status, headers } = await renewed(browser, path);
      expect([status, headers['hx-redirect']]).toEqual([204, expect.stringContaining('/portal/sign-in')]);
    }
  });

  it('is over for every browser that was signed in, once she signs out everywhere', async () => {
    const browsers = [await browse(world, 'cncert-liaison'), await browse(world, 'cncert-liaison')];
    expect((await world.as('cncert-liaison').post('/api/v1/sign-out/everywhere')).status).toBeLessThan(300);
    for (const browser of browsers) expect((await browser.get('/portal')).location).toEqual(TO_SIGN_IN);
  });

  it('is over when she has left, whatever she had open', async () => {
    const browser = await browse(world, 'corvia-auditor');
    const token = await browser.csrf();
    expect(token).not.toBe('');
    const left = `/api/v1/accounts/${world.people['corvia-auditor']}/departure`;
    const told = await world.as('corvia-administrator').post(left).send({ reason: 'Left' });
    expect(told.status).toBe(201);
    expect((await browser.post('/portal/sign-out')).location).toEqual(TO_SIGN_IN);
    expect((await browser.get('/portal')).location).toEqual(TO_SIGN_IN);
  });

  it('has pages that nobody keeps, that load nothing from elsewhere and that no other page frames', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    for (const path of ['/portal', '/portal/sign-in', '/portal/nothing']) {
      const { headers, text } = await browser.get(path);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      );
      expect(headers.etag).toBeUndefined();
      expect(text).not.toMatch(
        / style="| on\w+="|<style|<script>|javascript:|(?:src|href)="(?:https?:)?\/\//,
      );
      expect(text).not.toMatch(/eyJ[\w-]+\.eyJ/);
    }
  });
});

describe('the session of a browser behind a proxy that ends TLS', () => {
  it('is bound to the host and to protected connections', async () => {
    const world = await startWorld({ settings: { trustedProxies: ['127.0.0.1'] } });
    const https = { 'X-Forwarded-Proto': 'https' };
    const form = { email: 'liaison@pkcert.example', password: 'correct horse battery staple' };
    const browser = await browse(world);
    const { setCookies } = await browser.submit('/portal/sign-in', form, https);
    expect(setCookies).toEqual([
      expect.stringMatching(/^__Host-accord-session=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect((await browser.get('/portal', https)).status).toBe(200);
    // Over plain HTTP nobody could set or send a cookie of that name.
    expect((await browser.get('/portal')).location).toEqual(TO_SIGN_IN);
    await world.close();
  });
});
