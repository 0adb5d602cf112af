import { Client } from '../../src/cli/demo/http-client';
import { castMember, PASSWORD, type PersonKey } from '../cast';
import { Differences, operations } from './differences';
import { type CastWorld, castWorld } from './played-world';
import { startProxy, type ValidatingProxy } from './proxy';

/** Somebody of each role. */
const PEOPLE: Record<string, PersonKey> = {
  analyst: 'pkcert-analyst',
  releaser: 'pkcert-releaser',
  liaison: 'pkcert-liaison',
  'duty-officer': 'pkcert-duty-officer',
  auditor: 'pkcert-auditor',
  administrator: 'pkcert-administrator',
};
type Operation = (typeof operations)[number];
interface Sent {
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A path in which every name is one that nothing has. */
const asked = (path: string) =>
  path
    .replace(/\{(id|fingerprint)\}/g, '0b9e4c1a-0000-4000-8000-000000000000')
    .replace('{reference}', 'XX-UNKNOWN')
    .replace('{number}', '1')
    .replace('{handle}', 'nobody');

let world: CastWorld;
beforeAll(async () => {
  world = await castWorld();
});
afterAll(() => world.close());

describe('refusals are as described, each status and each problem document', () => {
  let proxy: ValidatingProxy;
  const people = new Map<string, Client>();
  let others: Client[];
  const heard = new Differences();

  beforeAll(async () => {
    // Prism answers who has no credential itself, with or without --validate-request. What is answered here has to
    // come from the application, so this proxy is not told what a credential is; the other one is.
    proxy = await startProxy(world.url, false, ({ paths }) => {
      for (const path of Object.values(paths)) for (const one of Object.values(path)) delete one.security;
    });
    const client = (credential?: string) => new Client(proxy.url, credential, heard.hear);
    const anonymous = client();
    others = [anonymous, client('accord_wrong_key')];
    for (const [role, person] of Object.entries(PEOPLE)) {
      const { email } = castMember(person);
      const { json } = await anonymous.post('/api/v1/sign-in', { email, password: PASSWORD });
      people.set(role, client(json.access_token));
    }
  }, 300_000);
  afterAll(async () => {
    await proxy.stop();
  });

  /** Somebody for whom an operation is. */
  const oneFor = ({ operation: { 'x-callers': callers = [] } }: Operation): Client =>
    people.get(callers.find((caller) => people.has(caller)) ?? 'analyst')!;

  /** Sends to every operation, and looks at what differs. Signing out is left to the other test. */
  async function toAll(make: (operation: Operation) => Sent, all = false): Promise<string[]> {
    const roles = [...people.values()];
    for (const [nth, one] of operations.filter(({ path }) => !path.includes('sign-out')).entries())
      for (const caller of all
        ? new Set([...others, oneFor(one), roles[nth % roles.length]!])
        : [oneFor(one)]) {
        const { query = '', body, headers } = make(one);
        await caller.send(one.method, `${asked(one.path)}${query}`, body, headers);
      }
    return heard.take();
  }
  const takesBody = ({ operation }: Operation) => operation.requestBody !== undefined;

  it('of an empty body, to whom an operation is for, to nobody known, and to each role in turns', async () => {
    expect(await toAll((one) => (takesBody(one) ? { body: {} } : {}), true)).toEqual([]);
  });

  it('of a body with fields of wrong types', async () => {
    const body = { title: 1, reason: {}, base: 'x', unheard_of: true };
    expect(await toAll((one) => (takesBody(one) ? { body } : {}))).toEqual([]);
  });

  it('of a parameter that there is not', async () => {
    expect(await toAll(() => ({ query: '?unheard_of=x' }))).toEqual([]);
  });

  it('of a limit and a cursor that are none', async () => {
    expect(await toAll(() => ({ query: '?limit=0&cursor=made-up' }))).toEqual([]);
    expect(await toAll(() => ({ query: '?cursor=made-up' }))).toEqual([]);
  });

  it('of a condition on what is not there, and of a key that is none', async () => {
    expect(await toAll(() => ({ headers: { 'If-Match': '"1.made-up"' } }))).toEqual([]);
    expect(await toAll(() => ({ headers: { 'Idempotency-Key': 'x'.repeat(300) } }))).toEqual([]);
  });

  it('of a body that is not JSON', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    expect(await toAll((one) => (takesBody(one) ? { body: Buffer.from('a text'), headers } : {}))).toEqual(
      [],
    );
  });

  it('in every status that a request can bring about', () => {
    expect([...heard.statuses].filter((status) => status >= 400).sort()).toEqual([
      400, 401, 403, 404, 412, 415, 422,
    ]);
  });
});

describe('a description that is wrong', () => {
  it('is found out, in answers and in requests', async () => {
    const heard = new Differences();
    const proxy = await startProxy(world.url, true, ({ paths, components: { schemas } }) => {
      const { properties = {}, required = [] } = schemas.FeedPage!;
      Object.assign(properties, { unheard_of: { type: 'string' } });
      required.push('unheard_of');
      delete (schemas.TokensView!.properties as Record<string, object>).token_type;
      delete paths['/api/v1/me']!.get!.responses['401'];
      schemas.RefreshBody!.required!.push('unheard_of');
    });
    const client = new Client(proxy.url, undefined, heard.hear);
    const { email } = castMember('pkcert-analyst');
    await client.get('/api/v1/feed');
    await client.post('/api/v1/sign-in', { email, password: PASSWORD });
    await new Client(proxy.url, 'accord_wrong_key', heard.hear).get('/api/v1/me');
    await client.post('/api/v1/sign-in/refresh', { refresh_token: 'made-up' });
    await proxy.stop();
    expect([...heard.found].map((found) => found.split(':')[0]).sort()).toEqual([
      'getFeed',
      'getMe',
      'postSignIn',
      'postSignInRefresh',
    ]);
  });
});
