import { done, type Visit } from './visit';

/** Duty officers of a partner: listed, verified, and no longer verified; and a round of own contacts. */
export async function visitDutyOfficers({ stage, seeded }: Visit): Promise<void> {
  const liaison = stage.as('pkcert-liaison');
  const officer = stage.as('cncert-duty-officer');
  await done(liaison, 'GET', '/duty-officers?limit=1');
  const { id } = await done(liaison, 'POST', '/duty-officer-verifications', {
    person: seeded.people['cncert-duty-officer'],
    method: 'call_back',
    valid_until: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    note: 'Called the number on record.',
  });
  await done(liaison, 'GET', '/duty-officer-verifications?limit=1');
  await done(officer, 'GET', '/me/verifications');
  await done(liaison, 'GET', '/red-standing');
  const onFile = await done(liaison, 'GET', '/organizations/cncert/numbers-on-file');
  const [{ contact }] = onFile.items as unknown as [{ contact: string }];
  await done(officer, 'GET', '/named-items?limit=1');
  const person = seeded.people['cncert-duty-officer'];
  await done(liaison, 'POST', '/duty-officer-call-backs', { person, contact });
  await done(liaison, 'POST', `/duty-officer-verifications/${id}/revocation`, { reason: 'She has moved.' });
  const { id: round } = await done(liaison, 'POST', '/contact-rounds', {
    organization: 'pkcert',
    due_at: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  });
  await done(liaison, 'GET', '/contact-rounds?side=asked&limit=1');
  await done(liaison, 'GET', `/contact-rounds/${round}`);
  await done(liaison, 'POST', `/contact-rounds/${round}/reminders`);
}
