import type { components } from '../../../docs/openapi';
import type { Screen } from '../screen/screen';

export type Reminder = components['schemas']['ReminderView'];

/** A reminder in a sentence. */
export function reminderInWords({ t }: Screen, reminder: Reminder): string {
  const { kind, agreement, organization, direction, item } = reminder;
  const values = { agreement: agreement ?? '', organization: organization ?? '' };
  switch (kind) {
    case 'contact':
      return agreement === null ? t('reminders.contact') : t('reminders.contactUnder', { agreement });
    case 'request':
      return t(direction === 'sent' ? 'reminders.requestSent' : 'reminders.requestReceived', values);
    case 'consent':
      return t('reminders.consent', { reference: item?.reference ?? '' });
    case 'review':
      return t('reminders.review');
    case 'acknowledgement':
    case 'consent_granted':
    case 'consent_response':
    case 'contact_round':
    case 'duty_officer':
    case 'expiry':
    case 'meeting':
    case 'obligation':
    case 'request_word':
    case 'response':
      return t(`reminders.${kind}`, values);
  }
}

/** Where it is done. @param own handle of the reader's organization */
export function placeOf({ kind, subject, agreement, organization, item }: Reminder, own: string): string {
  switch (kind) {
    case 'review':
      return `/portal/agreements/pauses/${subject}`;
    case 'contact':
      return `/portal/organizations/${own}`;
    case 'contact_round':
      return `/portal/contact-rounds/${subject}`;
    case 'duty_officer':
      return `/portal/call-and-stop#${organization ?? ''}`;
    case 'request':
    case 'request_word':
    case 'response':
      return `/portal/requests/${subject}`;
    case 'consent':
      return item?.type === 'incident'
        ? `/portal/incidents/cases/${item.id}/victim-consents`
        : `/portal/advisories/${item?.id ?? ''}/consents`;
    case 'consent_granted':
    case 'consent_response':
      return `/portal/consents/${subject}`;
    case 'meeting':
      return `/portal/activities?${new URLSearchParams({ agreement: subject }).toString()}`;
    case 'expiry':
      return `/portal/agreements/${subject}`;
    case 'acknowledgement':
    case 'obligation':
      return `/portal/agreements/${agreement ?? ''}#register`;
  }
}
