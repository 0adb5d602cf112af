import type { INestApplication } from '@nestjs/common';
import { type Route, routesOf } from '../../src/platform/undeclared-routes';

/** The routes of the portal: its screens, parts of them, what is downloaded there and what its forms are sent to. */
export const screenRoutes = (app: INestApplication): Route[] => routesOf(app).filter(({ screen }) => screen);

/** Those that are read. */
export const readRoutes = (app: INestApplication): string[] =>
  screenRoutes(app)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path);

/** Those that forms are sent to. */
export const sentRoutes = (app: INestApplication): string[] =>
  screenRoutes(app)
    .filter(({ method }) => method !== 'GET')
    .map(({ path }) => path);

/** An address that a route answers, in which every name is one that nothing has. */
export const nowhere = (path: string): string =>
  path.replace(/:\w+/g, '0b9e4c1a-0000-4000-8000-000000000000').replace(/\*\w+/g, 'nothing/of/this/name');
