import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import type { Request } from 'express';
import { defaultIfEmpty, from, lastValueFrom, type Observable } from 'rxjs';
import { askedBy, mayStatePurpose } from './asked-by';
import { ConditionalRequests } from './conditional/conditional-requests';
import { checkDryRun, effectAtOf, isDryRun } from './dry-run';
import { IdempotentAnswers } from './idempotency/idempotent-answers';
import { isScreen, onlyLooks } from './onlooker';
import { PathNames } from './path-names';
import { Refusal } from './refusal';
import type { Viewer } from './viewer';
import { ViewerTransaction } from './viewer-transaction';

/** Of Nest's RouteParamtypes, which it does not export. */
const TAKES = { request: 0, body: 3, query: 4 };

/** Whether a handler has a parameter of this kind. */
function takes(context: ExecutionContext, kind: keyof typeof TAKES): boolean {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(taken).some((key) => key.startsWith(`${TAKES[kind]}:`));
}

/** A route that takes no body refuses one: what is asked for in it would not be done. */
function refuseStrayBody(context: ExecutionContext, { body }: Request): void {
  const stray = typeof body === 'object' && body !== null ? Object.keys(body as object) : [];
  if (stray.length === 0 || takes(context, 'body') || takes(context, 'request')) return;
  throw Refusal.invalid(
    ...stray.map((field) => ({ field, rule: 'unknown', message: 'this route takes no body' })),
  );
}

/** A route that takes no query refuses one: an unknown filter must never mean "all". */
function refuseStrayQuery(context: ExecutionContext, request: Request): void {
  const triable = effectAtOf(context) !== undefined;
  if (triable) checkDryRun(request);
  const purposeful = mayStatePurpose(context);
  const stray = Object.keys(request.query).filter(
    (name) => !(triable && name === 'dry_run') && !(purposeful && name === 'purpose'),
  );
  if (!takes(context, 'query')) refuseParameters(stray);
}

/** @throws Refusal 422 that names each of these parameters, if there are any */
export function refuseParameters(names: readonly string[]): void {
  if (names.length === 0) return;
  throw Refusal.invalid(
    ...names.map((field) => ({ field, rule: 'unknown', message: 'this route takes no such parameter' })),
  );
}

/** Runs each handler in one viewer transaction, unless it only looks; the answer is sent after its commit. */
@Injectable()
export class RequestTransaction implements NestInterceptor {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly answers: IdempotentAnswers,
    private readonly conditions: ConditionalRequests,
    private readonly names: PathNames,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (isScreen(context)) return next.handle();
    const request = context.switchToHttp().getRequest<Request & { user: Viewer }>();
    refuseStrayQuery(context, request);
    refuseStrayBody(context, request);
    if (onlyLooks(context)) return next.handle();
    const handle = () => lastValueFrom(next.handle().pipe(defaultIfEmpty(undefined)));
    const checked = async () => {
      await this.names.settle(context);
      return this.conditions.run(context, handle);
    };
    const key = this.answers.keyOf(context);
    // A retry gets the first answer, whatever has become of the condition since. A dry run has nothing to repeat.
    const work =
      key === undefined || isDryRun(request) ? checked : () => this.answers.once(key, context, checked);
    // Only reading serves; a change that took the lock too would wait for one that pauses the other direction.
    const bodyless = request.method === 'HEAD';
    const serving = request.method === 'GET' || bodyless;
    const asked = askedBy(context, request);
    return from(this.transaction.run(request.user, work, { serving, bodyless, asked }));
  }
}
