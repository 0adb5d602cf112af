import { bringIntoForce } from './agreements';
import { publishDraft, withheldBy } from './drafting';
import { outcome, pull, type Stage } from './stage';

const MEMORANDUM = 'PK-CN-2026';
const ANNEX = 'PK-CN-2026-A1';
const REPORT = 'Fraud against small banks';
const both = ['signatory', 'operating_cert'];

/** The annex on threat reports: what of the energy sector goes, with shorter keeping; of all else it says nothing. */
const annex = (change: object = {}) => ({
  reference: ANNEX,
  title: 'Annex 1 on threat reports (demonstration)',
  kind: 'implementing_annex',
  parent: MEMORANDUM,
  parties: ['pkcert', 'cncert'].map((organization) => ({ organization, roles: both })),
  terms: {
    grants: [
      {
        from: 'pkcert',
        to: 'cncert',
        clause: 'Annex 1, 2',
        information_types: [{ type: 'threat_report', tlp_ceiling: 'AMBER' }],
        categories: 'any',
        sectors: ['energy'],
        reach_back: 'none',
        obligations: { retention_days: 90 },
        ...change,
      },
    ],
  },
});

/** An annex below the memorandum narrows it, and can say no more than it (D-23). */
export async function annexes(stage: Stage): Promise<void> {
  const { story, as } = stage;
  story.chapter('An annex narrows the memorandum, and never widens it (D-23)');
  await story.step('PKCERT releases a threat report on banks', 'done', () =>
    publishDraft(stage, REPORT, ['pkcert-analyst', 'pkcert-releaser']),
  );
  await story.step(
    'CNCERT/CC gets it under the memorandum',
    `added ${REPORT}`,
    async () => (await pull(stage, 'cncert')).split(', ').find((told) => told.endsWith(REPORT)) ?? 'nothing',
  );
  await story.step(
    'An annex that names victims and is kept for two years is refused before anything is saved, term by term',
    '422 terms/wider-than-parent: terms.grants.0.victim_identity, terms.grants.0.obligations.retention_days',
    async () => {
      const wide = annex({ victim_identity: 'full', obligations: { retention_days: 730 } });
      const { status, json } = await as('pkcert-liaison').post('/api/v1/agreements', wide);
      const fields = (json.errors ?? []).map(({ field }) => field).join(', ');
      return `${status} ${String(json.type).replace('/problems/', '')}: ${fields}`;
    },
  );
  await story.step('One that only narrows is drafted, below the memorandum', 'done', async () =>
    outcome(await as('pkcert-liaison').post('/api/v1/agreements', annex())),
  );
  await story.step('Both sign it, and it enters into force', 'done', () =>
    bringIntoForce(stage, ANNEX, 1, 'pkcert-liaison', 'cncert-liaison'),
  );
  await story.step('From then on no threat report on banks is shared', 'no_longer_shared', async () =>
    [...new Set((await pull(stage, 'cncert')).split(', '))].join(', '),
  );
  await story.step('PKCERT reads why: the annex does not admit it (D-23)', 'D-23', () =>
    withheldBy(stage, REPORT, 'cncert'),
  );
  await story.step(
    'What is not a threat report goes under the memorandum alone, as before',
    MEMORANDUM,
    async () => {
      const { json } = await as('cncert-liaison').get('/api/v1/me');
      const { directions = [] } = json as unknown as { directions?: { agreement: string }[] };
      return [...new Set(directions.map(({ agreement }) => agreement))]
        .filter((agreement) => [MEMORANDUM, ANNEX].includes(agreement))
        .join(', ');
    },
  );
  await story.step(
    'The annex ends, and what it withheld goes under the memorandum again',
    `done, ${REPORT}`,
    async () => {
      const ended = await as('pkcert-liaison').post(`/api/v1/agreements/${ANNEX}/end`, {
        reason: 'It was tried out (invented).',
      });
      const told = (await pull(stage, 'cncert')).split(', ');
      return `${outcome(ended)}, ${told.some((one) => one.endsWith(REPORT)) ? REPORT : told.join()}`;
    },
  );
  // What others have of it is not in the way of what follows.
  await pull(stage, 'corvia');
}
