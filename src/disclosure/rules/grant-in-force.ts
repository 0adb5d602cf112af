import { pauseThatHolds } from './pause';
import type { GrantFacts, Instant, Question } from './question';
import { termsInForce, within } from './terms-in-force';
import { forbids, passes, type Verdict } from './verdict';
import { KINDS_WITH_GRANTS } from './vocabulary';

const D03 = 'D-03';

/** Whether the terms of a grant are in force at an instant, paused or not. */
export function termsApply(at: Instant, { terms }: GrantFacts): boolean {
  const interval = termsInForce(terms);
  return KINDS_WITH_GRANTS.some((kind) => kind === terms.kind) && interval !== null && within(at, interval);
}

/** D-03 grant in force (grant): approved, signed by all, entered into force, not past its end, not paused for this direction and what it is. */
export function grantInForce({ at, item }: Question, grant: GrantFacts): Verdict {
  const { terms } = grant;
  const compared = { agreement: terms.agreement, terms_version: terms.number, at };
  if (!KINDS_WITH_GRANTS.some((kind) => kind === terms.kind)) {
    return forbids(D03, 'agreements of this kind grant no exchange', { ...compared, kind: terms.kind });
  }
  const interval = termsInForce(terms);
  if (!interval) return forbids(D03, 'an approval, a signature or the entry into force is missing', compared);
  if (!within(at, interval))
    return forbids(D03, 'the terms are not in force at this instant', { ...compared, ...interval });
  const pause = pauseThatHolds(at, item, grant.pauses);
  if (pause) {
    const { from, until, types } = pause;
    const paused = { ...compared, paused: { from, until } };
    return types === null
      ? forbids(D03, 'sharing in this direction is suspended or stopped', paused)
      : forbids(D03, 'of these information types nothing goes in this direction: they are suspended', {
          ...paused,
          suspended_types: types,
        });
  }
  return passes(D03, 'the terms are in force', { ...compared, ...interval });
}
