import type { Caller } from '../../src/platform/access';
import { everyone, expectedRefusal, startWorld, type World } from '../cast';

type Route = [method: 'get' | 'post' | 'put' | 'delete', path: string, declared: Caller[], status: number];

const CHALLENGE = 'Bearer realm="accord", Basic realm="accord", charset="UTF-8"';
const absent = '00000000-0000-4000-8000-00000000abcd';
/** Routes, for whom they are, and what those are told who ask with an empty body or for what is not there. */
const routes: Route[] = [
  ['get', '/api/v1/me', ['person', 'api-key'], 200],
  ['get', '/api/v1/accounts', ['administrator', 'auditor'], 200],
  ['post', '/api/v1/accounts', ['administrator'], 422],
  ['put', `/api/v1/accounts/${absent}/roles`, ['administrator'], 422],
  ['post', `/api/v1/accounts/${absent}/departure`, ['administrator'], 422],
  ['post', `/api/v1/api-keys/${absent}/rotation`, ['administrator'], 422],
  ['get', '/api/v1/api-keys', ['administrator', 'auditor'], 200],
  ['get', `/api/v1/api-keys/${absent}`, ['administrator', 'auditor'], 404],
  ['get', `/api/v1/accounts/${absent}`, ['administrator', 'auditor'], 404],
  ['post', '/api/v1/api-keys', ['administrator'], 422],
  ['delete', `/api/v1/api-keys/${absent}`, ['administrator'], 404],
  ['get', '/api/v1/invitations', ['administrator', 'auditor'], 200],
  ['post', '/api/v1/invitations', ['administrator'], 422],
  ['post', '/api/v1/invitations/acceptance', ['anyone'], 422],
  ['delete', `/api/v1/invitations/${absent}`, ['administrator'], 404],
  ['get', '/api/v1/me/second-factor', ['person'], 200],
  ['post', '/api/v1/me/second-factor', ['person'], 422],
  ['post', '/api/v1/me/second-factor/recovery-codes', ['person'], 422],
  ['post', '/api/v1/me/second-factor/confirmation', ['person'], 422],
  ['delete', `/api/v1/accounts/${absent}/second-factor`, ['administrator'], 404],
  ['put', '/api/v1/me/password', ['person'], 422],
  ['post', `/api/v1/accounts/${absent}/password-reset`, ['administrator'], 404],
  ['post', '/api/v1/password-resets/acceptance', ['anyone'], 422],
  ['post', '/api/v1/sign-in', ['anyone'], 422],
  ['post', '/api/v1/sign-in/refresh', ['anyone'], 422],
  ['get', '/api/v1/me/sessions', ['person'], 200],
  ['delete', `/api/v1/me/sessions/${absent}`, ['person'], 404],
  ['post', '/api/v1/me/proof', ['person'], 422],
  ['get', '/api/v1/me/preferences', ['person'], 200],
  ['put', '/api/v1/me/preferences', ['person'], 422],
  ['get', '/api/v1/health-report', ['administrator'], 200],
  ['post', '/api/v1/sign-out', ['person'], 204],
  ['post', '/api/v1/sign-out/everywhere', ['person'], 204],
];

let world: World;
beforeAll(async () => {
  world = await startWorld({ sessionsApart: true });
});
afterAll(() => world.close());

describe.each(routes)('%s %s', (method, path, declared, status) => {
  test.each(everyone)(`is for ${declared.join(', ')}: $name`, async (asker) => {
    const answer = await asker.ask(world)[method](path);
    expect(answer.status).toBe(expectedRefusal(asker, declared) ?? status);
    if (answer.status === 401) expect(answer.headers['www-authenticate']).toBe(CHALLENGE);
  });
});

describe('who the caller is', () => {
  test.each(everyone.filter(({ organization }) => organization !== 'public'))('$name', async (asker) => {
    const { body } = await asker.ask(world).get('/api/v1/me');
    expect(body.organization.handle).toBe(asker.organization);
    expect(body.person?.id).toBe(asker.person && world.people[asker.person]);
    expect(body.roles).toEqual(asker.is.filter((is) => !['anyone', 'person', 'api-key'].includes(is)));
    const key = { name: `Systems of ${asker.organization}`, expires_at: '2027-03-27T08:00:00.000Z' };
    if (asker.person) expect(body.api_key).toBeNull();
    else expect(body.api_key).toMatchObject(key);
  });
});

describe('the lists of an organization', () => {
  test.each(everyone.filter(({ is }) => is.includes('administrator') || is.includes('auditor')))(
    'hold its own people and keys and nobody else: $name',
    async (asker) => {
      const accounts = await asker.ask(world).get('/api/v1/accounts');
      const emails = (accounts.body.items as { email: string }[]).map(({ email }) => email);
      expect(emails.length).toBeGreaterThan(0);
      for (const email of emails) expect(email).toMatch(new RegExp(`@${asker.organization}\\.example$`));
      const keys = await asker.ask(world).get('/api/v1/api-keys');
      expect(keys.body.items).toMatchObject([{ name: `Systems of ${asker.organization}` }]);
      expect(accounts.text + keys.text).not.toMatch(/argon2|secret|password/);
    },
  );
});
