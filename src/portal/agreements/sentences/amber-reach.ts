import { listOf } from '../../frame/listed';
import { type GrantSentence, sides } from './telling';

/** How far AMBER goes below the recipient. */
export const amberReach: GrantSentence = (telling, grant) => {
  const { amber_reach: reach } = grant;
  const names = sides(telling, grant);
  if (typeof reach === 'string') return telling.t(`clauses.amber_${reach}`, names);
  return telling.t('clauses.amberNamed', { ...names, list: listOf(telling, reach.map(telling.nameOf)) });
};
