import { expected, Sharing } from '../../disclosure/sharing-world';
import { browse, seenIn } from '../browse';

const grant = (types: string[]) => ({
  ...{
    from: 'pkcert',
    to: 'cncert',
    clause: 'Art. 1',
    categories: 'any',
    sectors: 'any',
    reach_back: 'none',
  },
  information_types: types.map((type) => ({ type, tlp_ceiling: 'GREEN' })),
});
const why = { reason: 'Keyed in wrongly.', clause: 'Art. 1(9)' };
const said = (types: string[]) => JSON.stringify({ grants: [grant(types)] });

describe('the screens of corrigenda', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start();
    await sharing.inForce('cncert', 'PK-FIX-1', grant(['threat_report', 'indicator']));
    await sharing.released('Indicator of a test', { information_type: 'indicator' });
  });
  afterAll(() => sharing.world.close());

  const PATH = '/portal/agreements/PK-FIX-1';

  it('show what differs and whom it affects before one that narrows is recorded', async () => {
    const browser = await browse(sharing.world, 'pkcert-liaison', {});
    const begun = await browser.get(`${PATH}/correct`);
    expect([begun.status, begun.text]).toEqual([200, expect.stringContaining('threat_report')]);
    const fields = { ...why, terms: said(['threat_report']) };
    const read = await browser.post(`${PATH}/correct`, fields);
    expect([read.status, read.text]).toEqual([200, expect.stringContaining('class="differs"')]);
    expect(read.text).toContain('1 item');
    const none = await browser.post(`${PATH}/correct`, {
      ...fields,
      terms: said(['threat_report', 'indicator']),
    });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('role="alert"')]);
    const changed = await browser.post(`${PATH}/correct`, {
      ...fields,
      reason: 'Other.',
      seen: seenIn(read.text),
    });
    expect([changed.status, seenIn(changed.text) === seenIn(read.text)]).toEqual([200, false]);
    expect((await browser.post(`${PATH}/correct`, { ...fields, seen: seenIn(read.text) })).status).toBe(303);
    const { text } = await browser.get(PATH);
    for (const words of ['A corrigendum of terms', 'Keyed in wrongly.', 'Art. 1(9)', 'only narrows'])
      expect(text).toContain(words);
  });

  it('tell both sides what one that widens waits for, and let each give its word by a form', async () => {
    sharing.world.clock.advance(1000);
    const browser = await browse(sharing.world, 'pkcert-liaison', {});
    const fields = { ...why, terms: said(['threat_report', 'indicator']) };
    const read = await browser.post(`${PATH}/correct`, fields);
    expect((await browser.post(`${PATH}/correct`, { ...fields, seen: seenIn(read.text) })).status).toBe(303);
    const other = await browse(sharing.world, 'cncert-liaison', {});
    const { text } = await other.get(PATH);
    expect(text).toContain(`${PATH}/steps/confirm_correction?terms=3`);
    const shown = await other.get(`${PATH}?terms=3`);
    expect(shown.text).toContain('It waits for the confirmation of');
    const tried = await other.post(`${PATH}/steps/confirm_correction?terms=3`);
    expect(tried.status).toBe(200);
    expect((await other.post(`${PATH}/steps/confirm_correction?terms=3`, { seen: 'yes' })).status).toBe(303);
    const { facts } = (await expected(
      200,
      sharing.world.as('pkcert-liaison').get('/api/v1/agreements/PK-FIX-1'),
    )) as { facts: { id: string; kind: string; terms_version: number }[] };
    const { id } = facts.find((one) => one.kind === 'corrected' && one.terms_version === 3)!;
    const second = await browse(sharing.world, 'pkcert-second-liaison', {});
    const waiting = await second.get(`${PATH}/steps/confirm?terms=3`);
    expect(waiting.text).toContain(id);
    expect((await second.post(`${PATH}/steps/confirm?terms=3`, { fact: id })).status).toBe(303);
    const { state } = (await expected(
      200,
      sharing.world.as('cncert-liaison').get('/api/v1/agreements/PK-FIX-1'),
    )) as { state: { terms_version: number } };
    expect(state.terms_version).toBe(3);
  });

  it.each([
    ['ur', 'کی تصحیح'],
    ['zh', '的更正'],
  ] as const)('say it in the reader’s words: %s', async (language, words) => {
    const browser = await browse(sharing.world, 'pkcert-liaison', { language });
    expect((await browser.get(PATH)).text).toContain(words);
    expect((await browser.get(`${PATH}/correct`)).status).toBe(200);
  });

  it('are for liaison officers of the parties', async () => {
    for (const [person, status] of [
      ['pkcert-analyst', 403],
      ['cncert-auditor', 403],
      ['dunmere-liaison', 404],
      ['corvia-liaison', 404],
    ] as const)
      expect([
        person,
        (await (await browse(sharing.world, person, {})).get(`${PATH}/correct`)).status,
      ]).toEqual([person, status]);
  });
});
