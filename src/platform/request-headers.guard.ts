import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { conditionNotOffered, versionedOf } from './conditional/versioned';
import { idempotencyKeyOf, keyNotOffered, secretAnswer } from './idempotency/idempotency-key';
import { takesOnce } from './idempotency/takes-once';
import { answersSecret } from './secret-answer';

/**
 * Refuses what the headers of a change ask for and its route cannot keep. Stands after the guard that asks who is
 * calling and before those that look at a body, so that the answer tells nothing of what is in it: not whether a
 * password is right.
 */
@Injectable()
export class RequestHeadersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    if (idempotencyKeyOf(request) !== undefined) {
      if (answersSecret(context)) throw secretAnswer();
      if (takesOnce(context)) throw keyNotOffered();
    }
    if (request.headers['if-match'] !== undefined && !versionedOf(context)) throw conditionNotOffered();
    return true;
  }
}
