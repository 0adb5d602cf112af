import { LANGUAGES, type Language } from '../../../src/portal/messages/locales';
import type { Page } from 'playwright-core';
import { axeFaults, Faults, policyFaults, tooWide, unseenFocus, watchedPage } from './look';
import { type BrowserStage, browserStage, inBrowser } from './stage';

const DESK = 1280;
const TELEPHONE = 320;
/** Whether axe is asked at both sizes in every language: BROWSER_TESTS=all. Otherwise at one in turn, so that it sees each screen in each language and at each size. */
const ALL = process.env.BROWSER_TESTS === 'all';

inBrowser('every screen', () => {
  let stage: BrowserStage;
  beforeAll(async () => {
    stage = await browserStage();
  }, 180_000);
  afterAll(() => stage.close());

  it('is come to by following links, as somebody of the cast', () => {
    expect(stage.missing).toEqual([]);
  });

  it('leads on to pages that are there, and that who is led there may see', () => {
    expect(stage.dead).toEqual([]);
  });

  /** Visits every place in a language, with one browser a visitor. */
  async function visitAll(
    language: Language,
    look: (page: Page, faults: Faults) => Promise<void>,
  ): Promise<string[]> {
    const faults = new Faults();
    const byVisitor = Map.groupBy(stage.places, ({ visitor }) => visitor);
    for (const [visitor, places] of byVisitor) {
      const context = await stage.visitors.context(visitor, language);
      const page = await watchedPage(context, stage.world.url, faults);
      for (const place of places) {
        faults.where = `${place.address} as ${visitor ?? 'nobody'}`;
        await page.setViewportSize({ width: DESK, height: 900 });
        const answer = await page.goto(place.address);
        if (answer?.status() !== 200) faults.tell(`answers ${answer?.status()}`);
        await look(page, faults);
        faults.tell(...(await policyFaults(page)));
      }
      await context.close();
    }
    return faults.found;
  }

  it.each(Object.keys(LANGUAGES) as Language[])(
    'is accessible at desk and telephone size, keeps to its policy and its host, in %s',
    async (language) => {
      const { tag, dir } = LANGUAGES[language];
      let turn = Object.keys(LANGUAGES).indexOf(language);
      const found = await visitAll(language, async (page, faults) => {
        turn += 1;
        const root = page.locator('html');
        const is = [await root.getAttribute('lang'), await root.getAttribute('dir')].join(' ');
        if (is !== `${tag} ${dir}`) faults.tell(`is ${is}`);
        if (ALL || turn % 2 === 0) faults.tell(...(await axeFaults(page)));
        faults.tell(...(await tooWide(page, DESK / 2)));
        faults.tell(...(await tooWide(page, TELEPHONE)));
        if (ALL || turn % 2 === 1) faults.tell(...(await axeFaults(page)));
      });
      expect(found).toEqual([]);
    },
    300_000,
  );

  it('shows where the keyboard is, is readable in the dark and keeps still for who wants that', async () => {
    const found = await visitAll('en', async (page, faults) => {
      faults.tell(...(await unseenFocus(page)));
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      faults.tell(...(await axeFaults(page, ['color-contrast'])).map((fault) => `dark: ${fault}`));
      const moving = await page.evaluate('document.getAnimations().length');
      if (moving !== 0) faults.tell(`${String(moving)} things move`);
      await page.emulateMedia({ colorScheme: 'light' });
    });
    expect(found).toEqual([]);
  }, 300_000);
});
