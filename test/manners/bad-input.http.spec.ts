import { connect } from 'node:net';
import type { Response } from 'supertest';
import { type PersonKey, startWorld, type World } from '../cast';
import { asked, callerOf, changing, inventoryOf, type Route, whoMay } from '../house/inventory';

interface Problem {
  type: string;
  errors?: { field: string; rule: string }[];
}
interface Bad {
  body: string;
  status: number;
  code: string;
  rule?: string;
  type?: string;
}

/** Documents are taken as the bytes they are, and judged as CSAF. */
const IMPORTS = '/api/v1/advisories/imports';
/** So are the signed texts of agreements, which are judged by their first bytes. */
const TEXTS = '/api/v1/agreements/{reference}/terms/{number}/texts';
const AS_BYTES = [IMPORTS, TEXTS];
const SIGN_IN = '/api/v1/sign-in';

/** What is refused wherever a body is taken, and how. */
const BODIES: Record<string, Bad> = {
  'half a JSON text': { body: '{"a":', status: 400, code: 'malformed-json' },
  'a bare word': { body: 'true', status: 400, code: 'malformed-json' },
  'a form': {
    body: 'a=b',
    status: 415,
    code: 'unsupported-media-type',
    type: 'application/x-www-form-urlencoded',
  },
  'a body without type': { body: '{}', status: 415, code: 'unsupported-media-type', type: '' },
  'JSON in another character set': {
    body: '{}',
    status: 415,
    code: 'unsupported-charset',
    type: 'application/json; charset=ebcdic',
  },
  'nesting without end': {
    body: `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    status: 422,
    code: 'invalid',
    rule: 'depth',
  },
  'nesting of 34 levels': {
    body: `{"a":${'['.repeat(33)}${']'.repeat(33)}}`,
    status: 422,
    code: 'invalid',
    rule: 'depth',
  },
  'a list of 1,001': {
    body: JSON.stringify({ a: Array.from({ length: 1001 }, () => 1) }),
    status: 422,
    code: 'invalid',
    rule: 'elements',
  },
  '1,001 properties': {
    body: JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`p${n}`, 1]))),
    status: 422,
    code: 'invalid',
    rule: 'elements',
  },
  'more than a megabyte': {
    body: JSON.stringify({ a: 'x'.repeat(1_100_000) }),
    status: 413,
    code: 'too-large',
  },
  'a null byte': { body: '{"a":"b\\u0000c"}', status: 422, code: 'invalid', rule: 'unicode' },
  'half a surrogate pair': { body: '{"a":"\\ud800"}', status: 422, code: 'invalid', rule: 'unicode' },
  'an unknown property': { body: '{"surprise":1}', status: 422, code: 'invalid' },
  'a name of JavaScript': { body: '{"constructor":{}}', status: 422, code: 'invalid', rule: 'unknown' },
};

describe('bad input, on every route', () => {
  let world: World;
  let routes: Route[];
  let may: Map<string, PersonKey>;
  beforeAll(async () => {
    world = await startWorld();
    routes = inventoryOf(world);
    may = await whoMay(world, routes);
  });
  afterAll(() => world.close());

  const caller = (route: Route) => (route.path === SIGN_IN ? world.anonymous() : callerOf(world, may, route));
  const problem = ({ status, type, body }: Response) => [status, type, (body as Problem).type];
  const PROBLEM = 'application/problem+json';

  it.each(Object.entries(BODIES))('refuses %s', async (_, { body, status, code, rule, type }) => {
    for (const route of changing(routes).filter(({ path }) => !AS_BYTES.includes(path))) {
      const answer = await caller(route)
        [route.method](asked(route.path))
        .set('Content-Type', type ?? 'application/json')
        .serialize((text: unknown) => String(text))
        .send(body);
      expect([route.name, ...problem(answer)]).toEqual([route.name, status, PROBLEM, `/problems/${code}`]);
      const { errors = [] } = answer.body as Problem;
      // What takes no body knows no field of it: it refuses the whole of it first.
      if (rule && route.takesBody)
        expect([route.name, errors.map((one) => one.rule)]).toEqual([route.name, [rule]]);
    }
  });

  it('takes nesting of 33 levels and lists of 1,000 for what they are', async () => {
    for (const route of changing(routes).filter(
      ({ path, takesBody }) => takesBody && !AS_BYTES.includes(path),
    ))
      for (const body of [
        { a: Array.from({ length: 1000 }, () => 1) },
        JSON.parse(`{"a":${'['.repeat(31)}${']'.repeat(31)}}`) as object,
      ]) {
        const { errors = [] } = (await caller(route)[route.method](asked(route.path)).send(body))
          .body as Problem;
        expect([route.name, errors.some(({ rule }) => ['depth', 'elements'].includes(rule))]).toEqual([
          route.name,
          false,
        ]);
      }
  });

  it.each(Object.entries(BODIES).filter(([, { status }]) => status < 413))(
    'refuses %s as a document, too',
    async (_, { body, type }) => {
      const answer = await world
        .as('pkcert-analyst')
        .post(IMPORTS)
        .set('Content-Type', type ?? 'application/json')
        .serialize((text: unknown) => String(text))
        .send(body);
      expect(problem(answer)).toEqual([422, PROBLEM, '/problems/csaf/invalid']);
    },
  );

  it.each(['surprise=1', 'surprise', 'limit[]=1', '__proto__=1', 'toString=1', 'hasOwnProperty=1'])(
    'refuses the unknown query ?%s',
    async (query) => {
      for (const route of routes) {
        const answer = await caller(route)[route.method](`${asked(route.path)}?${query}`);
        expect([route.name, ...problem(answer)]).toEqual([route.name, 422, PROBLEM, '/problems/invalid']);
      }
    },
  );

  it('refuses each parameter of a query that is given twice', async () => {
    const taking = routes.filter(({ takes }) => takes.length > 0);
    expect(taking.length).toBeGreaterThan(15);
    for (const route of taking)
      for (const name of route.takes) {
        const answer = await caller(route)[route.method](`${asked(route.path)}?${name}=1&${name}=1`);
        expect([route.name, name, answer.status]).toEqual([route.name, name, 422]);
      }
  });

  it.each(['a%00b', '%ED%A0%80'])('refuses the cursor %s, which is no text', async (text) => {
    const lists = routes.filter(({ path, takes }) => takes.includes('cursor') && !path.includes('{'));
    for (const route of lists) {
      const { status } = await caller(route).get(`${route.path}?cursor=${text}`);
      expect([route.name, [400, 422].includes(status)]).toEqual([route.name, true]);
    }
  });

  it.each([
    '1',
    'not-a-uuid',
    '0b9e4c1a-0000-4000-8000-00000000000',
    '0B9E4C1A-0000-4000-8000-0000000000001',
    '%27%20OR%201%3D1',
    '..',
    '%E2%80%AE',
  ])('answers %s, where an id is named, like an id that nothing has', async (id) => {
    for (const route of routes.filter(({ path }) => path.includes('{id}'))) {
      const path = route.path.replace('{id}', id === '..' ? '%2e%2e' : id);
      if (id === '..' && route.path.endsWith('{id}')) continue;
      const answer = await caller(route)
        [route.method](asked(path))
        .send(route.takesBody ? {} : undefined);
      const absent = await caller(route)
        [route.method](asked(route.path))
        .send(route.takesBody ? {} : undefined);
      expect([route.name, answer.status, answer.text]).toEqual([route.name, absent.status, absent.text]);
    }
  });

  it.each(['%', '%zz', '%C3%28'])('refuses the path %s, which cannot be decoded', async (part) => {
    for (const { method, path, name } of routes.filter(({ path }) => path.includes('{'))) {
      const answer = await world
        .as('pkcert-liaison')
        [method](path.replace(/\{\w+\}/, part).replace(/\{\w+\}/g, '1'));
      expect([name, ...problem(answer)]).toEqual([name, 400, PROBLEM, '/problems/malformed-path']);
    }
  });

  it.each([
    [
      'headers of more than 16 KiB',
      `GET /health HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'an address of more than 16 KiB',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    ['what is no HTTP', 'HELO example\r\n\r\n', 400, 'malformed'],
    [
      'two lengths of one body',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
      400,
      'malformed',
    ],
  ])('answers %s with a problem document before any route', async (_, sent, status, code) => {
    const { port } = new URL(world.url);
    const text = await new Promise<string>((settle, fail) => {
      let answer = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(sent));
      socket
        .on('data', (part) => (answer += part.toString()))
        .on('end', () => settle(answer))
        .on('error', fail);
    });
    expect(text).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*Content-Type: application/problem\\+json`),
    );
    const body = JSON.parse(text.slice(text.indexOf('\r\n\r\n'))) as Problem & { request_id: string };
    expect(body).toMatchObject({ type: `/problems/${code}`, status });
    expect(text).toContain(`X-Request-Id: ${body.request_id}`);
  });
});
