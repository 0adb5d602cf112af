import { done, type Visit } from './visit';

const HOUR = 3_600_000;
const from = (now: number) => new Date(now).toISOString();

/** What keeps a cooperation alive: activities under an agreement of the story. */
export async function visitCooperation({ stage }: Visit): Promise<void> {
  const liaison = stage.as('pkcert-liaison');
  const { items = [] } = (await liaison.get('/api/v1/agreements?limit=50')).json as unknown as {
    items?: { reference: string; state: { ended: boolean } }[];
  };
  const { reference } = items.find(({ state }) => !state.ended)!;
  const planned = (starts: number) =>
    done(liaison, 'POST', `/agreements/${reference}/activities`, {
      ...{ kind: 'drill', title: 'Drill on a registry (invented)', time_zone: 'Asia/Karachi' },
      ...{ starts_at: from(starts), ends_at: from(starts + HOUR), organizers: ['pkcert'] },
    });
  const period = `counterpart=cncert&from=2026-01-01T00:00:00Z&until=${from(Date.now() + HOUR)}`;
  await done(liaison, 'GET', `/agreements/PK-CN-2026/report?${period}`);
  const { id } = await planned(Date.now() - 2 * HOUR);
  await done(liaison, 'GET', '/activities?kind=drill&limit=1');
  await done(liaison, 'GET', `/activities/${id}`);
  await done(liaison, 'POST', `/activities/${id}/completion`);
  await done(liaison, 'POST', `/activities/${id}/evidence`, { text: 'What we learnt.' });
  const coming = await planned(Date.now() + HOUR);
  await done(liaison, 'POST', `/activities/${coming.id}/cancellation`, { reason: 'A flood.' });
  await done(liaison, 'GET', `/agreements/${reference}/dates`);
  await visitReminders(liaison);
}

/** A contact that was never verified is overdue at once. */
async function visitReminders(liaison: Parameters<typeof done>[0]): Promise<void> {
  const { items = [] } = await done(liaison, 'GET', '/reminders?limit=50&seen=false');
  const [first] = items as unknown as { kind: string; subject: string }[];
  if (!first) throw new Error('Nobody is reminded of anything.');
  await done(liaison, 'POST', '/reminders/seen', { kind: first.kind, subject: first.subject });
}
