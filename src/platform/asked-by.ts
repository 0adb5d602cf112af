import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from './refusal';

/** By which channel and for which stated purpose something is asked; null is by none and for none stated. */
export interface AskedBy {
  readonly channel: ServedChannel | null;
  readonly purpose: string | null;
}

/** The channels by which requests are served. Each is one of those that terms may name. */
export type ServedChannel = 'rest';

/** What no request asks: a job, a command of the operator. Nothing that is shared leaves by it. */
export const BY_NO_REQUEST: AskedBy = Object.freeze({ channel: null, purpose: null });

const PURPOSES = 'accord:purposes';

/** Marks a route whose requests may state one of these purposes, as `purpose`. */
export const markPurposes = (purposes: readonly string[]) => SetMetadata(PURPOSES, purposes);

const purposesOf = (context: ExecutionContext): readonly string[] | undefined =>
  Reflect.getMetadata(PURPOSES, context.getHandler()) as readonly string[] | undefined;

/** Whether a route's requests may state a purpose. */
export const mayStatePurpose = (context: ExecutionContext): boolean => purposesOf(context) !== undefined;

/** @throws Refusal 422 for a purpose that is none of those that may be stated */
function purposeOf(context: ExecutionContext, { query }: Request): string | null {
  const known = purposesOf(context);
  const { purpose } = query;
  if (known === undefined || purpose === undefined) return null;
  if (typeof purpose === 'string' && known.includes(purpose)) return purpose;
  throw Refusal.invalid({
    field: 'purpose',
    rule: 'isIn',
    message: `purpose must be one of ${known.join(', ')}`,
  });
}

/**
 * What a request over HTTP asks by: the one place that says so, before its transaction begins.
 * @throws Refusal 422 for an unknown purpose
 */
export const askedBy = (context: ExecutionContext, request: Request): AskedBy => ({
  channel: 'rest',
  purpose: purposeOf(context, request),
});
