import { bringIntoForce } from './agreements';
import { TITLES } from './catalogue';
import type { Answer } from './http-client';
import { allDone, outcome, pull, type Stage } from './stage';

const PATH = '/api/v1/information-requests';
const both = ['signatory', 'operating_cert'];

/** Dunmere CERT: GREEN threat reports, and only those that it asks for. */
const DUNMERE = {
  reference: 'PK-XD-2026',
  title: 'Arrangement between PKCERT and Dunmere CERT (invented)',
  kind: 'mou',
  parties: [
    { organization: 'pkcert', roles: both },
    { organization: 'dunmere', roles: both },
  ],
  terms: {
    grants: [
      {
        from: 'pkcert',
        to: 'dunmere',
        clause: 'Art. 3',
        information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
        categories: 'any',
        sectors: 'any',
        reach_back: 'all',
        need: 'on_request',
      },
    ],
  },
};

const subject = 'Phishing of bank customers in Dunmere';
const later = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

/** A team under terms on request gets what it asks for, once it is answered, and until it is over. */
export async function requests(stage: Stage): Promise<void> {
  const { story, as, items } = stage;
  const [asker, releaser] = [as('dunmere-liaison'), as('pkcert-releaser')];
  const ask = () =>
    asker.post(PATH, { to: 'pkcert', subject, details: 'We see it too.', open_until: later() });
  let request = '';
  story.chapter('Dunmere CERT asks, and gets what it is answered with');
  await story.step('Without an agreement it cannot ask', '409 /problems/request/no-agreement', async () =>
    outcome(await ask()),
  );
  await story.step('An arrangement that shares on request alone is signed and in force', 'done', async () =>
    allDone(() => as('pkcert-liaison').post('/api/v1/agreements', DUNMERE)).then((drafted) =>
      drafted === 'done'
        ? bringIntoForce(stage, 'PK-XD-2026', 1, 'pkcert-liaison', 'dunmere-liaison')
        : drafted,
    ),
  );
  await story.step('Nothing arrives by itself', 'nothing', () => pull(stage, 'dunmere'));
  await story.step('It asks PKCERT about phishing', 'done', async () => {
    const asked = await ask();
    request = `${PATH}/${asked.json.id}`;
    return outcome(asked);
  });
  const answer = (item: string) => releaser.post(`${request}/answers`, { item: items.get(item) });
  await story.step('A releaser of PKCERT answers with the phishing advisory', 'done', async () =>
    outcome(await answer('phishing')),
  );
  await story.step('She answers with one that the terms do not let go, too', 'done', async () =>
    outcome(await answer('strict')),
  );
  await story.step('The next pull brings the one', `added ${TITLES.phishing}`, () => pull(stage, 'dunmere'));
  await story.step('Its request tells of that one alone; PKCERT’s side of both', '1 and 2', async () => {
    const told = async (reader: typeof asker) => answersIn(await reader.get(request));
    return `${await told(asker)} and ${await told(releaser)}`;
  });
  await story.step('It closes the request, and what came on request goes', 'no_longer_shared', async () => {
    const closed = outcome(await asker.ask(`${request}/closing`));
    return closed === 'done' ? pull(stage, 'dunmere') : closed;
  });
  await story.step('Another is refused, and the reason is not told', 'refused, null', async () => {
    const { json } = await ask();
    await as('pkcert-liaison').post(`${PATH}/${json.id}/refusal`, {
      reason_code: 'ongoing_investigation',
      tell_reason: false,
    });
    const shown = (await asker.get(`${PATH}/${json.id}`)).json as unknown as Refused;
    return `${shown.state}, ${JSON.stringify(shown.refusal)}`;
  });
  await story.step('It lists what it asked', 'closed', async () =>
    ((await asker.get(`${PATH}?state=closed`)).json.items ?? []).length === 1 ? 'closed' : 'others',
  );
}

interface Refused {
  state: string;
  refusal: object | null;
}
const answersIn = ({ json }: Answer) => (json as unknown as { answers?: unknown[] }).answers?.length;
