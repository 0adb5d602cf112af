import { placeOf, type Reminder, reminderInWords } from '../../reminders/reminder';
import { hasRole, type Screen } from '../../screen/screen';
import { given } from '../../web-api/refused';
import type { Need, Source } from './need';

/** Whether something stands at Home already, told by what it is rather than by its date. */
function standsThere(screen: Screen, { kind, direction, agreement, step }: Reminder): boolean {
  if (kind === 'review' || kind === 'contact_round') return true;
  if (kind === 'request')
    return direction === 'received' && hasRole(screen, 'liaison', 'releaser', 'analyst');
  return kind === 'contact' && agreement === null && step === 'overdue';
}

const RANKS: Partial<Record<Reminder['step'], Need['rank']>> = { overdue: 1, P1D: 1, PT1H: 0 };

/** What is due soon and was not put away. */
const due: Source = {
  roles: ['liaison', 'duty-officer', 'releaser'],
  ask: async (screen) => {
    const query = { seen: 'false', limit: 100 } as const;
    const { items } = await given(screen.api.GET('/api/v1/reminders', { params: { query } }));
    return items
      .filter((reminder) => !standsThere(screen, reminder))
      .map((reminder): Need => ({
        sentence: reminderInWords(screen, reminder),
        ...{ title: reminder.name ?? undefined, due: reminder.due_at, rank: RANKS[reminder.step] ?? 2 },
        href: placeOf(reminder, screen.me?.organization.handle ?? ''),
        reminder,
      }));
  },
};

export const ofReminders: readonly Source[] = [due];
