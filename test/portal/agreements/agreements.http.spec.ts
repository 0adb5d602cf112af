import { EVIDENCE, grant, Instrument, terms } from '../../agreements/agreement-world';
import { castMember, PERSON_KEYS, type PersonKey, startWorld, type World } from '../../cast';
import { browse, seenIn } from '../browse';

const PARTIES = ['moitt', 'pkcert', 'cncert', 'itu'];
const ofParty = (person: PersonKey) => PARTIES.includes(castMember(person).organization);
const isLiaison = (person: PersonKey) => (castMember(person).roles as string[]).includes('liaison');
const may = (person: PersonKey, ...roles: string[]) =>
  castMember(person).roles.some((role) => roles.includes(role));

const PATH = '/portal/agreements/PK-CN-2026';

describe('the screens of agreements', () => {
  let world: World;
  let agreement: Instrument;
  beforeAll(async () => {
    world = await startWorld();
    agreement = await new Instrument(world, 'PK-CN-2026').draft();
  });
  afterAll(() => world.close());

  const as = (person?: PersonKey, language: 'en' | 'ur' | 'zh' = 'en') => browse(world, person, { language });

  it.each([PATH, '/portal/agreements', `${PATH}/differences?from=1&to=1`, `${PATH}/steps/submit?terms=1`])(
    'ask for sign-in first: %s',
    async (path) => {
      const { status, location } = await (await as()).get(path);
      expect([status, location]).toEqual([303, expect.stringMatching(/^\/portal\/sign-in\?next=/)]);
    },
  );

  it('are there for the people of its parties; to all others it is as if it did not exist', async () => {
    for (const person of PERSON_KEYS) {
      const browser = await as(person);
      const [list, one, none] = [
        await browser.get('/portal/agreements'),
        await browser.get(PATH),
        await browser.get('/portal/agreements/PK-CN-2099'),
      ];
      expect([person, list.status, list.text.includes('PK-CN-2026')]).toEqual([person, 200, ofParty(person)]);
      expect([person, one.status, none.status]).toEqual([person, ofParty(person) ? 200 : 404, 404]);
      if (!ofParty(person)) expect(one.text.replaceAll('2026', '2099')).toBe(none.text);
    }
  });

  it('offer steps to liaison officers alone', async () => {
    for (const person of PERSON_KEYS) {
      const { status } = await (await as(person)).get(`${PATH}/steps/submit?terms=1`);
      expect([person, status]).toEqual([person, ofParty(person) ? (isLiaison(person) ? 200 : 403) : 404]);
      const proposal = await (await as(person)).get(`${PATH}/propose`);
      expect([person, proposal.status]).toEqual([person, status]);
      const draft = await (await as(person)).get('/portal/agreements/draft');
      expect([person, draft.status]).toEqual([person, isLiaison(person) ? 200 : 403]);
    }
  });

  it('ask what if for those who answer for what leaves', async () => {
    for (const person of PERSON_KEYS) {
      const { status } = await (
        await as(person)
      ).get('/portal/agreements/what-if?step=end&agreement=PK-CN-2026');
      const allowed = may(person, 'liaison', 'releaser', 'auditor');
      expect([person, [200, 409].includes(status)]).toEqual([person, allowed && ofParty(person)]);
    }
  });

  it.each([
    ['en', 'Submit', 'lets', 'Art. 4(1)'],
    ['ur', 'پیش کریں', 'دی جاتی ہیں', 'Art. 4(1)'],
    ['zh', '提交', '提供', 'Art. 4(1)'],
  ] as const)('tell terms in sentences with the clause behind each: %s', async (language, ...words) => {
    const { text } = await (await as('pkcert-liaison', language)).get(PATH);
    for (const word of words) expect(text).toContain(word);
    expect(text).toContain('TLP:AMBER');
    expect(text).toContain('<svg');
    expect(text).not.toMatch(/<title>[^<]*PK-CN/);
  });

  it('lead a draft through its steps, each by a form, until it is in force', async () => {
    const [own, other, ministry] = [
      await as('pkcert-liaison'),
      await as('cncert-liaison'),
      await as('moitt-liaison'),
    ];
    const step = (name: string) => `${PATH}/steps/${name}?terms=1`;
    const done = { status: 303, location: `${PATH}?told=recorded` };
    expect(await own.post(step('submit'))).toMatchObject(done);
    const approval = {
      party: 'moitt',
      on_behalf_of: 'Federal Cabinet (invented)',
      evidence_sha256: EVIDENCE,
    };
    expect(await own.post(step('approve'), approval)).toMatchObject(done);
    const fact = /name="fact" value="([\w-]+)"/.exec(
      (await (await as('pkcert-second-liaison')).get(step('confirm'))).text,
    )?.[1];
    const alone = await own.post(step('confirm'), { fact });
    expect([alone.status, alone.text]).toEqual([403, expect.stringContaining('role="alert"')]);
    expect(await (await as('pkcert-second-liaison')).post(step('confirm'), { fact })).toMatchObject(done);
    expect(await ministry.post(step('sign'))).toMatchObject(done);
    expect((await other.get(step('sign'))).text).toContain('Whom it would affect');
    expect(await other.post(step('sign'))).toMatchObject(done);

    const sure = await own.post(step('enter_into_force'));
    expect([sure.status, sure.text]).toEqual([200, expect.stringContaining('name="seen"')]);
    expect((await agreement.read()).state.in_force).toBe(false);
    expect(await own.post(step('enter_into_force'), { seen: 'yes' })).toMatchObject(done);
    expect((await agreement.read()).state.in_force).toBe(true);
    const shown = await own.follow({ ...sure, location: done.location });
    expect(shown.text).toContain('It is recorded.');
  });

  it('tell beside the field what is wrong, and keep what was typed', async () => {
    const browser = await as('pkcert-liaison');
    const { status, text } = await browser.post(`${PATH}/steps/suspend`, {
      reason: 'x',
      ends_at: 'tomorrow',
    });
    expect(status).toBe(422);
    expect(text).toContain('field-reason-fault');
    expect(text).toContain('field-ends_at-fault');
    expect(text).toContain('>x</textarea>');
  });

  it('compare two versions of terms in words and marks, after they were read and proposed', async () => {
    const browser = await as('pkcert-liaison');
    const amended = JSON.stringify(
      terms({ grants: [grant('pkcert', 'cncert', { need: 'on_request' }), grant('cncert', 'pkcert')] }),
    );
    const read = await browser.post(`${PATH}/propose`, { terms: amended });
    expect([read.status, read.text]).toEqual([
      200,
      expect.stringMatching(/<ins>[^<]*only in answer to an open request/),
    ]);
    expect((await agreement.read()).terms.length).toBe(1);
    const seen = seenIn(read.text);
    const broken = await browser.post(`${PATH}/propose`, { terms: '{"grants": [{}]}', seen });
    expect([broken.status, broken.text]).toEqual([422, expect.stringContaining('grants.0.from')]);
    const changed = await browser.post(`${PATH}/propose`, {
      terms: amended.replace('on_request', 'both'),
      seen,
    });
    expect([changed.status, changed.text]).toEqual([200, expect.stringContaining('name="seen"')]);
    expect((await agreement.read()).terms.length).toBe(1);
    const proposed = await browser.post(`${PATH}/propose`, { terms: amended, seen });
    expect(proposed.status).toBe(303);
    const { text } = await browser.get(`${PATH}/differences?from=1&to=2`);
    expect(text).toContain('1 sentence differs.');
    expect(text).toMatch(/<del>It goes as soon as it is released/);
    expect((await browser.get(`${PATH}/differences?from=1&to=9`)).status).toBe(404);
  });

  it('suspend after saying whom it affects; two people let it go on', async () => {
    const browser = await as('pkcert-liaison');
    const fields = { reason: 'A partner mailbox was broken into (invented).', direction: 'pkcert cncert' };
    const sure = await browser.post(`${PATH}/steps/suspend`, fields);
    expect(sure.text).toContain('Whom it affects');
    expect((await agreement.read()).pauses).toEqual([]);
    const again = await browser.post(`${PATH}/steps/suspend`, { ...fields, again: 'yes' });
    expect(again.text).toContain(fields.reason);
    expect((await browser.post(`${PATH}/steps/suspend`, { ...fields, seen: 'yes' })).status).toBe(303);
    const [pause] = (await agreement.read()).pauses;
    expect([pause.from, pause.to, pause.open]).toEqual(['pkcert', 'cncert', true]);
    const { text: graph } = await browser.get('/portal/agreements/relationships');
    expect(graph).toContain('edge-paused');
    expect(graph).toMatch(/<text [^>]*class="tlp-amber"[^>]*>TLP:AMBER</);

    const page = `/portal/agreements/pauses/${pause.id}`;
    for (const person of PERSON_KEYS) {
      const { status } = await (await as(person)).get(page);
      expect([person, status]).toEqual([person, ofParty(person) ? 200 : 404]);
    }
    expect((await browser.post(page, { reason: 'The mailbox is safe again.' })).location).toContain(
      'resumptionAsked',
    );
    expect((await browser.post(`${page}/confirmation`)).status).toBe(403);
    expect((await (await as('pkcert-second-liaison')).post(`${page}/confirmation`)).status).toBe(303);
    expect((await agreement.read()).pauses[0].open).toBe(false);
  });

  it('pass the list behind a what-if on as CSV, and its refusal as a page', async () => {
    const browser = await as('pkcert-auditor');
    const { status, headers, text } = await browser.get(
      '/portal/agreements/what-if/csv?step=end&agreement=PK-CN-2026',
    );
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining('text/csv'),
      expect.stringContaining('attachment'),
    ]);
    expect(text).toMatch(/^team,change,item,reference,type,version,tlp,title,/);
    const refused = await browser.get('/portal/agreements/what-if/csv?step=end&agreement=PK-CN-2099');
    expect([refused.status, refused.headers['content-type']]).toEqual([
      404,
      expect.stringContaining('text/html'),
    ]);
    const items = await browser.get('/portal/agreements/what-if/items?step=end&agreement=PK-CN-2026');
    expect([items.status, items.text]).toEqual([200, expect.stringContaining('No item changes hands')]);
    expect(
      (await (await as('pkcert-analyst')).get('/portal/agreements/what-if/csv?step=end&agreement=PK-CN-2026'))
        .status,
    ).toBe(403);
  });

  it('draft an agreement after it was read', async () => {
    const browser = await as('pkcert-liaison');
    const fields = {
      ...{ reference: 'PK-XC-2027', title: 'Arrangement (invented)', kind: 'mou' },
      ...{ 'party-0': 'pkcert', 'roles-0': ['signatory', 'operating_cert'] },
      ...{ 'party-1': 'corvia', 'roles-1': ['signatory', 'operating_cert'] },
      terms: JSON.stringify({ grants: [grant('pkcert', 'corvia')] }),
    };
    const read = await browser.post('/portal/agreements/draft', fields);
    expect([read.status, read.text]).toEqual([200, expect.stringContaining('Corvia CERT (invented)')]);
    const seen = seenIn(read.text);
    const other = { ...fields, title: 'Another arrangement (invented)' };
    const again = await browser.post('/portal/agreements/draft', { ...other, seen });
    expect([again.status, seenIn(again.text)]).toEqual([200, expect.not.stringMatching(`^${seen}$`)]);
    // What would be refused is told as it is read: there is nothing to keep yet.
    const refused = await browser.post('/portal/agreements/draft', { ...fields, reference: 'XC-1', seen });
    expect([refused.status, seenIn(refused.text)]).toEqual([422, '']);
    for (const words of ['id="field-reference-fault"', 'Corvia CERT (invented)'])
      expect(refused.text).toContain(words);
    const { status, location } = await browser.post('/portal/agreements/draft', { ...fields, seen });
    expect([status, location]).toEqual([303, '/portal/agreements/PK-XC-2027?told=recorded']);
  });
});
