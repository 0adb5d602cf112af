import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Viewer } from '../../platform/viewer';
import { authenticateBy } from '../credentials/authenticate';
import { checkedBody } from '../credentials/checked-body';
import { LocalStrategy } from '../credentials/local.strategy';
import { SignInBody } from './sign-in.dto';

/**
 * Checks e-mail and password before the request's transaction opens, so that it opens as that person's. The shape of
 * the body is checked first: Passport would answer in words of its own.
 */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(private readonly strategy: LocalStrategy) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { user: Viewer }>();
    await checkedBody(request, SignInBody);
    const response = context.switchToHttp().getResponse<Response>();
    const viewer = await authenticateBy(this.strategy, request, response);
    if (viewer) request.user = viewer;
    return viewer !== undefined;
  }
}
