import type { Browser } from 'playwright-core';
import { type CastWorld, castWorld } from '../../description/played-world';
import { launchChromium } from './chromium';
import { Faults } from './look';
import { type Manner, Person } from './person';
import { inBrowser } from './stage';

const MANNER: Manner = { language: 'en', size: 'desk', script: true };

inBrowser('what pages do by script, besides showing', () => {
  let world: CastWorld;
  let browser: Browser;
  let analyst: Person;
  const faults = new Faults();
  beforeAll(async () => {
    world = await castWorld();
    browser = await launchChromium();
    analyst = await Person.signedIn({ browser, url: world.url }, 'pkcert-analyst', MANNER, {
      faults,
      secrets: [],
    });
    await analyst.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }, 300_000);
  afterAll(async () => {
    expect(faults.found).toEqual([]);
    await browser.close();
    await world.close();
  });

  it('finds what is pasted, and files with Ctrl+Enter to begin the next', async () => {
    const { page } = analyst;
    await page.goto('/portal/incidents/new');
    await page.fill('[name=title]', 'Loader in a letter (invented)');
    await page.click('details.later > summary');
    await page.fill('[name=description]', 'It calls hxxps://evil[.]example/a and 192.0.2.9.');
    await page.locator('[name=description]').blur();
    await page.locator('#found [value="URL https://evil.example/a"]').waitFor();
    await page.check('#found [value="IPv4 192.0.2.9"]');
    await page.focus('[name=title]');
    await analyst.onto(() => page.keyboard.press('Control+Enter'));
    expect(new URL(page.url()).pathname).toBe('/portal/incidents/new');
    expect(await page.inputValue('[name=title]')).toBe('');
  });

  it('copies an indicator as it is shown, or as it is', async () => {
    const { page } = analyst;
    await page.goto('/portal/incidents?list=cases');
    await analyst.follow({ text: 'Loader in a letter' });
    const copied = async (name: string) => {
      await page.getByRole('button', { name }).first().click();
      await page.getByText(analyst.t('frame.copied')).first().waitFor();
      return page.evaluate('navigator.clipboard.readText()');
    };
    expect(await copied(analyst.t('frame.copyDefanged'))).toBe('hxxps://evil[.]example/a');
    expect(await copied(analyst.t('frame.copyRaw'))).toBe('https://evil.example/a');
  });

  it('asks before what was typed is left, and not when it is sent', async () => {
    const { page } = analyst;
    await analyst.follow('cases.edit');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    const edit = page.url();
    await page.fill('[name=summary]', 'Half a sentence');
    await page
      .locator('main')
      .getByRole('link', { name: analyst.t('frame.cancel') })
      .click();
    expect([asked, page.url(), await page.inputValue('[name=summary]')]).toEqual([
      ['beforeunload'],
      edit,
      'Half a sentence',
    ]);
    await analyst.press('frame.save');
    expect([asked, await analyst.text()]).toEqual([
      ['beforeunload'],
      expect.stringContaining('Half a sentence') as string,
    ]);
  });

  it('renews the queue by itself, and asks for the whole page when its label has changed', async () => {
    const { page } = analyst;
    await page.clock.install();
    await page.goto('/portal/incidents?list=cases');
    const other = await Person.signedIn({ browser, url: world.url }, 'pkcert-second-analyst', MANNER, {
      faults,
      secrets: [],
    });
    await other.page.goto('/portal/incidents/new');
    await other.page.fill('[name=title]', 'Filed by a colleague (invented)');
    await other.onto(() => other.page.keyboard.press('Enter'));
    await page.clock.runFor(31_000);
    await page.getByText('Filed by a colleague').waitFor();
  });

  it('tells how far a download has come, and hands it over under the name of the log', async () => {
    const auditor = await Person.signedIn({ browser, url: world.url }, 'pkcert-auditor', MANNER, {
      faults,
      secrets: [],
    });
    const { page } = auditor;
    await auditor.goTo('frame.record');
    await page.locator('main table a').first().click();
    const form = page.locator('form[data-download]').first();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.locator('button').first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.(csv|jsonl)$/);
    expect(await form.locator('[role=status]').innerText()).toMatch(/MB/);
  });
});
