import { listOf } from '../../frame/listed';
import { type GrantSentence, sides } from './telling';

const SURVIVING = ['confidentiality', 'purposes', 'onward_sharing', 'retention', 'attribution'] as const;

/** What of what is owed lives on after the end of the agreement, and for how long. */
export const survival: GrantSentence = (telling, grant) => {
  const { survival: said } = grant.obligations;
  const names = sides(telling, grant);
  if (!said) return telling.t('owed.survivalOpen', names);
  const each = SURVIVING.flatMap((what) => {
    const years = said[what];
    if (years === undefined) return [];
    const long =
      years === 'indefinite' ? telling.t('owed.survivesEver') : telling.t('owed.survivesYears', { years });
    return [telling.t('owed.survivesSo', { what: telling.t(`owed.survives_${what}`), long })];
  });
  return telling.t('owed.survival', { ...names, each: listOf(telling, each) });
};

/** What the originator hopes to hear; nothing follows where it does not. */
export const feedback: GrantSentence = (telling, grant) => {
  const { feedback: hoped } = grant.obligations;
  const names = sides(telling, grant);
  if (!hoped) return telling.t('owed.feedbackOpen', names);
  const each = listOf(
    telling,
    hoped.map((one) => telling.t(`owed.feedback_${one}`)),
  );
  return telling.t('owed.feedback', { ...names, each });
};
