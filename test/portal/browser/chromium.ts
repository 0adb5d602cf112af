import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where Chromium is: as CHROMIUM_PATH says, else where systems put it. @returns undefined where there is none */
export function chromiumPath(): string | undefined {
  const { CHROMIUM_PATH: told } = process.env;
  return (told ? [told] : WELL_KNOWN).find((path) => existsSync(path));
}

/** Chromium without a window. It asks for nothing of its own accord. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('There is no Chromium. Install it, or set CHROMIUM_PATH.');
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  // In containers there is neither a user for its sandbox nor much shared memory.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', ...quiet] });
}
