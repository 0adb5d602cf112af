import { instantOf } from './instant';

/** When a fact takes effect: at the instant that was sent with it; undefined is at once. */
export const effectiveAt = (_: object, { effective_at }: Record<string, unknown>): number | undefined =>
  instantOf(effective_at);

/** When a suspension begins. */
export const startsAt = (_: object, { starts_at }: Record<string, unknown>): number | undefined =>
  instantOf(starts_at);
