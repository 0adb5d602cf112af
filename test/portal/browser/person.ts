import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { PersonKey } from '../../../src/cli/demo/cast';
import { castMember } from '../../../src/cli/demo/cast';
import { type MessageKey, say } from '../../../src/portal/messages/catalogue';
import { type Language, LANGUAGES } from '../../../src/portal/messages/locales';
import { PASSWORD } from '../../cast';
import { axeFaults, Faults, watchedPage } from './look';

/** How people look at the portal. */
export interface Manner {
  language: Language;
  size: 'desk' | 'telephone';
  script: boolean;
  /** Whether links, buttons and boxes are come to and pressed with the keyboard alone. */
  keyboard?: boolean;
}
const SIZES = { desk: { width: 1280, height: 900 }, telephone: { width: 390, height: 844 } };
const LOCALES = { en: 'en-GB', ur: 'ur-PK', zh: 'zh-CN' };

/** What a browser keeps of pages besides their cookies; written as text, since these tests know no types of browsers. */
const KEPT = 'localStorage.length + sessionStorage.length + (await indexedDB.databases()).length';
const FOCUSED = '(document.activeElement?.getAttribute("href") ?? document.activeElement?.id) || ""';
const STICKS_OUT = 'document.scrollingElement.scrollWidth - document.documentElement.clientWidth';

/** Somebody of the cast with a browser of her own, who does what is on the page and nothing else. */
export class Person {
  /** Links followed and buttons pressed so far. */
  steps = 0;
  /** Keys pressed so far, those of words left out. */
  keys = 0;

  private constructor(
    readonly page: Page,
    private readonly manner: Manner,
    private readonly faults: Faults,
    private readonly name: string,
    private readonly secrets: readonly string[],
  ) {}

  /** @param secrets words that belong in no title, address or storage of a browser */
  static async signedIn(
    { browser, url }: { browser: Browser; url: string },
    key: PersonKey,
    manner: Manner,
    { faults, secrets }: { faults: Faults; secrets: readonly string[] },
  ): Promise<Person> {
    const options: BrowserContextOptions = {
      ...{ baseURL: url, viewport: SIZES[manner.size], locale: LOCALES[manner.language] },
      ...{ javaScriptEnabled: manner.script, reducedMotion: 'reduce', isMobile: manner.size === 'telephone' },
    };
    const context = await browser.newContext(options);
    context.setDefaultTimeout(15_000);
    const page = await watchedPage(context, url, faults);
    const person = new Person(page, manner, faults, key, secrets);
    await page.goto('/portal');
    await page.fill('[name=email]', castMember(key).email);
    await page.fill('[name=password]', PASSWORD);
    await person.press('signIn.submit');
    person.steps = 0;
    return person;
  }

  /** A message in her language, as it stands on pages. */
  t(key: MessageKey, values?: Parameters<typeof say>[2]): string {
    return say(this.manner.language, key, values);
  }

  /** Goes to one of the places above every page; on a telephone they are behind a button. */
  async goTo(place: MessageKey): Promise<void> {
    const menu = this.page.getByRole('button', { name: this.t('frame.menu'), exact: true });
    if (await menu.isVisible()) await this.pressOn(menu);
    await this.click(
      this.page.getByRole('navigation').getByRole('link', { name: this.t(place), exact: true }),
    );
  }

  /** Follows the first link of the page's content with these words. */
  async follow(words: MessageKey | { text: string }): Promise<void> {
    const name = typeof words === 'string' ? this.t(words) : words.text;
    await this.click(this.page.locator('main').getByRole('link', { name }).first());
  }

  /** Presses a button. */
  async press(words: MessageKey, values?: Parameters<typeof say>[2]): Promise<void> {
    const buttons = this.page
      .locator('main')
      .getByRole('button', { name: this.t(words, values), exact: true });
    await this.click(buttons.first());
  }

  /** Fills a field in; a box or a list is chosen from. */
  async fill(name: string, value: string): Promise<void> {
    const fields = this.page.locator(`main form:not([role=search]) [name="${name}"], main [name="${name}"]`);
    const kind = await fields.first().evaluate((field) => {
      const { tagName, type } = field as unknown as { tagName: string; type: string };
      return tagName === 'SELECT' ? 'list' : ['checkbox', 'radio'].includes(type) ? 'box' : 'text';
    });
    if (kind === 'list') await fields.first().selectOption(value);
    else if (kind === 'text') await fields.first().fill(value);
    else {
      const box = this.page.locator(`main [name="${name}"][value="${value}"]`);
      const folded = this.page.locator('details:not([open])', { has: box });
      if ((await folded.count()) > 0) await this.pressOn(folded.locator('> summary'));
      if (this.manner.keyboard) await this.pressed(box, 'Space');
      else await box.check();
      if (!(await box.isChecked())) throw new Error(`${name} ${value} is not checked.`);
    }
  }

  /** Presses a key; one that is held down with another is one. */
  async key(name: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(name);
  }

  /** Presses Tab until a link to an address has the focus. */
  async tabTo(address: string): Promise<void> {
    for (let times = 0; times < 30; times++) {
      await this.key('Tab');
      if ((await this.page.evaluate(FOCUSED)) === address) return;
    }
    throw new Error(`The keyboard does not come to ${address}.`);
  }

  /** Does something that leads to another page, and looks at it. */
  async onto(act: () => Promise<void>): Promise<void> {
    const [answer] = await Promise.all([
      this.page.waitForResponse(
        (one) => one.request().isNavigationRequest() && ![302, 303].includes(one.status()),
      ),
      act(),
    ]);
    await this.page.waitForLoadState('load');
    const posted = answer.request().method() === 'POST';
    await this.look(answer.status(), posted);
  }

  /** The words of the page's content, with spaces made one. */
  async text(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  }

  /** The label that stands above the page, or none. */
  async banner(): Promise<string | null> {
    const banner = this.page.locator('.tlp-banner .tlp').first();
    return (await banner.count()) > 0 ? banner.textContent() : null;
  }

  private async click(locator: Locator): Promise<void> {
    this.steps += 1;
    await this.onto(() => this.pressOn(locator));
  }

  private pressOn(locator: Locator): Promise<void> {
    return this.manner.keyboard ? this.pressed(locator, 'Enter') : locator.click();
  }

  /** Presses a key on what can be come to with Tab. */
  private async pressed(locator: Locator, key: string): Promise<void> {
    await locator.focus();
    const index = await locator.evaluate((element) => (element as unknown as { tabIndex: number }).tabIndex);
    if (index < 0) this.faults.tell(`the keyboard does not come to ${await locator.innerText()}`);
    await this.page.keyboard.press(key);
  }

  /** What holds of every page that somebody comes to. */
  private async look(status: number, posted: boolean): Promise<void> {
    const { page, faults } = this;
    faults.where = `${page.url()} as ${this.name}`;
    if (status >= 400) faults.tell(`answers ${status}`);
    const { tag, dir } = LANGUAGES[this.manner.language];
    const root = page.locator('html');
    const is = `${await root.getAttribute('lang')} ${await root.getAttribute('dir')}`;
    if (is !== `${tag} ${dir}`) faults.tell(`is ${is}`);
    const told = `${page.url()} ${await page.title()}`;
    for (const secret of this.secrets) if (told.includes(secret)) faults.tell(`tells ${secret} in ${told}`);
    const out = Number(await page.evaluate(STICKS_OUT));
    if (out > 0) faults.tell(`is ${out} pixels wider than its window`);
    if (Number(await page.evaluate(`(async () => ${KEPT})()`)) > 0)
      faults.tell('keeps something in the browser');
    // Pages that answer a form are come to by nobody who follows links alone.
    if (posted && this.manner.script) faults.tell(...(await axeFaults(page)));
  }
}
