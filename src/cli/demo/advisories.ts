import { importDocument, publish, release, TITLES } from './catalogue';
import { outcome, type Stage } from './stage';

/** The title of the advisory that is drafted from the case. */
export const DRAFTED = 'Phishing wave seen in a bank';

/** What the case tells of besides, each with handling of its own. */
const PARTS = [
  { kind: 'field', title: 'Bank that was hit', text: 'Invented Bank', tags: ['victim_identity'] },
  {
    kind: 'indicator',
    title: 'Address of the false page',
    text: '192.0.2.77',
    information_type: 'indicator',
  },
  { kind: 'statement', title: 'Who may be behind it', text: 'Somebody invented.', tlp: 'RED' },
] as const;

/** Before the story: what PKCERT had released when there was no agreement. */
export async function beforehand(stage: Stage): Promise<void> {
  const { story } = stage;
  story.chapter('Beforehand, without any agreement');
  await story.step(
    'PKCERT imports an advisory marked CLEAR, and a releaser releases it to the public',
    'done',
    async () => {
      const imported = await importDocument(stage, 'everybody');
      return imported === 'done' ? release(stage, 'everybody', 2, true) : imported;
    },
  );
  await story.step('PKCERT releases an advisory marked GREEN, which nobody is entitled to', 'done', () =>
    publish(stage, 'old'),
  );
  await story.step('An anonymous pull holds the public one', `added ${TITLES.everybody}`, async () => {
    const { json } = await stage.anonymous.get('/api/v1/feed');
    return (json.items ?? []).map(({ event, item }) => `${event} ${item?.title}`).join(', ');
  });
}

/** A report becomes a case, a case an advisory, and a second person lets it out. */
export async function advisories(stage: Stage): Promise<void> {
  const { story, as, items } = stage;
  let incident = '';
  let drafted = '';
  story.chapter('An incident is reported, worked and shared; advisories are released');
  await story.step('The banking CERT’s analyst files a report with PKCERT', 'done', async () => {
    const answer = await as('banking-analyst').post('/api/v1/reports', {
      title: 'Customers lured to a false bank page (invented)',
      description: 'Several customers entered their codes on a page that is not ours.',
      aware_at: new Date(Date.now() - 3_600_000).toISOString(),
    });
    items.set('report', answer.json.id ?? '');
    return outcome(answer);
  });
  await story.step(
    'It opens a case that PKCERT owns; the reporter does not learn which',
    'case for PKCERT, none for the reporter',
    async () => {
      const seen = (await as('pkcert-analyst').get(`/api/v1/reports/${items.get('report')}`)).json;
      const own = (await as('banking-analyst').get(`/api/v1/reports/${items.get('report')}`)).json;
      incident = seen.incident ?? '';
      return `${incident ? 'case' : 'no case'} for PKCERT, ${own.incident ? 'one' : 'none'} for the reporter`;
    },
  );
  await story.step('PKCERT’s analyst classifies and rates the case, for CNCERT/CC to see', 'done', async () =>
    outcome(
      await as('pkcert-analyst').post(`/api/v1/incidents/${incident}/versions`, {
        base: 1,
        title: 'Phishing of bank customers',
        summary: 'A wave of false bank pages.',
        handling: {
          tlp: 'AMBER',
          information_type: 'incident_summary',
          categories: ['fraud/phishing', 'information-gathering/social-engineering'],
          sectors: ['banking'],
          severity: 'medium',
          audience: { include: ['cncert'] },
        },
        parts: PARTS,
      }),
    ),
  );
  await story.step('She answers the reporter', 'done', async () =>
    outcome(
      await as('pkcert-analyst').post(`/api/v1/reports/${items.get('report')}/answers`, {
        status: 'in-work',
        answer: 'We are on it.',
      }),
    ),
  );
  await story.step('She drafts an advisory from the case', 'done', async () => {
    const answer = await as('pkcert-analyst').post('/api/v1/advisories', {
      title: DRAFTED,
      summary: 'Banks see a wave of phishing. Invented for the demonstration.',
      from_case: incident,
      handling: {
        tlp: 'AMBER',
        information_type: 'threat_report',
        categories: ['fraud/phishing'],
        sectors: ['banking'],
        severity: 'medium',
        audience: { include: 'partners' },
      },
    });
    drafted = answer.json.id ?? '';
    return outcome(answer);
  });
  await releaseByAnother(stage, drafted);
  await story.step(
    'Further advisories of different label, category and sector are imported and released',
    'done',
    () => publish(stage, 'phishing', 'malware', 'grid', 'strict', 'listed'),
  );
  await story.step(
    'One without a label stays PKCERT’s alone: its release is refused',
    '422 /problems/release/unlabelled',
    async () =>
      importDocument(stage, 'unlabelled').then(async (done) =>
        done === 'done' ? (await release(stage, 'unlabelled', 1)).split(' handling')[0]! : done,
      ),
  );
  await story.step(
    'One marked RED that names nobody leaves for nobody: its release is refused',
    '422 /problems/release/red',
    async () =>
      importDocument(stage, 'red').then(async (done) =>
        done === 'done' ? (await release(stage, 'red')).split(' handling')[0]! : done,
      ),
  );
  await story.step('A second person releases the case to CNCERT/CC', 'done', async () =>
    outcome(await as('pkcert-releaser').post(`/api/v1/incidents/${incident}/release`, { version: 2 })),
  );
  await readers(stage);
}

/** Whoever wrote on a version does not release it, whatever her roles. */
async function releaseByAnother({ story, as }: Stage, advisory: string): Promise<void> {
  const path = `/api/v1/advisories/${advisory}`;
  await story.step('She is no releaser and cannot release it', '403 /problems/access/not-for-you', async () =>
    outcome(await as('pkcert-analyst').post(`${path}/release`, { version: 1 })),
  );
  await story.step('A senior analyst, who is a releaser too, adds a recommendation', 'done', async () =>
    outcome(
      await as('pkcert-senior-analyst').post(`${path}/versions`, {
        base: 1,
        recommendation: 'Tell customers which address is yours.',
      }),
    ),
  );
  await story.step(
    'As an author she cannot release it, releaser or not',
    '403 /problems/release/author',
    async () => outcome(await as('pkcert-senior-analyst').post(`${path}/release`, { version: 2 })),
  );
  await story.step('Another releaser releases it', 'done', async () =>
    outcome(await as('pkcert-releaser').post(`${path}/release`, { version: 2 })),
  );
}

/** Who reads the shared case by its address: CNCERT/CC, and nobody else. */
async function readers(stage: Stage): Promise<void> {
  const { story, systems, items } = stage;
  let parts: string[] = [];
  await story.step(
    'CNCERT/CC’s systems list the case and read it',
    'Phishing of bank customers, 200',
    async () => {
      const listed = (await systems('cncert').get('/api/v1/incidents')).json.items?.[0];
      items.set('incident', listed?.id ?? '');
      const { status, json } = await systems('cncert').get(`/api/v1/incidents/${listed?.id}`);
      parts = (json.parts ?? []).map(({ title, text }) => `${title}: ${text.replace(/ [0-9A-Z-]{14}$/, '')}`);
      return `${listed?.title}, ${status}`;
    },
  );
  await story.step(
    'The terms let it have the address, and the bank under a pseudonym; what is RED is left out',
    `${PARTS[0].title}: Pseudonym; ${PARTS[1].title}: ${PARTS[1].text}`,
    () => Promise.resolve(parts.join('; ')),
  );
  const others = ['corvia', 'dunmere', 'itu', 'moitt', 'banking', 'energy', 'telecom'] as const;
  await story.step('Everybody else gets 404 for it', '404 404 404 404 404 404 404 404', async () => {
    const path = `/api/v1/incidents/${items.get('incident')}`;
    const statuses = await Promise.all([
      ...others.map((other) => systems(other).get(path)),
      stage.anonymous.get(path),
    ]);
    return statuses.map(({ status }) => status).join(' ');
  });
}
