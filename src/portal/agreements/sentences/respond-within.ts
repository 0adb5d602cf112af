import { type GrantSentence, sides } from './telling';
import { timeSentences } from './time';

/** Within which time whoever gives answers what the recipient asks for, and by which clock. */
export const respondWithin: GrantSentence = (telling, grant) => {
  const { respond_within: within } = grant;
  const names = sides(telling, grant);
  if (!within) return telling.t('owed.respondOpen', names);
  return timeSentences(telling, within, (time) => telling.t('owed.respondWithin', { ...names, time }));
};
