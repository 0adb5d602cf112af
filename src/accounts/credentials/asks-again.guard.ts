import { type CanActivate, type ExecutionContext, Injectable, mixin, type Type } from '@nestjs/common';
import type { Request } from 'express';
import type { Viewer } from '../../platform/viewer';
import type { EntryKind } from '../../record';
import { checkedBody } from './checked-body';
import { type Proof, ProveAgain } from './prove-again';

/**
 * A guard that checks what the body proves before the request's transaction opens: what is counted stays counted.
 * @param type the body
 * @param proofOf the password in it, the field that it stands in, and the code where one is asked for
 * @param refusedAs the kind of the entry that a refusal leaves
 */
export function asksAgain<Body>(
  type: new () => Body,
  proofOf: (body: Body) => Pick<Proof, 'field' | 'password' | 'code' | 'withFactor'>,
  refusedAs: EntryKind,
): Type<CanActivate> {
  @Injectable()
  class AsksAgain implements CanActivate {
    constructor(private readonly again: ProveAgain) {}

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const request = context.switchToHttp().getRequest<Request & { user: Viewer }>();
      const proof = proofOf(await checkedBody(request, type));
      await this.again.check(request.user, { ...proof, refusedAs, address: request.ip ?? '' });
      return true;
    }
  }
  return mixin(AsksAgain);
}
