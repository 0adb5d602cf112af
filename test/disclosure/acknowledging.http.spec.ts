import { type Caller, everyone, expectedRefusal, type World } from '../cast';
import { expected, Sharing } from './sharing-world';

interface Report {
  acknowledged: number;
  already: number;
  unknown: number;
  results: { item: string; outcome: string; version: number | null }[];
}
interface Page {
  items: {
    team: string;
    owner: string;
    item: string;
    version: number;
    account: string | null;
    api_key: string | null;
  }[];
  next: string | null;
}
const PATH = '/api/v1/acknowledgements';
const ABSENT = '0b9e4c1a-0000-4000-8000-000000000000';

let sharing: Sharing;
let world: World;
/** PKCERT's own id of an advisory that CNCERT was shown, and the id it has there. */
let own: string;
let shown: string;
/** The id at CNCERT of what CORVIA alone may read, as CORVIA knows it. */
let othersId: string;
let key: Caller;
beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  await sharing.inForce('cncert', 'PK-CN-ACK');
  await sharing.inForce('corvia', 'PK-CO-ACK');
  own = await sharing.released('For CNCERT', { audience: { include: ['cncert'] } });
  await sharing.released('For CORVIA', { audience: { include: ['corvia'] } });
  await sharing.released('For everybody', { tlp: 'CLEAR' }, true);
  shown = await idAt('cncert', 'For CNCERT');
  othersId = await idAt('corvia', 'For CORVIA');
  const { body } = await world
    .as('cncert-administrator')
    .post('/api/v1/api-keys')
    .send({ name: 'Collector', scopes: ['pull', 'acknowledge'], expires_at: '2026-09-01T00:00:00Z' });
  key = world.presenting(`Bearer ${(body as { key: string }).key}`);
});
afterAll(() => world.close());

async function idAt(team: 'cncert' | 'corvia', title: string): Promise<string> {
  world.clock.advance(1000);
  const feed = (await world.withKey(team).get('/api/v1/feed')).body as {
    items: { item?: { id: string; title: string } }[];
  };
  return feed.items.find(({ item }) => item?.title === title)!.item!.id;
}
const acknowledge = async (by: Caller, ...items: string[]) =>
  (await expected(200, by.post(PATH).send({ items }))) as Report;
const list = async (by: Caller, query = '') => (await expected(200, by.get(`${PATH}${query}`))) as Page;
/** The entries of the relationship's log that speak of acknowledging, as a side's auditor reads them. */
async function told(side: 'pkcert' | 'cncert') {
  const { items } = (await world.as(`${side}-auditor`).get('/api/v1/logs')).body as {
    items: { id: string; kind: string; agreement?: string }[];
  };
  const found: {
    kind: string;
    shared: { items: unknown[]; team: string; api_key?: string };
    own?: object;
  }[] = [];
  for (const { id } of items) {
    const { text } = await world.as(`${side}-auditor`).get(`/api/v1/logs/${id}/entries?format=jsonl`);
    for (const line of text.split('\n').filter(Boolean)) found.push(JSON.parse(line));
  }
  return found.filter(({ kind }) => kind === 'acknowledged');
}

test('the sum of the outcomes is what was asked for, and what never arrived is as what is not there', async () => {
  const publicId = await idAt('cncert', 'For everybody');
  const report = await acknowledge(key, shown, ABSENT, othersId, own, publicId);
  expect(report).toEqual({
    acknowledged: 1,
    already: 0,
    unknown: 4,
    results: [
      { item: shown, outcome: 'acknowledged', version: 1 },
      ...[ABSENT, othersId, own, publicId].map((item) => ({ item, outcome: 'unknown', version: null })),
    ],
  });
});

test('both sides read one entry of it, and the person or key is the own side’s', async () => {
  for (const side of ['pkcert', 'cncert'] as const)
    expect((await told(side)).map(({ shared }) => shared)).toEqual([
      { team: 'cncert', items: [{ item: shown, version: 1 }], api_key: 'Collector' },
    ]);
  const received = await list(world.as('pkcert-analyst'));
  expect(received.items).toMatchObject([
    { team: 'cncert', item: own, version: 1, account: null, api_key: null },
  ]);
  const made = await list(world.as('cncert-liaison'), '?side=made');
  expect(made.items).toMatchObject([{ owner: 'pkcert', item: shown, api_key: expect.any(String) as string }]);
});

test.each(['pkcert', 'cncert'] as const)(
  'an export of one item holds its acknowledgement, for %s',
  async (side) => {
    const item = side === 'pkcert' ? own : shown;
    const { items } = (await world.as(`${side}-auditor`).get('/api/v1/logs')).body as {
      items: { id: string }[];
    };
    const texts = await Promise.all(
      items.map(({ id }) =>
        world.as(`${side}-auditor`).get(`/api/v1/logs/${id}/entries?format=jsonl&item=${item}`),
      ),
    );
    expect(texts.map(({ text }) => text).join('')).toContain('"kind":"acknowledged"');
  },
);

test('once more changes nothing, and eight at once are one', async () => {
  expect(await acknowledge(key, shown)).toMatchObject({ acknowledged: 0, already: 1, unknown: 0 });
  await sharing.released('For eight', { audience: { include: ['cncert'] } });
  const id = await idAt('cncert', 'For eight');
  const reports = await Promise.all(Array.from({ length: 8 }, () => acknowledge(key, id)));
  expect(reports.map(({ acknowledged }) => acknowledged).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  expect((await told('pkcert')).filter(({ shared }) => JSON.stringify(shared).includes(id))).toHaveLength(1);
});

test('a new version is acknowledged anew, once it has arrived', async () => {
  const change = { base: 1, title: 'For CNCERT, again' };
  await expected(201, world.as('pkcert-analyst').post(`/api/v1/advisories/${own}/versions`).send(change));
  await expected(201, sharing.release(own, 2));
  expect(await acknowledge(key, shown)).toMatchObject({ already: 1 });
  await idAt('cncert', 'For CNCERT, again');
  expect((await acknowledge(key, shown)).results).toEqual([
    { item: shown, outcome: 'acknowledged', version: 2 },
  ]);
});

test('what has arrived is acknowledged while sharing is paused, too', async () => {
  await sharing.released('Before the pause', { audience: { include: ['cncert'] } });
  const id = await idAt('cncert', 'Before the pause');
  const pause = await sharing.stop('cncert');
  expect(await acknowledge(key, id)).toMatchObject({ acknowledged: 1 });
  await sharing.resume(pause);
});

test('lists are paged, and narrowed to one item by the id that the side knows', async () => {
  const whole = await list(world.as('pkcert-analyst'));
  const first = await list(world.as('pkcert-analyst'), '?limit=1');
  const rest = await list(world.as('pkcert-analyst'), `?limit=200&cursor=${first.next}`);
  expect([...first.items, ...rest.items]).toEqual(whole.items);
  expect(
    (await list(world.as('pkcert-analyst'), `?item=${own}`)).items.map(({ version }) => version),
  ).toEqual([2, 1]);
  expect((await list(world.as('pkcert-analyst'), `?item=${shown}`)).items).toEqual([]);
  expect((await list(world.as('cncert-liaison'), `?side=made&item=${shown}`)).items).toHaveLength(2);
});

test.each(everyone)(
  'is for teams that something arrived at, and read by the two sides: $name',
  async (asker) => {
    const caller = asker.ask(world);
    const post = await caller.post(PATH).send({ items: [othersId] });
    const refused = expectedRefusal(asker, ['analyst', 'liaison', 'duty-officer', 'acknowledging-key']);
    expect(post.status).toBe(refused ?? 200);
    if (!refused) expect((post.body as Report).unknown).toBe(asker.organization === 'corvia' ? 0 : 1);
    const get = await caller.get(`${PATH}?limit=200`);
    expect(get.status).toBe(expectedRefusal(asker, ['person']) ?? 200);
    if (get.status !== 200) return;
    expect((get.body as Page).items.length > 0).toBe(asker.organization === 'pkcert');
    const made = await list(caller, '?side=made');
    expect([made.items.length > 0, made.items.every(({ owner }) => owner === 'pkcert')]).toEqual([
      asker.organization === 'cncert' || (asker.organization === 'corvia' && made.items.length > 0),
      true,
    ]);
  },
);

test.each<[string, object]>([
  ['nothing', {}],
  ['no item', { items: [] }],
  ['what is no list', { items: 'x' }],
  ['what is no id', { items: ['no-id'] }],
  ['an item twice', { items: [ABSENT, ABSENT] }],
  ['an item twice, in other letters', { items: [ABSENT, ABSENT.toUpperCase()] }],
  [
    '201 items',
    {
      items: Array.from({ length: 201 }, (_, n) => `0b9e4c1a-0000-4000-8000-${String(n).padStart(12, '0')}`),
    },
  ],
  ['an unknown field', { items: [ABSENT], note: 'x' }],
])('refuses %s', async (_, body) => {
  const answer = await key.post(PATH).send(body);
  expect([answer.status, (answer.body as { type: string }).type]).toEqual([422, '/problems/invalid']);
});
