import { PASSED } from './conditions';
import { outcome, pull, type Stage } from './stage';

const DERIVED = 'What CNCERT/CC found, for partners';
const PATH = '/api/v1/consent-requests';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A team asks the originator of what it has whether it may go on, and is answered (D-17). */
export async function consentRequests(stage: Stage): Promise<void> {
  const { story, as } = stage;
  story.chapter('A team asks the originator whether what it has may go on (D-17)');
  await pull(stage, 'corvia');
  const reference = await referenceOf(stage);
  await story.step('PKCERT drafts an advisory that holds what CNCERT/CC shared with it', 'done', () =>
    draft(stage, reference),
  );
  await story.step(
    'Its release is refused: CNCERT/CC was not asked (D-17)',
    '422 /problems/release/third-party',
    () => release(stage),
  );
  let request = '';
  await story.step(
    'A liaison officer asks CNCERT/CC for partners of PKCERT, and says why',
    'open',
    async () => {
      const asked = await as('pkcert-liaison').post(PATH, body(stage, reference));
      request = asked.json.id ?? '';
      return stateIn(asked);
    },
  );
  await story.step('It is released meanwhile and waits', 'done', () => release(stage));
  await story.step('Corvia CERT learns nothing, of the request neither', 'nothing', () =>
    pull(stage, 'corvia'),
  );
  await story.step('CNCERT/CC consents, for two days', 'granted', async () =>
    stateIn(await as('cncert-liaison').post(`${PATH}/${request}/consent`, { until: inDays(2) })),
  );
  await story.step('At that instant Corvia CERT gets it, without another act', `added ${DERIVED}`, () =>
    pull(stage, 'corvia'),
  );
  await story.step('CNCERT/CC withdraws its consent', 'withdrawn', async () =>
    stateIn(
      await as('cncert-liaison').post(`${PATH}/${request}/withdrawal`, { reason: 'A case was opened.' }),
    ),
  );
  await story.step('From then on Corvia CERT has it no more', 'no_longer_shared', () =>
    pull(stage, 'corvia'),
  );
  await story.step('PKCERT asks again, and waits for the answer', 'open', async () =>
    stateIn(await as('pkcert-liaison').post(PATH, body(stage, reference))),
  );
}

/** What PKCERT calls what CNCERT/CC released. */
async function referenceOf({ systems }: Stage): Promise<string> {
  const { items = [] } = (await systems('pkcert').get('/api/v1/advisories?limit=200')).json;
  const known = items as unknown as { title: string; reference: string }[];
  return known.find(({ title }) => title === PASSED)?.reference ?? '';
}

async function draft({ as, items }: Stage, derived_from: string): Promise<string> {
  const drafted = await as('pkcert-analyst').post('/api/v1/advisories', {
    title: DERIVED,
    summary: 'Invented for the demonstration.',
    derived_from,
    handling: {
      tlp: 'GREEN',
      information_type: 'threat_report',
      categories: ['fraud/phishing'],
      sectors: ['banking'],
      audience: { include: 'partners' },
    },
  });
  items.set(DERIVED, drafted.json.id ?? '');
  return outcome(drafted);
}

const body = ({ items }: Stage, item: string) => ({
  ...{ item, for: items.get(DERIVED), scope: 'partners', until: inDays(30), answer_by: inDays(7) },
  why: 'Partners of ours are called by the same people.',
});

const release = async ({ as, items }: Stage) =>
  outcome(
    await as('pkcert-releaser').post(`/api/v1/advisories/${items.get(DERIVED)}/release`, { version: 1 }),
  );

const stateIn = (answer: Awaited<ReturnType<ReturnType<Stage['as']>['post']>>): string =>
  (answer.json as { state?: string }).state ?? outcome(answer);
