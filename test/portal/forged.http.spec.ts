import request from 'supertest';
import { safeReturn } from '../../src/portal/screen/sign-in-first';
import { startWorld, type World } from '../cast';
import { browse, SESSION_COOKIE } from './browse';
import { nowhere, sentRoutes } from './screen-routes';

describe('a form that another site sends', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('is refused by every route, without the token of this session or with that of another', async () => {
    const browser = await browse(world, 'pkcert-administrator');
    const own = await browser.csrf();
    const other = await (await browse(world, 'pkcert-administrator')).csrf();
    expect([own.length, other.length, own === other]).toEqual([43, 43, false]);
    const tokens = [undefined, '', other, own.slice(1), `${own}x`, own.toUpperCase(), [own, own]];
    for (const route of sentRoutes(world.app))
      for (const csrf of tokens) {
        const { status, text } = await browser.submit(nowhere(route), { csrf });
        expect([route, csrf, status]).toEqual([route, csrf, 403]);
        // Files are read for nobody who may not send them, so that is asked before.
        expect([route, text]).toEqual([
          route,
          expect.stringMatching(/The form was not sent from this page|This is for other roles/),
        ]);
      }
  });

  it('is refused by every route when the browser says so, with the right token too', async () => {
    const [browser, stranger] = [await browse(world, 'pkcert-administrator'), await browse(world)];
    for (const route of sentRoutes(world.app))
      for (const site of ['cross-site', 'same-site']) {
        const headers = { 'Sec-Fetch-Site': site };
        expect([route, (await browser.post(nowhere(route), {}, headers)).status]).toEqual([route, 403]);
        expect([route, (await stranger.submit(nowhere(route), {}, headers)).status]).toEqual([route, 403]);
      }
  });

  it('is refused by every route when the browser names another origin and says nothing else', async () => {
    const stranger = await browse(world);
    for (const origin of ['https://elsewhere.example', 'null'])
      expect((await stranger.submit('/portal/sign-in', {}, { Origin: origin })).status).toBe(403);
    const own = await stranger.submit('/portal/sign-in', {}, { Origin: world.url });
    expect(own.status).toBe(422);
  });

  it('leads on with an address that a header can hold, whatever letters it has', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    const fields = { language: 'ur', next: '/portal/search?q=سائبر' };
    const { status, headers } = await browser.post('/portal/reading', fields, { 'HX-Request': 'true' });
    expect([status, headers['hx-redirect']]).toEqual([
      204,
      '/portal/search?q=%D8%B3%D8%A7%D8%A6%D8%A8%D8%B1',
    ]);
  });

  it.each(['%2e', '%2e%2e'])('has no id that climbs in an address: %s', async (id) => {
    const browser = await browse(world, 'pkcert-analyst');
    expect((await browser.get(`/portal/advisories/${id}`)).status).toBe(404);
  });

  it.each(['same-origin', 'none'])('is not meant when the browser says %s', async (site) => {
    const browser = await browse(world, 'pkcert-liaison');
    const { status } = await browser.post('/portal/reading', { language: 'ur' }, { 'Sec-Fetch-Site': site });
    expect(status).toBe(303);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/json'])(
    'does nothing when it is of type %s',
    async (type) => {
      const browser = await browse(world, 'pkcert-liaison');
      const { status } = await request(world.url)
        .post('/portal/sign-out')
        .set('Cookie', `${SESSION_COOKIE}=${browser.cookies.get(SESSION_COOKIE)}`)
        .set('Content-Type', type)
        .serialize(String)
        .send('{"csrf":"x"}');
      expect([403, 415]).toContain(status);
      expect((await browser.get('/portal')).status).toBe(200);
    },
  );

  it('has nothing to ask for with GET: reading a page changes nothing', async () => {
    const browser = await browse(world, 'pkcert-liaison');
    expect((await browser.get('/portal/sign-out')).status).toBe(404);
    expect((await browser.get('/portal')).status).toBe(200);
  });
});

describe('where signing in leads', () => {
  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/portal',
    '/\\elsewhere.example',
    'portal',
    '/portalelsewhere',
    '/portal//elsewhere.example',
    '/portal/\\elsewhere.example',
    '/portal/\n/elsewhere.example',
    '/portal/../api',
    '/portal/%2e%2e/api',
    '/portal/.%2E/../api/v1/feed',
    '/api/v1/feed',
    'javascript:alert(1)',
    '/portal/sign-in?next=/portal',
    '',
  ])('is home, not %j', (next) => {
    expect(safeReturn(next)).toBe('/portal');
  });

  it.each(['/portal', '/portal?told=saved', '/portal/advisories/1?a=b&c=d'])('is %s', (next) => {
    expect(safeReturn(next)).toBe(next);
  });
});
