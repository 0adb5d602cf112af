import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { effectAtOf, isDryRun, isEffectWithin } from '../../platform/dry-run';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type SightChange, sightChanges } from '../rules/sight-change';
import type { AffectedItems, DryRunView, ReceivedEffect } from './dry-run.view';
import { type Received, type Seen, SightStore } from './sight.store';

const SHOWN = 100;

const affected = (sights: SightChange<Seen>['gets']): AffectedItems => ({
  count: sights.length,
  items: sights.slice(0, SHOWN).map(({ itemId, kind, version }) => ({ id: itemId, type: kind, version })),
});

/** By originator, how many items of those seen now are seen no longer. */
function lost(now: readonly Received[], after: readonly Received[]): ReceivedEffect[] {
  const kept = new Set(after.map(({ itemId }) => itemId));
  const counts = new Map<string, number>();
  for (const { originator, itemId } of now)
    if (!kept.has(itemId)) counts.set(originator, (counts.get(originator) ?? 0) + 1);
  return [...counts].map(([originator, loses]) => ({ originator, loses }));
}

/**
 * With `dry_run=true` a change is checked and carried out, what it brings about is looked at, and then it is taken
 * back. Runs inside the request's transaction.
 */
@Injectable()
export class DryRunInterceptor implements NestInterceptor {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly sight: SightStore,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!isDryRun(request)) return next.handle();
    context.switchToHttp().getResponse<Response>().status(200);
    return from(this.look(context, request, () => lastValueFrom(next.handle())));
  }

  private async look(
    context: ExecutionContext,
    { body }: Request,
    change: () => Promise<object>,
  ): Promise<object> {
    const { sight } = this;
    const after = await sight.takenBack(async () => {
      const answered = await change();
      const named = effectAtOf(context)?.(answered, body as object);
      const now = this.transaction.at.getTime();
      const at = new Date(
        Math.max(now, named === null || named === undefined ? 0 : new Date(named).getTime()),
      );
      return { answered, at, seen: await sight.seen(at), received: await sight.received(at) };
    });
    const teams = sightChanges(await sight.seen(after.at), after.seen);
    const effect: DryRunView = {
      dry_run: true,
      effective_at: after.at.toISOString(),
      teams: teams.map(({ team, gets, loses }) => ({ team, gets: affected(gets), loses: affected(loses) })),
      // Only what the team may read now: what it is to get later is its originator's to tell.
      received: lost(await sight.received(this.transaction.at), after.received),
    };
    return isEffectWithin(context) ? { ...after.answered, effect } : effect;
  }
}
