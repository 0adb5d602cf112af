import { type PersonKey, startWorld, type World } from '../cast';
import { isProblem } from '../cast/bad-input';
import { AWARE, work } from './case-work';

let world: World;
const ids = { report: '', case: '' };
beforeAll(async () => {
  world = await startWorld();
  const desk = work(world);
  const report = await desk.file();
  ids.report = report.id;
  ids.case = await desk.caseOf(report);
});
afterAll(() => world.close());

const at = (path: string) => path.replace(':report', ids.report).replace(':case', ids.case);
const long = (length: number) => 'x'.repeat(length);
/** Each counts as one character where variation selectors are not counted, as some libraries do. */
const selectors = (length: number) => '\u2764\ufe0f'.repeat(length / 2);

/** A route, who may post to it, a good body, and single faults that spoil it. */
type Spoilt = [path: string, person: PersonKey, good: object, faults: object[]];

describe.each<Spoilt>([
  [
    '/api/v1/reports',
    'banking-analyst',
    { title: 'Good', aware_at: AWARE },
    [
      { title: '' },
      { title: ' \t ' },
      { title: 'two\nlines' },
      { title: long(301) },
      { title: selectors(302) },
      { description: long(50_001) },
      { description: null },
      { aware_at: '2026-03-02T08:00:00.001Z' },
      { aware_at: '2026-03-02T08:00:00' },
      { aware_at: '2026-03-02' },
      { aware_at: '2026-02-30T08:00:00Z' },
      { aware_at: '2026-W09-1T08:00:00Z' },
      { aware_at: '2026-060T08:00:00Z' },
      { aware_at: '2026-03-01T24:00:00Z' },
      { aware_at: '2026-03-01T08:00:00+99:00' },
      { aware_at: '0000-03-01T08:00:00Z' },
      { aware_at: 'yesterday' },
      { follows: '' },
      { follows: null },
      { follows: '\u0661' },
    ],
  ],
  [
    '/api/v1/reports/:report/answers',
    'pkcert-analyst',
    { status: 'closed', answer: 'Good' },
    [{ status: 'open' }, { status: 'CLOSED' }, { answer: ' ' }, { answer: long(20_001) }],
  ],
  [
    '/api/v1/incidents',
    'pkcert-analyst',
    { title: 'Good', summary: 'Good' },
    [
      { title: long(301) },
      { title: 'two\u0085lines' },
      { summary: '' },
      { summary: long(50_001) },
      { details: long(50_001) },
      { details: null },
      { aware_at: '2026-03-02T08:00:00.001Z' },
      { aware_at: '2026-03-02' },
      { aware_at: null },
      { handling: [] },
      { handling: 'GREEN' },
      { handling: null },
      { indicators: [] },
    ],
  ],
  [
    '/api/v1/incidents/:case/versions',
    'pkcert-analyst',
    { base: 1, title: 'Good' },
    [{ base: 0 }, { base: 1.5 }, { base: '1' }, { base: 2_147_483_648 }, { title: '' }, { summary: '' }],
  ],
  ['/api/v1/incidents/:case/notes', 'pkcert-analyst', {}, [{ note: '' }, { note: long(20_001) }]],
  [
    '/api/v1/incidents/:case/release',
    'pkcert-releaser',
    { version: 1 },
    [{ version: '1' }, { public: 'true' }, { public: null }, { to: 'cncert' }],
  ],
  ['/api/v1/incidents/:case/withdrawal', 'pkcert-releaser', {}, [{ reason: 'xx' }, { reason: long(2001) }]],
])('%s', (path, person, good, faults) => {
  test.each(faults)('refuses %j, naming the field', async (fault) => {
    const answer = await world
      .as(person)
      .post(at(path))
      .send({ ...good, ...fault });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, Object.keys(fault)[0]]);
  });
});

describe('handling of a case', () => {
  test.each([
    { tlp: 'WHITE' },
    { tlp: 'AMBER STRICT' },
    { information_type: 'malware_sample' },
    { categories: ['phishing'] },
    { categories: ['fraud/phishing', 'fraud/phishing'] },
    { sectors: ['everything'] },
    { severity: 'severe' },
    { pap: 'WHITE' },
    { nexus: ['Pakistan'] },
    { purpose: 'research' },
    { audience: {} },
    { audience: { include: 'everyone' } },
    { audience: { include: ['x'] } },
  ])('refuses %j', async (handling: object) => {
    const answer = await world
      .as('pkcert-analyst')
      .post('/api/v1/incidents')
      .send({ title: 'Good', summary: 'Good', handling });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toMatch(new RegExp(`^handling\\.${Object.keys(handling)[0]}`));
  });
});

test.each([
  '/api/v1/reports?status=open',
  '/api/v1/reports?status=closed&status=received',
  '/api/v1/reports?limit=0',
  '/api/v1/reports?reporter=Banking CERT',
  '/api/v1/reports?reporter=banking&reporter=energy',
  '/api/v1/reports?text=.',
  '/api/v1/reports?filed_from=yesterday',
  '/api/v1/reports?recipient=pkcert',
  '/api/v1/incidents?scope=all',
  '/api/v1/incidents?scope=own&category=phishing',
  '/api/v1/incidents?scope=own&tlp=',
  '/api/v1/incidents?scope=own&sector=bank',
  '/api/v1/incidents?limit=201',
])('the list %s is refused rather than guessed at', async (path) => {
  const answer = await world.as('pkcert-analyst').get(path);
  expect([answer.status, isProblem(answer)]).toEqual([422, true]);
});

test.each(['/api/v1/reports', '/api/v1/incidents?scope=own'])(
  '%s refuses an invented cursor',
  async (path) => {
    const answer = await world.as('pkcert-analyst').get(path).query({ cursor: 'AAAA' });
    expect(answer.body.type).toBe('/problems/cursor/invalid');
  },
);
