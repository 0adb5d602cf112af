import { ActForm } from '../frame/field';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { placeOf, type Reminder, reminderInWords } from './reminder';

/** Puts a reminder away, and leads back to the agreement on whose page it stood, or Home. */
export function PutAway({
  screen,
  reminder: { kind, subject },
  agreement,
}: {
  screen: Screen;
  reminder: Pick<Reminder, 'kind' | 'subject'>;
  agreement?: string;
}) {
  return (
    <ActForm screen={screen} action="/portal/reminders/seen">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subject" value={subject} />
      {agreement && <input type="hidden" name="agreement" value={agreement} />}
      <button class="btn btn-sm">{screen.t('reminders.putAway')}</button>
    </ActForm>
  );
}

/** What is due soon under one agreement, for those who are reminded of it. */
export function RemindersSection({
  screen,
  agreement,
  reminders,
}: {
  screen: Screen;
  agreement: string;
  reminders: readonly Reminder[] | undefined;
}) {
  const { t, me } = screen;
  if (!reminders) return null;
  const at = me?.at ?? '';
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{t('reminders.title')}</h2>
      {reminders.length === 0 && <p class="empty-list">{t('reminders.none')}</p>}
      <ul class="needs">
        {reminders.map((reminder) => (
          <li class={`need need-${reminder.step === 'overdue' ? 1 : 2}`}>
            <a href={placeOf(reminder, me?.organization.handle ?? '')}>
              {reminderInWords(screen, reminder)}
              {reminder.name && (
                <>
                  {' '}
                  <UserText text={reminder.name} />
                </>
              )}
            </a>
            <div>
              <strong>{t(reminder.due_at <= at ? 'home.wasDue' : 'home.due')}</strong>{' '}
              <Instant screen={screen} at={reminder.due_at} />
            </div>
            <PutAway {...{ screen, reminder, agreement }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
