import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';
import { type PersonKey, type World } from '../cast';
import { advisoryWorld, Desk, DRAFT, PATH } from './advisory-world';
import { FAULTY } from './import-samples';

let world: World;
let desk: Desk;
let id: string;
beforeAll(async () => {
  world = await advisoryWorld();
  desk = new Desk(world);
  id = await desk.draft();
});
afterAll(() => world.close());

const routes: [string, PersonKey, (own: string) => BodyRoute][] = [
  ['drafting', 'pkcert-analyst', () => ({ method: 'post', path: PATH, good: DRAFT })],
  [
    'changing',
    'pkcert-analyst',
    (own) => ({ method: 'post', path: `${PATH}/${own}/versions`, good: { base: 1, title: 'Changed' } }),
  ],
  [
    'releasing',
    'pkcert-releaser',
    (own) => ({ method: 'post', path: `${PATH}/${own}/release`, good: { version: 1, public: false } }),
  ],
  [
    'withdrawing',
    'pkcert-releaser',
    (own) => ({ method: 'post', path: `${PATH}/${own}/withdrawal`, good: { reason: 'It was wrong.' } }),
  ],
];

describe.each(routes)('%s', (_name, person, routeOf) => {
  test.each(Object.entries(badBodies(routeOf(''))))('refuses %s', async (_, sent) => {
    const answer = await send(world.as(person), routeOf(id), sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });
});

describe('drafting', () => {
  test.each<[string, object]>([
    ['title', { title: '' }],
    ['title', { title: ' \n ' }],
    ['title', { title: 'x'.repeat(501) }],
    ['title', { title: 'Two\nlines' }],
    ['summary', { summary: '' }],
    ['summary', { summary: 'x'.repeat(20_001) }],
    ['details', { details: '\t' }],
    ['references', { references: [['x']] }],
    ['references', { references: [null] }],
    ['references', { references: [[{ summary: 'In a list', url: 'https://supplier.example' }]] }],
    ['references.0.url', { references: [{ summary: 'Plain', url: 'http://supplier.example' }] }],
    ['references.0.url', { references: [{ summary: 'Script', url: 'javascript:alert(1)' }] }],
    ['references.0.url', { references: [{ summary: 'Space', url: 'https://supplier.example/a b' }] }],
    ['references.0.url', { references: [{ summary: 'Half', url: 'https://supplier.example/%zz' }] }],
    ['references.0.summary', { references: [{ url: 'https://supplier.example' }] }],
    ['references', { references: Array(101).fill({ summary: 'x', url: 'https://supplier.example' }) }],
    ['cves', { cves: ['CVE-26-1'] }],
    ['cves', { cves: ['cve-2026-10001'] }],
    ['cves', { cves: ['CVE-2026-10001', 'CVE-2026-10001'] }],
    ['cves', { cves: [{ id: 'CVE-2026-10001' }] }],
    ['cves.0.toString', { cves: [{ toString: 'CVE-2026-10001' }] }],
    ['lang', { lang: 'not a language' }],
    ['lang', { lang: 'x' }],
    ['lang', { lang: ['en'] }],
    ['from_case', { from_case: '1; DROP TABLE item' }],
    ['handling', { handling: [] }],
    ['handling', { handling: [{ tlp: 'CLEAR' }] }],
    ['handling.tlp', { handling: { tlp: 'WHITE' } }],
    ['handling.tlp', { handling: { tlp: 'clear' } }],
    ['handling.pap', { handling: { pap: 'WHITE' } }],
    ['handling.purpose', { handling: { purpose: 'research' } }],
    ['handling.nexus', { handling: { nexus: 'PK' } }],
    ['handling.nexus', { handling: { nexus: ['pk'] } }],
    ['handling.nexus', { handling: { nexus: ['ZZ'] } }],
    ['handling.nexus', { handling: { nexus: ['PK', 'PK'] } }],
    ['handling.information_type', { handling: { information_type: 'rumour' } }],
    ['handling.categories', { handling: { categories: ['fraud'] } }],
    ['handling.sectors', { handling: { sectors: ['any'] } }],
    ['handling.embargo_until', { handling: { embargo_until: '2026-05-01T10:00:00' } }],
    ['handling.embargo_until', { handling: { embargo_until: '2026-W10-1T08:00:00Z' } }],
    ['handling.embargo_until', { handling: { embargo_until: '2026-060T08:00:00Z' } }],
    ['handling.audience.include', { handling: { audience: { include: 'everybody' } } }],
    ['handling.audience.include[0]', { handling: { audience: { include: ['nobody-at-all'] } } }],
    ['handling.audience.exclude[0]', { handling: { audience: { include: [], exclude: ['public'] } } }],
  ])('refuses a faulty %s: %j', async (field, fault) => {
    const answer = await world
      .as('pkcert-analyst')
      .post(PATH)
      .send({ ...DRAFT, ...fault });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });
});

describe('changing and releasing', () => {
  test.each([
    ['versions', { base: 0 }],
    ['versions', { base: 1.5 }],
    ['versions', { base: '1' }],
    ['versions', { base: 4_294_967_296 }],
    ['versions', { base: 1, from_case: crypto.randomUUID() }],
    ['versions', { base: 1, summary: null }],
    ['release', { version: 2 }],
    ['release', { version: 1, public: 'yes' }],
    ['release', { version: 1, public: null }],
    ['withdrawal', { reason: 'no' }],
    ['withdrawal', { reason: '   ' }],
  ])('refuses %s %j', async (route, body) => {
    const person = route === 'versions' ? 'pkcert-analyst' : 'pkcert-releaser';
    const answer = await world.as(person).post(`${PATH}/${id}/${route}`).send(body);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({ status: 422, problem: true });
  });
});

describe('the routes of advisories', () => {
  test.each(['limit=0', 'limit=x', 'scope=all', 'scope=', 'tlp=WHITE', 'cursor=x', 'state=released'])(
    'refuse the query %s',
    async (query) => {
      const answer = await world.as('pkcert-analyst').get(`${PATH}?${query}`);
      expect([400, 422]).toContain(answer.status);
      expect(isProblem(answer)).toBe(true);
    },
  );

  test.each(['x', '0', '%00', "x' OR 1=1", '00000000-0000-4000-8000-000000000000', 'imports'])(
    'have nothing under the id %s',
    async (asked) => {
      for (const path of [`${PATH}/${encodeURI(asked)}`, `${PATH}/${encodeURI(asked)}/csaf`]) {
        const answer = await world.as('pkcert-analyst').get(path);
        expect([404, 422]).toContain(answer.status);
        expect(isProblem(answer)).toBe(true);
      }
    },
  );

  test.each([
    ['delete', ''],
    ['put', ''],
    ['patch', ''],
    ['delete', '/release'],
    ['get', '/versions'],
  ] as const)('offer no %s of an advisory%s', async (method, path) => {
    const answer = await world.as('pkcert-analyst')[method](`${PATH}/${id}${path}`);
    expect([404, 405]).toContain(answer.status);
    expect(isProblem(answer)).toBe(true);
  });
});

describe('a document that is faulty', () => {
  test.each(FAULTY)('is refused for %s', async (_, bytes, rule) => {
    expect((await desk.refusal(bytes)).map((error) => error.rule)).toContain(rule);
  });

  test('that is larger than 16 MiB is not read at all', async () => {
    const answer = await desk.sendDocument(Buffer.alloc(16 * 1024 * 1024 + 1, ' '));
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({ status: 413, problem: true });
  });
});
