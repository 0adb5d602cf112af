import { done, type Visit } from './visit';

const LABELS = {
  ...{ tlp: 'GREEN', information_type: 'incident_summary', categories: ['fraud/phishing'] },
  ...{ sectors: ['banking'], severity: 'high', audience: { include: ['cncert'] } },
};

/** What two people let go beforehand, one version and one of many released under it, and its end. */
export async function visitStandingRules({ stage }: Visit): Promise<void> {
  const [analyst, releaser] = [stage.as('pkcert-analyst'), stage.as('pkcert-releaser')];
  const { id: rule } = await done(stage.as('pkcert-senior-analyst'), 'POST', '/standing-rules', {
    ...{ name: 'Daily reports', reason: 'They are routine.', information_types: [LABELS.information_type] },
    ...{ tlp_up_to: 'AMBER', partners: ['cncert'], per_day: 10 },
    expires_at: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  });
  await done(releaser, 'POST', `/standing-rules/${rule}/confirmation`);
  const drafted = async (kind: 'advisories' | 'incidents', title: string) =>
    (await done(analyst, 'POST', `/${kind}`, { title, summary: 'Of a test.', handling: LABELS })).id;
  for (const kind of ['advisories', 'incidents'] as const) {
    const item = await drafted(kind, 'Routine');
    await done(analyst, 'POST', `/${kind}/${item}/standing-release`, { version: 1, rule });
  }
  const items = [{ id: await drafted('advisories', 'Routine of many'), version: 1 }];
  await done(analyst, 'POST', '/advisories/bulk/standing-releases', { rule, items });
  await done(releaser, 'GET', '/standing-rules');
  await done(releaser, 'GET', `/standing-rules/${rule}`);
  await done(releaser, 'GET', `/standing-releases?rule=${rule}`);
  await done(releaser, 'POST', `/standing-rules/${rule}/end`, { reason: 'Enough for today.' });
}
