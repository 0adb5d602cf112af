import { createHash } from 'node:crypto';
import request from 'supertest';
import { grant, Instrument, terms } from '../../agreements/agreement-world';
import { castMember, PERSON_KEYS, type PersonKey, startWorld, type World } from '../../cast';
import { browse, type Browser } from '../browse';

const PATH = '/portal/agreements/PK-PAPER-1';
const TEXT = Buffer.from('Memorandum (invented)\nArt. 1 …\n');
const HASH = createHash('sha256').update(TEXT).digest('hex');

describe('the paper of an agreement, on its page', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await new Instrument(world, 'PK-PAPER-1').draft({
      terms: terms({
        clauses: { corrections: 'Art. 13(7)' },
        other_clauses: [{ number: 'Art. 9', heading: 'Joint committee', owner_role: 'depositary' }],
        grants: [grant('pkcert', 'cncert', { clauses: { reach_back: 'Art. 5(5)' } })],
      }),
    });
  });
  afterAll(() => world.close());

  const as = (person: PersonKey, language: 'en' | 'ur' | 'zh' = 'en') => browse(world, person, { language });

  /** Sends the form with a file, as browsers do. */
  async function attach(browser: Browser, file: Buffer, fields: Record<string, string>) {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = request(world.url).post(`${PATH}/texts`).set('Cookie', cookie);
    sent.field('csrf', await browser.csrf());
    for (const [name, value] of Object.entries(fields)) sent.field(name, value);
    return sent.attach('body', file, 'whatever.exe');
  }

  it('has a clause beside each sentence: its own where it is named, that of the grant otherwise', async () => {
    const { text } = await (await as('pkcert-analyst')).get(PATH);
    expect([text.split('Art. 5(5)').length, text.split('Art. 13(7)').length]).toEqual([2, 2]);
    expect(text).toContain('Art. 4(1)');
    expect(text).toContain('Joint committee');
    expect(text).toContain('looked after by');
  });

  it.each([
    ['en', 'not binding', 'depositary'],
    ['ur', 'قانونی طور پر پابند نہیں', 'امین'],
    ['zh', '不具有约束力', '保管机关'],
  ] as const)(
    'is described by a form, and told in the reader’s words: %s',
    async (language, binding, role) => {
      const browser = await as('pkcert-liaison', language);
      const fields = {
        binding: 'non_binding',
        languages: 'en, ur',
        prevailing_language: 'ur',
        classification: 'AMBER',
      };
      const wrong = await browser.post(`${PATH}/description`, { ...fields, prevailing_language: 'zh' });
      expect([wrong.status, wrong.text.includes('value="zh"')]).toEqual([422, true]);
      const { status, location } = await browser.post(`${PATH}/description`, fields);
      expect([status, location]).toEqual([303, expect.stringContaining(PATH)]);
      const { text } = await browser.get(PATH);
      for (const words of [binding, role, 'TLP:AMBER']) expect(text).toContain(words);
    },
  );

  it('takes a file from a form, shows its hash, and gives it back as it was', async () => {
    const browser = await as('pkcert-liaison');
    const none = await attach(browser, Buffer.alloc(0), { terms: '1', language: 'en' });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('No file has arrived')]);
    const wrong = await attach(browser, Buffer.from([0, 1, 2]), { terms: '1', language: 'en' });
    expect(wrong.status).toBe(422);
    const sent = await attach(browser, TEXT, { terms: '1', language: 'en' });
    expect(sent.status).toBe(303);
    expect((await browser.get(PATH)).text).toContain(HASH);
    const got = await (await as('cncert-auditor')).get(`${PATH}/text?terms=1&language=en`);
    expect([got.status, got.text]).toEqual([200, TEXT.toString()]);
    expect(got.headers['content-disposition']).toBe('attachment; filename="PK-PAPER-1-terms-1-en.txt"');
    expect(got.headers['x-content-type-options']).toBe('nosniff');
  });

  it('is changed by liaison officers of its parties alone; for others the agreement is not there', async () => {
    const parties = ['moitt', 'pkcert', 'cncert', 'itu'];
    for (const person of PERSON_KEYS) {
      const { organization, roles } = castMember(person);
      const liaison = (roles as readonly string[]).includes('liaison');
      const expected = parties.includes(organization) ? (liaison ? 200 : 403) : 404;
      for (const page of ['description', 'texts?terms=1'])
        expect([person, page, (await (await as(person)).get(`${PATH}/${page}`)).status]).toEqual([
          person,
          page,
          expected,
        ]);
    }
  });

  it('is said with a new draft, whose terms are read with their clauses before they are kept', async () => {
    const browser = await as('pkcert-liaison');
    const fields = {
      ...{ reference: 'PK-PAPER-2', title: 'Invented', kind: 'mou', 'description.binding': 'binding' },
      ...{ 'party-0': 'pkcert', 'roles-0': ['signatory', 'operating_cert'] },
      ...{ 'party-1': 'corvia', 'roles-1': ['signatory', 'operating_cert'] },
      terms: JSON.stringify(
        terms({
          grants: [grant('pkcert', 'corvia', { clauses: { need: 'Art. 77' } })],
          other_clauses: [{ number: 'Art. 88', heading: 'Costs' }],
        }),
      ),
    };
    const { text } = await browser.post('/portal/agreements/draft', fields);
    for (const words of ['Art. 77', 'Art. 88', 'Costs']) expect(text).toContain(words);
    const seen = /name="seen" value="([\w-]+)"/.exec(text)?.[1] ?? '';
    expect((await browser.post('/portal/agreements/draft', { ...fields, seen })).status).toBe(303);
    const { body } = await world.as('corvia-liaison').get('/api/v1/agreements/PK-PAPER-2');
    expect(body.description).toMatchObject({ binding: 'binding', described_by: 'pkcert' });
    const unread = await browser.post('/portal/agreements/draft', {
      ...fields,
      terms: JSON.stringify(terms({ other_clauses: [{ number: 1 }] })),
    });
    expect([unread.status, unread.text]).toEqual([422, expect.stringContaining('other_clauses')]);
  });
});
