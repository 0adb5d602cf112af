// Says whether the tests of the portal in a browser can run here.
import { chromiumPath } from '../test/portal/browser/chromium.ts';

const path = chromiumPath();
console.log(
  path ?? 'There is no Chromium: tests in a browser are skipped. Install it, or set CHROMIUM_PATH.',
);
process.exitCode = path ? 0 : 77;
