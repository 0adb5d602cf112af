import { Refusal } from '../platform/refusal';
import type { Allowed } from './rules/command';
import type { RefusalCode, Refused } from './rules/refusal';

/** Refusals of a person or organization that may not do this; all others are of the state or of the input. */
const FORBIDDEN: readonly RefusalCode[] = [
  'agreement/not-your-role',
  'agreement/other-party',
  'agreement/drafter',
  'fact/second-person',
  'pause/not-yours',
  'pause/second-person',
];
const ABSENT: readonly RefusalCode[] = ['terms/absent', 'fact/absent'];

function toRefusal({ code, text, field }: Refused): Refusal {
  if (ABSENT.includes(code)) return Refusal.notFound();
  if (field !== undefined) return Refusal.invalid({ field, rule: code, message: text });
  return FORBIDDEN.includes(code) ? Refusal.forbidden(code, text) : Refusal.conflict(code, text);
}

/** Turns what the rules refuse into the problem that the caller reads. @throws Refusal */
export function required(verdict: Allowed | Refused): Allowed {
  if (!verdict.allowed) throw toRefusal(verdict);
  return verdict;
}

/** The same for rules that only ever refuse. @throws Refusal */
export function unless(refusal: Refused | null): void {
  if (refusal) throw toRefusal(refusal);
}
