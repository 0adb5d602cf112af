import type { RequestView } from '../../../src/disclosure/requests/request.view';
import { Annex } from '../children-world';
import { Requests } from '../requests/request-world';
import { expected } from '../sharing-world';

const MINUTE = 60_000;
let requests: Requests;
let annex: Annex;
beforeAll(async () => {
  requests = await Requests.start({
    ...{ need: 'on_request', reach_back: 'all' },
    ...{ respond_within: { minutes: 60 }, update_interval_hours: 24 },
  });
  annex = new Annex(requests.sharing, 'PK-CN-ASK-A1', 'PK-CN-ASK');
});
afterAll(() => requests.world.close());

const said = (change: object) => ({ need: 'on_request', reach_back: 'all', ...change });
async function asked() {
  const began = requests.world.clock.now().getTime();
  const shown = (await requests.show(await requests.ask(), 'cncert-liaison')) as unknown as RequestView;
  const { response, next_word: word } = shown;
  const minutes = (Date.parse(response!.due_at) - began) / MINUTE;
  return { minutes, agreement: response!.agreement, hours: word!.every_hours };
}

describe('an annex below an agreement', () => {
  it.each([
    ['a later answer', { respond_within: { minutes: 61 } }, 'respond_within'],
    ['fewer words', { update_interval_hours: 25 }, 'update_interval_hours'],
  ])('that promises %s is refused', async (_, change, field) => {
    const both = ['signatory', 'operating_cert'];
    const { status, text } = await requests.world
      .as('pkcert-liaison')
      .post('/api/v1/agreements')
      .send({
        ...{
          reference: 'PK-CN-ASK-A9',
          title: 'Annex of a test',
          kind: 'implementing_annex',
          parent: 'PK-CN-ASK',
        },
        parties: ['pkcert', 'cncert'].map((organization) => ({ organization, roles: both })),
        terms: {
          grants: [
            {
              ...{ from: 'pkcert', to: 'cncert', clause: 'Annex 1', categories: 'any', sectors: 'any' },
              information_types: [{ type: 'threat_report', tlp_ceiling: 'GREEN' }],
              ...said(change),
            },
          ],
        },
      });
    expect([status >= 400 && status < 500, text.includes(field)]).toEqual([true, true]);
  });

  it('that promises an earlier answer and more words is kept to while it is in force, and the agreement after it', async () => {
    expect(await asked()).toEqual({ minutes: 60, agreement: 'PK-CN-ASK', hours: 24 });
    const terms = said({ respond_within: { minutes: 15 }, update_interval_hours: 6 });
    await (await annex.signed(terms)).enter();
    requests.later();
    expect(await asked()).toEqual({ minutes: 15, agreement: 'PK-CN-ASK-A1', hours: 6 });
    await annex.end();
    requests.later();
    expect(await asked()).toEqual({ minutes: 60, agreement: 'PK-CN-ASK', hours: 24 });
  });

  it('that says nothing of it has what stands above, which is cited', async () => {
    const silent = new Annex(requests.sharing, 'PK-CN-ASK-A2', 'PK-CN-ASK');
    await (await silent.signed(said({}))).enter();
    requests.later();
    const path = '/api/v1/agreements/PK-CN-ASK-A2';
    const { terms } = (await expected(200, requests.world.as('cncert-liaison').get(path))) as {
      terms: { grants: object[] }[];
    };
    expect(terms[0]!.grants[0]).toMatchObject({ respond_within: { minutes: 60 }, update_interval_hours: 24 });
    expect(await asked()).toEqual({ minutes: 60, agreement: 'PK-CN-ASK', hours: 24 });
  });
});
