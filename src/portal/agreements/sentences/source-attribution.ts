import { type GrantSentence, sides } from './telling';

export const sourceAttribution: GrantSentence = (telling, grant) =>
  telling.t(`clauses.sources_${grant.source_attribution}`, sides(telling, grant));
