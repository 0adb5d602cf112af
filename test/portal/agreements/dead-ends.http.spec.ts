import { Instrument, terms } from '../../agreements/agreement-world';
import { type PersonKey, startWorld, type World } from '../../cast';
import { browse } from '../browse';

const PATH = '/portal/agreements/PK-CN-2026';

describe('the screens of terms that come to nothing', () => {
  let world: World;
  let agreement: Instrument;
  beforeAll(async () => {
    world = await startWorld();
    agreement = await new Instrument(world, 'PK-CN-2026').draft();
    await agreement.sign();
    await agreement.enter();
  });
  afterAll(() => world.close());

  const as = (person: PersonKey) => browse(world, person, { language: 'en' });

  it('tell what terms wait for; their notifications and their entry into force are recorded by forms', async () => {
    const waiting = await new Instrument(world, 'PK-CN-2027').draft({
      terms: terms({ entry_condition: { rule: 'after_last_notification', days: 30 } }),
    });
    await waiting.sign();
    const page = '/portal/agreements/PK-CN-2027';
    const [other, ministry] = [await as('cncert-liaison'), await as('moitt-liaison')];
    expect((await other.get(page)).text).toContain('30 days after the last notice of readiness');
    expect((await other.get(page)).text).toMatch(/They wait for the notice of readiness of [^<]*CNCERT/);
    expect((await other.get('/portal')).text).toContain('waits for notice that on your side');
    for (const browser of [other, ministry])
      expect((await browser.post(`${page}/steps/notify?terms=1`)).status).toBe(303);
    expect((await other.get(page)).text).toContain('They may enter into force from');
    const form = await other.get(`${page}/steps/enter_into_force?terms=1`);
    expect(form.text).toContain('Not before:');
    const early = await other.post(`${page}/steps/enter_into_force?terms=1`);
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('field-effective_at-fault')]);
  });

  it('reject and withdraw terms by forms; who was to join with them is led to the list', async () => {
    const [own, other, joiner] = [
      await as('pkcert-liaison'),
      await as('cncert-liaison'),
      await as('corvia-liaison'),
    ];
    const propose = async (body: object = {}) => {
      const { terms: all } = await agreement.done('pkcert-liaison', 'terms', { ...terms(), ...body });
      return (step: string) => `${PATH}/steps/${step}?terms=${all.at(-1).number}`;
    };
    const second = await propose();
    expect((await own.get(PATH)).text).toContain('Withdraw terms');
    expect(await own.post(second('withdraw'))).toMatchObject({
      status: 303,
      location: `${PATH}?told=recorded`,
    });
    expect((await own.get(PATH)).text).toContain('Latest terms withdrawn');

    const third = await propose({
      joining: [{ organization: 'corvia', roles: ['signatory', 'operating_cert'] }],
    });
    await own.post(third('submit'));
    const silent = await other.post(third('reject'));
    expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('field-reason-fault')]);
    const said = { reason: 'Not with these sectors (invented).' };
    expect(await joiner.post(third('reject'), said)).toMatchObject({
      status: 303,
      location: '/portal/agreements?told=recorded',
    });
    expect((await joiner.get(PATH)).status).toBe(404);
    const { text } = await other.get(`${PATH}?${third('').split('?')[1]}`);
    for (const word of ['came to nothing: rejected', said.reason, 'Latest terms rejected'])
      expect(text).toContain(word);
    const late = await other.post(third('sign'));
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('The terms were rejected.')]);
  });
});
