import type { Agreement, EntryCondition, Instant, Organization, Terms } from './agreement';
import { iso } from './instant-in-words';
import { counting, missing } from './standing';

const DAY = 86_400_000;
const AFTER = { after_last_signature: 'signed', after_last_notification: 'notified' } as const;

/** How far the condition is met under which terms may enter into force. */
export interface EntryState {
  /** From when they may; null: not known yet, since somebody's signature or notification is missing. */
  from: Instant | null;
  notificationsMissing: Organization[];
}

/** What of its condition terms still wait for. Days count from when the last party did it, not from its recording. */
export function entryState(agreement: Agreement, terms: Terms, at: Instant): EntryState {
  const { entry } = terms;
  if (!entry) return { from: -Infinity, notificationsMissing: [] };
  if (entry.rule === 'not_before') return { from: entry.date, notificationsMissing: [] };
  const kind = AFTER[entry.rule];
  const open = missing(agreement, terms, kind, at);
  const done = counting(agreement, terms.number, kind).filter(({ from }) => from <= at);
  const last = Math.max(...done.map(({ effectiveAt }) => effectiveAt));
  return {
    from: open.length > 0 || done.length === 0 ? null : last + entry.days * DAY,
    notificationsMissing: kind === 'notified' ? open : [],
  };
}

/** The condition as words of a refusal. */
export function conditionInWords(entry: EntryCondition): string {
  if (entry.rule === 'not_before') return `not before ${iso(entry.date)}`;
  const what = entry.rule === 'after_last_signature' ? 'signature' : 'notification';
  return entry.days === 0 ? `with the last ${what}` : `${entry.days} days after the last ${what}`;
}

export const notBefore = (from: Instant): string => `not before ${iso(from)}`;
