import { type PersonKey, type World } from '../../cast';
import { expected, Sharing, staffCncert } from '../../disclosure/sharing-world';
import { browse } from '../browse';

const REFERENCE = 'PK-CN-2026';
const PATH = `/portal/agreements/${REFERENCE}`;
type Language = 'en' | 'ur' | 'zh';

interface Paused {
  pauses: { id: string; from: string | null; information_types: string[] | null }[];
}

describe('the form that suspends an agreement', () => {
  let world: World;
  beforeAll(async () => {
    const sharing = await Sharing.start();
    ({ world } = sharing);
    await staffCncert(world);
    await sharing.inForce('cncert', REFERENCE, {
      information_types: [
        { type: 'threat_report', tlp_ceiling: 'GREEN' },
        { type: 'indicator', tlp_ceiling: 'GREEN' },
      ],
    });
    await sharing.released('A report');
    await sharing.released('An indicator', { information_type: 'indicator' });
  });
  afterAll(() => world.close());

  const as = (person: PersonKey, language: Language = 'en') => browse(world, person, { language });
  const pauses = async () =>
    ((await expected(200, world.as('pkcert-liaison').get(`/api/v1/agreements/${REFERENCE}`))) as Paused)
      .pauses;

  it.each([
    ['en', 'Only these kinds of information', 'Tick none to suspend everything.'],
    ['ur', 'صرف ان اقسام کی معلومات', 'سب کچھ معطل کرنے کے لیے'],
    ['zh', '仅限这些信息类型', '不勾选则全部暂停'],
  ] as const)('offers directions and kinds of information: %s', async (language, label, hint) => {
    const { status, text } = await (await as('pkcert-liaison', language)).get(`${PATH}/steps/suspend`);
    expect(status).toBe(200);
    expect(text).toContain(`>${label}</legend>`);
    expect(text).toContain(hint);
    expect(text).toContain('<option value="pkcert cncert"');
    expect(text.match(/type="checkbox"[^>]*name="information_types"/g)).toHaveLength(11);
  });

  it('says whom it affects, keeps what was ticked, and suspends these kinds alone', async () => {
    const browser = await as('pkcert-liaison');
    const fields = {
      reason: 'A partner published ours (invented).',
      direction: 'pkcert cncert',
      information_types: ['indicator', 'malware_sample'],
    };
    const sure = await browser.post(`${PATH}/steps/suspend`, fields);
    expect(sure.text).toMatch(/1 team is.* affected: 0 items gained, 1 item lost/s);
    for (const type of fields.information_types)
      expect(sure.text).toMatch(new RegExp(`type="hidden"[^>]*name="information_types"[^>]*value="${type}"`));
    const again = await browser.post(`${PATH}/steps/suspend`, { ...fields, again: 'yes' });
    expect(again.text.match(/name="information_types"[^>]* checked/g)).toHaveLength(2);
    expect(await pauses()).toEqual([]);
    expect((await browser.post(`${PATH}/steps/suspend`, { ...fields, seen: 'yes' })).status).toBe(303);
    expect(await pauses()).toMatchObject([
      { from: 'pkcert', information_types: ['indicator', 'malware_sample'] },
    ]);
  });

  it.each([
    ['en', /only \S?indicators, malware samples/, 'indicators, malware samples'],
    ['ur', /صرف \S?انڈیکیٹرز، میلویئر کے نمونے/, 'انڈیکیٹرز، میلویئر کے نمونے'],
    ['zh', /仅限\S?失陷指标、恶意软件样本/, '失陷指标、恶意软件样本'],
  ] as const)('whose scope is said wherever the suspension is: %s', async (language, only, types) => {
    const [pause] = await pauses();
    const liaison = await as('pkcert-liaison', language);
    const duty = await as('pkcert-duty-officer', language);
    for (const path of [PATH, `/portal/agreements/pauses/${pause!.id}`])
      expect([path, (await liaison.get(path)).text]).toEqual([path, expect.stringMatching(only)]);
    expect((await duty.get('/portal/call-and-stop')).text).toContain(types);
    expect((await duty.get('/portal')).text).toContain(types);
    const { text } = await liaison.get(
      `/portal/agreements/what-if?step=suspend&agreement=${REFERENCE}&information_types=threat_report`,
    );
    expect(text).toMatch(/<option value="threat_report" selected/);
  });

  it('is shown to the partner, whose analyst is told what she does not get', async () => {
    const { text } = await (await as('cncert-liaison')).get('/portal');
    expect(text).toContain('some kinds of information are suspended');
    expect((await (await as('cncert-liaison')).get(PATH)).text).toContain('indicators, malware samples');
  });

  it('tells beside the field what is wrong with it', async () => {
    const browser = await as('pkcert-liaison');
    const { status, text } = await browser.post(`${PATH}/steps/suspend`, {
      ...{ reason: 'Of a test.', information_types: ['rumour'] },
    });
    expect([status, text]).toEqual([422, expect.stringContaining('Choose one of what is offered.')]);
  });
});
