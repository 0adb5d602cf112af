import type { GrantSentence } from './telling';

export const personalData: GrantSentence = ({ t }, grant) => t(`clauses.persons_${grant.personal_data}`);
