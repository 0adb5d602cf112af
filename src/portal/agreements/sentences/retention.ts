import { type GrantSentence, sides } from './telling';

export const retention: GrantSentence = (telling, grant) => {
  const { retention_days: days } = grant.obligations;
  const names = sides(telling, grant);
  return days
    ? telling.t('clauses.retentionDays', { ...names, days })
    : telling.t('clauses.retentionOpen', names);
};
