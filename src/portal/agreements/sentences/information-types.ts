import { listOf } from '../../frame/listed';
import { type GrantSentence, sides, wordOf } from './telling';

/** What may go, each type with the narrowest label that it may have. */
export const informationTypes: GrantSentence = (telling, grant) => {
  const names = sides(telling, grant);
  const types = grant.information_types.map(({ type, tlp_ceiling: tlp }) =>
    telling.t('clauses.ceiling', { type: wordOf(telling, 'type', type), label: `TLP:${tlp}` }),
  );
  const what = telling.t('clauses.types', { ...names, list: listOf(telling, types) });
  const red = grant.information_types.some(({ tlp_ceiling: tlp }) => tlp === 'RED');
  return red ? `${what} ${telling.t('clauses.redToOfficers', names)}` : what;
};
