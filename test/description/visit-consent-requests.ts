import { done, readTwice, type Visit } from './visit';

/** PKCERT asks CNCERT/CC whether what it has of it may go on: consented to and withdrawn, refused, and closed. */
export async function visitConsentRequests({ stage }: Visit, item: string): Promise<void> {
  const [asker, owner] = [stage.as('pkcert-liaison'), stage.as('cncert-liaison')];
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const draft = { title: 'Of what CNCERT/CC found', summary: 'Of a test.', derived_from: item };
  const { id: own } = await done(stage.as('pkcert-analyst'), 'POST', '/advisories', draft);
  const body = { item, why: 'Of a test.', until: later, answer_by: later };
  const teams = { for: own, scope: 'teams', teams: ['corvia'], teams_in_words: 'A partner of ours' };
  await done(asker, 'POST', '/consent-requests?dry_run=true', { ...body, ...teams });
  const ask = async (change: object) =>
    `/consent-requests/${(await done(asker, 'POST', '/consent-requests', { ...body, ...change })).id}`;
  const granted = await ask(teams);
  await readTwice(asker, granted);
  await done(owner, 'GET', '/consent-requests?direction=received&state=open&limit=1');
  await done(asker, 'GET', `/consent-requests?item=${own}`);
  await done(owner, 'POST', `${granted}/consent?dry_run=true`, {});
  await done(owner, 'POST', `${granted}/consent`, {});
  await done(asker, 'GET', granted);
  await done(owner, 'POST', `${granted}/withdrawal?dry_run=true`, {});
  await done(owner, 'POST', `${granted}/withdrawal`, { reason: 'Of a test.' });
  const refused = await ask({ scope: 'constituents' });
  const why = { reason_code: 'resources', reason: 'Of a test.', tell_reason: true };
  await done(owner, 'POST', `${refused}/refusal?dry_run=true`, why);
  await done(owner, 'POST', `${refused}/refusal`, why);
  await done(asker, 'GET', refused);
  const closed = await ask({ scope: 'constituents' });
  await done(asker, 'POST', `${closed}/closing?dry_run=true`);
  await done(asker, 'POST', `${closed}/closing`);
}
