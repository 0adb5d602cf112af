import { grant, Instrument } from '../../agreements/agreement-world';
import { castMember, PERSON_KEYS, type PersonKey } from '../../cast';
import { Sharing } from '../../disclosure/sharing-world';
import { browse, type Browser, seenIn } from '../browse';
import { controlsIn, type Sent } from './form-controls';

const DRAFT = '/portal/agreements/draft';
const PATH = '/portal/agreements/PK-CN-2026';
const FIX = '/portal/agreements/PK-FIX-1';

describe('terms in the form', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-FIX-1', {
      ...grant('pkcert', 'cncert'),
      information_types: ['threat_report', 'indicator'].map((type) => ({ type, tlp_ceiling: 'GREEN' })),
    });
    await new Instrument(sharing.world, 'PK-CN-2026').draft();
  });
  afterAll(() => sharing.world.close());

  const as = (person: PersonKey = 'pkcert-liaison', language: 'en' | 'ur' | 'zh' = 'en') =>
    browse(sharing.world, person, { language });
  const read = async (reference: string) =>
    (await sharing.world.as('pkcert-liaison').get(`/api/v1/agreements/${reference}`)).body as {
      terms: { number: number; grants: Record<string, unknown>[]; notice_days: number | null }[];
    };
  /** Sends the form of a page with some of it changed, and answers the next page with what stands in its form. */
  async function next(browser: Browser, path: string, sent: Sent, change: Sent = {}) {
    const seen = await browser.post(path, { ...sent, ...change });
    return { ...seen, sent: controlsIn(seen.text) };
  }

  it('are for liaison officers of the parties, whichever button they press', async () => {
    for (const person of PERSON_KEYS) {
      const { organization, roles } = castMember(person);
      const isLiaison = (roles as string[]).includes('liaison');
      const ofParty = ['moitt', 'pkcert', 'cncert', 'itu'].includes(organization);
      for (const act of ['add terms.grants', 'json']) {
        const browser = await as(person);
        const draft = await browser.post(DRAFT, { act });
        const proposal = await browser.post(`${PATH}/propose`, { act });
        const allowed = isLiaison ? 200 : 403;
        expect([person, draft.status, proposal.status]).toEqual([person, allowed, ofParty ? allowed : 404]);
        const own = organization === 'pkcert' || organization === 'cncert';
        const correction = await browser.post(`${FIX}/correct`, { act });
        expect([person, correction.status]).toEqual([person, own ? allowed : 404]);
      }
    }
  });

  it.each([
    ['en', 'Kinds of information', 'This is needed.'],
    ['ur', 'معلومات کی اقسام', 'یہ ضروری ہے۔'],
    ['zh', '信息类型', '必须填写。'],
  ] as const)('have their labels and faults in the reader’s words: %s', async (language, label, fault) => {
    const browser = await as('pkcert-liaison', language);
    const { text } = await browser.get(DRAFT);
    expect(text).toContain(`>${label}</legend>`);
    const wrong = await next(browser, DRAFT, controlsIn(text), { 'terms.grants.0.clause': [''] });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/id="field-terms\.grants\.0\.clause-fault"/);
    expect(wrong.text).toContain('href="#field-terms.grants.0.clause"');
    expect(fault).not.toBe('');
  });

  it('begin with a template, get a grant more, are mended where they were refused, read, and kept', async () => {
    const browser = await as();
    const operating = ['signatory', 'operating_cert'];
    const start = controlsIn((await browser.get(DRAFT)).text);
    const filled = await next(browser, DRAFT, start, {
      ...{ reference: ['PK-FORM-1'], title: ['By the form (invented)'], act: [] },
      ...{ 'party-0': ['pkcert'], 'party-1': ['cncert'], 'party-2': ['corvia'] },
      ...{ 'roles-0': operating, 'roles-1': operating, 'roles-2': ['signatory', 'operating_cert'] },
      ...{ template: ['first-memorandum'], fill: ['yes'] },
    });
    expect([filled.status, filled.sent['terms.grants.count']]).toEqual([200, ['6']]);

    const fewer = await [5, 4, 3, 2].reduce(
      async (page, row) => next(browser, DRAFT, (await page).sent, { act: [`remove terms.grants.${row}`] }),
      Promise.resolve(filled),
    );
    const more = await next(browser, DRAFT, fewer.sent, { act: ['add terms.grants'] });
    expect([more.status, more.sent['terms.grants.count']]).toEqual([200, ['3']]);
    const typed = {
      'terms.grants.2.from': ['corvia'],
      'terms.grants.2.to': ['pkcert'],
      'terms.grants.2.clause': ['Art. 9'],
      'terms.grants.2.categories': ['any'],
      'terms.grants.2.sectors': ['these'],
      'terms.grants.2.reach_back': ['none'],
      'terms.grants.2.obligations.retention_days': ['ninety'],
      'terms.grants.2.obligations.acknowledge_within.minutes': ['60'],
    };
    const rows = await next(browser, DRAFT, more.sent, {
      ...typed,
      act: ['add terms.grants.2.information_types'],
    });
    const mistaken = await next(browser, DRAFT, rows.sent, {
      'terms.grants.2.information_types.0.type': ['statistics'],
    });
    expect([mistaken.status, seenIn(mistaken.text)]).toEqual([422, '']);
    for (const name of ['sectors', 'obligations.retention_days', 'information_types.0.tlp_ceiling'])
      expect(mistaken.text).toContain(`id="field-terms.grants.2.${name}-fault"`);
    expect(mistaken.text).not.toContain('id="field-terms.grants.2.clause-fault"');
    expect(mistaken.sent).toMatchObject(typed);

    const looked = await next(browser, DRAFT, mistaken.sent, {
      'terms.grants.2.sectors.these': ['energy', 'water'],
      'terms.grants.2.obligations.retention_days': ['90'],
      'terms.grants.2.information_types.0.tlp_ceiling': ['GREEN'],
    });
    expect([looked.status, /role="alert">.*?<\/div>/.exec(looked.text)?.[0]]).toEqual([200, undefined]);
    for (const words of ['destroys it within 90 days', 'acknowledges what arrives within'])
      expect(looked.text).toContain(words);
    expect((await sharing.world.as('pkcert-liaison').get('/api/v1/agreements/PK-FORM-1')).status).toBe(404);
    const kept = await browser.post(DRAFT, { ...looked.sent, seen: seenIn(looked.text) });
    expect([kept.status, kept.location]).toEqual([303, '/portal/agreements/PK-FORM-1?told=recorded']);
    const { terms } = await read('PK-FORM-1');
    expect(terms[0]!.grants.find(({ from }) => from === 'corvia')).toMatchObject({
      ...{ from: 'corvia', to: 'pkcert', clause: 'Art. 9', sectors: ['energy', 'water'], reach_back: 'none' },
      obligations: { retention_days: 90, acknowledge_within: { minutes: 60 } },
      information_types: [{ type: 'statistics', tlp_ceiling: 'GREEN' }],
    });
  });

  it('are amended: only what was changed differs, and the proposal is what was read', async () => {
    const browser = await as();
    const begun = controlsIn((await browser.get(`${PATH}/propose`)).text);
    const none = await next(browser, `${PATH}/propose`, begun);
    expect(/<ins>|<del>/.exec(none.text)).toBeNull();
    const change = { 'terms.grants.0.need': ['on_request'], 'terms.notice_days': ['45'] };
    const looked = await next(browser, `${PATH}/propose`, begun, change);
    expect([looked.status, looked.text]).toEqual([
      200,
      expect.stringMatching(/<ins>[^<]*only in answer to an open request/),
    ]);
    const other = await next(browser, `${PATH}/propose`, looked.sent, {
      'terms.notice_days': ['46'],
      seen: [seenIn(looked.text)],
    });
    expect([other.status, (await read('PK-CN-2026')).terms.length]).toEqual([200, 1]);
    const kept = await browser.post(`${PATH}/propose`, { ...other.sent, seen: seenIn(other.text) });
    expect(kept.status).toBe(303);
    const { terms } = await read('PK-CN-2026');
    expect([terms.length, terms[1]!.notice_days]).toEqual([2, 46]);
    const [was, is] = [terms[0]!.grants[0]!, terms[1]!.grants[0]!];
    expect({ ...is, need: was.need, in_words: was.in_words }).toEqual(was);
  });

  it('tell a fault of a proposal at its field, whose names in the web API are shorter there', async () => {
    const browser = await as();
    const begun = controlsIn((await browser.get(`${PATH}/propose`)).text);
    const wrong = await next(browser, `${PATH}/propose`, begun, {
      'terms.meetings_days': ['0'],
      'terms.joining.count': ['1'],
      'terms.joining.0.organization': ['nobody'],
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('id="field-terms.meetings_days-fault"');
    expect(wrong.sent['terms.joining.0.organization']).toEqual(['nobody']);
  });

  it('are mended by a corrigendum, with what it says of itself and whom it affects', async () => {
    const browser = await as();
    const begun = controlsIn((await browser.get(`${FIX}/correct`)).text);
    const less = await next(browser, `${FIX}/correct`, begun, {
      ...{ reason: ['Keyed in wrongly.'], clause: ['Art. 1(9)'] },
      act: ['remove terms.grants.0.information_types.1'],
    });
    expect(less.sent).toMatchObject({ reason: ['Keyed in wrongly.'], clause: ['Art. 1(9)'] });
    const looked = await next(browser, `${FIX}/correct`, less.sent);
    expect([looked.status, looked.text]).toEqual([200, expect.stringContaining('Whom it affects at once')]);
    const kept = await browser.post(`${FIX}/correct`, { ...looked.sent, seen: seenIn(looked.text) });
    expect(kept.status).toBe(303);
    const last = (await read('PK-FIX-1')).terms.at(-1)!;
    expect(last.grants[0]).toMatchObject({ information_types: [{ type: 'indicator' }] });
  });

  it('are pasted as JSON, read in the form, and kept as they are', async () => {
    const browser = await as();
    const begun = controlsIn((await browser.get(`${PATH}/propose`)).text);
    const json = await next(browser, `${PATH}/propose`, begun, { act: ['json'] });
    const text = json.sent.terms![0]!;
    const pasted = JSON.stringify({ ...(JSON.parse(text) as object), meetings_days: 90 });
    const form = await next(browser, `${PATH}/propose`, { ...json.sent, terms: [pasted], act: ['form'] });
    expect(form.sent['terms.meetings_days']).toEqual(['90']);
    const [byForm, byJson] = [
      await next(browser, `${PATH}/propose`, form.sent),
      await next(browser, `${PATH}/propose`, { ...json.sent, terms: [pasted] }),
    ];
    for (const page of [byForm, byJson])
      expect([page.status, page.text]).toEqual([200, expect.stringContaining('name="seen"')]);
    const torn = await next(browser, `${PATH}/propose`, { ...json.sent, terms: ['{'], act: ['form'] });
    expect([torn.sent.terms, torn.text]).toEqual([['{'], expect.stringContaining('cannot show')]);
    const strange = await next(browser, `${PATH}/propose`, {
      ...json.sent,
      terms: ['{"grants": [], "moon_phase": "full"}'],
      act: ['form'],
    });
    expect(strange.text).toContain('moon_phase');
    expect(strange.sent.terms![0]).toContain('moon_phase');
    const empty = await next(browser, `${PATH}/propose`, { ...json.sent, terms: [''] });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('name="terms"')]);
  });
});
