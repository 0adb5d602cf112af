import { type GrantSentence, wordOf } from './telling';

export const severity: GrantSentence = (telling, { severity: bounds }) => {
  const { least, most } = bounds === 'any' ? {} : bounds;
  const word = (code: string) => wordOf(telling, 'severity', code);
  if (least && most) return telling.t('clauses.severityBetween', { least: word(least), most: word(most) });
  if (least) return telling.t('clauses.severityLeast', { least: word(least) });
  return most ? telling.t('clauses.severityMost', { most: word(most) }) : telling.t('clauses.severityAny');
};
