import { badBodies, isProblem, send } from '../../cast/bad-input';
import { expected } from '../sharing-world';
import { PATH, Requests, type Shown } from './request-world';

const DAY = 86_400_000;

let requests: Requests;
/** Requests of CNCERT/CC by their state. */
let of: Record<'open' | 'closed' | 'refused' | 'lapsed', string>;
beforeAll(async () => {
  requests = await Requests.start();
  of = {
    lapsed: await requests.ask({ open_until: requests.ahead(1) }),
    closed: await requests.ask(),
    refused: await requests.ask(),
    open: await requests.ask(),
  };
  await requests.close(of.closed);
  await requests.refuse(of.refused);
  requests.later(2 * DAY);
});
afterAll(() => requests.world.close());

const list = async (query: string, person: 'cncert-liaison' | 'pkcert-auditor' = 'cncert-liaison') =>
  (await expected(200, requests.world.as(person).get(`${PATH}${query}`))) as {
    items: Shown[];
    next: string | null;
  };
const ids = async (...asked: Parameters<typeof list>) => (await list(...asked)).items.map(({ id }) => id);

test('a list holds what the team sent or received, the newest first, in the state that it has now', async () => {
  const all = [of.open, of.refused, of.closed, of.lapsed];
  expect(await ids('')).toEqual(all);
  expect(await ids('?direction=sent')).toEqual(all);
  expect(await ids('?direction=received')).toEqual([]);
  expect(await ids('?direction=received', 'pkcert-auditor')).toEqual(all);
  expect(await ids('?direction=sent', 'pkcert-auditor')).toEqual([]);
  for (const [state, id] of Object.entries(of)) expect(await ids(`?state=${state}`)).toEqual([id]);
  expect((await list('')).items.map(({ state }) => state)).toEqual(['open', 'refused', 'closed', 'lapsed']);
});

test('pages together are the whole, and a cursor is good for its own query alone', async () => {
  const whole = await list('');
  const found: Shown[] = [];
  for (let cursor = ''; ;) {
    const page = await list(`?limit=1${cursor && `&cursor=${cursor}`}`);
    found.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(found).toEqual(whole.items);
  const { next } = await list('?direction=sent&limit=1');
  for (const query of ['?direction=received', '?direction=sent&state=open', '?limit=1'])
    expect(
      (await requests.world.as('cncert-liaison').get(`${PATH}${query}&cursor=${next}`)).body,
    ).toMatchObject({ status: 400, type: '/problems/cursor/invalid' });
});

test.each([
  'direction=both',
  'direction=',
  'state=over',
  'state=open&state=closed',
  'to=pkcert',
  'limit=0',
  'limit=201',
])('a list is not asked with %s', async (query) => {
  expect((await requests.world.as('cncert-liaison').get(`${PATH}?${query}`)).status).toBe(422);
});

test.each<[field: string, change: object]>([
  ['to', { to: 'nobody' }],
  ['to', { to: 'cncert' }],
  ['to', { to: 'public' }],
  ['to', { to: '' }],
  ['to', { to: undefined }],
  ['to', { to: ['pkcert'] }],
  ['subject', { subject: 'ab' }],
  ['subject', { subject: '    ' }],
  ['subject', { subject: 'x'.repeat(501) }],
  ['subject', { subject: 'two\nlines' }],
  ['subject', { subject: '\u{1f41f}\u{1f41f}' }],
  ['details', { details: '' }],
  ['details', { details: ' \n ' }],
  ['details', { details: null }],
  ['details', { details: 'x'.repeat(20_001) }],
  ['open_until', { open_until: undefined }],
  ['open_until', { open_until: '2026-03-12' }],
  ['open_until', { open_until: '2026-03-12T08:00:00' }],
  ['open_until', { open_until: '2026-03-01T00:00:00Z' }],
  ['open_until', { open_until: '2199-01-01T00:00:00Z' }],
  ['state', { state: 'closed' }],
])('a request is refused by the name of its field %s: %j', async (field, change) => {
  const { status, body } = await requests.world.as('cncert-liaison').post(PATH).send(requests.body(change));
  expect([status, (body as { errors: { field: string }[] }).errors.map((one) => one.field)]).toEqual([
    422,
    expect.arrayContaining([field]),
  ]);
});

test('a request may be open for 366 days and not a millisecond longer, and not until this very instant', async () => {
  const until = (milliseconds: number) => ({
    open_until: new Date(requests.world.clock.now().getTime() + milliseconds).toISOString(),
  });
  const post = async (milliseconds: number) =>
    (
      await requests.world
        .as('cncert-liaison')
        .post(PATH)
        .send(requests.body(until(milliseconds)))
    ).status;
  expect([await post(366 * DAY), await post(366 * DAY + 1), await post(1), await post(0)]).toEqual([
    201, 422, 201, 422,
  ]);
});

test.each<[field: string, change: object]>([
  ['reason_code', { reason_code: 'because' }],
  ['reason_code', { reason_code: undefined }],
  ['reason', { reason: 'no' }],
  ['reason', { reason: null }],
  ['reason', { reason: 'x'.repeat(2001) }],
  ['tell_reason', { tell_reason: 'yes' }],
  ['tell_reason', { tell_reason: undefined }],
  ['tell_reason', { tell_reason: null }],
])('a refusal is refused by the name of its field %s: %j', async (field, change) => {
  const { status, body } = await requests.world
    .as('pkcert-liaison')
    .post(`${PATH}/${of.open}/refusal`)
    .send({ reason_code: 'law', reason: 'Long enough.', tell_reason: true, ...change });
  expect([status, (body as { errors: { field: string }[] }).errors.map((one) => one.field)]).toEqual([
    422,
    expect.arrayContaining([field]),
  ]);
});

describe('a body that is none', () => {
  const names = Object.keys(badBodies({ method: 'post', path: '', good: { item: 'x' } }));
  test.each(names)('is refused everywhere: %s', async (name) => {
    const routes = [
      ['cncert-liaison', PATH, requests.body()],
      ['pkcert-releaser', `${PATH}/${of.open}/answers`, { item: of.open }],
      [
        'pkcert-liaison',
        `${PATH}/${of.open}/refusal`,
        { reason_code: 'law', reason: 'abc', tell_reason: true },
      ],
    ] as const;
    for (const [person, path, good] of routes) {
      const route = { method: 'post' as const, path, good };
      const bad = badBodies(route)[name]!;
      const answer = await send(requests.world.as(person), route, bad);
      expect([path, answer.status, isProblem(answer)]).toEqual([path, bad.status, true]);
    }
    expect((await requests.show(of.open, 'pkcert-analyst')).state).toBe('open');
  });
});

test.each(['x', '%00', '..%2f', 'no-id'])('an id that is none is like one that is absent: %s', async (id) => {
  const absent = await requests.world
    .as('cncert-liaison')
    .get(`${PATH}/0b9e4c1a-0000-4000-8000-000000000000`);
  const { status, text } = await requests.world.as('cncert-liaison').get(`${PATH}/${id}`);
  expect([status, text]).toEqual([404, absent.text]);
});
