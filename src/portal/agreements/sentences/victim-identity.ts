import type { GrantSentence } from './telling';

export const victimIdentity: GrantSentence = ({ t }, grant) => t(`clauses.victims_${grant.victim_identity}`);
