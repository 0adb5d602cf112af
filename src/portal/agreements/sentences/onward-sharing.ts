import { type GrantSentence, sides } from './telling';

/** How far the recipient may pass it on. */
export const onwardSharing: GrantSentence = (telling, grant) => {
  const { onward_sharing: onward } = grant.obligations;
  const names = sides(telling, grant);
  return onward ? telling.t(`clauses.onward_${onward}`, names) : telling.t('clauses.onwardByLabel', names);
};
