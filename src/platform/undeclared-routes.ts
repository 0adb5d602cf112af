import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS } from './access';
import { isScreen } from './onlooker';

/** A route handler found in the application. */
export interface Route {
  controller: string;
  handler: string;
  /** `GET`, `POST` … */
  method: string;
  /** As the controller has it, as `/portal/advisories/:id`. */
  path: string;
  declared: boolean;
  /** Whether it answers with a screen of the portal. */
  screen: boolean;
}

const pathOf = (of: object): string => {
  const path = Reflect.getMetadata(PATH_METADATA, of) as string | string[] | undefined;
  return [path ?? ''].flat()[0] ?? '';
};

/** The names of all methods, those that a class has from its parents included: Nest serves both. */
function methodsOf(prototype: object): Set<string> {
  const names = new Set<string>();
  for (let level = prototype; level !== Object.prototype; level = Object.getPrototypeOf(level) as object)
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
  return names;
}

/** Every route handler of the application, with whether it says who may call it. */
export function routesOf(app: INestApplication): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const prototype = metatype?.prototype as Record<string, unknown> | undefined;
      if (!metatype || !prototype) continue;
      for (const handler of methodsOf(prototype)) {
        const found = prototype[handler];
        if (typeof found !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, found)) continue;
        routes.push({
          controller: metatype.name,
          handler,
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, found) as RequestMethod],
          path: `/${[pathOf(metatype), pathOf(found)].join('/')}`
            .replace(/\/+/g, '/')
            .replace(/(.)\/$/, '$1'),
          declared: Reflect.hasMetadata(ACCESS, found) || Reflect.hasMetadata(ACCESS, metatype),
          screen: isScreen({ getClass: <T>() => metatype as T }),
        });
      }
    }
  }
  return routes;
}

/** @throws Error that names each route without an access declaration: the application does not start then */
export function refuseUndeclaredRoutes(app: INestApplication): void {
  const missing = routesOf(app).filter((route) => !route.declared);
  if (missing.length === 0) return;
  throw new Error(
    `Routes that do not say who may call them: ${missing.map((r) => `${r.controller}.${r.handler}`).join(', ')}`,
  );
}
