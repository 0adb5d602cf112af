import { type GrantSentence, sides } from './telling';

/** Whose country has to be affected. */
export const nexus: GrantSentence = (telling, grant) =>
  telling.t(`clauses.nexus_${grant.nexus}`, sides(telling, grant));
