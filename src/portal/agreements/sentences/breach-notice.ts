import { type GrantSentence, sides } from './telling';

export const breachNotice: GrantSentence = (telling, grant) => {
  const { breach_notice_hours: hours } = grant.obligations;
  return hours
    ? telling.t('clauses.breachHours', { ...sides(telling, grant), hours })
    : telling.t('clauses.breachOpen');
};
