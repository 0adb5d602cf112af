import type { ResponseView } from '../../../src/disclosure/responding/response.view';
import { everyone, expectedRefusal, type PersonKey } from '../../cast';
import { PATH, Requests, type Shown } from '../requests/request-world';
import { expected } from '../sharing-world';

const MINUTE = 60_000;
const respond_within = { minutes: 60, by_severity: { critical: 10 } };
type Timed = Shown & { response: ResponseView | null; severity: string | null };

let requests: Requests;
const now = () => requests.world.clock.now().getTime();
const iso = (at: number) => new Date(at).toISOString();
const both = ['cncert-liaison', 'pkcert-liaison'] as const;
const shown = async (id: string, by: PersonKey) => (await requests.show(id, by)) as Timed;
const states = async (id: string) =>
  Promise.all(both.map(async (by) => (await shown(id, by)).response?.state));
/** Both sides read the state a second before an instant, at it, and a second after. */
async function around(id: string, instant: number) {
  const told: unknown[] = [];
  for (const at of [instant - 1000, instant, instant + 1000]) {
    requests.world.clock.set(iso(at));
    told.push(await states(id));
  }
  return told;
}

beforeAll(async () => {
  requests = await Requests.start({ need: 'on_request', reach_back: 'all', respond_within });
});
afterAll(() => requests.world.close());

describe('an answer that terms promise', () => {
  it('is due as the terms in force say, for both sides, in the request and in their lists', async () => {
    const began = now();
    const id = await requests.ask();
    for (const by of both) {
      const { response } = await shown(id, by);
      expect(response).toMatchObject({
        ...{ agreement: 'PK-CN-ASK', clause: 'Art. 1', due_at: iso(began + 60 * MINUTE) },
        ...{ responded_at: null, state: 'running' },
      });
      const { items } = (await expected(200, requests.world.as(by).get(PATH))) as { items: Timed[] };
      expect(items.find((one) => one.id === id)?.response).toEqual(response);
    }
    await requests.close(id);
  });

  it('is due earlier where it presses; a severity that is not said is in no hurry', async () => {
    const began = now();
    const id = await requests.ask({ severity: 'critical' });
    const { response, severity } = await shown(id, 'pkcert-liaison');
    expect([response?.due_at, severity]).toEqual([iso(began + 10 * MINUTE), 'critical']);
    await requests.close(id);
  });

  it('is overdue for both from the instant on at which it is due, and was late when it comes then', async () => {
    const id = await requests.ask();
    const due = Date.parse((await shown(id, 'pkcert-liaison')).response!.due_at);
    expect(await around(id, due)).toEqual([
      ['running', 'running'],
      ['overdue', 'overdue'],
      ['overdue', 'overdue'],
    ]);
    await requests.refuse(id);
    expect(await states(id)).toEqual(['late', 'late']);
  });

  it('may be a refusal, whose reason need not be told', async () => {
    const id = await requests.ask();
    const at = now();
    await requests.refuse(id);
    expect(await states(id)).toEqual(['met', 'met']);
    expect((await shown(id, 'cncert-liaison')).response?.responded_at).toBe(iso(at));
  });

  it('stops the clock with an item that is there for who asked', async () => {
    const item = await requests.sharing.released('There at once (invented)');
    const id = await requests.ask();
    const at = now();
    await requests.answer(id, item);
    expect(await states(id)).toEqual(['met', 'met']);
    for (const by of both) expect((await shown(id, by)).response?.responded_at).toBe(iso(at));
  });

  it('does not stop it with one that is not released: who asked learns nothing of it, and goes on waiting', async () => {
    const draft = await requests.sharing.draft('Not yet (invented)');
    const id = await requests.ask();
    await requests.answer(id, draft);
    expect(await states(id)).toEqual(['running', 'running']);
    const { answers, response } = await shown(id, 'cncert-liaison');
    expect([answers, response?.responded_at]).toEqual([[], null]);
    await requests.close(id);
  });

  it('is missed where it lapses unanswered after it was due, and owed no more where it was closed before', async () => {
    const lapsing = await requests.ask({ open_until: iso(now() + 90 * MINUTE) });
    const closed = await requests.ask();
    await requests.close(closed);
    requests.later(90 * MINUTE);
    expect([await states(lapsing), await states(closed)]).toEqual([
      ['missed', 'missed'],
      ['stopped', 'stopped'],
    ]);
  });

  it('is reminded of a day and an hour before and while it is overdue, on the side that owes it alone', async () => {
    const id = await requests.ask();
    const reminded = async (by: PersonKey) => {
      const { items } = (await expected(
        200,
        requests.world.as(by).get('/api/v1/reminders?kind=response'),
      )) as {
        items: { subject: string; step: string }[];
      };
      return items.filter(({ subject }) => subject === id).map(({ step }) => step);
    };
    expect(await reminded('pkcert-releaser')).toEqual(['PT1H']);
    expect(await reminded('cncert-liaison')).toEqual([]);
    requests.later(60 * MINUTE);
    expect(await reminded('pkcert-liaison')).toEqual(['overdue']);
    await requests.refuse(id);
    expect(await reminded('pkcert-liaison')).toEqual([]);
  });

  it('is on the record from the beginning, for both', async () => {
    const id = await requests.ask({ severity: 'critical' });
    for (const auditor of ['pkcert-auditor', 'cncert-auditor'] as const) {
      const filed = (await requests.told(auditor)).find(
        ({ kind, shared }) => kind === 'request-filed' && (shared as { request: string }).request === id,
      );
      expect(filed?.shared).toMatchObject({ severity: 'critical', promised_under: 'PK-CN-ASK' });
    }
    await requests.close(id);
  });

  it('keeps to the terms of when it was asked, whatever is agreed later', async () => {
    const id = await requests.ask();
    const before = (await shown(id, 'cncert-liaison')).response;
    await requests.sharing.inForce('cncert', 'PK-CN-SOON', {
      ...{ need: 'on_request', reach_back: 'all', respond_within: { minutes: 5 } },
      information_types: [{ type: 'malware_sample', tlp_ceiling: 'GREEN' }],
    });
    expect((await shown(id, 'cncert-liaison')).response?.due_at).toBe(before?.due_at);
    // Of two agreements that promise it, the one by which it is due first.
    const began = now();
    const next = await requests.ask();
    expect((await shown(next, 'pkcert-liaison')).response).toMatchObject({
      ...{ agreement: 'PK-CN-SOON', due_at: iso(began + 5 * MINUTE) },
    });
  });

  it('is told to nobody else of the cast', async () => {
    const id = await requests.ask();
    for (const asker of everyone) {
      const { status, text } = await asker.ask(requests.world).get(`${PATH}/${id}`);
      const side = ['pkcert', 'cncert'].includes(asker.organization);
      expect([asker.name, status]).toEqual([
        asker.name,
        expectedRefusal(asker, ['person']) ?? (side ? 200 : 404),
      ]);
      expect(text.includes('"due_at"')).toBe(status === 200);
    }
  });
});

it.each([['a severity that there is not', { severity: 'urgent' }, 'severity']])(
  '%s is refused',
  async (_, change, field) => {
    const { status, body } = await requests.world.as('cncert-liaison').post(PATH).send(requests.body(change));
    expect([status, (body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([422, field]);
  },
);

it('an answer that no grant between the two promises is refused by the database', async () => {
  const owner = requests.world.owner;
  await expect(
    owner.query(
      `INSERT INTO information_request (id, requester_id, addressee_id, subject, asked_at, asked_by, open_until, respond_by, respond_grant_id)
       SELECT gen_random_uuid(), r.addressee_id, r.requester_id, 'The other way', r.asked_at, r.asked_by, r.open_until, r.respond_by, r.respond_grant_id
       FROM information_request r WHERE r.respond_by IS NOT NULL LIMIT 1`,
    ),
  ).rejects.toThrow('an answer is promised by a grant between the two');
});
