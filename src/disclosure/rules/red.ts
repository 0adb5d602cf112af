import type { Instant, Question, Verification } from './question';
import { forbids, notApplicable, type Verdict, when } from './verdict';

const D16 = 'D-16';

const holds = (at: Instant, { from, until, endedAt }: Verification): boolean =>
  at >= from && at < until && (endedAt === null || at < endedAt);

/**
 * D-16 RED (grant): RED goes to named persons only, who are duty officers of the reader whom the owner has verified,
 * as long as it holds them verified. A system is no person, and a notice is told to a team, so neither gets it.
 */
export function red({ at, reader, person, subject, item }: Question): Verdict {
  const { tlp } = item;
  if (tlp === null) return forbids(D16, 'there is no marking, and it may be RED', { tlp });
  if (tlp !== 'RED') return notApplicable(D16, 'the marking names no persons');
  if (subject !== 'content') return forbids(D16, 'no team is told anything of RED', { tlp });
  if (person === null) return forbids(D16, 'RED goes to named persons only, and none of them asks', { tlp });
  const named = item.named.find((one) => one.person === person && one.of === reader);
  if (!named) return forbids(D16, 'the person is not named as a duty officer of the reader', { tlp });
  return when(
    named.verified.some((one) => holds(at, one)),
    D16,
    'the person is named, and the owner holds her verified as a duty officer',
    'the owner does not hold the named person verified at this instant',
    { tlp, verified: named.verified },
  );
}
