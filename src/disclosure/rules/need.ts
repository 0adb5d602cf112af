import type { GrantFacts, Question } from './question';
import { within } from './terms-in-force';
import { notApplicable, type Verdict, when } from './verdict';

/** D-10 need (grant): a grant on request lets go what an open request of its recipient was answered with, nothing else. */
export function need({ at, item }: Question, grant: GrantFacts): Verdict {
  if (grant.need === 'push' || grant.need === 'both')
    return notApplicable('D-10', 'the grant lets go without a request');
  const requests = item.requested.filter(({ by }) => by === grant.to);
  return when(
    grant.need === 'on_request' && requests.some((request) => within(at, request)),
    'D-10',
    'an open request was answered with the item',
    'the grant needs a request, and no open one was answered with the item',
    { requests: requests.map(({ from, until }) => ({ from, until })), clause: grant.clause },
  );
}
