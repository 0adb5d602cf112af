import { everyone, expectedRefusal, type OrganizationKey, type World } from '../cast';
import { expected, Sharing } from '../disclosure/sharing-world';

interface Log {
  id: string;
  parties: string[];
  agreement: string | null;
}

/** The logs that each organization with an auditor is a party of: its house's, and one for each partner. */
const LOGS: Partial<Record<OrganizationKey | 'public', string[]>> = {
  pkcert: ['PK-CN cncert pkcert', 'PK-XC corvia pkcert', 'house pkcert'],
  cncert: ['PK-CN cncert pkcert', 'house cncert'],
  corvia: ['PK-XC corvia pkcert', 'house corvia'],
};
const nameOf = ({ agreement, parties }: Log) => [agreement ?? 'house', ...parties].join(' ');

let world: World;
/** Every log there is, the operator's view: those nobody of the cast audits as well. */
let all: Log[];
beforeAll(async () => {
  const sharing = await Sharing.start();
  world = sharing.world;
  await sharing.inForce('cncert', 'PK-CN');
  await sharing.inForce('corvia', 'PK-XC');
  await sharing.released('For partners');
  for (const team of ['cncert', 'corvia', 'dunmere', 'itu'] as const) await sharing.pull(team);
  all = await world.owner.query<Log[]>(
    `SELECT l.id, a.reference AS agreement,
       ARRAY(SELECT o.handle FROM organization o WHERE o.id IN (l.party_a, l.party_b) ORDER BY 1) AS parties
     FROM record_log l LEFT JOIN agreement a ON a.id = l.agreement_id`,
  );
});
afterAll(() => world.close());

test('there are logs to withhold: two relationships, and a house for each organization and the public', () => {
  expect(all.filter(({ agreement }) => agreement !== null).map(nameOf)).toHaveLength(2);
  expect(all.filter(({ agreement }) => agreement === null).length).toBeGreaterThanOrEqual(9);
});

describe.each(everyone)('$name', (asker) => {
  const refusal = expectedRefusal(asker, ['auditor']);
  const mine = LOGS[asker.organization] ?? [];

  test('lists exactly the logs of the own organization, as an auditor only', async () => {
    const { status, body } = (await asker.ask(world).get('/api/v1/logs')) as {
      status: number;
      body: { items?: Log[] };
    };
    expect(status).toBe(refusal ?? 200);
    expect(body.items?.map(nameOf).sort()).toEqual(refusal ? undefined : mine.toSorted());
  });

  test('exports exactly those; any other log is answered as one that never was', async () => {
    const read = async (id: string, format = 'jsonl') => {
      const { status, text } = await asker.ask(world).get(`/api/v1/logs/${id}/entries?format=${format}`);
      return { status, text };
    };
    const never = await read('0b9e4c1a-0000-4000-8000-000000000000');
    expect(never.status).toBe(refusal ?? 404);
    const readable = all.filter((log) => !refusal && mine.includes(nameOf(log)));
    expect(readable).toHaveLength(refusal ? 0 : mine.length);
    for (const { id } of readable)
      expect([(await read(id)).status, (await read(id, 'csv')).status]).toEqual([200, 200]);
    const others = all.filter((log) => !readable.includes(log));
    expect(await Promise.all(others.map(({ id }) => read(id)))).toEqual(others.map(() => never));
  });
});

test('an export of a partner shows nothing that is not the partner’s', async () => {
  const { items } = (await expected(200, world.as('corvia-auditor').get('/api/v1/logs'))) as { items: Log[] };
  for (const { id } of items) {
    const { text } = await world
      .as('corvia-auditor')
      .get(`/api/v1/logs/${id}/entries?format=csv`)
      .buffer(true);
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/cncert|PK-CN/);
  }
});
