import type { ResponseView } from '../../../src/disclosure/responding/response.view';
import { everyone, expectedRefusal, type PersonKey } from '../../cast';
import { AskingConsent, PATH, type Shown } from '../consent-requests/consent-request-world';
import { expected } from '../sharing-world';

const MINUTE = 60_000;
type Timed = Shown & { response: ResponseView | null };
const both = ['pkcert-analyst', 'cncert-liaison'] as const;

let asking: AskingConsent;
const now = () => asking.world.clock.now().getTime();
const iso = (at: number) => new Date(at).toISOString();
const shown = async (id: string, by: PersonKey) => (await asking.show(id, by)) as Timed;
const states = async (id: string) =>
  Promise.all(both.map(async (by) => (await shown(id, by)).response?.state));
let waiting: { held: string; own: string };
const ask = () => asking.ask(waiting.held, { for: waiting.own });

beforeAll(async () => {
  asking = await AskingConsent.start({ respond_within: { minutes: 240, by_severity: { high: 30 } } });
  const held = await asking.received('Found by another (invented)', { severity: 'high' });
  waiting = { held, own: await asking.derived(held, 'Made of it (invented)') };
});
afterAll(() => asking.world.close());

describe('an answer to a request for consent', () => {
  it('is due by the terms under which the item came, as severe as the item is', async () => {
    const began = now();
    const id = await ask();
    for (const by of both)
      expect((await shown(id, by)).response).toMatchObject({
        ...{ due_at: iso(began + 30 * MINUTE), state: 'running', responded_at: null },
      });
    await expected(201, asking.step(id, 'closing'));
    expect(await states(id)).toEqual(['stopped', 'stopped']);
  });

  it('may be a consent or a refusal, in time until the second before it is due', async () => {
    const [granted, refused] = [await ask(), await ask()];
    const due = Date.parse((await shown(granted, 'cncert-liaison')).response!.due_at);
    asking.world.clock.set(iso(due - 1000));
    expect(await states(granted)).toEqual(['running', 'running']);
    await asking.consent(granted);
    expect(await states(granted)).toEqual(['met', 'met']);
    const later = Date.parse((await shown(refused, 'cncert-liaison')).response!.due_at);
    asking.world.clock.set(iso(later));
    expect(await states(refused)).toEqual(['overdue', 'overdue']);
    await expected(201, asking.step(refused, 'refusal', { reason_code: 'law', tell_reason: false }));
    expect(await states(refused)).toEqual(['late', 'late']);
  });

  it('is reminded of on the side that owes it alone', async () => {
    const id = await ask();
    const reminded = async (by: PersonKey) => {
      const path = '/api/v1/reminders?kind=consent_response';
      const { items } = (await expected(200, asking.world.as(by).get(path))) as {
        items: { subject: string; step: string }[];
      };
      return items.filter(({ subject }) => subject === id).map(({ step }) => step);
    };
    expect([await reminded('cncert-liaison'), await reminded('pkcert-liaison')]).toEqual([['PT1H'], []]);
    await expected(201, asking.step(id, 'closing'));
    expect(await reminded('cncert-liaison')).toEqual([]);
  });

  it('is told to nobody else of the cast', async () => {
    const id = await ask();
    for (const asker of everyone) {
      const { status, text } = await asker.ask(asking.world).get(`${PATH}/${id}`);
      const side = ['pkcert', 'cncert'].includes(asker.organization);
      const expectedStatus = expectedRefusal(asker, ['person']) ?? (side ? 200 : 404);
      expect([asker.name, status]).toEqual([asker.name, expectedStatus]);
      expect(text.includes('"due_at"')).toBe(status === 200);
    }
  });
});
