import type { OwedReportView, ServiceReportView } from '../../src/agreements/reports/kept.view';
import { everyone, expectedRefusal, type PersonKey, type World } from '../cast';
import { PATH as REQUESTS } from '../disclosure/requests/request-world';
import { expected, Sharing } from '../disclosure/sharing-world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
interface Report {
  obligations: OwedReportView;
  service: ServiceReportView;
}
let sharing: Sharing;
let world: World;
/** When everything began, and when the last of it had happened. */
let began: number;
let end: string;
/** When the receipt that came late was due, and the request that was answered late. */
let receiptDue: number;
let answerDue: number;
let lastAsked: number;

const iso = (at: number) => new Date(at).toISOString();
const now = () => world.clock.now().getTime();
const path = (query: string, reference = 'PK-CN-SERVES') => `/api/v1/agreements/${reference}/report?${query}`;
const period = () => `from=2026-01-01&until=2027-01-01&at=${end}`;
const read = async (by: PersonKey, counterpart: string, query = period(), reference?: string) =>
  (await expected(200, world.as(by).get(path(`counterpart=${counterpart}&${query}`, reference)))) as Report;

let cursor: Record<string, string> = {};
async function pull(team: 'cncert' | 'corvia') {
  world.clock.advance(1000);
  cursor[team] = (await sharing.pull(team, cursor[team])).next;
}
/** Something arrives that is acknowledged by the next pull, so long after. */
async function received(team: 'cncert' | 'corvia', title: string) {
  await sharing.released(title, { audience: { include: [team] } });
  await pull(team);
  return now();
}
async function ask(team: 'cncert' | 'corvia', subject: string): Promise<string> {
  const body = { to: 'pkcert', subject, open_until: iso(now() + 100 * HOUR) };
  return ((await expected(201, world.as(`${team}-liaison`).post(REQUESTS).send(body))) as { id: string }).id;
}
const refuse = (id: string) =>
  expected(
    201,
    world
      .as('pkcert-liaison')
      .post(`${REQUESTS}/${id}/refusal`)
      .send({ reason_code: 'law', tell_reason: false }),
  );

beforeAll(async () => {
  sharing = await Sharing.start();
  ({ world } = sharing);
  cursor = {};
  const serves = {
    ...{ need: 'both', respond_within: { minutes: 60 }, update_interval_hours: 24 },
    obligations: { acknowledge_within: { minutes: 60 }, retention_days: 30 },
  };
  await sharing.inForce('cncert', 'PK-CN-SERVES', serves);
  await sharing.inForce('corvia', 'PK-XC-SERVES', serves);
  world.clock.advance(1000);
  began = now();
  await received('cncert', 'In time');
  world.clock.advance(30 * MINUTE - 1000);
  await pull('cncert');
  receiptDue = (await received('cncert', 'Late')) + HOUR;
  world.clock.advance(2 * HOUR - 1000);
  await pull('cncert');
  const quick = await ask('cncert', 'Answered in time');
  world.clock.advance(30 * MINUTE);
  await refuse(quick);
  const slow = await ask('cncert', 'Answered late');
  answerDue = now() + HOUR;
  world.clock.advance(4 * HOUR);
  await refuse(slow);
  // Of another agreement: none of it is in a report on this one.
  await received('corvia', 'For another');
  await ask('corvia', 'Of another');
  world.clock.advance(HOUR);
  lastAsked = now();
  await ask('cncert', 'Not answered yet');
  await received('cncert', 'Not acknowledged yet');
  end = iso(now());
}, 120_000);
afterAll(() => world.close());

describe('a report', () => {
  it('tells how each side kept its time, and both sides the same', async () => {
    const ours = await read('pkcert-liaison', 'cncert');
    const none = {
      count: 0,
      met: 0,
      late: 0,
      running: 0,
      stopped: 0,
      median_hours: null,
      longest_hours: null,
    };
    expect(ours.service).toEqual({
      acknowledge: {
        ours: none,
        theirs: { count: 3, met: 1, late: 1, running: 1, stopped: 0, median_hours: 1.3, longest_hours: 2 },
      },
      respond: {
        ours: { count: 3, met: 1, late: 1, running: 1, stopped: 0, median_hours: 2.3, longest_hours: 4 },
        theirs: none,
      },
    });
    const theirs = await read('cncert-liaison', 'pkcert');
    for (const kind of ['acknowledge', 'respond'] as const) {
      expect(theirs.service[kind].ours).toEqual(ours.service[kind].theirs);
      expect(theirs.service[kind].theirs).toEqual(ours.service[kind].ours);
    }
  });

  it('tells what each side owes, by kind, with what is due next; what is owed one way is owed to the other', async () => {
    const ours = await read('pkcert-liaison', 'cncert');
    expect(ours.obligations.ours).toEqual([
      { kind: 'respond', open: 1, overdue: 0, paused: 0, next_due: iso(lastAsked + HOUR) },
      { kind: 'update', open: 1, overdue: 0, paused: 0, next_due: iso(lastAsked + 24 * HOUR) },
    ]);
    expect(ours.obligations.theirs).toEqual([
      { kind: 'acknowledge', open: 1, overdue: 0, paused: 0, next_due: iso(Date.parse(end) + HOUR) },
      { kind: 'destroy', open: 1, overdue: 0, paused: 0, next_due: expect.any(String) as string },
    ]);
    const theirs = await read('cncert-liaison', 'pkcert');
    expect([theirs.obligations.theirs, theirs.obligations.ours]).toEqual([
      ours.obligations.ours,
      ours.obligations.theirs,
    ]);
  });

  it('tells what was late from the very instant on at which it was due', async () => {
    const around = async (due: number, kind: 'acknowledge' | 'respond', side: 'ours' | 'theirs') => {
      const told: unknown[] = [];
      for (const at of [due - 1000, due, due + 1000]) {
        const query = `from=2026-01-01&until=2027-01-01&at=${iso(at)}`;
        const { service, obligations } = await read('pkcert-liaison', 'cncert', query);
        const { late, running } = service[kind][side];
        const owed = obligations[side].find((one) => one.kind === kind);
        told.push([late, running, owed?.open, owed?.overdue]);
      }
      return told;
    };
    const turning = [
      [0, 1, 1, 0],
      [1, 0, 1, 1],
      [1, 0, 1, 1],
    ];
    expect(await around(receiptDue, 'acknowledge', 'theirs')).toEqual(turning);
    expect(await around(answerDue, 'respond', 'ours')).toEqual(turning);
  });

  it('counts of a period what began in it, and all that is owed at its end', async () => {
    const later = `from=${iso(lastAsked)}&until=2027-01-01&at=${end}`;
    const { service, obligations } = await read('pkcert-liaison', 'cncert', later);
    expect([service.acknowledge.theirs.count, service.respond.ours.count]).toEqual([1, 1]);
    expect(obligations.theirs.map(({ kind }) => kind)).toEqual(['acknowledge', 'destroy']);
    const before = `from=2026-01-01&until=${iso(began)}`;
    const nothing = await read('pkcert-liaison', 'cncert', before);
    expect([nothing.obligations, nothing.service.respond.ours.count]).toEqual([{ ours: [], theirs: [] }, 0]);
  });

  it('of a request from before the period tells that it is owed, and counts it to the period in which it was asked', async () => {
    const query = `from=${iso(Date.parse(end) - 1)}&until=2027-01-01&at=${end}`;
    const { service, obligations } = await read('pkcert-liaison', 'cncert', query);
    expect(service.respond.ours.count).toBe(0);
    expect(obligations.ours).toMatchObject([
      { kind: 'respond', open: 1 },
      { kind: 'update', open: 1 },
    ]);
  });

  it('is the same again as it stood at an instant, whatever was done later', async () => {
    const then = await read('cncert-auditor', 'pkcert');
    world.clock.advance(3 * HOUR);
    await pull('cncert');
    expect(await read('cncert-auditor', 'pkcert')).toEqual(then);
  });

  it('tells nothing of what lies between one side and a third', async () => {
    const { service } = await read('pkcert-liaison', 'corvia', period(), 'PK-XC-SERVES');
    expect([service.acknowledge.theirs.count, service.respond.ours.count]).toEqual([1, 1]);
  });

  it('has all of it as CSV', async () => {
    const { text } = await world.as('pkcert-liaison').get(path(`counterpart=cncert&${period()}&format=csv`));
    expect(text).toMatch(/,service_theirs,acknowledge,late,1\r\n/);
    expect(text).toMatch(/,service_ours,respond,longest_hours,4\r\n/);
    expect(text).toMatch(/,obligations_theirs,destroy,open,1\r\n/);
    expect(text).toMatch(/,obligations_theirs,acknowledge,next_due,20\d\d-[^\r]*Z\r\n/);
  });

  it('is read by liaison officers and auditors of both sides, whoever of the cast asks', async () => {
    for (const asker of everyone) {
      const counterpart = asker.organization === 'cncert' ? 'pkcert' : 'cncert';
      const { status, text } = await asker.ask(world).get(path(`counterpart=${counterpart}&${period()}`));
      const side = ['pkcert', 'cncert'].includes(asker.organization);
      expect([asker.name, status]).toEqual([
        asker.name,
        expectedRefusal(asker, ['liaison', 'auditor']) ?? (side ? 200 : 404),
      ]);
      expect(text.includes('longest_hours')).toBe(status === 200);
    }
  });
});
