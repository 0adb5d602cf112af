import { bringIntoForce } from './agreements';
import type { PersonKey } from './cast';
import { publishDraft } from './drafting';
import type { Answer } from './http-client';
import { allDone, outcome, pull, type Stage } from './stage';

const both = ['signatory', 'operating_cert'];
const [FIRST, SECOND, THREE] = ['PK-XC-2023', 'PK-XC-2027', 'PK-CN-XC-2026'];
const pathOf = (reference: string) => `/api/v1/agreements/${reference}`;
/** How long the first memorandum holds, in milliseconds: a story cannot wait for years. */
const HOLDS = 12_000;

const grant = (from: string, to: string, clause: string, change: object = {}) => ({
  ...{ from, to, clause, categories: ['fraud/phishing'], sectors: 'any', reach_back: 'none' },
  information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
  ...change,
});
const party = (organization: string, roles: string[] = both) => ({ organization, roles });

/** What a story looks for in an agreement. */
interface Told {
  supersedes?: { transition?: { kind: string } | null } | null;
  state?: { statements: string[]; terms_version: number | null };
  terms?: { texts: { sha256: string }[]; corrigendum: { confirmations_missing: string[] } | null }[];
  facts?: { id: string; kind: string }[];
}
const told = ({ json }: Answer) => json as unknown as Told;

/** Other roles end the sessions, so both sign in anew. */
async function staffCorvia({ as, signIn }: Stage): Promise<string> {
  const accounts = (await as('corvia-administrator').get('/api/v1/accounts')).json.items as unknown as {
    id: string;
    email: string;
  }[];
  const give = (person: PersonKey, ...roles: string[]) => {
    const { id } = accounts.find(
      ({ email }) => email === `${person.slice('corvia-'.length)}@corvia.example`,
    )!;
    return as('corvia-administrator').send('PUT', `/api/v1/accounts/${id}/roles`, { roles });
  };
  const given = await allDone(
    () => give('corvia-liaison', 'liaison', 'analyst'),
    () => give('corvia-auditor', 'auditor', 'releaser'),
  );
  for (const person of ['corvia-liaison', 'corvia-auditor'] as const) await signIn(person);
  return given;
}
const corviaPublishes = (stage: Stage, title: string, handling: object = {}) =>
  publishDraft(stage, title, ['corvia-liaison', 'corvia-auditor'], handling);

/** What the memorandum’s paper is, and that both sides hold the same. */
export async function paper({ story, as }: Stage): Promise<void> {
  const path = pathOf('PK-CN-2026');
  const text = Buffer.from('Memorandum (demonstration)\nArt. 4 The parties exchange …\n');
  story.chapter('The memorandum has a paper behind it');
  await story.step('PKCERT’s liaison officer says what it is', 'done', async () =>
    outcome(
      await as('pkcert-liaison').send('PUT', `${path}/description`, {
        binding: 'non_binding',
        languages: ['en', 'ur', 'zh-Hans'],
        prevailing_language: 'en',
        registry_number: 'Invented register 12/2026',
        classification: 'GREEN',
      }),
    ),
  );
  await story.step('She attaches its text in English', 'done', async () =>
    outcome(
      await as('pkcert-liaison').send('POST', `${path}/terms/1/texts?language=en`, text, {
        'Content-Type': 'text/plain',
      }),
    ),
  );
  await story.step('CNCERT/CC fetches it, and its hash is the one that is shown', 'the same', async () => {
    const fetched = await as('cncert-liaison').get(`${path}/terms/1/texts/en`);
    const shown = told(await as('cncert-liaison').get(path)).terms?.[0]?.texts[0]?.sha256;
    return fetched.sha256 === shown ? 'the same' : `${fetched.status} ${fetched.sha256}, not ${shown}`;
  });
  await story.step('It is signed, so the text that is there stays', '409 /problems/text/fixed', async () =>
    outcome(
      await as('cncert-liaison').send('POST', `${path}/terms/1/texts?language=en`, Buffer.from('Another'), {
        'Content-Type': 'text/plain',
      }),
    ),
  );
}

/** A memorandum that ran out, and after a gap the one in its place. */
export async function succession(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const ends = Date.now() + HOLDS;
  const draft = (reference: string, change: object) => ({
    ...{ reference, title: `Memorandum between PKCERT and Corvia CERT (invented), ${reference.slice(-4)}` },
    ...{ kind: 'mou', parties: [party('pkcert'), party('corvia')], ...change },
  });
  story.chapter('A memorandum ran out, and another one came in its place');
  await story.step('Corvia CERT makes an analyst and a releaser of two people', 'done', () =>
    staffCorvia(stage),
  );
  await story.step(
    'A first memorandum lets PKCERT have what Corvia CERT reports, for a while',
    'done',
    async () => {
      const terms = {
        expires_at: new Date(ends).toISOString(),
        grants: [grant('corvia', 'pkcert', 'Art. 3')],
      };
      const drafted = outcome(await as('pkcert-liaison').post('/api/v1/agreements', draft(FIRST, { terms })));
      return drafted === 'done'
        ? bringIntoForce(stage, FIRST, 1, 'pkcert-liaison', 'corvia-liaison')
        : drafted;
    },
  );
  await pull(stage, 'pkcert');
  await story.step('Corvia CERT releases a report', 'done', () => corviaPublishes(stage, 'Before the gap'));
  await story.step('PKCERT has it', 'added Before the gap', () => pull(stage, 'pkcert'));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, ends - Date.now()) + 1));
  await story.step('The memorandum runs out; Corvia CERT releases another', 'done', () =>
    corviaPublishes(stage, 'In the gap'),
  );
  await story.step('PKCERT is told that it ended, and gets nothing', 'notice agreement-ended', () =>
    pull(stage, 'pkcert'),
  );
  await story.step('A second one supersedes it and reaches back to nothing', 'done', async () => {
    const terms = { grants: [grant('corvia', 'pkcert', 'Art. 3'), grant('pkcert', 'corvia', 'Art. 2')] };
    const body = draft(SECOND, { supersedes: { agreement: FIRST }, terms });
    const drafted = outcome(await as('pkcert-liaison').post('/api/v1/agreements', body));
    return drafted === 'done'
      ? bringIntoForce(stage, SECOND, 1, 'pkcert-liaison', 'corvia-liaison')
      : drafted;
  });
  await story.step('What was released in the gap does not come', 'nothing', () => pull(stage, 'pkcert'));
  await story.step('What is released from now on does', 'added After the gap', async () => {
    const released = await corviaPublishes(stage, 'After the gap');
    return released === 'done' ? pull(stage, 'pkcert') : released;
  });
  await story.step('Both agreements show the gap; the first is superseded', 'a gap, superseded', async () => {
    const later = told(await as('corvia-liaison').get(pathOf(SECOND)));
    const former = told(await as('corvia-liaison').get(pathOf(FIRST)));
    const state = former.state?.statements.includes('superseded') ? 'superseded' : 'not superseded';
    return `a ${later.supersedes?.transition?.kind ?? 'nothing'}, ${state}`;
  });
}

/** Terms that were keyed in wrongly are mended. */
export async function corrigenda({ story, as }: Stage): Promise<void> {
  const path = pathOf(SECOND);
  const wide = [grant('corvia', 'pkcert', 'Art. 3'), grant('pkcert', 'corvia', 'Art. 2')];
  const narrow = [wide[0]!, grant('pkcert', 'corvia', 'Art. 2', { sectors: ['banking'] })];
  const why = (clause: string) => ({ reason: 'Keyed in wrongly (invented).', clause });
  const number = async () => String(told(await as('corvia-liaison').get(path)).state?.terms_version);
  story.chapter('What was keyed in wrongly is mended');
  await story.step('One person of PKCERT narrows a grant to what the text says: at once', '2', async () => {
    const body = { grants: narrow, ...why('Art. 2(1)') };
    const mended = outcome(await as('pkcert-liaison').post(`${path}/corrigenda`, body));
    return mended === 'done' ? number() : mended;
  });
  await story.step('That was wrong, too. To widen it again waits for the other side', 'corvia', async () => {
    const body = { grants: wide, ...why('Art. 2(2)') };
    const drawn = await as('pkcert-liaison').post(`${path}/corrigenda`, body);
    return told(drawn).terms?.at(-1)?.corrigendum?.confirmations_missing.join() ?? outcome(drawn);
  });
  await story.step('Corvia CERT confirms it; a second person of PKCERT has yet to', '2', async () => {
    const confirmed = outcome(await as('corvia-liaison').post(`${path}/terms/3/correction-confirmations`));
    return confirmed === 'done' ? number() : confirmed;
  });
  await story.step('With her word it takes effect', '3', async () => {
    const { facts = [] } = told(await as('pkcert-liaison').get(path));
    const fact = facts.findLast(({ kind }) => kind === 'corrected');
    const confirmed = outcome(
      await as('pkcert-second-liaison').ask(`${path}/facts/${fact?.id}/confirmation`),
    );
    return confirmed === 'done' ? number() : confirmed;
  });
}

/** Three CERTs under one agreement, each of which sees what it is party to. */
export async function trilateral(stage: Stage): Promise<void> {
  const { story, as, systems } = stage;
  const terms = `${pathOf(THREE)}/terms/1`;
  const people = ['pkcert-liaison', 'cncert-liaison', 'corvia-liaison'] as const;
  const malware = { categories: ['malicious-code/c2-server'] };
  const DRAFT = {
    ...{ reference: THREE, title: 'Arrangement of three CERTs (invented)', kind: 'mou' },
    parties: [party('pkcert'), party('cncert'), party('corvia')],
    terms: {
      grants: [
        grant('pkcert', 'cncert', 'Art. 1', malware),
        grant('pkcert', 'corvia', 'Art. 2', malware),
        grant('corvia', 'cncert', 'Art. 3', malware),
        grant('cncert', 'corvia', 'Art. 4', malware),
      ],
    },
  };
  story.chapter('Three CERTs under one agreement');
  await story.step('PKCERT, CNCERT/CC and Corvia CERT sign it, and it is in force', 'done', () =>
    allDone(
      () => as('pkcert-liaison').post('/api/v1/agreements', DRAFT),
      () => as('pkcert-liaison').post(`${terms}/submission`),
      ...people.map((person) => () => as(person).post(`${terms}/signatures`)),
      () => as('corvia-liaison').post(`${terms}/entry-into-force`),
    ),
  );
  for (const puller of ['cncert', 'pkcert', 'dunmere'] as const) await pull(stage, puller);
  await story.step('Corvia CERT releases a report on malware', 'done', () =>
    corviaPublishes(stage, 'Seen in Corvia', malware),
  );
  await story.step('CNCERT/CC has it under Art. 3', 'added Seen in Corvia', () => pull(stage, 'cncert'));
  await story.step('PKCERT, to whom nothing grants it, has nothing', 'nothing', () => pull(stage, 'pkcert'));
  await story.step('Dunmere CERT has nothing, and no such agreement', 'nothing, 404', async () => {
    const { status } = await as('dunmere-liaison').get(pathOf(THREE));
    return `${await pull(stage, 'dunmere')}, ${status}`;
  });
  await story.step(
    'Who exchanges what with whom is for these two: PKCERT has two logs of it',
    '2',
    async () => {
      const logs = (await as('pkcert-auditor').get('/api/v1/logs')).json.items as unknown as {
        agreement: string | null;
      }[];
      return String(logs.filter(({ agreement }) => agreement === THREE).length);
    },
  );
  await story.step('Of its own directions each is told its own', 'pkcert 2, corvia 3', async () => {
    const own = async (team: 'pkcert' | 'corvia') => {
      const { directions = [] } = (await systems(team).get('/api/v1/me')).json as unknown as {
        directions?: { agreement: string }[];
      };
      return `${team} ${directions.filter(({ agreement }) => agreement === THREE).length}`;
    };
    return `${await own('pkcert')}, ${await own('corvia')}`;
  });
}
