import { outcome, pull, type Stage } from './stage';

const TITLE = 'Attack on a substation, going on now';
const REASON = 'The attack is running, and no releaser can be reached.';

/** One person alone releases what cannot wait, to whose terms allow it, and another reviews it (D-13). */
export async function emergencies(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const officer = as('pkcert-duty-officer');
  story.chapter('One person alone releases what cannot wait, and another reviews it (D-13)');
  await pull(stage, 'corvia');
  const drafted = await as('pkcert-analyst').post('/api/v1/advisories', {
    title: TITLE,
    summary: 'Invented for the demonstration.',
    handling: {
      ...{ tlp: 'AMBER', information_type: 'incident_detail', categories: ['fraud/phishing'] },
      ...{ sectors: ['energy'], audience: { include: ['corvia'] } },
    },
  });
  const path = `/api/v1/advisories/${drafted.json.id}/emergency-release`;
  await story.step('The duty officer releases it alone, at night', 'done', async () =>
    outcome(await officer.post(path, { version: 1, reason: REASON })),
  );
  await story.step('Corvia CERT gets it, as its terms allow', `added ${TITLE}`, () => pull(stage, 'corvia'));
  const waiting = await as('pkcert-releaser').get('/api/v1/emergency-releases?unreviewed=true');
  const [first] = waiting.json.items as unknown as { id: string; state: string }[];
  await story.step('Until another person has reviewed it, it stands out', 'open', () =>
    Promise.resolve(String(first?.state)),
  );
  await story.step('She cannot review it herself', 'forbidden', async () =>
    (await officer.post(`/api/v1/emergency-releases/${first?.id}/confirmation`, {})).status === 403
      ? 'forbidden'
      : 'allowed',
  );
  await story.step('A releaser confirms it in the morning', 'confirmed', async () => {
    const { json } = await as('pkcert-releaser').post(
      `/api/v1/emergency-releases/${first?.id}/confirmation`,
      {},
    );
    return (json as unknown as { state: string }).state;
  });
}
