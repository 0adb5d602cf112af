import type { NextFunction, Request, Response } from 'express';

/** The log, the metrics, the compression, the drain and pipes each wait for the end of an answer: more than ten is no leak. */
const WATCHERS = 30;

export function watchMany(_request: Request, response: Response, next: NextFunction): void {
  response.setMaxListeners(WATCHERS);
  next();
}
