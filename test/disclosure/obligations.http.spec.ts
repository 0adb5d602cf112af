import { everyone, type World } from '../cast';
import { expected, Sharing } from './sharing-world';

const OBLIGATIONS = {
  permitted_purposes: ['network_defence', 'incident_response'],
  onward_sharing: 'own_constituents',
  retention_days: 90,
};
const CLAUSE = { clause: 'Art. 1' };
const WORDS =
  'It is used for incident response, network defence only. It is passed on to own constituents only. It is destroyed within 90 days.';
const DAY = 86_400_000;

interface Entry {
  kind: string;
  shared: { team: string; item: string; agreement: string | null; obligations: { due: string | null }[] };
  recorded_at: string;
}

let sharing: Sharing;
let world: World;
let own: string;
let servedAt: Date;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-DUTY', { obligations: OBLIGATIONS });
  await sharing.inForce('corvia', 'PK-CO-FREE');
  own = await sharing.released('For partners');
  await sharing.released('For everybody', { tlp: 'CLEAR' }, true);
  world.clock.advance(1000);
  servedAt = world.clock.now();
  for (const team of ['cncert', 'corvia'] as const)
    await expected(200, world.withKey(team).get('/api/v1/feed'));
});
afterAll(() => world.close());

/** Disclosures to a team under an agreement, as an auditor of one side reads them; `null` for those to everybody. */
async function disclosures(side: 'pkcert' | 'cncert' | 'corvia'): Promise<Entry[]> {
  const auditor = world.as(`${side}-auditor`);
  const { items } = (await expected(200, auditor.get('/api/v1/logs'))) as { items: { id: string }[] };
  const found: Entry[] = [];
  for (const { id } of items) {
    const { text } = await auditor.get(`/api/v1/logs/${id}/entries?format=jsonl`);
    for (const line of text.split('\n').filter(Boolean)) found.push(JSON.parse(line) as Entry);
  }
  return found.filter(({ kind }) => kind === 'disclosure');
}
const under = (entries: Entry[], agreement: string | null) =>
  entries.filter(({ shared }) => shared.agreement === agreement);

test('both sides read in the record what goes with a disclosure, with its clause and its end', async () => {
  for (const side of ['pkcert', 'cncert'] as const) {
    const [entry, ...others] = under(await disclosures(side), 'PK-CN-DUTY');
    expect(others).toEqual([]);
    expect(entry!.shared.obligations).toEqual([
      {
        ...{ rule: 'O-01', term: 'permitted_purposes', value: ['incident_response', 'network_defence'] },
        ...CLAUSE,
        due: null,
      },
      { rule: 'O-03', term: 'onward_sharing', value: 'own_constituents', ...CLAUSE, due: null },
      {
        ...{ rule: 'O-04', term: 'retention_days', value: 90, ...CLAUSE },
        due: new Date(servedAt.getTime() + 90 * DAY).toISOString(),
      },
    ]);
  }
});

test('nothing goes with what is disclosed under other terms, or to everybody', async () => {
  const entries = await disclosures('pkcert');
  for (const agreement of ['PK-CO-FREE', null]) {
    const some = under(entries, agreement);
    expect(some.length).toBeGreaterThan(0);
    expect(some.flatMap(({ shared }) => shared.obligations)).toEqual([]);
  }
});

test('what was disclosed keeps what went with it when the terms change, and what comes later has the new', async () => {
  await sharing.amend('cncert', 'PK-CN-DUTY', 2, { obligations: { retention_days: 30 } });
  await sharing.released('Later');
  world.clock.advance(1000);
  await expected(200, world.withKey('cncert').get('/api/v1/feed'));
  const told = under(await disclosures('cncert'), 'PK-CN-DUTY').map(({ shared }) =>
    shared.obligations.map(({ due }) => due).filter(Boolean),
  );
  const at = world.clock.now().getTime();
  expect(told).toEqual([
    [new Date(servedAt.getTime() + 90 * DAY).toISOString()],
    [new Date(at + 30 * DAY).toISOString()],
  ]);
});

test('the terms say them in words to their parties, and nobody else reads them', async () => {
  for (const { name, organization, ask } of everyone) {
    const { status, body } = (await ask(world).get('/api/v1/agreements/PK-CN-DUTY')) as {
      status: number;
      body: { terms?: { grants: { obligations: object; in_words: string }[] }[] };
    };
    const party = organization === 'pkcert' || organization === 'cncert';
    if (!party || status !== 200) {
      expect([name, JSON.stringify(body).includes('retention')]).toEqual([name, false]);
      continue;
    }
    expect(body.terms![0]!.grants[0]).toMatchObject({
      obligations: { ...OBLIGATIONS, permitted_purposes: ['incident_response', 'network_defence'] },
      in_words: expect.stringContaining(WORDS) as string,
    });
  }
});

test('the recipient is told them with its directions, and the owner when it asks why', async () => {
  const { directions } = (await expected(200, world.withKey('cncert').get('/api/v1/me'))) as {
    directions: { obligations: string[]; in_words: string }[];
  };
  expect(directions[0]!.obligations).toEqual(['It is destroyed within 30 days.']);
  expect(directions[0]!.in_words).toContain('It is destroyed within 30 days.');
  const explain = (team: string) =>
    expected(
      200,
      world.as('pkcert-liaison').get(`/api/v1/decisions/explain?item=${own}&team=${team}`),
    ) as Promise<{ obligations: object[] }>;
  expect((await explain('cncert')).obligations).toMatchObject([{ rule: 'O-04', term: 'retention_days' }]);
  const replayed = (await expected(
    200,
    world
      .as('pkcert-liaison')
      .get(`/api/v1/decisions/replay?item=${own}&team=cncert&at=${world.clock.now().toISOString()}`),
  )) as { recorded: { obligations: object[] } };
  // What was read before the terms changed keeps what went with it then.
  expect(replayed.recorded.obligations).toMatchObject([
    { term: 'permitted_purposes' },
    { term: 'onward_sharing', value: 'own_constituents' },
    { term: 'retention_days', value: 90, due: new Date(servedAt.getTime() + 90 * DAY).toISOString() },
  ]);
  expect((await explain('corvia')).obligations).toEqual([]);
  expect((await explain('dunmere')).obligations).toEqual([]);
});

test.each<[string, boolean]>([
  ['{}', true],
  ['{"permitted_purposes":["research"],"prohibited_purposes":["sanctions"],"onward_sharing":"none"}', true],
  ['{"retention_days":1,"breach_notice_hours":8760}', true],
  ['[]', false],
  ['null', false],
  ['{"permitted_purposes":[]}', false],
  ['{"permitted_purposes":"research"}', false],
  ['{"permitted_purposes":["gossip"]}', false],
  ['{"onward_sharing":"as_tlp"}', false],
  ['{"onward_sharing":["none"]}', false],
  ['{"onward_sharing":null}', false],
  ['{"retention_days":0}', false],
  ['{"retention_days":1.5}', false],
  ['{"retention_days":"90"}', false],
  ['{"breach_notice_hours":8761}', false],
  ['{"forgiveness":true}', false],
  ['{"retention_days":[90,"forever"]}', false],
  ['{"permitted_purposes":["statistics","statistics"]}', false],
  ['{"marking":[{"language":"en","text":"Keep."}],"encryption_in_transit":"must"}', true],
  ['{"access":{"need_to_know":true,"nationality":["PK"]}}', true],
  ['{"classification_map":[{"label":"RED","level":"Secret"}]}', true],
  ['{"marking":[]}', false],
  ['{"marking":"Keep."}', false],
  ['{"marking":[null]}', false],
  ['{"marking":[{"language":"en"}]}', false],
  ['{"marking":[{"language":"en","text":"Turned \\u202earound"}]}', false],
  ['{"marking":[{"language":"en","text":"A"},{"language":"en","text":"B"}]}', false],
  ['{"encryption_in_transit":"should"}', false],
  ['{"encryption_at_rest":true}', false],
  ['{"permitted_actions":"none"}', false],
  ['{"affected_party_notice":"must"}', false],
  ['{"access":{}}', false],
  ['{"access":{"need_to_know":false}}', false],
  ['{"access":{"nationality":["Pakistan"]}}', false],
  ['{"access":{"nationality":[]}}', false],
  ['{"classification_map":[{"label":"WHITE","level":"Open"}]}', false],
  ['{"classification_map":[{"label":"RED","level":"A"},{"label":"AMBER","level":"A"}]}', false],
])('the tables themselves take %s for obligations: %s', async (said, taken) => {
  const [row] = await world.owner.query<{ are: boolean }[]>('SELECT app.are_obligations($1) AS are', [said]);
  expect(row!.are).toBe(taken);
});

test('the tables take no grant with others', async () => {
  const writing = world.owner.query(
    `INSERT INTO exchange_grant SELECT (jsonb_populate_record(g, '{"obligations": {"forgiveness": true}}')).*
     FROM exchange_grant g LIMIT 1`,
  );
  await expect(writing).rejects.toThrow('exchange_grant_obligations_check');
});
