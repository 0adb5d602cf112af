import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS } from './access';

/** A route handler found in the application. */
export interface Route {
  controller: string;
  handler: string;
  declared: boolean;
}

/** Every route handler of the application, with whether it says who may call it. */
export function routesOf(app: INestApplication): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const prototype = metatype?.prototype as Record<string, unknown> | undefined;
      if (!metatype || !prototype) continue;
      for (const handler of Object.getOwnPropertyNames(prototype)) {
        const method = prototype[handler];
        if (typeof method !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, method)) continue;
        const declared = Reflect.hasMetadata(ACCESS, method) || Reflect.hasMetadata(ACCESS, metatype);
        routes.push({ controller: metatype.name, handler, declared });
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
