import { bringIntoForce } from './agreements';
import { publishDraft, withheldBy } from './drafting';
import { outcome, pull, type Stage } from './stage';

const TITLE = 'Intrusion at a supplier of power stations';
const both = ['signatory', 'operating_cert'];
const REFERENCE = 'PK-XC-SEC-2026';

/** With Corvia CERT: details of incidents, which a duty officer approves, and what is severe the ministry. */
const ARRANGEMENT = {
  reference: REFERENCE,
  title: 'Arrangement on details of incidents (demonstration)',
  kind: 'mou',
  parties: [
    { organization: 'pkcert', roles: both },
    { organization: 'corvia', roles: both },
  ],
  terms: {
    grants: [
      {
        from: 'pkcert',
        to: 'corvia',
        clause: 'Art. 6',
        information_types: [{ type: 'incident_detail', tlp_ceiling: 'AMBER' }],
        categories: 'any',
        sectors: 'any',
        reach_back: 'none',
        emergency_release: { up_to: 'AMBER' },
        release_approval: [{ tlp: 'GREEN', needs: 'duty_officer' }],
      },
    ],
  },
};

/** What some terms require an approval for waits for it, and the record says who gave it (D-13). */
export async function approvals(stage: Stage): Promise<void> {
  const { story, as, items } = stage;
  const officer = as('pkcert-duty-officer');
  story.chapter('A duty officer approves what the terms require her for (D-13)');
  await story.step('Terms that require it are signed and in force', 'done', async () => {
    const drafted = outcome(await as('pkcert-liaison').post('/api/v1/agreements', ARRANGEMENT));
    return drafted === 'done'
      ? bringIntoForce(stage, REFERENCE, 1, 'pkcert-liaison', 'corvia-liaison')
      : drafted;
  });
  const handling = { tlp: 'AMBER', information_type: 'incident_detail', audience: { include: ['corvia'] } };
  await pull(stage, 'corvia');
  await story.step('PKCERT releases details of an incident', 'done', () =>
    publishDraft(stage, TITLE, ['pkcert-analyst', 'pkcert-releaser'], handling),
  );
  await story.step('Corvia CERT does not get them: nobody has approved them (D-13)', 'nothing', () =>
    pull(stage, 'corvia'),
  );
  await story.step('PKCERT reads what they wait for', 'true', async () =>
    String((await withheldBy(stage, TITLE, 'corvia')).includes('D-13')),
  );
  await story.step('The duty officer approves them', 'done', async () =>
    outcome(
      await officer.post('/api/v1/approvals', { item: items.get(TITLE), version: 1, level: 'duty_officer' }),
    ),
  );
  await story.step('From then on Corvia CERT gets them', `added ${TITLE}`, () => pull(stage, 'corvia'));
  await story.step('Who approved them stands beside the release', 'duty_officer', async () => {
    const { json } = await as('pkcert-auditor').get(`/api/v1/approvals?item=${items.get(TITLE)}`);
    return (json.items as unknown as { level: string }[]).map(({ level }) => level).join();
  });
}
