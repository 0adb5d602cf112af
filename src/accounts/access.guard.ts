import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { ACCESS, type Caller, mayCall } from '../platform/access';
import { Clock } from '../platform/clock';
import { isDryRun } from '../platform/dry-run';
import { PROVE_AGAIN } from '../platform/prove-again';
import { Refusal } from '../platform/refusal';
import { ANONYMOUS, isAnonymous, type Viewer } from '../platform/viewer';
import { AccessTokenStrategy } from './credentials/access-token.strategy';
import { ApiKeyStrategy } from './credentials/api-key.strategy';
import { authenticateBy } from './credentials/authenticate';
import { badCredential, challenge } from './credentials/bad-credential';
import { isKey } from './credentials/key-format';
import { presentedBy } from './credentials/presented';
import { provesAt } from './rules/proof-age';
import { lacksSecondFactor } from './rules/second-factor';
import { BEFORE_SECOND_FACTOR, SECOND_FACTOR_REQUIRED } from './second-factor/requirement';

const signInFirst = () =>
  new Refusal('unauthenticated', 401, 'Sign in or present an API key.', [], challenge());
const enrolFirst = () =>
  Refusal.forbidden(
    'second-factor/required',
    'Your roles need a second factor. Enrol with POST /api/v1/me/second-factor first.',
  );
const proveAgain = () =>
  Refusal.forbidden(
    'access/prove-again',
    'Prove that it is you, with POST /api/v1/me/proof. It covers five minutes.',
  );

/**
 * Stands before every route: finds out who is calling, then whether the route is for such callers. A credential that
 * is not accepted is refused, never taken for no credential.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokenStrategy,
    private readonly keys: ApiKeyStrategy,
    private readonly clock: Clock,
    @Inject(SECOND_FACTOR_REQUIRED) private readonly secondFactorRequired: boolean,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { user: Viewer }>();
    const viewer = await this.viewerOf(request, context.switchToHttp().getResponse<Response>());
    request.user = viewer;
    const route = [context.getHandler(), context.getClass()];
    if (this.hasYetToEnrol(viewer) && !this.reflector.getAllAndOverride(BEFORE_SECOND_FACTOR, route))
      throw enrolFirst();
    const declared = this.reflector.getAllAndOverride<Caller[] | undefined>(ACCESS, route);
    if (declared && mayCall(viewer, declared)) {
      const asked = this.reflector.getAllAndOverride<boolean | undefined>(PROVE_AGAIN, route);
      if (asked && !isDryRun(request) && this.mustProveAgain(viewer)) throw proveAgain();
      return true;
    }
    if (isAnonymous(viewer)) throw signInFirst();
    throw Refusal.forbidden('access/not-for-you', 'This is for other roles than yours.');
  }

  private mustProveAgain({ provedAt }: Viewer): boolean {
    return provedAt !== undefined && !provesAt(provedAt.getTime(), this.clock.now().getTime());
  }

  private hasYetToEnrol({ personId, secondFactor, roles }: Viewer): boolean {
    return this.secondFactorRequired && !!personId && lacksSecondFactor({ secondFactor, roles });
  }

  private async viewerOf(request: Request, response: Response): Promise<Viewer> {
    if (request.headers.authorization === undefined) return ANONYMOUS;
    const token = presentedBy(request);
    if (token === undefined) throw badCredential();
    const viewer = await authenticateBy(isKey(token) ? this.keys : this.tokens, request, response);
    if (!viewer) throw badCredential();
    return viewer;
  }
}
