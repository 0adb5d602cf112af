import { type GrantSentence, sides } from './telling';

export const victimIdentity: GrantSentence = (telling, grant) =>
  telling.t(`clauses.victims_${grant.victim_identity}`, sides(telling, grant));
