import type { Telling, Terms } from './telling';

/** What terms say as a whole, apart from what they grant. */
export const expiry = ({ t, instantOf }: Telling, { expires_at: at }: Terms): string =>
  at === null ? t('clauses.expiryOpen') : t('clauses.expiryAt', { instant: instantOf(at) });

/** What their entry into force waits for, beside every approval and signature. */
export function entry({ t, instantOf }: Telling, { entry_condition: condition }: Terms): string {
  if (!condition) return t('clauses.entryOpen');
  const { rule, date, days } = condition;
  return date === null
    ? t(`clauses.entry_${rule as 'after_last_signature'}`, { days: days ?? 0 })
    : t('clauses.entry_not_before', { instant: instantOf(date) });
}

/** How long before the end whoever wants it has to say so. */
export const notice = ({ t }: Telling, { notice_days: days }: Terms): string =>
  days === null ? t('clauses.noticeOpen') : t('clauses.noticeDays', { days });

export const corrections = ({ t }: Telling, terms: Terms): string =>
  t(`clauses.corrections_${terms.corrections}`);

/** How often contacts are verified. */
export const contactVerification = ({ t }: Telling, { contact_verification_days: days }: Terms): string =>
  days === null ? t('clauses.contactsOpen') : t('clauses.contactsEvery', { days });

/** How often the joint committee meets. */
export const meetings = ({ t }: Telling, { meetings_days: days }: Terms): string =>
  days === null ? t('clauses.meetingsOpen') : t('clauses.meetingsEvery', { days });
