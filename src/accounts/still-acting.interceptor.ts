import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { concatMap, defaultIfEmpty, type Observable } from 'rxjs';
import { Refusal } from '../platform/refusal';
import type { Viewer } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { badCredential } from './credentials/bad-credential';
import { ApiKeysStore } from './api-keys/api-keys.store';
import { AccountsStore } from './people/accounts.store';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const ASKS_ITSELF = Symbol('asks itself');

/** Marks routes that change accounts, sessions and keys: they ask again themselves, before they end what is their own. */
export const AsksItself = () => SetMetadata(ASKS_ITSELF, true);

/**
 * The guard asks who somebody is before the request's transaction begins. What a person or a key changes stands only
 * if it still may when it is done: changes of roles and departures are waited for, and hold back until it is committed.
 */
@Injectable()
export class StillActing implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transaction: ViewerTransaction,
    private readonly accounts: AccountsStore,
    private readonly keys: ApiKeysStore,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, user } = context.switchToHttp().getRequest<Request & { user: Viewer }>();
    const route = [context.getHandler(), context.getClass()];
    const asked = SAFE.includes(method) || this.reflector.getAllAndOverride<boolean>(ASKS_ITSELF, route);
    if (asked || !(user.personId ?? user.apiKeyId)) return next.handle();
    return next.handle().pipe(
      defaultIfEmpty(undefined),
      concatMap(async (answer: unknown) => {
        await this.confirm();
        return answer;
      }),
    );
  }

  /** @throws Refusal 401 when the session has ended or the key was revoked, `access/roles-changed` when a role was taken away */
  private async confirm(): Promise<void> {
    const { viewer, at } = this.transaction;
    await this.transaction.query('SELECT pg_advisory_xact_lock_shared(app.lock_key($1))', [
      `administrators:${viewer.organizationId}`,
    ]);
    if (viewer.apiKeyId) {
      if (!(await this.keys.isGood(viewer.apiKeyId))) throw badCredential();
      return;
    }
    const roles = await this.accounts.rolesIn(viewer.sessionId, this.transaction.person, at);
    if (!roles) throw badCredential();
    if (viewer.roles.some((role) => !roles.includes(role)))
      throw Refusal.forbidden(
        'access/roles-changed',
        'A role of yours was taken away while this was under way. Nothing was changed.',
      );
  }
}
