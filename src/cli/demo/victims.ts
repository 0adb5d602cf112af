import { outcome, pull, type Stage } from './stage';

const TITLE = 'Banks that lost credentials';
const SEEN = {
  kind: 'statement',
  title: 'What was seen',
  text: 'Codes of customers on a market (invented).',
};
const HIT = {
  ...{ kind: 'field', title: 'Which bank was hit', text: 'Invented Bank' },
  ...{ tags: ['victim_identity'], victim: 'Bank' },
};

/** Whom an item tells of decides whether it is told, where the terms leave it to it (T-01). */
export async function victims(stage: Stage): Promise<void> {
  const { story, as } = stage;
  story.chapter('A victim decides whether it is named (T-01)');
  let item = '';
  await story.step('PKCERT releases an advisory that tells which bank was hit', 'done', async () => {
    const drafted = await as('pkcert-analyst').post('/api/v1/advisories', {
      ...{ title: TITLE, summary: 'Invented for the demonstration.', parts: [SEEN, HIT] },
      handling: {
        ...{ tlp: 'GREEN', information_type: 'threat_report', categories: ['fraud/phishing'] },
        ...{ sectors: ['banking'], audience: { include: ['corvia'] } },
      },
    });
    item = drafted.json.id ?? '';
    if (!item) return outcome(drafted);
    return outcome(await as('pkcert-releaser').post(`/api/v1/advisories/${item}/release`, { version: 1 }));
  });
  await story.step('Corvia CERT gets it without the bank, who was not asked', SEEN.title, () => told(stage));
  const path = `/api/v1/advisories/${item}/victim-consents`;
  let consent = '';
  await story.step('The bank consents that Corvia CERT is told; the analyst records it', 'done', async () => {
    const recorded = await as('pkcert-analyst').post(path, {
      ...{ victim: 'Bank', given_by: 'Its head of security (invented)', to: 'corvia' },
      valid_until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      evidence_sha256: 'c'.repeat(64),
    });
    consent = recorded.json.id ?? '';
    return outcome(recorded);
  });
  await story.step(
    'It counts once a second person has confirmed it',
    `${SEEN.title}, ${HIT.title}`,
    async () => {
      const confirmed = await as('pkcert-releaser').post(`${path}/${consent}/confirmation`);
      return outcome(confirmed) === 'done' ? told(stage) : outcome(confirmed);
    },
  );
  await story.step('The bank takes it back, and the next version is without it', SEEN.title, async () => {
    const reason = { reason: 'Withdrawn by telephone.' };
    const revoked = await as('pkcert-analyst').post(`${path}/${consent}/revocation`, reason);
    return outcome(revoked) === 'done' ? told(stage) : outcome(revoked);
  });
}

/** The parts that Corvia CERT reads, by their titles. */
async function told(stage: Stage): Promise<string> {
  await pull(stage, 'corvia');
  const system = stage.systems('corvia');
  const { items = [] } = (await system.get('/api/v1/advisories?limit=200')).json;
  const found = items.find(({ title }) => title === TITLE);
  if (!found) return 'nothing';
  const { parts = [] } = (await system.get(`/api/v1/advisories/${found.id}`)).json as {
    parts?: { title: string }[];
  };
  return parts.map(({ title }) => title).join(', ');
}
