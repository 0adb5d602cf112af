import type { GrantSentence } from './telling';

/** Whether what was released before goes, too. */
export const reachBack: GrantSentence = ({ t, instantOf }, { reach_back: reach }) => {
  if (reach === 'none') return t('clauses.reachNone');
  return reach === 'all' ? t('clauses.reachAll') : t('clauses.reachSince', { instant: instantOf(reach) });
};
