import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../platform/refusal';
import { proveFirst } from '../proof/prove-first';
import { OpenScreen } from './open-screen';
import type { Screen } from './screen';
import { SignInFirst } from './sign-in-first';

const OPEN = 'accord:screen-without-sign-in';

/** Marks a screen that people see who are not signed in. */
export const WithoutSignIn = () => SetMetadata(OPEN, true);

export type WithScreen = Request & { screen: Screen };

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Opens the screen before its handler runs: asks for sign-in, and refuses forms that other sites send. */
@Injectable()
export class ScreenGuard implements CanActivate {
  constructor(
    private readonly screens: OpenScreen,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithScreen>();
    const screen = await this.screens.run(request, context.switchToHttp().getResponse<Response>());
    request.screen = screen;
    const open = this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()]);
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && isFromElsewhere(request)) throw forged();
    if (!screen.me) {
      if (open) return true;
      throw new SignInFirst(request.method === 'GET' ? request.originalUrl : '/portal');
    }
    const { csrf } = (request.body ?? {}) as { csrf?: unknown };
    if (changes && !(typeof csrf === 'string' && same(csrf, screen.csrf))) throw forged();
    if (changes) await proveFirst(screen, (request.body ?? {}) as Record<string, unknown>);
    return true;
  }
}

const forged = () =>
  Refusal.forbidden(
    'portal/forged',
    'The form was not sent from a page of this session. Open the page again.',
  );

/** What browsers say of where a form comes from (Fetch Metadata). Tools that say nothing still need the session's token. */
function isFromElsewhere(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
