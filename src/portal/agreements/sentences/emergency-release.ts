import { type GrantSentence, sides } from './telling';

/** What one person may release alone, and that another looks at it afterwards. */
export const emergencyRelease: GrantSentence = (telling, grant) => {
  const { t } = telling;
  const { emergency_release: emergency } = grant;
  if (!emergency) return t('clauses.emergencyUnsaid', sides(telling, grant));
  return t('clauses.emergencyUpTo', { ...sides(telling, grant), label: `TLP:${emergency.up_to}` });
};
