import { listOf } from '../../frame/listed';
import { type GrantSentence, wordOf } from './telling';

export const sectors: GrantSentence = (telling, grant) =>
  grant.sectors === 'any'
    ? telling.t('clauses.sectorsAny')
    : telling.t('clauses.sectorsSome', {
        list: listOf(
          telling,
          grant.sectors.map((sector) => wordOf(telling, 'sector', sector)),
        ),
      });
