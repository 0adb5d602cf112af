import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const portal = resolve(__dirname, '../../src/portal');
const client = join(portal, 'client');

/** What a style sheet dresses at any width: selectors outside of `@media` and the like, without `:root`, which holds names for values. */
function selectorsOf(sheet: string): string[] {
  const text = readFileSync(join(client, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found: string[] = [];
  let depth = 0;
  let since = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      const heading = text.slice(since, at).trim();
      if (depth === 0 && !heading.startsWith('@')) found.push(heading);
      depth += 1;
    }
    if (text[at] === '}') depth -= 1;
    if (text[at] === '{' || text[at] === '}' || text[at] === ';') since = at + 1;
  }
  return found
    .flatMap((heading) => heading.split(/,(?![^(]*\))/).map((one) => one.trim()))
    .filter((selector) => selector !== ':root');
}

const sheets = readdirSync(client).filter((name) => name.endsWith('.css'));

describe('style sheets', () => {
  it('are all served together, so that no two dress the same thing', () => {
    const places = new Map<string, Set<string>>();
    for (const sheet of sheets)
      for (const selector of selectorsOf(sheet))
        places.set(selector, (places.get(selector) ?? new Set()).add(sheet));
    const twice = [...places].filter(([, where]) => where.size > 1);
    expect(places.size).toBeGreaterThan(150);
    expect(twice.map(([selector, where]) => [selector, ...where])).toEqual([]);
  });
});

describe('pages', () => {
  const pages = readdirSync(portal, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );

  it('put between words what the language of the reader has there (frame/listed); codes alone stand in Latin commas', () => {
    const latin = pages.flatMap((file) =>
      readFileSync(join(portal, file), 'utf8')
        .split('\n')
        .filter((line) => /join\(', '\)|^\s*[,.] [<{]|\/>(, |\.)|\{'[,.;] '\}|\)\}[,.] [<{]/.test(line))
        .filter((line) => !line.includes('dir="ltr"'))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(pages.length).toBeGreaterThan(100);
    expect(latin).toEqual([]);
  });
});
