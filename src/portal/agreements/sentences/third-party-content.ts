import { type GrantSentence, sides } from './telling';

export const thirdPartyContent: GrantSentence = (telling, grant) =>
  telling.t(`clauses.thirdParty_${grant.third_party_content}`, sides(telling, grant));
