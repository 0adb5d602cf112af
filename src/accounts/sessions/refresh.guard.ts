import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Viewer } from '../../platform/viewer';
import { ActingStore } from '../acting.store';
import { hashToken } from '../credentials/one-time-token';

/**
 * Finds out whose refresh token it is, so that the request's transaction opens as that person's. Whether it is still
 * good is judged there, under a lock; one that nobody was given stays nobody's.
 */
@Injectable()
export class RefreshGuard implements CanActivate {
  constructor(private readonly acting: ActingStore) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { user: Viewer }>();
    const { refresh_token: token } = (request.body ?? {}) as { refresh_token?: unknown };
    const viewer = typeof token === 'string' ? await this.acting.refreshing(hashToken(token)) : undefined;
    if (viewer) request.user = viewer;
    return true;
  }
}
