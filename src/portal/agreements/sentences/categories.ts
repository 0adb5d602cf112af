import { listOf } from '../../frame/listed';
import type { GrantSentence } from './telling';

/** Which categories of incident; RSIT codes stay as they are. */
export const categories: GrantSentence = (telling, grant) =>
  grant.categories === 'any'
    ? telling.t('clauses.categoriesAny')
    : telling.t('clauses.categoriesSome', { list: listOf(telling, grant.categories) });
