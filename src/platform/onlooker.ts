import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type AskedBy, askedBy } from './asked-by';
import type { Viewer } from './viewer';

const LOOKS = 'accord:only-looks';

/** Who waits for what `ViewerTransaction.look` finds. */
export interface Onlooker {
  readonly viewer: Viewer;
  /** By which channel and for which purpose a request asks. */
  readonly asked?: AskedBy;
  /** Tells that nobody waits any more. */
  readonly gone?: AbortSignal;
}

/** The caller of a route that only looks. */
export const Looking = createParamDecorator((_: unknown, context: ExecutionContext): Onlooker => {
  const http = context.switchToHttp();
  const response = http.getResponse<Response>();
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('Who asked has gone away.'));
  });
  const request = http.getRequest<Request & { user: Viewer }>();
  return { viewer: request.user, asked: askedBy(context, request), gone: gone.signal };
});

/**
 * Marks a route that begins its transactions itself: to look at much in a snapshot, which holds nobody up, and to write
 * down afterwards that it did. It has none for the whole of the request.
 */
export const OnlyLooks = () => SetMetadata(LOOKS, true);

export const onlyLooks = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(LOOKS, context.getHandler()) === true;

const SCREEN = 'accord:screen';

/** Marks a controller of screens: they ask the web API for everything, and have no transaction and no right of their own. */
export const IsScreen = () => SetMetadata(SCREEN, true);

export const isScreen = (context: Pick<ExecutionContext, 'getClass'>): boolean =>
  Reflect.getMetadata(SCREEN, context.getClass()) === true;
