import { castMember, PERSON_KEYS, type PersonKey, startWorld, type World } from '../cast';
import { browse } from './browse';

const PATH = '/portal/organizations/pkcert';
const keeps = (person: PersonKey, handle = 'pkcert') =>
  castMember(person).organization === handle &&
  (castMember(person).roles as string[]).includes('administrator');

describe('the screens of organizations', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const as = (person?: PersonKey, language: 'en' | 'ur' | 'zh' = 'en') => browse(world, person, { language });

  it.each(['/portal/organizations', PATH, `${PATH}/profile`])('ask for sign-in first: %s', async (path) => {
    const { status, location } = await (await as()).get(path);
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/portal\/sign-in\?next=/)]);
  });

  it('are there for everybody; what they say of themselves is changed by their own administrators', async () => {
    for (const person of PERSON_KEYS) {
      const browser = await as(person);
      for (const path of ['/portal/organizations', PATH, `${PATH}/profile`])
        expect([person, path, (await browser.get(path)).status]).toEqual([person, path, 200]);
      for (const path of [`${PATH}/profile/edit`, `${PATH}/contacts/add`, `${PATH}/keys/add`])
        expect([person, path, (await browser.get(path)).status]).toEqual([
          person,
          path,
          keeps(person) ? 200 : 403,
        ]);
      const email = keeps(person) ? 'no' : 'duty@pkcert.example';
      const refused = await browser.post(`${PATH}/contacts/add`, { role: 'duty', email });
      expect([person, refused.status]).toEqual([person, keeps(person) ? 422 : 403]);
    }
  });

  it('say the same of one that does not exist to all', async () => {
    for (const person of ['pkcert-liaison', 'dunmere-liaison'] as const)
      expect((await (await as(person)).get('/portal/organizations/nowhere')).status).toBe(404);
  });

  it('keep a profile after RFC 2350, which is printed and had as text', async () => {
    const browser = await as('pkcert-administrator');
    const fields = {
      ...{ base: '0', name: 'PKCERT', time_zone: 'Asia/Karachi', languages: 'ur، en' },
      'charter.mission': 'To keep networks safe (invented).',
    };
    const wrong = await browser.post(`${PATH}/profile/edit`, { ...fields, time_zone: 'Moon/Base' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('field-time_zone-fault')]);
    expect(wrong.text).toContain('To keep networks safe (invented).');
    expect((await browser.post(`${PATH}/profile/edit`, fields)).location).toBe(`${PATH}?told=saved`);
    const printed = await (await as('dunmere-liaison')).get(`${PATH}/profile`);
    expect(printed.text).toContain('3.1 Mission statement');
    expect(printed.text).toContain('To keep networks safe (invented).');
    expect(printed.text).toContain('data-print');
    const { headers, text } = await browser.get(`${PATH}/profile/text`);
    expect([headers['content-type'], text]).toEqual([
      expect.stringContaining('text/plain'),
      expect.stringContaining('   To keep networks safe (invented).'),
    ]);
    expect((await browser.post(`${PATH}/profile/edit`, fields)).status).toBe(409);
  });

  it('keep contacts: added, verified by somebody of the team, lapsed after a year, removed', async () => {
    const [browser, liaison, outsider] = [
      await as('pkcert-administrator'),
      await as('pkcert-liaison'),
      await as('corvia-liaison'),
    ];
    const fields = {
      role: 'duty',
      email: 'duty@pkcert.example',
      telephone: '+92 51 5550100',
      emergency: 'yes',
    };
    expect((await browser.post(`${PATH}/contacts/add`, fields)).location).toBe(`${PATH}?told=saved`);
    const page = await outsider.get(PATH);
    expect(page.text).toContain('tel:+92515550100');
    expect(page.text).toContain('Never verified.');
    expect(page.text).not.toContain('/verify');
    const [, id] = /contacts\/([0-9a-f-]{36})\/verify/.exec((await liaison.get(PATH)).text) ?? [];
    const contact = `${PATH}/contacts/${id}`;
    expect((await outsider.get(`${contact}/verify`)).status).toBe(403);
    expect((await outsider.post(`${contact}/verify`, { version: '1', method: 'in-person' })).status).toBe(
      403,
    );
    const verified = await liaison.post(`${contact}/verify`, { version: '1', method: 'telephone-call' });
    expect(verified.location).toBe(`${PATH}?told=recorded`);
    expect((await outsider.get(PATH)).text).toContain('bg-green-lt');

    const changed = await browser.post(contact, { ...fields, base: '1', email: 'night@pkcert.example' });
    expect(changed.location).toBe(`${PATH}?told=saved`);
    expect((await outsider.get(PATH)).text).toContain('Never verified.');
    expect((await liaison.get(`${contact}/remove`)).status).toBe(403);
    expect((await browser.get(`${contact}/remove`)).text).toContain('night@pkcert.example');
    expect((await browser.post(`${contact}/remove`)).location).toBe(`${PATH}?told=removed`);
    expect((await outsider.get(PATH)).text).not.toContain('night@pkcert.example');
  });

  it('say what is wrong with a key', async () => {
    const browser = await as('pkcert-administrator');
    const { status, text } = await browser.post(`${PATH}/keys/add`, { armored: 'no key' });
    expect([status, text]).toEqual([422, expect.stringContaining('no key</textarea>')]);
    expect((await browser.get(`${PATH}/keys/${'A'.repeat(40)}`)).status).toBe(404);
    expect((await browser.get(`${PATH}/keys/${'A'.repeat(40)}/remove`)).status).toBe(404);
  });

  it.each([
    ['ur', 'ادارے', 'قومی CERT'],
    ['zh', '组织', '国家级 CERT'],
  ] as const)('are in the reader’s language: %s', async (language, ...words) => {
    const { text } = await (await as('pkcert-liaison', language)).get('/portal/organizations');
    for (const word of words) expect(text).toContain(word);
  });
});
