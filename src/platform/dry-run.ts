import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from './refusal';

const DRY_RUN = 'accord:dry-run';
const WITHIN = 'accord:dry-run-within';

/** The instant at which a change takes effect, told from what the route answered and was sent; absent is at once. */
export type EffectAt = (answered: object, sent: object) => string | number | null | undefined;

/** Marks a route that takes `dry_run=true`; see DryRun in the disclosure capability. */
export const markDryRun = (effectAt: EffectAt) => SetMetadata(DRY_RUN, effectAt);

/** Marks a route that answers what a dry run found as `effect` of what it answers otherwise. */
export const markEffectWithin = () => SetMetadata(WITHIN, true);

/** Whether what a dry run found is part of what the route answers otherwise. */
export const isEffectWithin = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(WITHIN, context.getHandler()) === true;

/** How a route tells when its change takes effect, if it takes `dry_run`. */
export const effectAtOf = (context: ExecutionContext): EffectAt | undefined =>
  Reflect.getMetadata(DRY_RUN, context.getHandler()) as EffectAt | undefined;

/** Whether a request asks for the consequences of a change, and not for the change. */
export const isDryRun = ({ query }: Request): boolean => query.dry_run === 'true';

/** @throws Refusal 422 for another value than true and false */
export function checkDryRun({ query }: Request): void {
  const { dry_run } = query;
  if (dry_run === undefined || dry_run === 'true' || dry_run === 'false') return;
  throw Refusal.invalid({ field: 'dry_run', rule: 'isIn', message: 'dry_run must be true or false' });
}
