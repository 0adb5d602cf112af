import { type GrantSentence, sides } from './telling';

/** Whether somebody has to ask first. */
export const need: GrantSentence = (telling, grant) =>
  telling.t(`clauses.need_${grant.need}`, sides(telling, grant));
