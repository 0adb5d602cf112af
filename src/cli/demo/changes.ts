import { bringIntoForce, corviaTerms } from './agreements';
import { documentOf, publish, TITLES } from './catalogue';
import { outcome, pull, type Stage } from './stage';
import { telling } from './telling';

/** New versions, withdrawals and amendments reach whom they concern, through the old cursors. */
export async function changes(stage: Stage): Promise<void> {
  const { story, as, items } = stage;
  const agreement = '/api/v1/agreements/PK-XC-2026/terms';
  story.chapter('What changes is told');
  await story.step(
    'PKCERT imports and releases a second version of the phishing advisory',
    'done',
    async () => {
      const imported = await as('pkcert-analyst').post(
        '/api/v1/advisories/imports',
        documentOf('phishing', 2),
      );
      if (outcome(imported) !== 'done') return outcome(imported);
      return outcome(
        await as('pkcert-releaser').post(`/api/v1/advisories/${items.get('phishing')}/release`, {
          version: 3,
        }),
      );
    },
  );
  await story.step('It withdraws the advisory on the grid controller', 'done', async () =>
    outcome(
      await as('pkcert-releaser').post(`/api/v1/advisories/${items.get('grid')}/withdrawal`, {
        reason: 'The flaw was none.',
      }),
    ),
  );
  for (const [organization, name] of [
    ['cncert', 'CNCERT/CC'],
    ['corvia', 'Corvia CERT'],
  ] as const)
    await story.step(`${name}’s next pull says both`, `updated ${TITLES.phishing}, withdrawn`, () =>
      pull(stage, organization),
    );
  await story.step(
    'An amendment widens Corvia CERT’s terms to indicators, without reach back',
    'done',
    async () => {
      const proposed = await as('pkcert-liaison').post(
        agreement,
        corviaTerms(['vulnerability_published', 'threat_report', 'indicator'], 'none'),
      );
      return outcome(proposed) === 'done'
        ? bringIntoForce(stage, 'PK-XC-2026', 2, 'pkcert-liaison', 'corvia-liaison')
        : outcome(proposed);
    },
  );
  await story.step('Nothing released before arrives', 'nothing', () => pull(stage, 'corvia'));
  await story.step('A further amendment reaches back without limit', 'done', async () => {
    const proposed = await as('pkcert-liaison').post(
      agreement,
      corviaTerms(['vulnerability_published', 'threat_report', 'indicator'], 'all'),
    );
    return outcome(proposed) === 'done'
      ? bringIntoForce(stage, 'PK-XC-2026', 3, 'pkcert-liaison', 'corvia-liaison')
      : outcome(proposed);
  });
  await story.step(
    'What was released long before arrives, through the old cursor',
    `added ${TITLES.old}`,
    () => pull(stage, 'corvia'),
  );
  await story.step('And once', 'nothing', () => pull(stage, 'corvia'));
}

/** The duty officer stops a direction at once; two people resume it. */
export async function stop(stage: Stage): Promise<void> {
  const { story, as, systems, items } = stage;
  const offered = ((await systems('cncert').get('/api/v1/advisories')).json.items ?? []).find(
    ({ title }) => title === TITLES.malware,
  );
  let pause = '';
  story.chapter('The duty officer stops what goes to CNCERT/CC');
  await story.step('She stops it, alone, with a reason', 'done', async () => {
    const answer = await as('pkcert-duty-officer').post('/api/v1/stops', {
      to: 'cncert',
      reason: 'A partner mailbox was broken into (invented).',
    });
    pause = answer.json.id ?? '';
    return outcome(answer);
  });
  await story.step('PKCERT releases one more', 'done', () => publish(stage, 'late'));
  await story.step('CNCERT/CC’s list holds what everybody may read', TITLES.everybody, async () =>
    ((await systems('cncert').get('/api/v1/advisories')).json.items ?? [])
      .map(({ title }) => title)
      .join(', '),
  );
  await story.step(
    'What it had is 404 by id, as document, and the same as an id that never was',
    '404 404, alike',
    async () => {
      const known = await systems('cncert').get(`/api/v1/advisories/${offered?.id}`);
      const document = await systems('cncert').get(`/api/v1/advisories/${offered?.id}/csaf`);
      const never = await systems('cncert').get('/api/v1/advisories/5a4b2c1d-0000-4000-8000-123456789abc');
      return `${known.status} ${document.status}, ${known.bytes.equals(never.bytes) ? 'alike' : 'different'}`;
    },
  );
  await story.step('The incident is 404 too', '404', async () =>
    String((await systems('cncert').get(`/api/v1/incidents/${items.get('incident')}`)).status),
  );
  await story.step('Its feed shows one notice', 'notice sharing-paused', () => pull(stage, 'cncert'));
  await telling(stage);
  await story.step('Corvia CERT goes on as before', `added ${TITLES.late}`, () => pull(stage, 'corvia'));
  await story.step('One person asks to resume; alone she cannot', '403', async () => {
    const asked = await as('pkcert-duty-officer').post(`/api/v1/pauses/${pause}/resumption`, {
      reason: 'The mailbox is safe again.',
    });
    if (outcome(asked) !== 'done') return outcome(asked);
    return String(
      (await as('pkcert-duty-officer').ask(`/api/v1/pauses/${pause}/resumption/confirmation`)).status,
    );
  });
  await story.step('A second person confirms', 'done', async () =>
    outcome(await as('pkcert-liaison').ask(`/api/v1/pauses/${pause}/resumption/confirmation`)),
  );
  await story.step(
    'CNCERT/CC gets what it missed, and nothing again',
    `added ${TITLES.late}, notice sharing-resumed`,
    () => pull(stage, 'cncert'),
  );
}
