import { approvals } from '../../src/cli/demo/approvals';
import { done, type Visit } from './visit';

const LABELS = {
  tlp: 'GREEN',
  information_type: 'incident_summary',
  categories: ['fraud/phishing'],
  sectors: ['banking'],
  severity: 'high',
  audience: { include: ['cncert'] },
};
/** What a duty officer approves, and what a ministry approved and a second person confirms. */
export async function visitApprovals({ stage }: Visit): Promise<void> {
  const [officer, liaison] = [stage.as('pkcert-duty-officer'), stage.as('pkcert-liaison')];
  const draft = { title: 'To be approved', summary: 'Of a test.', handling: LABELS };
  const { id: item } = await done(stage.as('pkcert-analyst'), 'POST', '/advisories', draft);
  await done(officer, 'POST', '/approvals', { item, version: 1, level: 'duty_officer' });
  const onBehalf = { ministry: 'moitt', evidence_sha256: 'ab'.repeat(32) };
  const { id } = await done(liaison, 'POST', '/approvals', {
    item,
    version: 1,
    level: 'ministry',
    ...onBehalf,
  });
  await done(stage.as('pkcert-releaser'), 'POST', `/approvals/${id}/confirmation`);
  await done(liaison, 'GET', `/approvals?item=${item}&limit=1`);
}

/** What one person releases alone, once confirmed and once withdrawn by another. */
export async function visitEmergencies({ stage }: Visit): Promise<void> {
  const [officer, releaser] = [stage.as('pkcert-duty-officer'), stage.as('pkcert-releaser')];
  const handling = { ...LABELS, information_type: 'incident_detail', audience: { include: ['corvia'] } };
  const alone = { version: 1, reason: 'The attack is running.' };
  // Its terms with Corvia CERT let one person alone release details of incidents.
  await approvals(stage);
  const incident = { title: 'A case that cannot wait', summary: 'Of a test.', handling };
  const { id: opened } = await done(stage.as('pkcert-analyst'), 'POST', '/incidents', incident);
  await done(officer, 'POST', `/incidents/${opened}/emergency-release`, alone);
  for (const title of ['To be confirmed', 'To be withdrawn']) {
    const draft = { title, summary: 'Of a test.', handling };
    const { id: item } = await done(stage.as('pkcert-analyst'), 'POST', '/advisories', draft);
    await done(officer, 'POST', `/advisories/${item}/emergency-release`, alone);
    const { items } = await done(releaser, 'GET', `/emergency-releases?item=${item}&unreviewed=true`);
    const { id } = (items as unknown as { id: string }[])[0]!;
    await done(releaser, 'GET', `/emergency-releases/${id}`);
    if (title === 'To be confirmed') await done(releaser, 'POST', `/emergency-releases/${id}/confirmation`);
    else await done(releaser, 'POST', `/emergency-releases/${id}/withdrawal`, { reason: 'Not true.' });
  }
}

/** What was told by telephone, with what let it go and without. */
export async function visitTellings({ stage }: Visit): Promise<void> {
  const [officer, auditor] = [stage.as('pkcert-duty-officer'), stage.as('pkcert-auditor')];
  const item = stage.items.get('phishing')!;
  const told = { to: 'cncert', how: 'call', told_at: new Date().toISOString() };
  const { id } = await done(officer, 'POST', '/tellings', { ...told, item, person_name: 'A colleague' });
  const unfiled = { about: 'Their mail server answers to a botnet.', tlp: 'AMBER' };
  await done(officer, 'POST', '/tellings', { ...told, ...unfiled, to: 'dunmere' });
  const wrong = { text: 'It was another number.', not_told: false };
  await done(officer, 'POST', `/tellings/${id}/corrections`, wrong);
  await done(auditor, 'GET', `/tellings/${id}`);
  await done(auditor, 'GET', `/tellings?item=${item}&team=cncert&limit=1`);
  await done(auditor, 'GET', '/exceptions?kind=told_unauthorised&limit=1');
  await done(auditor, 'GET', `/disclosures?item=${item}&limit=1`);
}
