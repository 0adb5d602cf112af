import type { Basis, Decision } from './decide';
import type { Instant } from './question';
import type { Verdict } from './verdict';

/** A refusal that hangs on one rule or two of one grant. */
export interface NearMiss {
  readonly basis: Basis;
  readonly forbidding: readonly Verdict[];
}

const FEW = 2;

export const forbidding = ({ verdicts }: Basis): Verdict[] =>
  verdicts.filter(({ verdict }) => verdict === 'forbids');

/** Terms that others of their agreement have followed will not come back: what they lack is no longer to be had. */
const isPast = ({ grant }: Basis, at: Instant): boolean =>
  grant !== null && grant.terms.followedAt !== null && grant.terms.followedAt <= at;

/**
 * The basis that is nearest to releasing, if all that stands against it is one rule or two; of several the first in
 * the order in which they would be cited. For a team, its grants; for everybody, the public release.
 */
export function nearMiss(
  { released, bases }: Decision,
  of: 'grant' | 'public',
  at: Instant,
): NearMiss | null {
  if (released) return null;
  const all = bases.filter(({ basis }) => basis === of);
  const current = all.filter((basis) => !isPast(basis, at));
  const [nearest] = (current.length ? current : all)
    .map((basis) => ({ basis, forbidding: forbidding(basis) }))
    .toSorted((one, other) => one.forbidding.length - other.forbidding.length);
  return nearest && nearest.forbidding.length <= FEW ? nearest : null;
}
