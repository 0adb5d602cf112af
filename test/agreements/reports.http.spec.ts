import { addedToHouseLog, everyone, expectedRefusal, type PersonKey, type World } from '../cast';
import { Naming } from '../disclosure/named-world';
import type { Sharing } from '../disclosure/sharing-world';

const DAY = 86_400_000;
let sharing: Sharing;
let world: World;
let naming: Naming;
interface Flow {
  versions: number;
  months: { name: string; versions: number }[];
  labels: { name: string; versions: number }[];
  acknowledged: number;
}
interface Report {
  shared: Flow;
  received: Flow;
}
const PERIOD = 'from=2026-01-01&until=2027-01-01';
const path = (reference: string, query: string) => `/api/v1/agreements/${reference}/report?${query}`;
const read = async (by: PersonKey, counterpart: string, query = PERIOD, reference = 'PK-CN-REPORT') => {
  const { status, body, text } = await world
    .as(by)
    .get(path(reference, `counterpart=${counterpart}&${query}`));
  if (status !== 200) throw new Error(text);
  return body as Report;
};
const release = (title: string, handling: object = {}) =>
  sharing.released(title, { information_type: 'best_practice', ...handling });
const now = () => world.clock.now().toISOString();

beforeAll(async () => {
  naming = await Naming.start();
  ({ sharing } = naming);
  ({ world } = naming);
  // Of a type that no other agreement grants, so that what is shared under these rests on them alone.
  const information_types = [{ type: 'best_practice', tlp_ceiling: 'AMBER' }];
  await sharing.inForce('cncert', 'PK-CN-REPORT', { information_types });
  await sharing.inForce('corvia', 'PK-XC-REPORT', { information_types });
});
afterAll(() => world.close());

describe('a report', () => {
  let before: string;
  beforeAll(async () => {
    await release('One (invented)');
    await release('Two (invented)');
    await release('Never read (invented)', { audience: { include: ['corvia'] } });
    await sharing.pull('cncert');
    await world.withKey('cncert').get('/api/v1/advisories?limit=200');
    before = now();
    world.clock.advance(40 * DAY);
    await release('Three, a month later (invented)');
    await sharing.pull('cncert');
  });

  it('counts for both sides what became known, once whatever was read again, month by month', async () => {
    const [ours, theirs] = [await read('pkcert-liaison', 'cncert'), await read('cncert-liaison', 'pkcert')];
    expect(ours.shared.versions).toBe(3);
    expect(ours.shared.months.filter(({ versions }) => versions > 0)).toMatchObject([
      { versions: 2 },
      { versions: 1 },
    ]);
    expect(ours.received.versions).toBe(0);
    // What one side shared is what the other received: neither learns of anything that the other has not.
    expect(theirs.received).toEqual(ours.shared);
    expect(theirs.shared).toEqual(ours.received);
  });

  it('counts nothing that a partner never read, nor what went to another', async () => {
    expect((await read('pkcert-liaison', 'corvia', PERIOD, 'PK-XC-REPORT')).shared.versions).toBe(0);
    await sharing.pull('corvia');
    expect((await read('pkcert-liaison', 'corvia', PERIOD, 'PK-XC-REPORT')).shared.versions).toBeGreaterThan(
      0,
    );
    expect((await read('pkcert-liaison', 'cncert')).shared.versions).toBe(3);
  });

  it('is the same again as it stood at an instant, and holds what became known at that very instant', async () => {
    const then = await read('pkcert-liaison', 'cncert', `${PERIOD}&at=${before}`);
    expect(then.shared.versions).toBe(2);
    await release('Four (invented)');
    await sharing.pull('cncert');
    expect(await read('pkcert-liaison', 'cncert', `${PERIOD}&at=${before}`)).toEqual(then);
    const earlier = new Date(Date.parse(before) - 1).toISOString();
    expect((await read('pkcert-liaison', 'cncert', `${PERIOD}&at=${earlier}`)).shared.versions).toBe(0);
  });

  it('does not count again what was known before the period', async () => {
    world.clock.advance(1000);
    await world.withKey('cncert').get('/api/v1/advisories?limit=200');
    const later = await read('pkcert-liaison', 'cncert', `from=${now()}&until=2027-01-01`);
    expect(later.shared.versions).toBe(0);
  });

  it('leaves out of what a side received what is RED and went to one person; its owner counts it', async () => {
    await naming.verify('cncert-duty-officer');
    await naming.share('By name (invented)', 'cncert-duty-officer');
    await naming.named(world.as('cncert-duty-officer'));
    expect((await read('cncert-liaison', 'pkcert', PERIOD, 'PK-CN-RED')).received.versions).toBe(0);
    expect((await read('pkcert-liaison', 'cncert', PERIOD, 'PK-CN-RED')).shared.labels).toEqual([
      { name: 'RED', versions: 1 },
    ]);
  });

  it('holds no title and no reference of anything', async () => {
    const { text } = await world
      .as('pkcert-liaison')
      .get(path('PK-CN-REPORT', `counterpart=cncert&${PERIOD}`));
    expect(text).not.toMatch(/invented\)[^"]*","shared|One \(|PK-[A-Z0-9]{4}-/);
  });

  it('that was read is on the record of who read it', async () => {
    const [entry] = await addedToHouseLog(world, 'pkcert', () => read('pkcert-auditor', 'cncert'));
    expect(entry).toMatchObject({
      kind: 'agreement-reported',
      shared: { reference: 'PK-CN-REPORT', counterpart: 'cncert' },
    });
  });

  it('comes as CSV, one count a line', async () => {
    const { status, text, headers } = await world
      .as('pkcert-liaison')
      .get(path('PK-CN-REPORT', `counterpart=cncert&${PERIOD}&format=csv`));
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text.split('\r\n')[0]).toBe(
      'agreement,organization,counterpart,from,until,at,section,of,name,count',
    );
    expect(text).toMatch(/,shared,all,,\d+\r\n/);
  });
});

it('tells refusals by reason, each side as far as it was told', async () => {
  await sharing.inForce('cncert', 'PK-CN-ASK', {
    need: 'on_request',
    information_types: [{ type: 'malware_sample', tlp_ceiling: 'GREEN' }],
  });
  const open_until = new Date(world.clock.now().getTime() + DAY).toISOString();
  for (const tell_reason of [true, false]) {
    const asked = await world
      .as('cncert-liaison')
      .post('/api/v1/information-requests')
      .send({ to: 'pkcert', subject: 'A sample', open_until });
    expect(asked.status).toBe(201);
    const refusal = { reason_code: 'law', tell_reason };
    const refused = await world
      .as('pkcert-releaser')
      .post(`/api/v1/information-requests/${asked.body.id}/refusal`)
      .send(refusal);
    expect(refused.status).toBe(201);
  }
  const requests = async (by: PersonKey, with_: string, side: 'requests_sent' | 'requests_received') =>
    ((await read(by, with_)) as unknown as Record<string, unknown>)[side];
  expect(await requests('pkcert-liaison', 'cncert', 'requests_received')).toMatchObject({
    ...{ asked: 2, answered: 0, refused: 2, refusals: [{ name: 'law', requests: 2 }] },
  });
  expect(await requests('cncert-liaison', 'pkcert', 'requests_sent')).toMatchObject({
    ...{ asked: 2, answered: null, refused: 2 },
    refusals: [
      { name: 'law', requests: 1 },
      { name: 'not_told', requests: 1 },
    ],
  });
});

describe('reporting', () => {
  it.each<[string, string, string, string]>([
    ['of who is no party', 'counterpart=dunmere', 'counterpart', 'counterpart'],
    ['of who is nobody', 'counterpart=nobody', 'counterpart', 'counterpart'],
    ['of oneself', 'counterpart=pkcert', 'counterpart', 'counterpart'],
    ['as it will stand', 'counterpart=cncert&at=2199-01-01', 'at', 'past'],
  ])('%s is refused', async (_, query, field, rule) => {
    const { status, body } = await world.as('pkcert-liaison').get(path('PK-CN-REPORT', `${query}&${PERIOD}`));
    expect([status, body.errors]).toMatchObject([422, [{ field, rule }]]);
  });

  it('is for liaison officers and auditors of the operating CERTs, whoever of the cast asks', async () => {
    for (const asker of everyone) {
      const counterpart = asker.organization === 'cncert' ? 'pkcert' : 'cncert';
      const { status } = await asker
        .ask(world)
        .get(path('PK-CN-REPORT', `counterpart=${counterpart}&${PERIOD}`));
      const side = ['pkcert', 'cncert'].includes(asker.organization);
      const expected = expectedRefusal(asker, ['liaison', 'auditor']) ?? (side ? 200 : 404);
      const signatory = !side && status === 422;
      expect([asker.name, signatory ? 404 : status]).toEqual([asker.name, expected]);
    }
  });
});
