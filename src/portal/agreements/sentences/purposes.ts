import { listOf } from '../../frame/listed';
import { type GrantSentence, sides, wordOf, type Telling } from './telling';

const inWords = (telling: Telling, purposes: readonly string[]) =>
  listOf(
    telling,
    purposes.map((purpose) => wordOf(telling, 'purpose', purpose)),
  );

export const permittedPurposes: GrantSentence = (telling, grant) => {
  const { permitted_purposes: purposes } = grant.obligations;
  const names = sides(telling, grant);
  return purposes
    ? telling.t('clauses.permittedSome', { ...names, list: inWords(telling, purposes) })
    : telling.t('clauses.permittedAny', names);
};

export const prohibitedPurposes: GrantSentence = (telling, grant) => {
  const { prohibited_purposes: purposes } = grant.obligations;
  const names = sides(telling, grant);
  return purposes
    ? telling.t('clauses.prohibitedSome', { ...names, list: inWords(telling, purposes) })
    : telling.t('clauses.prohibitedNone', names);
};
