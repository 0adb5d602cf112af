import { type GrantSentence, sides } from './telling';
import { timeSentences } from './time';

/** Within which time whoever gives answers what the recipient asks for, and by which clock. */
export const respondWithin: GrantSentence = (telling, grant) => {
  const { respond_within: within } = grant;
  const names = sides(telling, grant);
  if (!within) return telling.t('owed.respondOpen', names);
  return timeSentences(telling, within, (time) => telling.t('owed.respondWithin', { ...names, time }));
};

/** Every how many hours whoever gives says how far it is with what the recipient asks for. */
export const updateInterval: GrantSentence = (telling, grant) => {
  const { update_interval_hours: hours } = grant;
  const names = sides(telling, grant);
  return hours ? telling.t('owed.updateEvery', { ...names, hours }) : telling.t('owed.updateOpen', names);
};
