import { millisOf } from '../platform/instant';
import { Refusal } from '../platform/refusal';

/** When somebody became aware of something. @throws Refusal 422 for an instant that is still to come */
export function pastInstant(text: string, at: Date): Date {
  const instant = new Date(millisOf(text));
  if (instant <= at) return instant;
  throw Refusal.invalid({ field: 'aware_at', rule: 'past', message: 'must not be in the future' });
}
