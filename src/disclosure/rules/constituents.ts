import type { GrantFacts, Question } from './question';
import { within } from './terms-in-force';
import { forbids, notApplicable, passes, type Verdict } from './verdict';

const D20 = 'D-20';

/** Whether a label, and what else the terms oblige to, let an item reach a constituent of the recipient. */
function reaches(
  label: Question['item']['tlp'],
  { amberReach, obligations }: GrantFacts,
  reader: string,
): boolean {
  const { onward_sharing: onward } = obligations;
  if (onward === 'none') return false;
  if (label === 'CLEAR' || label === 'GREEN') return true;
  if (label !== 'AMBER' || amberReach === 'own_organisation') return false;
  return amberReach === 'all_constituents' || amberReach.includes(reader);
}

/**
 * D-20 constituents (grant): a constituent gets by its parent's grant what the parent passed on to it explicitly, as
 * far as the terms let AMBER reach, and while the originator consents where they ask for that; AMBER+STRICT and RED stay
 * with the parent.
 */
export function constituents({ reader, at, item }: Question, grant: GrantFacts): Verdict {
  if (reader === grant.to) return notApplicable(D20, 'the reader is the recipient of the grant');
  const { clause, amberReach } = grant;
  const compared = {
    label: item.tlp,
    amber_reach: amberReach,
    onward: grant.obligations.onward_sharing ?? null,
    clause,
  };
  if (!reaches(item.tlp, grant, reader))
    return forbids(D20, 'the terms do not let it reach this constituent', compared);
  const { onward_sharing: onward } = grant.obligations;
  if (
    onward === 'with_prior_written_consent' &&
    !item.onward.some((one) => one.by === grant.to && within(at, one))
  )
    return forbids(D20, 'the originator does not consent that the parent passes it on', {
      ...compared,
      consent: null,
    });
  const passing = item.passedOn.filter(({ by, to }) => by === grant.to && to === reader);
  const now = passing.find((one) => within(at, one));
  return now
    ? passes(D20, 'the parent passes it on', { ...compared, from: now.from, until: now.until })
    : forbids(D20, 'the parent does not pass it on to this constituent', compared);
}
