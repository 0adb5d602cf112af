import type { GrantSentence } from './telling';

export const papCeiling: GrantSentence = ({ t }, { pap_ceiling: pap }) =>
  pap === 'any' ? t('clauses.papAny') : t('clauses.papCeiling', { label: `PAP:${pap}` });
