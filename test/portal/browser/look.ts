import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What the tests put into pages before anything of theirs runs; policies do not hold for it. */
const WATCH = `globalThis.refusedByPolicy = [];
addEventListener('securitypolicyviolation', (event) =>
  refusedByPolicy.push(event.violatedDirective + ' ' + (event.blockedURI || event.sourceFile)));`;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong with pages, each with where it was found. */
export class Faults {
  readonly found: string[] = [];
  where = '';

  tell(...faults: string[]): void {
    this.found.push(...faults.map((fault) => `${this.where}: ${fault}`));
  }
}

/** A page of the browser that tells what it asks other hosts for, what its policy refuses and what fails in it. */
export async function watchedPage(context: BrowserContext, url: string, faults: Faults): Promise<Page> {
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      faults.tell(`asks for ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.tell(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.tell(`script: ${error.message}`));
  return page;
}

/** What axe finds against WCAG 2.2 AA, a line each. @param rules only these */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  await page.evaluate(`globalThis.axe || (() => { ${AXE} })()`);
  return page.evaluate(async (only) => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run({
      ...{ runOnly: only, resultTypes: ['violations'], iframes: false },
      // Style sheets need not be fetched a second time: no rule that is asked for reads them.
      preload: false,
    });
    return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]!.html.slice(0, 160)} (${nodes.length})`);
  }, runOnly);
}

/** An element of a page, as far as it is asked about here; these tests are compiled without the types of browsers. */
interface Element {
  outerHTML: string;
  type?: string;
  disabled?: boolean;
  focus(): void;
  checkVisibility(): boolean;
  getBoundingClientRect(): { left: number; right: number };
}
interface Window {
  document: {
    scrollingElement: { scrollWidth: number };
    querySelectorAll(selector: string): Iterable<Element>;
  };
  getComputedStyle(element: Element): { outlineStyle: string; outlineWidth: string; boxShadow: string };
}

/** What the content security policy has refused so far. */
export const policyFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { refusedByPolicy: string[] }).refusedByPolicy);

/** What sticks out of the page at a width, in CSS pixels; 640 is what 200 % leave of 1280. */
export async function tooWide(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate((limit) => {
    const { document } = globalThis as unknown as Window;
    if (document.scrollingElement.scrollWidth <= limit) return [];
    const sticks = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > limit + 1 || left < -1;
    });
    const last = sticks.at(-1);
    return [
      `wider than ${limit}: ${document.scrollingElement.scrollWidth}, ${last?.outerHTML.slice(0, 120)}`,
    ];
  }, width);
}

/** What can be reached with the keyboard and does not show that it is. */
export async function unseenFocus(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as Window;
    const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')];
    return reachable
      .filter((element) => element.type !== 'hidden' && !element.disabled && element.checkVisibility())
      .filter((element) => {
        element.focus();
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return !(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) && boxShadow === 'none';
      })
      .map((element) => `focus is not seen: ${element.outerHTML.slice(0, 120)}`);
  });
}
