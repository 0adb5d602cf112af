// Writes a picture of every screen in the three languages, those of the duty officer at telephone size as well, into
// .data/screens, and prints the files' names: npm run screens. It plays the demonstration in a folder of its own.
// Languages and parts of names choose among them, and keep what other pictures there are: npm run screens -- ur consent
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath, launchChromium } from '../test/portal/browser/chromium.ts';
import { Visitors } from '../test/portal/browser/visitors.ts';
import { findPlaces } from '../test/portal/places.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const { applicationWithoutDatabase } = require('../dist/src/describe-without-database.js');
const { routesOf } = require('../dist/src/platform/undeclared-routes.js');

const ALL_LANGUAGES = ['en', 'ur', 'zh'];
const asked = process.argv.slice(2);
const chosen = asked.filter((word) => ALL_LANGUAGES.includes(word));
const LANGUAGES = chosen.length > 0 ? chosen : ALL_LANGUAGES;
const parts = asked.filter((word) => !ALL_LANGUAGES.includes(word));
const isAsked = (name) => parts.length === 0 || parts.some((part) => name.includes(part));
const DESK = { width: 1280, height: 900 };
const TELEPHONE = { width: 400, height: 860 };

/** A demonstration that has played its story. */
async function demonstration() {
  const folder = mkdtempSync(join(tmpdir(), 'accord-screens-'));
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: '0' };
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'JOBS_DATABASE_URL', 'PUBLIC_URL'])
    delete env[name];
  const child = spawn(process.execPath, ['dist/src/cli/main.js', 'demo'], { cwd: root, env });
  const ended = new Promise((settle) => child.once('close', settle));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  let said = '';
  const serving = new Promise((settle, fail) => {
    const hear = (chunk) => {
      said += chunk;
      const [, url] = /serves at (http:\S+)/.exec(said) ?? [];
      const [, password] = /with the password (\S+)/.exec(said) ?? [];
      if (url && password) settle({ url, password });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => fail(new Error(said)));
  });
  return { ...(await serving), stop };
}

/** `/portal/advisories/:id` is `advisories-id`; a screen that is another for each visitor is named for her. */
function nameOf({ kind, visitor }) {
  if (kind === '/portal') return `home-${visitor}`;
  const words = kind.replace(/^\/portal\/?/, '').replace(/[^a-z]+/gi, '-');
  return words.replace(/-$/, '');
}

async function picture(visitors, place, language, viewport, name) {
  const context = await visitors.context(place.visitor, language, { viewport });
  const page = await context.newPage();
  await page.goto(place.address);
  const path = join('.data', 'screens', language, `${name}.png`);
  await page.screenshot({ path: join(root, path), fullPage: true });
  await context.close();
  console.log(path);
}

if (!chromiumPath()) {
  console.log('Skipped: there is no Chromium. Install it, or set CHROMIUM_PATH.');
  process.exit(77);
}
const app = await applicationWithoutDatabase();
const routes = routesOf(app).filter(({ screen, method }) => screen && method === 'GET');
console.log('The demonstration plays its story, about half a minute …');
const { url, password, stop } = await demonstration();
const browser = await launchChromium();
try {
  const visitors = new Visitors(browser, url, password);
  const { places, missing } = await findPlaces(
    routes.map(({ path }) => path),
    (visitor, address) => visitors.open(visitor, address),
  );
  if (asked.length === 0) rmSync(join(root, '.data', 'screens'), { recursive: true, force: true });
  for (const language of LANGUAGES) mkdirSync(join(root, '.data', 'screens', language), { recursive: true });
  for (const place of places.filter((one) => isAsked(nameOf(one))))
    for (const language of LANGUAGES) {
      await picture(visitors, place, language, DESK, nameOf(place));
      if (place.visitor === 'pkcert-duty-officer')
        await picture(visitors, place, language, TELEPHONE, `${nameOf(place)}-telephone`);
    }
  if (missing.length > 0) {
    console.log(`No page leads to ${missing.join(', ')}.`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await stop();
}
