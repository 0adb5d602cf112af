import { decide, type Decision } from '../rules/decide';
import type { GrantFacts, ItemFacts, Question } from '../rules/question';
import type { TeamGrants } from './questions.store';

/** Stands for the releaser to come, who is no author of the version. */
export const SOMEBODY_ELSE = 'somebody else';

/** A reader before the version as it would be once released. */
export interface Judged {
  question: Question;
  decision: Decision;
}
/** A team, and whom of it a RED version names. */
export interface Previewed extends Judged {
  handle: string;
  named: readonly (Judged & { id: string })[];
}

/** What a team gets of a version that is released as these facts say. */
export function judgeTeam(
  { id, handle, parent, grants }: TeamGrants,
  item: ItemFacts,
  at: number,
): Previewed {
  const known: readonly GrantFacts[] = grants;
  const ask = (person: string | null): Judged => {
    const question: Question = {
      ...{ reader: id, parent, person, at, subject: 'content', item, grants: known, received: false },
      ...{ channel: null, purpose: null },
    };
    return { question, decision: decide(question) };
  };
  const named = item.named
    .filter(({ of }) => of === id)
    .map(({ person }) => ({ id: person, ...ask(person) }));
  // The first who gets it, or else the first who is named, stands for the team.
  const first = named.find(({ decision }) => decision.released) ?? named[0] ?? ask(null);
  return { handle, question: first.question, decision: first.decision, named };
}
