import { bringIntoForce } from './agreements';
import { allDone, outcome, type Stage } from './stage';

const both = ['signatory', 'operating_cert'];
const HOUR = 3_600_000;

/** Terms that say how often contacts are verified and the joint committee meets. */
const UPKEEP = {
  reference: 'PK-CN-UPKEEP-2026',
  title: 'Arrangement on contacts and meetings (demonstration)',
  kind: 'mou',
  parties: ['pkcert', 'cncert'].map((organization) => ({ organization, roles: both })),
  terms: {
    grants: [
      {
        ...{
          from: 'pkcert',
          to: 'cncert',
          clause: '§ 4',
          categories: 'any',
          sectors: 'any',
          reach_back: 'none',
        },
        information_types: [{ type: 'statistics', tlp_ceiling: 'GREEN' }],
      },
    ],
    ...{ contact_verification_days: 180, meetings_days: 365 },
  },
};

/** Contacts are verified in rounds, activities let nothing go, and a report counts what both know. */
export async function cooperation(stage: Stage): Promise<void> {
  const { story, as } = stage;
  const liaison = as('pkcert-liaison');
  story.chapter('What keeps a cooperation alive');
  await story.step(
    'Terms say that contacts are verified every 180 days; they are in force',
    'done',
    async () => {
      const drafted = await allDone(() => liaison.post('/api/v1/agreements', UPKEEP));
      if (drafted !== 'done') return drafted;
      return bringIntoForce(stage, UPKEEP.reference, 1, 'pkcert-liaison', 'cncert-liaison');
    },
  );
  await story.step(
    'PKCERT asks for a round of CNCERT/CC’s contacts, and both see how far it is',
    'open, open',
    async () => {
      const body = { organization: 'cncert', agreement: UPKEEP.reference };
      const { id = '' } = (await liaison.post('/api/v1/contact-rounds', body)).json;
      const read = await Promise.all(
        (['pkcert-liaison', 'cncert-liaison'] as const).map((reader) =>
          as(reader).get(`/api/v1/contact-rounds/${id}`),
        ),
      );
      return read.map(({ json }) => String((json as { state?: unknown }).state)).join(', ');
    },
  );
  await story.step(
    'A drill is planned and done; those whom it names read it, and MoITT does not',
    '200, 404',
    async () => {
      const from = (now: number) => new Date(now).toISOString();
      const drill = {
        ...{ kind: 'drill', title: 'Drill on a registry (demonstration)', time_zone: 'Asia/Karachi' },
        ...{ starts_at: from(Date.now() - 2 * HOUR), ends_at: from(Date.now() - HOUR) },
        ...{ organizers: ['pkcert'], participants: ['cncert'] },
      };
      const planned = await liaison.post('/api/v1/agreements/PK-CN-2026/activities', drill);
      if (outcome(planned) !== 'done') return outcome(planned);
      const path = `/api/v1/activities/${planned.json.id}`;
      const done = await liaison.ask(`${path}/completion`);
      if (outcome(done) !== 'done') return outcome(done);
      const read = await Promise.all([as('cncert-liaison').get(path), as('moitt-liaison').get(path)]);
      return read.map(({ status }) => status).join(', ');
    },
  );
  await story.step(
    'What PKCERT reports to have shared is what CNCERT/CC reports to have received',
    'the same',
    async () => {
      const until = new Date(Date.now() + HOUR).toISOString();
      const reports = await Promise.all(
        (
          [
            ['pkcert', 'cncert'],
            ['cncert', 'pkcert'],
          ] as const
        ).map(async ([own, other]) => {
          const query = `counterpart=${other}&from=2026-01-01&until=${until}`;
          const { json } = await as(`${own}-liaison`).get(`/api/v1/agreements/PK-CN-2026/report?${query}`);
          return json as { shared?: object; received?: object };
        }),
      );
      const [ours, theirs] = reports.map(({ shared, received }) => JSON.stringify([shared, received]));
      const turned = JSON.stringify([reports[1]?.received, reports[1]?.shared]);
      return ours === turned ? 'the same' : `${ours} and ${theirs}`;
    },
  );
}
