import { everyone, isTurnOf, startWorld, type World } from '../cast';
import { browse } from './browse';
import { nowhere, readRoutes, screenRoutes, sentRoutes } from './screen-routes';

/** What somebody sees who is not signed in; every other screen asks her to sign in first. */
const OPEN = [
  '/portal/*rest',
  '/portal/assets/:digest/:name',
  '/portal/help',
  '/portal/invitation',
  '/portal/password-reset',
  '/portal/sign-in',
];
/** The forms that such a person may send. */
const OPEN_FORMS = ['/portal/invitation', '/portal/password-reset', '/portal/reading', '/portal/sign-in'];

describe('every screen', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('stands below /portal, and is read with GET or sent a form with POST', () => {
    const routes = screenRoutes(world.app);
    expect(routes.filter(({ path }) => !/^\/portal(\/|$)/.test(path))).toEqual([]);
    expect([...new Set(routes.map(({ method }) => method))].toSorted()).toEqual(['GET', 'POST']);
    expect(readRoutes(world.app)).toEqual(expect.arrayContaining(['/portal', ...OPEN]));
  });

  it('asks who is not signed in to do so, and leads back to where she wanted', async () => {
    const open: string[] = [];
    const browser = await browse(world);
    for (const route of readRoutes(world.app)) {
      const { status, location, text, headers } = await browser.get(`${nowhere(route)}?q=a`);
      if (status === 303) {
        expect(location).toBe(
          `/portal/sign-in?${new URLSearchParams({ next: `${nowhere(route)}?q=a` }).toString()}`,
        );
        expect([route, headers['cache-control'], text]).toEqual([
          route,
          'no-store',
          expect.stringMatching(/^.{0,200}$/s),
        ]);
      } else open.push(route);
    }
    expect(open.toSorted()).toEqual(OPEN);
  });

  it('takes no form of who is not signed in, but for signing in and how pages are read', async () => {
    const open: string[] = [];
    const browser = await browse(world);
    for (const route of sentRoutes(world.app)) {
      const { status, location } = await browser.submit(nowhere(route), { csrf: '' });
      if (location !== '/portal/sign-in?next=%2Fportal') open.push(route);
      expect([route, status < 500]).toEqual([route, true]);
    }
    expect(open.toSorted()).toEqual(OPEN_FORMS);
  });

  it('answers everybody of the cast with a page of the frame, a part of one, or a file; never with what failed inside', async () => {
    const wrong: string[] = [];
    const routes = readRoutes(world.app);
    for (const asker of everyone) {
      const { person } = asker;
      if (!person) continue;
      const browser = await browse(world, person);
      // Colleagues share the routes between them.
      for (const route of routes.filter((_, nth) => isTurnOf(asker, nth))) {
        const { status, text, headers } = await browser.get(nowhere(route));
        const type = headers['content-type'] ?? '';
        // Files of the pages are for programs.
        const framed =
          status < 400 ||
          route.startsWith('/portal/assets/') ||
          (type.startsWith('text/html') && text.includes('<html'));
        const told = /node_modules|\.tsx?:\d|SELECT |at Object|eyJ[\w-]+\.eyJ/.test(text);
        if (status >= 500 || !framed || told) wrong.push(`${person} ${route} ${status} ${type}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('is, of what nobody has, the same for whoever may not see it: not found, and nothing besides', async () => {
    const browser = await browse(world, 'dunmere-liaison');
    for (const route of readRoutes(world.app).filter((path) => path.includes(':'))) {
      const { status } = await browser.get(nowhere(route));
      expect([route, [303, 403, 404].includes(status)]).toEqual([route, true]);
    }
  });
});

describe('an address of the portal that nothing has', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it.each(['/portal/nothing', '/portal/nothing/at/all', '/portal/assets/x/portal.css', '/portal/sign-in/x'])(
    'says so in a page: %s',
    async (path) => {
      const { status, text } = await (await browse(world, undefined, { language: 'zh' })).get(path);
      expect(status).toBe(404);
      if (!path.includes('assets')) expect(text).toContain('这里没有您可以查看的内容。');
    },
  );
});
