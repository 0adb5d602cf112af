import type { GrantFacts, Question } from './question';
import { termsInForce } from './terms-in-force';
import { forbids, passes, type Verdict } from './verdict';

const D22 = 'D-22';

/**
 * D-22 reach back (grant): the version was released after the grant's instant: `all`, a date, or `none`, which is
 * since entry into force. What the former terms admitted already is not lost by an amendment: `admittedBefore`
 * says whether the predecessor's static rules admit it.
 */
export function reachBack({ item }: Question, grant: GrantFacts, admittedBefore: boolean): Verdict {
  const released = item.release?.at;
  if (released === undefined) return forbids(D22, 'the version is not released');
  if (grant.reachBack === 'all') return passes(D22, 'the grant reaches back without limit');
  const since = termsInForce(grant.terms)?.from ?? null;
  const instants = [since, grant.reachBack === 'none' ? null : grant.reachBack].filter(
    (instant) => instant !== null,
  );
  const compared = { released_at: released, reach_back: grant.reachBack, in_force_since: since };
  if (instants.some((instant) => released >= instant))
    return passes(D22, 'the version was released within reach', compared);
  if (admittedBefore) return passes(D22, 'the former terms admitted the version already', compared);
  return forbids(D22, 'the version was released before the grant reaches back', compared);
}
