import type { Answer } from './http-client';
import { allDone, pull, outcome, type Stage } from './stage';

const type = (name: string, tlp_ceiling: string) => ({ type: name, tlp_ceiling });
const both = ['signatory', 'operating_cert'];

/** PKCERT and CNCERT/CC: broad terms, up to AMBER, for everything that is not an unpublished vulnerability. */
const MEMORANDUM = {
  reference: 'PK-CN-2026',
  title: 'Memorandum on cyber-security cooperation (demonstration)',
  kind: 'mou',
  parties: [
    { organization: 'moitt', roles: ['approving_authority'] },
    { organization: 'pkcert', roles: both },
    { organization: 'cncert', roles: both },
  ],
  terms: {
    corrections: 'none',
    grants: [
      ['pkcert', 'cncert', 'Art. 4(1)'],
      ['cncert', 'pkcert', 'Art. 4(2)'],
    ].map(([from, to, clause]) => ({
      from,
      to,
      clause,
      information_types: ['incident_summary', 'threat_report', 'indicator', 'vulnerability_published'].map(
        (name) => type(name, 'AMBER'),
      ),
      categories: 'any',
      sectors: 'any',
      reach_back: 'none',
      victim_identity: 'pseudonym',
      respond_within: { minutes: 4320 },
      obligations: {
        permitted_purposes: ['network_defence', 'incident_response'],
        onward_sharing: 'own_constituents',
        retention_days: 365,
        acknowledge_within: { minutes: 1440, by_severity: { critical: 60 } },
        destruction: { means: 'delete', certificate: false, logs_exempt: true },
        legal_hold: 'recipient',
      },
    })),
  },
};

/** Corvia CERT: GREEN at most, published vulnerabilities and phishing only. */
export const corviaTerms = (types: string[], reach_back: string) => ({
  corrections: 'allowed',
  grants: [
    {
      from: 'pkcert',
      to: 'corvia',
      clause: 'Art. 2',
      information_types: types.map((name) => type(name, 'GREEN')),
      categories: ['vulnerable', 'fraud/phishing'],
      default_label: 'AMBER',
      sectors: 'any',
      victim_identity: 'with_consent',
      reach_back,
    },
  ],
});

const CORVIA = {
  reference: 'PK-XC-2026',
  title: 'Arrangement between PKCERT and Corvia CERT (invented)',
  kind: 'mou',
  parties: [
    { organization: 'pkcert', roles: both },
    { organization: 'corvia', roles: both },
  ],
  terms: corviaTerms(['vulnerability_published', 'threat_report'], 'none'),
};

const ITU = {
  reference: 'PK-ITU-2026',
  title: 'Agreement on an acceleration centre (demonstration)',
  kind: 'host_or_capacity_agreement',
  parties: [
    { organization: 'moitt', roles: ['signatory'] },
    { organization: 'itu', roles: ['signatory'] },
  ],
  terms: { grants: [] },
};

/** Carries a terms version of an agreement from submission to force; its parties sign for themselves. */
export async function bringIntoForce(
  { as }: Stage,
  reference: string,
  number: number,
  own: 'pkcert-liaison' | 'moitt-liaison',
  other: 'cncert-liaison' | 'corvia-liaison' | 'dunmere-liaison' | 'itu-liaison',
) {
  const path = `/api/v1/agreements/${reference}/terms/${number}`;
  return allDone(
    () => as(own).post(`${path}/submission`),
    () => as(own).post(`${path}/signatures`),
    () => as(other).post(`${path}/signatures`),
    () => as(own).post(`${path}/entry-into-force`),
  );
}

const states = ({ json }: Answer) => json.state?.statements.join(', ') ?? JSON.stringify(json);

/** Agreements come into force, step by step, and nothing flows before. */
export async function agreements(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const path = '/api/v1/agreements/PK-CN-2026';
  const terms = `${path}/terms/1`;
  story.chapter('Agreements come into force');
  await story.step(
    'MoITT’s liaison officer drafts the memorandum between PKCERT and CNCERT/CC',
    'done',
    async () => outcome(await as('moitt-liaison').post('/api/v1/agreements', MEMORANDUM)),
  );
  await story.step(
    'Dunmere CERT, who is no party, asks for it and gets what an unknown one gets',
    '404',
    async () => String((await as('dunmere-liaison').get(path)).status),
  );
  await story.step('It cannot enter into force from a draft', '409', async () =>
    String((await as('pkcert-liaison').post(`${terms}/entry-into-force`)).status),
  );
  await story.step('PKCERT’s liaison officer submits it', 'done', async () =>
    outcome(await as('pkcert-liaison').post(`${terms}/submission`)),
  );
  await story.step(
    'She records the cabinet’s approval on its behalf, with evidence; it does not count yet',
    'submitted',
    async () =>
      states(
        await as('pkcert-liaison').post(`${terms}/approvals`, {
          party: 'moitt',
          on_behalf_of: 'Federal Cabinet of Pakistan (demonstration)',
          evidence_sha256: 'a'.repeat(64),
          reason: 'Cabinet decision of the demonstration',
        }),
      ),
  );
  await story.step('She cannot confirm her own recording', '403', async () =>
    confirm(stage, 'pkcert-liaison'),
  );
  await story.step('A second liaison officer confirms it', 'done', async () =>
    confirm(stage, 'pkcert-second-liaison'),
  );
  await story.step('PKCERT and CNCERT/CC sign', 'done', async () =>
    allDone(
      () => as('pkcert-liaison').post(`${terms}/signatures`),
      () => as('cncert-liaison').post(`${terms}/signatures`),
    ),
  );
  await story.step(
    'Signed is not in force: CNCERT/CC pulls and gets what everybody may read',
    'added Weak default keys in a gateway',
    () => pull(stage, 'cncert'),
  );
  await story.step('It enters into force', 'in_force', async () => {
    const { json } = await as('pkcert-liaison').post(`${terms}/entry-into-force`);
    return json.state?.in_force ? 'in_force' : JSON.stringify(json);
  });
  await story.step('Corvia CERT’s narrower agreement is drafted, signed and in force', 'done', async () =>
    allDone(() => as('pkcert-liaison').post('/api/v1/agreements', CORVIA)).then((drafted) =>
      drafted === 'done'
        ? bringIntoForce(stage, 'PK-XC-2026', 1, 'pkcert-liaison', 'corvia-liaison')
        : drafted,
    ),
  );
  await story.step(
    'The ITU’s agreement is drafted, signed and in force, and grants nothing',
    'done',
    async () =>
      allDone(() => as('moitt-liaison').post('/api/v1/agreements', ITU)).then((drafted) =>
        drafted === 'done'
          ? bringIntoForce(stage, 'PK-ITU-2026', 1, 'moitt-liaison', 'itu-liaison')
          : drafted,
      ),
  );
}

async function confirm({ as }: Stage, person: 'pkcert-liaison' | 'pkcert-second-liaison'): Promise<string> {
  const { json } = await as(person).get('/api/v1/agreements/PK-CN-2026');
  const approval = (json.facts ?? []).find(({ kind }) => kind === 'approved');
  const answer = await as(person).ask(`/api/v1/agreements/PK-CN-2026/facts/${approval?.id}/confirmation`);
  return answer.status === 403 ? '403' : outcome(answer);
}
