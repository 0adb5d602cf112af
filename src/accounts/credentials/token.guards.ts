import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { leaveUncharged } from '../../platform/limits/limit-requests';
import type { Viewer } from '../../platform/viewer';
import { ActingStore } from '../acting.store';
import { hashToken } from './one-time-token';

/**
 * Finds out whose token a body holds, so that the request's transaction opens as theirs. Whether it is still good is
 * judged there, under a lock; a token that nobody was given stays nobody's.
 */
async function actAs(
  context: ExecutionContext,
  field: string,
  whose: (tokenSha256: Buffer) => Promise<Viewer | undefined>,
): Promise<true> {
  const request = context.switchToHttp().getRequest<Request & { user: Viewer }>();
  const token = ((request.body ?? {}) as Record<string, unknown>)[field];
  const viewer = typeof token === 'string' ? await whose(hashToken(token)) : undefined;
  if (viewer) request.user = viewer;
  leaveUncharged(request);
  return true;
}

/** Whose session a refresh token goes on with. */
@Injectable()
export class RefreshGuard implements CanActivate {
  constructor(private readonly acting: ActingStore) {}

  canActivate(context: ExecutionContext): Promise<boolean> {
    return actAs(context, 'refresh_token', (hash) => this.acting.refreshing(hash));
  }
}

/** Whose password a token resets. */
@Injectable()
export class ResetGuard implements CanActivate {
  constructor(private readonly acting: ActingStore) {}

  canActivate(context: ExecutionContext): Promise<boolean> {
    return actAs(context, 'token', (hash) => this.acting.resetting(hash));
  }
}

/** To which organization an invitation leads. */
@Injectable()
export class InvitationGuard implements CanActivate {
  constructor(private readonly acting: ActingStore) {}

  canActivate(context: ExecutionContext): Promise<boolean> {
    return actAs(context, 'token', (hash) => this.acting.invited(hash));
  }
}
