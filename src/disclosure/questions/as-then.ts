import { grantKnownAt, type Happened, itemKnownAt } from '../rules/known-at';
import type { GrantFacts, ItemFacts, Question } from '../rules/question';
import type { AskedTeam } from './questions.store';

/** The facts up to now, each with when it was recorded. */
export interface Past {
  item: ItemFacts;
  grants: readonly GrantFacts[];
  happened: Happened;
}

/** The question as it stood at an instant: with what was on record then, and nothing that came later. */
export const questionAt = (
  { id: reader, parent }: Pick<AskedTeam, 'id' | 'parent'>,
  person: string | null,
  at: number,
  { item, grants, happened }: Past,
  how: Pick<Question, 'channel' | 'encrypted' | 'purpose'>,
): Question => ({
  reader,
  person,
  parent,
  at,
  subject: 'content',
  item: itemKnownAt(item, at, happened),
  grants: grants.flatMap((grant) => grantKnownAt(grant, at, happened) ?? []),
  received: false,
  ...how,
});
