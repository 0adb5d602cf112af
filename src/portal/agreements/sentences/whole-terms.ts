import type { Telling, Terms } from './telling';

/** What terms say as a whole, apart from what they grant. */
export const expiry = ({ t, instantOf }: Telling, { expires_at: at }: Terms): string =>
  at === null ? t('clauses.expiryOpen') : t('clauses.expiryAt', { instant: instantOf(at) });

export const corrections = ({ t }: Telling, terms: Terms): string =>
  t(`clauses.corrections_${terms.corrections}`);
