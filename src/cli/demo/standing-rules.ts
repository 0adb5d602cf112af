import { outcome, pull, type Stage } from './stage';

const TITLE = 'Addresses of a command server, of today';
/** PKCERT’s own category of phishing, which Corvia CERT’s terms ask for by now. */
const NATIONAL = 'pk:CERT categories 2024 (invented)#3';
const RULE = {
  ...{ name: 'Daily indicators to Corvia CERT', reason: 'They are the same every day.' },
  ...{ information_types: ['threat_report'], tlp_up_to: 'GREEN', partners: ['corvia'], per_day: 1 },
};

/** Two people let go beforehand what is routine, and an analyst releases within that (D-13). */
export async function standingRules(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const analyst = as('pkcert-analyst');
  story.chapter('What is routine goes under a standing rule, which two people approved (D-13)');
  await pull(stage, 'corvia');
  const expires_at = new Date(Date.now() + 90 * 86_400_000).toISOString();
  const proposed = await as('pkcert-senior-analyst').post('/api/v1/standing-rules', { ...RULE, expires_at });
  const rule = `/api/v1/standing-rules/${proposed.json.id}`;
  await story.step('One releaser proposes it, and cannot confirm it', 'forbidden', async () =>
    (await as('pkcert-senior-analyst').post(`${rule}/confirmation`, {})).status === 403
      ? 'forbidden'
      : 'confirmed',
  );
  await story.step('Another confirms it', 'in_force', async () => {
    const { json } = await as('pkcert-releaser').post(`${rule}/confirmation`, {});
    return (json as unknown as { state: string }).state;
  });
  const released = async (title: string, tlp: string) => {
    const drafted = await analyst.post('/api/v1/advisories', {
      ...{ title, summary: 'Invented for the demonstration.' },
      handling: {
        ...{ tlp, information_type: 'threat_report', categories: ['fraud/phishing', NATIONAL] },
        ...{ sectors: ['energy'], audience: { include: ['corvia'] } },
      },
    });
    const path = `/api/v1/advisories/${drafted.json.id}/standing-release`;
    return outcome(await analyst.post(path, { version: 1, rule: proposed.json.id }));
  };
  await story.step(
    'Its author releases what is AMBER, which the rule does not let go',
    'refused',
    async () => ((await released('Details of a victim', 'AMBER')) === 'done' ? 'done' : 'refused'),
  );
  await story.step('Its author releases what is GREEN', 'done', () => released(TITLE, 'GREEN'));
  await story.step('Corvia CERT gets it', `added ${TITLE}`, () => pull(stage, 'corvia'));
  await story.step('One more is more than the rule lets go in a day', 'refused', async () =>
    (await released('One too many', 'GREEN')) === 'done' ? 'done' : 'refused',
  );
}
