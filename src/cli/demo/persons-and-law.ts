import { bringIntoForce } from './agreements';
import { TITLES } from './catalogue';
import { publishDraft, withheldBy } from './drafting';
import { allDone, outcome, pull, type Stage } from './stage';

const both = ['signatory', 'operating_cert'];
const NAMED = 'Who was behind it';

/** Between duty officers: RED, by name. */
const BY_NAME = {
  reference: 'PK-CN-RED-2026',
  title: 'Arrangement between duty officers (demonstration)',
  kind: 'mou',
  parties: ['pkcert', 'cncert'].map((organization) => ({ organization, roles: both })),
  terms: {
    grants: [
      {
        from: 'pkcert',
        to: 'cncert',
        clause: '§ 2',
        information_types: [{ type: 'threat_report', tlp_ceiling: 'RED' }],
        categories: 'any',
        sectors: 'any',
        reach_back: 'none',
      },
    ],
  },
};

/** RED goes to people by name, who are verified duty officers of their team, and to nobody beside them (D-16). */
export async function byName(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const liaison = as('pkcert-liaison');
  story.chapter('RED goes to named duty officers and to nobody else (D-16)');
  await story.step('Terms up to RED are signed and in force', 'done', async () =>
    allDone(() => liaison.post('/api/v1/agreements', BY_NAME)).then((drafted) =>
      drafted === 'done'
        ? bringIntoForce(stage, BY_NAME.reference, 1, 'pkcert-liaison', 'cncert-liaison')
        : drafted,
    ),
  );
  let [person, verification] = ['', ''];
  await story.step(
    'A liaison officer calls CNCERT/CC’s duty officer back and records it',
    'done',
    async () => {
      const { items = [] } = (await liaison.get('/api/v1/duty-officers')).json;
      person = items[0]?.id ?? '';
      const valid_until = new Date(Date.now() + 90 * 86_400_000).toISOString();
      const body = { person, method: 'call_back', valid_until };
      const verified = await liaison.post('/api/v1/duty-officer-verifications', body);
      verification = verified.json.id ?? '';
      return outcome(verified);
    },
  );
  await story.step('An advisory marked RED names her, and is released', 'done', () =>
    publishDraft(stage, NAMED, ['pkcert-analyst', 'pkcert-releaser'], {
      tlp: 'RED',
      named_persons: [person],
    }),
  );
  const named = async (reader: 'cncert-duty-officer' | 'cncert-auditor') =>
    ((await as(reader).get('/api/v1/named-items')).json.items ?? []).map(({ title }) => title).join() ||
    'nothing';
  await story.step('She reads it by name', NAMED, () => named('cncert-duty-officer'));
  await story.step(
    'Her colleague does not, nor do the systems of her team (D-16)',
    'nothing, nothing',
    async () => [await named('cncert-auditor'), await pull(stage, 'cncert')].join(', '),
  );
  await story.step(
    'Each side reads whom of CNCERT/CC PKCERT holds verified',
    '1 theirs, 1 ours',
    async () => {
      const lines = await Promise.all(
        (['pkcert-liaison', 'cncert-liaison'] as const).map(async (reader) => {
          const { items = [] } = (await as(reader).get('/api/v1/red-standing')).json;
          return items.map((one) => `${one.verified} ${one.side}`).join();
        }),
      );
      return lines.join(', ');
    },
  );
  await story.step(
    'A call back to a number that came on file today proves nothing',
    'on-file-long-enough',
    async () => {
      const contact = { role: 'duty', email: 'night@cncert.example', telephone: '+12025550177' };
      const added = await as('cncert-administrator').post('/api/v1/organizations/cncert/contacts', contact);
      const called = await liaison.post('/api/v1/duty-officer-call-backs', {
        person,
        contact: added.json.id,
      });
      return (called.json.errors ?? []).map(({ rule }) => rule).join();
    },
  );
  await story.step('The verification is revoked, and she reads it no more (D-16)', 'nothing', async () => {
    const path = `/api/v1/duty-officer-verifications/${verification}/revocation`;
    const revoked = await liaison.post(path, { reason: 'Nobody answers any more.' });
    return outcome(revoked) === 'done' ? named('cncert-duty-officer') : outcome(revoked);
  });
}

/** The law of the country withholds what an agreement would let go; what only narrows counts at once (D-18). */
export async function overlay(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const path = '/api/v1/overlay/versions';
  const law = 'Cyber Security Act 2026 (invented)';
  const restriction = {
    clause: '§ 12(2)',
    direction: 'sending',
    information_types: ['vulnerability_published'],
    countries: 'abroad',
    public: false,
  };
  story.chapter('The law of the country narrows what goes abroad (D-18)');
  await story.step(
    'A liaison officer records that it withholds vulnerabilities; it counts at once',
    'done',
    async () => outcome(await as('pkcert-liaison').post(path, { base: 0, law, restrictions: [restriction] })),
  );
  await story.step(
    'Corvia CERT is told that it has one no longer, and nothing of the law',
    'no_longer_shared',
    () => pull(stage, 'corvia'),
  );
  await story.step('PKCERT reads which rule withholds it (D-18)', 'D-18', () =>
    withheldBy(stage, 'old', 'corvia'),
  );
  await story.step(
    'A version that lets go counts for nothing yet: two people have to say so',
    'nothing',
    async () => {
      const recorded = await as('pkcert-liaison').post(path, { base: 1, law, restrictions: [] });
      return outcome(recorded) === 'done' ? pull(stage, 'corvia') : outcome(recorded);
    },
  );
  await story.step(
    'The second confirms it, and Corvia CERT has it again',
    `added ${TITLES.old}`,
    async () => {
      const confirmed = await as('pkcert-second-liaison').ask(`${path}/2/confirmation`);
      return outcome(confirmed) === 'done' ? pull(stage, 'corvia') : outcome(confirmed);
    },
  );
}
