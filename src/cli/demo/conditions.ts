import { csafDocument } from './documents';
import { publishDraft, withheldBy } from './drafting';
import { allDone, outcome, pull, type Stage } from './stage';

const FOREIGN = 'Flaw that Corvia CERT found';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** What came from another publisher goes on only as far and as long as its source consents (D-17). */
export async function consents(stage: Stage): Promise<void> {
  const { story, as, items } = stage;
  story.chapter('What came from another publisher waits for the consent of its source (D-17)');
  await story.step('PKCERT imports and labels an advisory of Corvia CERT’s', 'done', () => imported(stage));
  const path = `/api/v1/advisories/${items.get(FOREIGN)}/consents`;
  await story.step(
    'No consent of its source counts, so it leaves for nobody: its release is refused (D-17)',
    '422 /problems/release/third-party',
    async () => (await releaseForeign(stage)).split(' handling')[0]!,
  );
  let consent = '';
  await story.step(
    'A liaison officer records that Corvia CERT consents, for CNCERT/CC alone, for a month',
    'done',
    async () => {
      const recorded = await as('pkcert-liaison').post(path, {
        source: 'Corvia CERT (invented)',
        to: 'cncert',
        valid_until: inDays(30),
        evidence_sha256: 'b'.repeat(64),
      });
      consent = recorded.json.id ?? '';
      return outcome(recorded);
    },
  );
  await story.step('It counts once a second person has confirmed it; then it is released', 'done', () =>
    allDone(() => as('pkcert-second-liaison').ask(`${path}/${consent}/confirmation`)).then((confirmed) =>
      confirmed === 'done' ? releaseForeign(stage) : confirmed,
    ),
  );
  await story.step('CNCERT/CC, to whom the source consents, gets it', `added ${FOREIGN}`, () =>
    pull(stage, 'cncert'),
  );
  await story.step(
    'From Dunmere CERT it is withheld: the consent is not for it, nor did it ask (D-10, D-17)',
    'D-10, D-17',
    () => withheldBy(stage, FOREIGN, 'dunmere'),
  );
  await story.step('Corvia CERT takes its consent back; one person records it', 'done', async () =>
    outcome(
      await as('pkcert-liaison').post(`${path}/${consent}/revocation`, { reason: 'Withdrawn by telephone.' }),
    ),
  );
  await story.step('From then on CNCERT/CC has it no more', 'no_longer_shared', () => pull(stage, 'cncert'));
  await story.step('PKCERT reads why (D-17)', 'D-17', () => withheldBy(stage, FOREIGN, 'cncert'));
}

async function imported({ as, items }: Stage): Promise<string> {
  const publisher = {
    category: 'coordinator',
    name: 'Corvia CERT (invented)',
    namespace: 'https://corvia.example',
  };
  const document = csafDocument('XC-2026-7', FOREIGN, 'GREEN', { publisher });
  const { json, ...answer } = await as('pkcert-analyst').post('/api/v1/advisories/imports', document);
  if (!json.advisory) return outcome({ json, ...answer });
  items.set(FOREIGN, json.advisory);
  const handling = {
    information_type: 'threat_report',
    categories: ['fraud/phishing'],
    sectors: ['banking'],
    audience: { include: 'partners' },
  };
  const labelled = `/api/v1/advisories/${json.advisory}/versions`;
  return outcome(await as('pkcert-analyst').post(labelled, { base: 1, handling }));
}

const releaseForeign = async ({ as, items }: Stage) =>
  outcome(
    await as('pkcert-releaser').post(`/api/v1/advisories/${items.get(FOREIGN)}/release`, { version: 2 }),
  );

/** The title of what CNCERT/CC shares with PKCERT. */
export const PASSED = 'Phishing by telephone';

/** A parent passes on to constituents what it has under an agreement, as far as the terms let it (D-20). */
export async function passingOn(stage: Stage): Promise<void> {
  const { story, as } = stage;
  story.chapter('PKCERT passes on to a constituent what it has under an agreement (D-20)');
  await story.step('CNCERT/CC’s administrator makes an analyst and a releaser of two people', 'done', () =>
    staff(stage),
  );
  await story.step('They write and release an advisory marked GREEN', 'done', () =>
    publishDraft(stage, PASSED, ['cncert-liaison', 'cncert-duty-officer']),
  );
  let item = '';
  await story.step('PKCERT has it under Art. 4(2) of the memorandum', PASSED, async () => {
    const { items = [] } = (await stage.systems('pkcert').get('/api/v1/advisories?limit=200')).json;
    const found = items.find(({ title }) => title === PASSED);
    item = found?.id ?? '';
    return found?.title ?? 'nothing';
  });
  await story.step('The banking CERT has nothing of it: nobody passed it on (D-20)', 'nothing', () =>
    pull(stage, 'banking'),
  );
  let passing = '';
  await story.step('A releaser passes it on to the banking CERT, by name', 'passed_on', async () => {
    const answer = await as('pkcert-releaser').post('/api/v1/passing-on', { item, to: ['banking'] });
    const [result] =
      (answer.json as unknown as { results?: { id: string; outcome: string }[] }).results ?? [];
    passing = result?.id ?? '';
    return result?.outcome ?? outcome(answer);
  });
  await story.step('The banking CERT gets it, and learns of no agreement', `added ${PASSED}`, () =>
    pull(stage, 'banking'),
  );
  await story.step('The energy CERT, to whom it was not passed on, does not', 'nothing', () =>
    pull(stage, 'energy'),
  );
  await story.step('PKCERT ends it, and the banking CERT has it no more', 'no_longer_shared', async () => {
    const ended = await as('pkcert-releaser').post(`/api/v1/passing-on/${passing}/end`, {
      reason: 'It is over.',
    });
    return outcome(ended) === 'done' ? pull(stage, 'banking') : outcome(ended);
  });
}

/** Other roles end the sessions, so both sign in anew. */
async function staff({ as, signIn }: Stage): Promise<string> {
  const { items = [] } = (await as('cncert-administrator').get('/api/v1/accounts')).json;
  const accounts = items as unknown as { id: string; email: string }[];
  const give = (person: 'cncert-liaison' | 'cncert-duty-officer', ...roles: string[]) => {
    const email = `${person.slice('cncert-'.length)}@cncert.example`;
    const { id } = accounts.find((one) => one.email === email)!;
    return as('cncert-administrator').send('PUT', `/api/v1/accounts/${id}/roles`, { roles });
  };
  const given = await allDone(
    () => give('cncert-liaison', 'liaison', 'analyst'),
    () => give('cncert-duty-officer', 'duty-officer', 'releaser'),
  );
  for (const person of ['cncert-liaison', 'cncert-duty-officer'] as const) await signIn(person);
  return given;
}
