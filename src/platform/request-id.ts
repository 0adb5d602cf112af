import type { NextFunction, Request, Response } from 'express';
import { newId } from './ids';

const HEADER = 'X-Request-Id';
/** Nothing that a line of a log, a header or a page could take for more than a name. */
const WELL_FORMED = /^[A-Za-z0-9._:-]{1,128}$/;

/**
 * Gives every request an id before anything else happens: the caller's own if it is well-formed, otherwise a new one
 * (UUIDv7). It is on every answer, in every problem document, and as `request.id` where loggers look for it.
 */
export function identifyRequest(request: Request, response: Response, next: NextFunction): void {
  const told = request.headers['x-request-id'];
  const id = typeof told === 'string' && WELL_FORMED.test(told) ? told : newId();
  Object.assign(request, { id });
  response.setHeader(HEADER, id);
  next();
}

/** The id of a request that has passed `identifyRequest`. */
export const requestIdOf = (request: Request): string => (request as { id?: string }).id ?? '';
