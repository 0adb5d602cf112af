import { type GrantSentence, sides } from './telling';
import { timeSentences } from './time';

/** Within which time the recipient says that it has what arrived, and by which clock. */
export const acknowledgeWithin: GrantSentence = (telling, grant) => {
  const { acknowledge_within: within } = grant.obligations;
  const names = sides(telling, grant);
  if (!within) return telling.t('owed.acknowledgeOpen', names);
  return timeSentences(telling, within, (time) => telling.t('owed.acknowledgeWithin', { ...names, time }));
};
