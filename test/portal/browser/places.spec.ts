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
  }, 300_000);
  afterAll(() => stage.close());

  it('is come to by following links, as somebody of the cast', () => {
    expect(stage.missing).toEqual([]);
  });

  it('leads on to pages that are there, and that who is led there may see', () => {
    expect(stage.dead).toEqual([]);
  });

  /** Visits every place in a language, with one browser a visitor; two of them at a time. */
  async function visitAll(
    language: Language,
    look: (page: Page, faults: Faults, nth: number) => Promise<void>,
  ): Promise<string[]> {
    const visits = Map.groupBy(stage.places.entries(), ([, { visitor }]) => visitor).entries();
    const found: string[] = [];
    const visit = async () => {
      for (const [visitor, places] of visits) {
        const faults = new Faults();
        const context = await stage.visitors.context(visitor, language);
        const page = await watchedPage(context, stage.world.url, faults);
        for (const [nth, { address }] of places) {
          faults.where = `${address} as ${visitor ?? 'nobody'}`;
          await page.setViewportSize({ width: DESK, height: 900 });
          const answer = await page.goto(address);
          if (answer?.status() !== 200) faults.tell(`answers ${answer?.status()}`);
          await look(page, faults, nth);
          faults.tell(...(await policyFaults(page)));
        }
        await context.close();
        found.push(...faults.found);
      }
    };
    await Promise.all([visit(), visit()]);
    return found;
  }

  /** What is right in one language is so in all: where the keyboard is, what is dark, what moves. */
  async function lookOnce(page: Page, faults: Faults): Promise<void> {
    await page.setViewportSize({ width: DESK, height: 900 });
    faults.tell(...(await unseenFocus(page)));
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    faults.tell(...(await axeFaults(page, ['color-contrast'])).map((fault) => `dark: ${fault}`));
    const moving = await page.evaluate('document.getAnimations().length');
    if (moving !== 0) faults.tell(`${String(moving)} things move`);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  it.each(Object.keys(LANGUAGES) as Language[])(
    'is accessible at desk and telephone size, keeps to its policy and its host, in %s',
    async (language) => {
      const { tag, dir } = LANGUAGES[language];
      const turn = Object.keys(LANGUAGES).indexOf(language);
      const found = await visitAll(language, async (page, faults, nth) => {
        const root = page.locator('html');
        const is = [await root.getAttribute('lang'), await root.getAttribute('dir')].join(' ');
        if (is !== `${tag} ${dir}`) faults.tell(`is ${is}`);
        if (ALL || (nth + turn) % 2 === 0) faults.tell(...(await axeFaults(page)));
        faults.tell(...(await tooWide(page, DESK / 2)));
        faults.tell(...(await tooWide(page, TELEPHONE)));
        if (ALL || (nth + turn) % 2 === 1) faults.tell(...(await axeFaults(page)));
        // Last, since focus and dress stay with the page: shows where the keyboard is, is readable in the dark, keeps still.
        if (language === 'en') await lookOnce(page, faults);
      });
      expect(found).toEqual([]);
    },
    300_000,
  );
});
