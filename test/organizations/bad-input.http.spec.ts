import { startWorld, type World } from '../cast';
import { addContact, contactsOf, duty } from './contact-work';
import { badBodies, type BodyRoute, isProblem, send } from '../cast/bad-input';

const route: BodyRoute = {
  method: 'post',
  path: '/api/v1/organizations',
  good: { handle: 'transport', name: 'Transport CERT', namespace: 'https://transport.example' },
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('adding a constituent', () => {
  test.each(Object.entries(badBodies(route)))('refuses %s', async (_, sent) => {
    const answer = await send(world.as('pkcert-administrator'), route, sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });

  test.each([
    { handle: 'x' },
    { handle: 'Transport' },
    { handle: '9lives' },
    { handle: 'a'.repeat(41) },
    { handle: 'a\nb' },
    { name: '' },
    { name: '   ' },
    { name: 'n'.repeat(201) },
    { namespace: 'http://transport.example' },
    { namespace: 'https://transport.example/path' },
    { namespace: 'javascript:alert(1)' },
  ])('refuses %j', async (fault) => {
    const answer = await world
      .as('pkcert-administrator')
      .post(route.path)
      .send({ ...route.good, ...fault });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(Object.keys(fault)[0]);
  });
});

describe('changing a profile', () => {
  const profile: BodyRoute = {
    method: 'put',
    path: '/api/v1/organizations/pkcert/profile',
    good: { base: 0, name: 'PKCERT (demonstration)', languages: ['en'], charter: { mission: 'To help' } },
  };

  test.each(Object.entries(badBodies(profile)))('refuses %s', async (_, sent) => {
    const answer = await send(world.as('pkcert-administrator'), profile, sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });

  test.each<[string, object]>([
    ['base', { base: -1 }],
    ['base', { base: 1.5 }],
    ['base', { base: '0' }],
    ['base', { base: 2 ** 31 }],
    ['name', { name: 'a\nb' }],
    ['name', { name: 'a\u202eb' }],
    ['name', { name: '\u00a0' }],
    ['short_name', { short_name: 'x'.repeat(41) }],
    ['time_zone', { time_zone: '+05:00' }],
    ['time_zone', { time_zone: 'Asia/Atlantis' }],
    ['time_zone', { time_zone: '' }],
    ['working_hours', { working_hours: 'x'.repeat(501) }],
    ['languages', { languages: ['not a language'] }],
    ['languages', { languages: ['en', 'EN'] }],
    ['languages', { languages: Array.from({ length: 11 }, (_, i) => `en-x-${i}`) }],
    ['languages', { languages: 'en' }],
    ['languages', { languages: [1] }],
    ['charter', { charter: 'text' }],
    ['charter', { charter: ['text'] }],
    ['charter.mission', { charter: { mission: '' } }],
    ['charter.mission', { charter: { mission: 'x'.repeat(8001) } }],
    ['charter.mission', { charter: { mission: 'a\u0007' } }],
    ['charter.vision', { charter: { vision: 'none' } }],
    ['services.incident_triage', { services: { incident_triage: 5 } }],
    ['policies.incident_types', { policies: { incident_types: 'a\u2066b' } }],
    ['contact.facsimile', { contact: { facsimile: 'a\tb' } }],
    ['document.locations', { document: { locations: 'x'.repeat(2001) } }],
    ['disclaimers', { disclaimers: {} }],
  ])('refuses a faulty %s: %j', async (field, fault) => {
    const answer = await world
      .as('pkcert-administrator')
      .put(profile.path)
      .send({ ...profile.good, ...fault });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(field);
  });
});

describe('adding a contact', () => {
  const contact: BodyRoute = { method: 'post', path: contactsOf('pkcert'), good: duty };

  test.each(Object.entries(badBodies(contact)))('refuses %s', async (_, sent) => {
    const answer = await send(world.as('pkcert-administrator'), contact, sent);
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({
      status: sent.status,
      problem: true,
    });
  });

  test.each<[string, object]>([
    ['role', { role: 'owner' }],
    ['name', { name: ' ' }],
    ['name', { name: 'n'.repeat(201) }],
    ['email', { email: 'duty' }],
    ['email', { email: 'duty@pkcert.example\r\nBcc: x@y.example' }],
    ['email', { email: 'düty@pkcert.example' }],
    ['email', { email: `${'x'.repeat(250)}@a.example` }],
    ['telephone', { telephone: '051 5550100' }],
    ['telephone', { telephone: '+0515550100' }],
    ['telephone', { telephone: '+9251555010000000' }],
    ['telephone', { telephone: '+92 51 5550100' }],
    ['hours', { hours: 'x'.repeat(501) }],
    ['languages', { languages: ['x'] }],
    ['emergency', { emergency: 'yes' }],
  ])('refuses a faulty %s: %j', async (field, fault) => {
    const answer = await world
      .as('pkcert-administrator')
      .post(contact.path)
      .send({ ...duty, ...fault });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(field);
  });

  test.each<object>([{ version: 0 }, { version: '1' }, { method: 'guess' }, { note: '' }, { at: '2026' }])(
    'refuses a verification with %j',
    async (fault) => {
      const { id } = await addContact(world);
      const answer = await world
        .as('pkcert-liaison')
        .post(`${contactsOf('pkcert')}/${id}/verifications`)
        .send({ version: 1, method: 'in-person', ...fault });
      expect(answer.status).toBe(422);
    },
  );
});

describe('the routes of organizations', () => {
  test.each([
    ['delete', '/api/v1/organizations'],
    ['put', '/api/v1/organizations'],
    ['patch', '/api/v1/organizations/pkcert'],
    ['delete', '/api/v1/organizations/pkcert'],
    ['post', '/api/v1/organizations/pkcert'],
  ] as const)('offer no %s %s', async (method, path) => {
    const answer = await world.as('pkcert-administrator')[method](path).send({});
    expect([404, 405]).toContain(answer.status);
    expect(isProblem(answer)).toBe(true);
  });

  test('refuse a query that they do not take', async () => {
    const answer = await world.as('pkcert-administrator').get('/api/v1/organizations/pkcert?at=2020');
    expect(answer.status).toBe(422);
  });
});
