import type { Browser } from 'playwright-core';
import { FURTHER } from '../../../src/cli/demo/chapters';
import { routesOf } from '../../../src/platform/undeclared-routes';
import { PASSWORD } from '../../cast';
import { type CastWorld, castWorld, playStory } from '../../description/played-world';
import { findPlaces, type Place } from '../places';
import { chromiumPath, launchChromium } from './chromium';
import { Visitors } from './visitors';

/** Tests that need a browser; where there is none they say so. */
export const inBrowser = chromiumPath()
  ? describe
  : (name: string, tests: () => void) =>
      describe.skip(`${name} (skipped: there is no Chromium; install it or set CHROMIUM_PATH)`, tests);

/** The world of the demonstration with its whole story, and a browser to look at it. */
export interface BrowserStage {
  world: CastWorld;
  browser: Browser;
  visitors: Visitors;
  places: Place[];
  /** Routes that nobody comes to by following links. */
  missing: string[];
  /** Links that lead nowhere. */
  dead: string[];
  close(): Promise<void>;
}

export async function browserStage(): Promise<BrowserStage> {
  const world = await castWorld();
  const { stage } = await playStory(world.url, () => undefined);
  for (const chapter of FURTHER) await chapter(stage);
  const browser = await launchChromium();
  const visitors = new Visitors(browser, world.url, PASSWORD);
  const routes = routesOf(world.app).filter(({ screen, method }) => screen && method === 'GET');
  const { places, missing, dead } = await findPlaces(
    routes.map(({ path }) => path),
    (visitor, address) => visitors.open(visitor, address),
  );
  return {
    ...{ world, browser, visitors, places, missing, dead },
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}
