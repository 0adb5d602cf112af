import { castMember, everyone, startWorld, type World } from '../cast';
import { browse, Browser } from './browse';

const PLACE = '/portal/administration';
const READ = [PLACE, `${PLACE}/invitations`, `${PLACE}/keys`];
const FORMS = [`${PLACE}/invite`, `${PLACE}/create`, `${PLACE}/keys/new`];
const NEW_PASSWORD = 'another correct horse battery';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const administrator = () => browse(world, 'pkcert-administrator');
const secretIn = (text: string) => /<code class="secret" dir="ltr">([^<]+)<\/code>/.exec(text)?.[1] ?? '';
const linkIn = (text: string) => new URL(secretIn(text).replaceAll('&amp;', '&'));
const arrive = async (link: URL) => {
  const browser = new Browser(world.url);
  const first = await browser.get(link.pathname + link.search);
  return { browser, first };
};

describe.each(everyone.filter(({ person }) => person))('the administration, for $name', ({ person, is }) => {
  const reads = is.includes('administrator') || is.includes('auditor');

  test(`is ${reads ? 'open' : 'closed'}`, async () => {
    const browser = await browse(world, person);
    for (const path of READ)
      expect([path, (await browser.get(path)).status]).toEqual([path, reads ? 200 : 403]);
    const health = await browser.get(`${PLACE}/health`);
    expect(health.status).toBe(is.includes('administrator') ? 200 : 403);
    expect((await browser.get('/portal')).text.includes(`href="${PLACE}"`)).toBe(reads);
  });

  test('knows nobody of another organization', async () => {
    if (!reads || castMember(person!).organization === 'pkcert') return;
    const browser = await browse(world, person);
    const other = world.people['pkcert-analyst'];
    expect((await browser.get(`${PLACE}/people/${other}`)).status).toBe(404);
    expect((await browser.get(PLACE)).text).not.toContain(castMember('pkcert-analyst').email);
  });

  test('changes nothing unless she is an administrator', async () => {
    if (is.includes('administrator')) return;
    const browser = await browse(world, person);
    const fields = {
      email: 'x@y.example',
      name: 'X',
      roles: 'analyst',
      password: NEW_PASSWORD,
      confirmed: 'yes',
    };
    const own = `${PLACE}/people/${world.people[person!]}`;
    for (const path of [...FORMS, `${own}/roles`, `${own}/departure`, `${own}/password-reset`])
      expect([path, (await browser.post(path, fields)).status]).toEqual([path, 403]);
  });
});

test('the administration asks who is not signed in to sign in', async () => {
  const browser = await browse(world);
  for (const path of [...READ, ...FORMS, `${PLACE}/health`])
    expect((await browser.get(path)).location).toContain('/portal/sign-in');
});

describe('inviting', () => {
  test('shows a link once, whose token leaves the address at once, and with which the person comes in', async () => {
    const browser = await administrator();
    const fields = { email: 'new@pkcert.example', name: 'Nida Shah', roles: ['analyst', 'releaser'] };
    const faulty = await browser.post(`${PLACE}/invite`, { ...fields, email: 'nobody', roles: undefined });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('Write an e-mail address');
    expect(faulty.text).toContain('Choose at least one.');
    const issued = await browser.post(`${PLACE}/invite`, fields);
    expect(issued.text).toContain('Nida Shah');
    const link = linkIn(issued.text);
    const { browser: newcomer, first } = await arrive(link);
    expect([first.status, first.location]).toEqual([303, '/portal/invitation']);
    expect(first.setCookies[0]).toMatch(/^accord-arrival=.*HttpOnly; SameSite=Lax$/);
    const page = await newcomer.get('/portal/invitation');
    expect(page.text).not.toContain('name="token"');
    expect(page.text).not.toContain(link.searchParams.get('token'));
    const differs = await newcomer.submit('/portal/invitation', { password: NEW_PASSWORD, repeated: 'x' });
    expect([differs.status, differs.text]).toEqual([422, expect.stringContaining('passwords differ')]);
    const weak = await newcomer.submit('/portal/invitation', { password: 'short', repeated: 'short' });
    expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('at least 12')]);
    const sent = { password: NEW_PASSWORD, repeated: NEW_PASSWORD };
    const done = await newcomer.submit('/portal/invitation', sent);
    expect(done.location).toBe('/portal/sign-in?told=accountMade');
    expect(newcomer.cookies.has('accord-arrival')).toBe(false);
    const signedIn = await newcomer.submit('/portal/sign-in', {
      email: fields.email,
      password: NEW_PASSWORD,
    });
    expect([signedIn.status, signedIn.location]).toEqual([303, '/portal']);
    const again = await arrive(link);
    const used = await again.browser.submit('/portal/invitation', sent);
    expect([used.status, used.text]).toEqual([404, expect.stringContaining('not good any more')]);
    expect(used.text).toContain('name="token"');
  });

  test('is taken back', async () => {
    const browser = await administrator();
    const fields = { email: 'other@pkcert.example', name: 'Other', roles: 'analyst' };
    const link = linkIn((await browser.post(`${PLACE}/invite`, fields)).text);
    const path = /action="([^"]+\/revocation)"/.exec((await browser.get(`${PLACE}/invitations`)).text)![1]!;
    expect((await browser.post(path)).location).toContain('told=invitationRevoked');
    const { browser: newcomer } = await arrive(link);
    const sent = { password: NEW_PASSWORD, repeated: NEW_PASSWORD };
    expect((await newcomer.submit('/portal/invitation', sent)).status).toBe(404);
  });
});

describe('a person', () => {
  const placeOf = (person: 'pkcert-second-analyst') => `${PLACE}/people/${world.people[person]}`;

  test('gets other roles after a page that says whom it affects and what she had', async () => {
    const browser = await administrator();
    const path = `${placeOf('pkcert-second-analyst')}/roles`;
    const roles = async () => {
      const { body } = await world
        .as('pkcert-administrator')
        .get(`/api/v1/accounts/${world.people['pkcert-second-analyst']}`);
      return (body as { roles: string[] }).roles;
    };
    const asked = await browser.post(path, { roles: ['analyst', 'auditor'] });
    expect([asked.status, await roles()]).toEqual([200, ['analyst']]);
    for (const said of ['Bilal Qureshi', castMember('pkcert-second-analyst').email, 'Analyst, Auditor'])
      expect(asked.text).toContain(said);
    const done = await browser.post(path, { roles: ['analyst', 'auditor'], confirmed: 'yes' });
    expect([done.location, await roles()]).toEqual([
      `${placeOf('pkcert-second-analyst')}?told=rolesChanged`,
      ['analyst', 'auditor'],
    ]);
    const none = await browser.post(path, { confirmed: 'yes' });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose at least one.')]);
  });

  test('sets a new password with a link that is shown once', async () => {
    const browser = await administrator();
    const path = `${placeOf('pkcert-second-analyst')}/password-reset`;
    expect((await browser.post(path)).text).toContain('old password is good until');
    const link = linkIn((await browser.post(path, { confirmed: 'yes' })).text);
    const { browser: colleague, first } = await arrive(link);
    expect(first.location).toBe('/portal/password-reset');
    const sent = { password: NEW_PASSWORD, repeated: NEW_PASSWORD };
    expect((await colleague.submit('/portal/password-reset', sent)).location).toContain('told=passwordSet');
    const anew = await colleague.signIn('pkcert-second-analyst', { password: NEW_PASSWORD });
    expect(anew.location).toBe('/portal');
  });

  test('leaves after a page that says so, and nothing can be done with her then', async () => {
    const browser = await administrator();
    const place = placeOf('pkcert-second-analyst');
    const asked = await browser.post(`${place}/departure`, { reason: 'Moved <away>' });
    expect(asked.text).toContain('Moved &lt;away>');
    const blank = await browser.post(`${place}/departure`, { confirmed: 'yes' });
    expect(blank.status).toBe(422);
    const done = await browser.post(`${place}/departure`, { reason: 'Moved <away>', confirmed: 'yes' });
    expect(done.location).toContain('told=departed');
    expect((await browser.get(place)).text).not.toContain(
      '<form method="post" action="/portal/administration',
    );
  });

  test('is nobody’s own to change', async () => {
    const browser = await administrator();
    const place = `${PLACE}/people/${world.people['pkcert-administrator']}`;
    expect((await browser.get(place)).text).toContain('This is you.');
    const refused = await browser.post(`${place}/roles`, { roles: 'analyst', confirmed: 'yes' });
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('without an administrator'),
    ]);
  });
});

describe('a key', () => {
  test('is issued, shown once, gets a successor and is revoked, each after a page that names the system', async () => {
    const browser = await administrator();
    const fields = { name: 'Collector', scopes: ['pull', 'report'], expires_at: '2026-06-01' };
    const faulty = await browser.post(`${PLACE}/keys/new`, { ...fields, allowed_addresses: '999.1.2.3' });
    expect([faulty.status, faulty.text]).toEqual([
      422,
      expect.stringContaining('Write addresses or networks'),
    ]);
    const sent = { ...fields, allowed_addresses: '192.0.2.0/24\n127.0.0.1' };
    const issued = await browser.post(`${PLACE}/keys/new`, sent);
    const key = secretIn(issued.text);
    const asks = (credential: string) => world.presenting(`Bearer ${credential}`).get('/api/v1/me');
    expect((await asks(key)).status).toBe(200);
    const list = await browser.get(`${PLACE}/keys`);
    expect(list.text).not.toContain(key);
    const { body } = await world.as('pkcert-administrator').get('/api/v1/api-keys?limit=200');
    const { id } = (body as { items: { id: string; name: string }[] }).items.find(
      ({ name }) => name === 'Collector',
    )!;
    const wanted = { overlap_hours: '1', expires_at: '2026-07-01' };
    const asked = await browser.post(`${PLACE}/keys/${id}/rotation`, wanted);
    expect(asked.text).toContain('Collector');
    const successor = await browser.post(`${PLACE}/keys/${id}/rotation`, { ...wanted, confirmed: 'yes' });
    const next = secretIn(successor.text);
    expect([(await asks(key)).status, (await asks(next)).status]).toEqual([200, 200]);
    expect((await browser.post(`${PLACE}/keys/${id}/revocation`)).text).toContain('next request is refused');
    expect((await asks(key)).status).toBe(200);
    const revoked = await browser.post(`${PLACE}/keys/${id}/revocation`, { confirmed: 'yes' });
    expect([revoked.location, (await asks(key)).status]).toEqual([
      `${PLACE}/keys/${id}?told=keyRevoked`,
      401,
    ]);
  });
});

describe('jobs and health', () => {
  test('are shown, and renew themselves', async () => {
    const browser = await administrator();
    const page = await browser.get(`${PLACE}/health`);
    expect(page.text).toContain('hx-trigger="every 30s"');
    const part = await browser.get(`${PLACE}/health`, { 'HX-Request': 'true' });
    expect(part.text).toMatch(/^<div id="health-report"/);
  });
});
