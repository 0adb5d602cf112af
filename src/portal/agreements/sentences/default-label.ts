import { type GrantSentence, sides } from './telling';

/** Under which label the recipient files what comes without one. */
export const defaultLabel: GrantSentence = (telling, grant) =>
  grant.default_label === 'none'
    ? telling.t('clauses.unmarkedNone', sides(telling, grant))
    : telling.t('clauses.unmarkedLabel', { ...sides(telling, grant), label: grant.default_label });
