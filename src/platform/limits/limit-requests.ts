import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { from, type Observable, switchMap } from 'rxjs';
import { isAskedInside } from '../asked-inside';
import { networkOf } from '../network';
import type { Viewer } from '../viewer';
import { Limits } from './limits';

/** Counts every request by the address it comes from, before its body is read and its credential looked at. */
export const limitAddresses =
  (limits: Limits) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (isAskedInside(request)) return next();
    limits.spend('address', networkOf(request.ip ?? ''), response).then(() => next(), next);
  };

const UNCHARGED = Symbol('uncharged');
type Uncharged = Request & { [UNCHARGED]?: true };

/** Leaves a request to its address alone: whoever sends what belonged to somebody does not spend what is theirs. */
export const leaveUncharged = (request: Request): void => {
  (request as Uncharged)[UNCHARGED] = true;
};

/** Counts the requests of a person or key, once the guards have found out who it is; no transaction is open yet. */
@Injectable()
export class LimitCallers implements NestInterceptor {
  constructor(private readonly limits: Limits) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Uncharged & { user: Viewer }>();
    const { apiKeyId, personId } = request.user;
    const subject = apiKeyId ?? personId;
    if (!subject || request[UNCHARGED]) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.limits.spend(apiKeyId ? 'key' : 'account', subject, response)).pipe(
      switchMap(() => next.handle()),
    );
  }
}
